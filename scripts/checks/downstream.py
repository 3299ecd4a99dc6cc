"""Runs the recipes of docs/downstream.md in a directory that holds `out/`, and compares the results shown there."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import duckdb

from schemas import validate

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs" / "downstream.md"

# What read_json_auto has to find without hints. Nested types are compared by their beginning.
TYPES = {
    "articles": {
        "id": "VARCHAR", "source": "STRUCT(", "title": "VARCHAR", "published": "VARCHAR", "text": "VARCHAR",
        "authors": "VARCHAR[]", "repairs": "STRUCT(", "cluster": "VARCHAR", "entities": "STRUCT(",
    },
    "duplicates": {"duplicate_of": "VARCHAR", "similarity": "DOUBLE", "containment": "DOUBLE"},
    "rejects": {"reason": "VARCHAR", "bytes": "BIGINT", "source": "STRUCT("},
    "entities": {
        "id": "VARCHAR", "documents": "BIGINT", "mentions": "BIGINT", "first_seen": "DATE", "last_seen": "DATE",
        "months": 'STRUCT("month" VARCHAR, documents BIGINT, mentions BIGINT)[]', "partial": "BOOLEAN",
        "related": "STRUCT(", "aliases": 'STRUCT("text" VARCHAR, mentions BIGINT)[]',
    },
}


def check_types(out):
    complaints = []
    for directory, wanted in TYPES.items():
        rows = duckdb.sql(f"DESCRIBE FROM read_json_auto('{out}/{directory}/*.jsonl.gz')").fetchall()
        found = {row[0]: row[1] for row in rows}
        for column, kind in wanted.items():
            if not found.get(column, "missing").startswith(kind):
                complaints.append(f"{directory}.{column}: DuckDB takes it for {found.get(column)}, not {kind}")
    return complaints


def run_sql(code):
    relation = duckdb.connect().sql(code)
    if relation is None:
        return ""
    lines = ["\t".join(relation.columns)]
    lines += ["\t".join("" if cell is None else str(cell) for cell in row) for row in relation.fetchall()]
    return "\n".join(lines)


def run_command(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip()[-2000:])
    return done.stdout.rstrip("\n")


def main():
    work, update = pathlib.Path(sys.argv[1]), "--update" in sys.argv[2:]
    text = DOCUMENT.read_text()
    os.chdir(work)
    complaints = validate(pathlib.Path("out")) + check_types("out")
    has_java = shutil.which("java") is not None
    blocks = list(re.finditer(r"^```(\w+)([^\n]*)\n(.*?)^```$", text, re.M | re.S))
    counts, edits = {}, []
    for place, block in enumerate(blocks):
        language, code = block[1] + block[2], block[3]
        if language == "text":
            continue
        if language == "python spark" and not has_java:
            print("NOT RUN: the Spark recipe needs java, which is not installed")
            continue
        try:
            if language == "sql":
                result = run_sql(code)
            elif language.startswith("python"):
                result = run_command([sys.executable, "-c", code])
            else:
                result = run_command(["bash", "-euo", "pipefail", "-c", code])
        except Exception as error:
            complaints.append(f"line {text.count(chr(10), 0, block.start()) + 1}: {error}")
            continue
        counts[language] = counts.get(language, 0) + 1
        shown = blocks[place + 1] if place + 1 < len(blocks) and blocks[place + 1][1] == "text" else None
        if shown is None:
            continue
        if update:
            edits.append((shown.start(3), shown.end(3), result + "\n"))
        elif shown[3].rstrip("\n") != result:
            complaints.append(f"line {text.count(chr(10), 0, shown.start()) + 1}: shown is\n{shown[3]}\nbut it gives\n{result}")
    for start, end, result in reversed(edits):
        text = text[:start] + result + text[end:]
    if update:
        DOCUMENT.write_text(text)
    print("recipes run: " + ", ".join(f"{count} {language}" for language, count in sorted(counts.items())))
    for complaint in complaints[:50]:
        print(complaint, file=sys.stderr)
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
