#!/usr/bin/env python3
"""Runs contenders in turn and prints the time and memory of each, and its ratio to the first. See README.md beside this file."""
import argparse, os, shutil, statistics, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument('what', choices=['extraction', 'warc', 'jsonl', 'dedupe'])
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


def dedupe():
    yield 'newsmill dedupe', [args.newsmill, 'dedupe', *inputs]
    yield 'newsmill run, no entities', mill('--set', 'entities.enabled=false')
    for name in ['gaoya', 'rensa', 'datasketch']:
        yield name, rival('near.py', name, *inputs)


def measure(command):
    """CPU seconds of the command and its children, seconds by the clock, and the most memory that one process held."""
    shutil.rmtree(f'{work}/out', ignore_errors=True)
    start = time.monotonic()
    with open(f'{work}/errors', 'wb') as errors:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, cwd=work)
        _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f'{command[0]} ended with {status}: {open(f"{work}/errors").read()[-2000:]}')
    return used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024


contenders = list({'extraction': extraction, 'warc': warc, 'jsonl': jsonl, 'dedupe': dedupe}[args.what]())
seen = {name: [] for name, _ in contenders}
for _ in range(args.rounds):
    for name, command in contenders:
        seen[name].append(measure(command))
shutil.rmtree(work)

# Duplicates are found by as many cores as a contender uses, so there the clock counts.
counted = 1 if args.what == 'dedupe' else 0
first = statistics.median(times[counted] for times in seen[contenders[0][0]])
size = sum(map(os.path.getsize, inputs))
print(f'{args.what}: {len(inputs)} files, {size / 1e6:.1f} MB, {args.rounds} rounds; '
      f'ratio of {["CPU", "wall"][counted]} time')
print(f'{"":34}{"CPU s: min":>12}{"median":>10}{"max":>10}{"wall s":>10}{"peak MB":>10}{"ratio":>9}')
for name, times in seen.items():
    cpu = sorted(cpu for cpu, _, _ in times)
    middle = [statistics.median(column) for column in zip(*times)]
    peak = max(peak for _, _, peak in times)
    print(f'{name:34}{cpu[0]:12.2f}{middle[0]:10.2f}{cpu[-1]:10.2f}{middle[1]:10.2f}{peak:10.0f}'
          f'{middle[counted] / first:9.2f}')
