"""Parses every line of gzipped JSON Lines and does nothing with it: lines.py orjson|json FILE..."""
import subprocess, sys

if sys.argv[1] == 'orjson':
    from orjson import loads
else:
    from json import loads

for path in sys.argv[2:]:
    with subprocess.Popen(['gzip', '-dc', path], stdout=subprocess.PIPE) as unpacking:
        for line in unpacking.stdout:
            loads(line)
