#!/usr/bin/env python3
"""Runs contenders in turn and prints the CPU time of each, and its ratio to the first. See README.md beside this file."""
import argparse, os, resource, shutil, statistics, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument('what', choices=['extraction', 'warc', 'jsonl'])
parser.add_argument('inputs', nargs='+')
parser.add_argument('--newsmill', required=True)
parser.add_argument('--rounds', type=int, default=3)
args = parser.parse_args()
inputs = [os.path.abspath(path) for path in args.inputs]
work = tempfile.mkdtemp(prefix='newsmill-bench-')


def rival(script, *words):
    return [sys.executable, os.path.join(here, 'rivals', script), *words]


def mill(*words):
    return [args.newsmill, 'run', '--quiet', '--output', f'{work}/out', *words, '--input', *inputs]


def extraction():
    # A list on disk: a set of pages is longer than a command line may be.
    with open(f'{work}/pages', 'w') as file:
        file.write('\n'.join(inputs))
    yield 'newsmill extract', ['xargs', '-a', f'{work}/pages', '-n', '1000', args.newsmill, 'extract', '--file-names']
    for name in ['resiliparse', 'trafilatura']:
        yield name, rival('pages.py', name, f'{work}/pages')


def warc():
    yield 'newsmill, no entities', mill('--set', 'entities.enabled=false')
    yield 'newsmill', mill()
    yield 'FastWARC + resiliparse + orjson', rival('warc.py', f'{work}/rival.jsonl.gz', *inputs)


def jsonl():
    yield 'newsmill', mill()
    yield 'newsmill, no entities', mill('--set', 'entities.enabled=false')
    yield 'gzip -dc | wc -c', ['sh', '-c', 'gzip -dc "$@" | wc -c', 'sh', *inputs]
    yield 'gzip -dc | orjson', rival('lines.py', 'orjson', *inputs)
    yield 'gzip -dc | json', rival('lines.py', 'json', *inputs)


def measure(command):
    shutil.rmtree(f'{work}/out', ignore_errors=True)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with open(f'{work}/errors', 'wb') as errors:
        code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=errors, cwd=work).returncode
    if code != 0:
        sys.exit(f'{command[0]} ended with {code}: {open(f"{work}/errors").read()[-2000:]}')
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start


contenders = list({'extraction': extraction, 'warc': warc, 'jsonl': jsonl}[args.what]())
seen = {name: [] for name, _ in contenders}
for _ in range(args.rounds):
    for name, command in contenders:
        seen[name].append(measure(command))
shutil.rmtree(work)

first = statistics.median(cpu for cpu, _ in seen[contenders[0][0]])
size = sum(map(os.path.getsize, inputs))
print(f'{args.what}: {len(inputs)} files, {size / 1e6:.1f} MB, {args.rounds} rounds')
print(f'{"":34}{"CPU s: min":>12}{"median":>10}{"max":>10}{"wall s":>10}{"ratio":>9}')
for name, times in seen.items():
    cpu = sorted(cpu for cpu, _ in times)
    middle = statistics.median(cpu)
    wall = statistics.median(wall for _, wall in times)
    print(f'{name:34}{cpu[0]:12.2f}{middle:10.2f}{cpu[-1]:10.2f}{wall:10.2f}{middle / first:9.2f}')
