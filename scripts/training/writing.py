"""Writes the trained model into the sources: its data, where it comes from, and rows for the tests to check it by."""
import base64
import hashlib
import os

import lightgbm
import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCES = {
    "scrapinghub": ("Scrapinghub article-extraction-benchmark", "MIT"),
    "fundus_eval": ("Fundus evaluation pages (Dallabetta et al. 2024)", "MIT"),
    "fundus": ("Fundus parser test cases", "MIT"),
    "wcxb_article": ("WCXB, article pages", "CC BY 4.0"),
    "newspaper4k": ("newspaper4k test pages", "MIT"),
    "readability": ("Mozilla Readability test pages", "Apache 2.0"),
}


def write(rows, blob, boosters, features, scores, parameters):
    write_data(blob)
    write_fixture(rows, boosters, features)
    write_provenance(rows, blob, scores, parameters)


def in_lines(data, width=100):
    text = base64.b64encode(data).decode()
    return [text[i:i + width] for i in range(0, len(text), width)]


def write_data(blob):
    lines = " \\\n        ".join(in_lines(blob)).replace(" \\", "\\")
    with open(os.path.join(ROOT, "Sources/Extraction/Blocks/BlockModelData.swift"), "w") as out:
        out.write(f'''/// Written by `scripts/train-extraction`; `data/EXTRACTION-MODEL.md` tells from what. SHA-256 of the decoded bytes:
/// {hashlib.sha256(blob).hexdigest()}
enum BlockModelData {{
    static let base64: StaticString = """
        {lines}
        """
}}
''')


def write_fixture(rows, boosters, features, count=64):
    """Rows from all over the training, each with what LightGBM itself makes of it."""
    chosen = np.flatnonzero(rows.chosen)
    picked = chosen[np.linspace(0, len(chosen) - 1, count).astype(int)]
    raw = sum(b.predict(features[picked], raw_score=True) for b in boosters) / len(boosters)
    data = "\\\n        ".join(in_lines(features[picked].tobytes()))
    values = ",\n        ".join(", ".join(f"{v:.6f}" for v in raw[i:i + 8]) for i in range(0, count, 8))
    with open(os.path.join(ROOT, "Tests/ExtractionTests/BlockModelFixture.swift"), "w") as out:
        out.write(f'''/// Written by `scripts/train-extraction`: rows of features, and LightGBM's own raw scores of them.
enum BlockModelFixture {{
    static let rows: StaticString = """
        {data}
        """

    static let scores: [Double] = [
        {values},
    ]
}}
''')


def write_provenance(rows, blob, scores, parameters):
    pages = {}
    for page in rows.pages:
        pages[page.set] = pages.get(page.set, 0) + 1
    table = "\n".join(f"| {name} | {SOURCES[name][0]} | {SOURCES[name][1]} | {n} |" for name, n in pages.items())
    figures = "\n".join(
        f"| {name} | {v['pages']} | " + " | ".join(
            f"{v[k]:.4f}" if k in v else "" for k in ("f1", "p", "r", "page_f1", "segments_f1")) + " |"
        for name, v in scores.items())
    settings = ", ".join(f"{k} {v}" for k, v in sorted(parameters.items()))
    with open(os.path.join(ROOT, "data/EXTRACTION-MODEL.md"), "w") as out:
        out.write(f"""# The block model

`Sources/Extraction/Blocks/BlockModelData.swift` holds {len(blob)} bytes of learned numbers (base64): trees over
features of text blocks, and scores for hashed tokens of class names and words. Written, with this page and the rows
that the tests check it by, by

    scripts/train-extraction DIR

on {len(rows.pages)} pages of {rows.sites} sites, {int(rows.chosen.sum())} blocks. No text of these pages is in the
data. SHA-256 of the decoded bytes: `{hashlib.sha256(blob).hexdigest()}`.

| set | pages from | licence | pages |
|---|---|---|---|
{table}

## Scores

What `newsmill` itself makes of each page, with models that saw no page of its site ({len(scores)} sets; folds by
registered domain). Precision, recall and F1 are those of the article-extraction-benchmark (runs of four words); the
segments are WCXB's and trafilatura's. The pages of `trafilatura` are in no model's training.

| set | pages | F1 | precision | recall | F1 by page | segments F1 |
|---|---|---|---|---|---|---|
{figures}

## Settings

LightGBM {lightgbm.__version__}; {settings}.
""")
