"""Trains the block model; called by `scripts/train-extraction`. See data/EXTRACTION-MODEL.md for what came of it."""
import argparse
import hashlib
import json
import os
import pickle
import struct
import sys
import time

import lightgbm
import numpy as np

import pages as page_sets
import scoring
import writing
from rows import Rows, add_labels, parse, run
from token_table import PLACES, TokenTable, looked_up, summed

TRAINED = ("scrapinghub", "fundus_eval", "fundus", "wcxb_article", "newspaper4k", "readability")
# Scored, never trained on.
HELD_BACK = ("trafilatura",)
# Boosters with different seeds are averaged: single ones differ by half a point on a single set.
FOLDS, SEEDS, TREES, DEPTH = 8, (1, 2, 3), 100, 4
PARAMETERS = dict(
    objective="binary", learning_rate=0.15, num_leaves=1 << DEPTH, max_depth=DEPTH, min_data_in_leaf=30, lambda_l2=5.0,
    bagging_fraction=0.7, bagging_freq=1, feature_fraction=0.4, max_bin=255, min_data_in_bin=1,
    feature_pre_filter=False, deterministic=True, force_row_wise=True, num_threads=1, verbose=-1)
SCALE = 1024
TOKEN_FEATURES = {place: [place + s for s in ("Sum", "Most", "Least")] for place in PLACES}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("--binary", required=True)
    options.add_argument("--work", required=True)
    options.add_argument("--write", action="store_true", help="write the model into the sources")
    options.add_argument("--predictions")
    options.add_argument("--folds", type=int, default=FOLDS)
    options = options.parse_args()
    os.makedirs(options.work, exist_ok=True)
    trained = page_sets.load(options.folder, TRAINED)
    held = page_sets.load(options.folder, HELD_BACK)
    rows = read(trained, options)
    say(f"{len(trained)} pages of {rows.sites} sites, {len(rows.label)} blocks, {rows.chosen.sum()} asked about")
    texts = cross_validated(rows, held, options)
    scores = report(trained + held, texts, options)
    blob, boosters = train(rows, np.ones(len(rows.label), bool))
    check_rows(rows, blob, options)
    say(f"model: {len(blob)} bytes, sha256 {hashlib.sha256(blob).hexdigest()}")
    with open(os.path.join(options.work, "model"), "wb") as file:
        file.write(blob)
    if options.write:
        features = design(rows, table_scores(rows, np.ones(len(rows.label), bool)))
        writing.write(rows, blob, boosters, features, scores, dict(PARAMETERS, trees=TREES, seeds=SEEDS))


def say(text):
    print(text, file=sys.stderr, flush=True)


def read(pages, options):
    empty = os.path.join(options.work, "empty")
    width = len(run(options.binary, "names").split())
    with open(empty, "wb") as file:
        file.write(encode(width, [], {}))
    cache_path = os.path.join(options.work, "labels")
    cache = {}
    if os.path.exists(cache_path):
        with open(cache_path, "rb") as file:
            cache = pickle.load(file)
    parse(run(options.binary, "rows", empty, pages=pages), pages, width)
    add_labels(pages, cache)
    with open(cache_path, "wb") as file:
        pickle.dump(cache, file)
    return Rows(pages, options.binary, empty)


def fold_of(site, folds):
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:4], "big") % folds


def cross_validated(rows, held, options):
    """What the program makes of each page with a model that saw no page of its site."""
    folds = options.folds
    texts = {}
    page_fold = np.array([fold_of(p.site, folds) for p in rows.pages])
    for fold in range(folds):
        start = time.time()
        blob, _ = train(rows, (page_fold != fold)[rows.page])
        path = os.path.join(options.work, f"fold{fold}")
        with open(path, "wb") as file:
            file.write(blob)
        mine = [p for p in rows.pages + held if fold_of(p.site, folds) == fold]
        for page, line in zip(mine, run(options.binary, "extract", path, pages=mine).splitlines()):
            texts[page.key] = json.loads(line).get("text", "")
        say(f"fold {fold + 1} of {folds}: {len(mine)} pages, {time.time() - start:.0f} s")
    return texts


def report(pages, texts, options):
    scores = {}
    for name in dict.fromkeys(p.set for p in pages):
        mine = [(p.gold, texts[p.key]) for p in pages if p.set == name]
        scores[name] = figures = scoring.summary(mine)
        print(name, " ".join(f"{k} {v:.4f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items()))
        if options.predictions:
            os.makedirs(options.predictions, exist_ok=True)
            with open(os.path.join(options.predictions, name + ".jsonl"), "w") as out:
                for p in pages:
                    if p.set == name:
                        out.write(json.dumps({"id": p.id, "text": texts[p.key]}) + "\n")
    return scores


# MARK: training


class View:
    """Rows of the training pages alone."""

    def __init__(self, rows, use):
        index = np.flatnonzero(use)
        self.site, self.sites = rows.site[index], rows.sites
        self.label, self.weight = rows.label[index], rows.weight[index]
        self.tokens = {}
        for place, (offsets, flat) in rows.tokens.items():
            counts = np.diff(offsets)[index]
            self.tokens[place] = (
                np.concatenate([[0], np.cumsum(counts)]), flat[np.repeat(use, np.diff(offsets))])


def table_scores(rows, use):
    view = View(rows, use)
    return {place: TokenTable(view, place).scores() for place in PLACES}


def train(rows, use):
    view = View(rows, use)
    columns, table = {}, {}
    for place in PLACES:
        tokens = TokenTable(view, place)
        table[place] = tokens.scores()
        columns[place] = summed(tokens.offsets, tokens.without_own_site())
    x = with_tokens(rows, rows.features[use], np.flatnonzero(use), columns)
    learn = rows.chosen[use] & (view.weight > 0)
    data = lightgbm.Dataset(
        x[learn], (view.label[learn] > 0.5).astype(int), weight=view.weight[learn] * 100,
        feature_name=rows.names, params=PARAMETERS)
    boosters = [lightgbm.train(dict(PARAMETERS, seed=seed), data, TREES) for seed in SEEDS]
    trees = [flat_tree(t["tree_structure"]) for b in boosters for t in b.dump_model()["tree_info"]]
    return encode(len(rows.names), trees, table), boosters


def design(rows, table):
    """All rows with the token scores of a table, as the program computes them."""
    # One table for all places, as in the program: its keys are hashes of token and place.
    merged = merge(table)
    tokens = np.array(sorted(merged), np.uint32)
    scores = np.array([merged[t] for t in sorted(merged)], np.int64)
    columns = {}
    for place in PLACES:
        offsets, flat = rows.tokens[place]
        columns[place] = summed(offsets, looked_up(tokens, scores, flat))
    return with_tokens(rows, rows.features, np.arange(len(rows.label)), columns)


def with_tokens(rows, features, index, columns):
    x = features.copy()
    chosen, page = rows.chosen[index], rows.page[index]
    for place, names in TOKEN_FEATURES.items():
        for name, values in zip(names, columns[place]):
            # Words are read only in blocks that the model is asked about.
            x[:, rows.column(name)] = np.where(chosen, values, 128) if place == "word" else values
    for source, target, step in (
        ("ownSum", "nameBefore2", -2), ("ownSum", "nameBefore1", -1), ("ownSum", "nameNext1", 1),
        ("ownSum", "nameNext2", 2), ("wordSum", "wordsBefore1", -1), ("wordSum", "wordsNext1", 1),
    ):
        other = np.arange(len(page)) + step
        inside = (other >= 0) & (other < len(page))
        other = np.clip(other, 0, len(page) - 1)
        inside &= page[other] == page
        x[:, rows.column(target)] = np.where(inside, x[other, rows.column(source)], 255)
    heading = x[:, rows.column("heading")] > 0
    last = np.maximum.accumulate(np.where(heading, np.arange(len(page)), -1))
    last = np.concatenate([[-1], last[:-1]])
    inside = (last >= 0) & (page[np.maximum(last, 0)] == page)
    x[:, rows.column("headingWords")] = np.where(inside, x[np.maximum(last, 0), rows.column("wordSum")], 128)
    return x


def flat_tree(node):
    """Tests in breadth-first order and leaves of the full tree."""
    tests, level = [], [node]
    for _ in range(DEPTH):
        below = []
        for n in level:
            if "split_feature" in n:
                tests.append(n["split_feature"] | int(np.floor(n["threshold"])) << 8)
                below += [n["left_child"], n["right_child"]]
            else:
                tests.append(255 << 8)
                below += [n, n]
        level = below
    return tests, [int(np.rint(n["leaf_value"] * SCALE / len(SEEDS))) for n in level]


def merge(table):
    entries = {}
    for place in PLACES:
        for token, score in zip(*table.get(place, ([], []))):
            if token:
                entries[int(token)] = int(score)
    return entries


def encode(features, trees, table):
    entries = merge(table)
    out = b"NMB1" + struct.pack("<BBHII", features, DEPTH, len(trees), len(entries), 0)
    out += b"".join(struct.pack(f"<{len(t)}H", *t) for t, _ in trees)
    out += b"".join(struct.pack(f"<{len(v)}h", *v) for _, v in trees)
    out += b"".join(struct.pack("<I", k) for k in sorted(entries))
    return out + b"".join(struct.pack("<b", entries[k]) for k in sorted(entries))


def check_rows(rows, blob, options):
    """The program with the new model must describe every block as the training did."""
    path = os.path.join(options.work, "model")
    with open(path, "wb") as file:
        file.write(blob)
    ours = design(rows, table_scores(rows, np.ones(len(rows.label), bool)))
    kept = [p.blocks for p in rows.pages]
    parse(run(options.binary, "rows", path, pages=rows.pages), rows.pages, len(rows.names))
    theirs = np.frombuffer(
        b"".join(b.features for p in rows.pages for b in p.blocks), np.uint8).reshape(ours.shape)
    for page, blocks in zip(rows.pages, kept):
        page.blocks = blocks
    differing = [rows.names[c] for c in np.flatnonzero((ours != theirs).any(axis=0))]
    if differing:
        sys.exit(f"training and program disagree about {', '.join(differing)}")


if __name__ == "__main__":
    main()
