"""Holds every record of an output directory against its JSON Schema, and DuckDB's idea of the types against ours."""

import gzip
import json
import pathlib
import sys

import jsonschema

SCHEMAS = {"articles": "article", "duplicates": "article", "rejects": "reject", "entities": "entity"}
DOCS = pathlib.Path(__file__).resolve().parents[2] / "docs"


def validate(out):
    """Prints the number of good records; gives the complaints."""
    complaints = []
    for directory, name in SCHEMAS.items():
        schema = json.loads((DOCS / f"{name}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        records = 0
        for path in sorted((out / directory).glob("*.jsonl*")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8", newline="\n") as lines:
                for number, line in enumerate(lines, 1):
                    records += 1
                    for error in validator.iter_errors(json.loads(line)):
                        complaints.append(f"{directory}/{path.name} line {number}: {error.json_path}: {error.message[:200]}")
        print(f"{directory}: {records} records hold to {name}.schema.json")
    return complaints


if __name__ == "__main__":
    problems = validate(pathlib.Path(sys.argv[1]))
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)
