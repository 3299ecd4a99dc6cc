"""The rows that the program prints for pages, as arrays."""
import subprocess

import numpy as np

import labels
from token_table import PLACES

COUNTS = np.dtype("<u2")


class Rows:
    """All blocks of some pages, one after the other, with what the model is to learn about them."""

    def __init__(self, pages, binary, model_file):
        self.names = run(binary, "names").decode().split()
        self.pages = pages
        parse(run(binary, "rows", model_file, pages=pages), pages, len(self.names))
        sites = {}
        for page in pages:
            sites.setdefault(page.site, len(sites))
        self.sites = len(sites)
        self.page = np.repeat(np.arange(len(pages)), [len(p.blocks) for p in pages])
        self.site = np.array([sites[p.site] for p in pages])[self.page]
        blocks = [b for p in pages for b in p.blocks]
        self.features = np.frombuffer(b"".join(b.features for b in blocks), np.uint8).reshape(-1, len(self.names))
        self.chosen = np.array([b.chosen for b in blocks])
        self.tokens = {}
        for i, place in enumerate(PLACES):
            offsets = np.concatenate([[0], np.cumsum([len(b.tokens[i]) for b in blocks])]).astype(np.int64)
            self.tokens[place] = offsets, np.concatenate([b.tokens[i] for b in blocks]).astype(np.uint32)
        self.label = np.concatenate([p.label for p in pages if len(p.blocks)])
        self.weight = np.concatenate([p.weight for p in pages if len(p.blocks)])

    def column(self, name):
        return self.names.index(name)


class Block:
    __slots__ = ("text", "score", "chosen", "kept", "features", "tokens")


def run(binary, *arguments, pages=()):
    data = b"".join(f"{len(p.html)} {p.key.replace(' ', '_')} {p.url}\n".encode() + p.html for p in pages)
    return subprocess.run([binary, *arguments], input=data, stdout=subprocess.PIPE, check=True).stdout


def parse(data, pages, width):
    position = 0
    for page in pages:
        end = data.index(b"\n", position)
        assert data[position:end].decode() == page.key.replace(" ", "_")
        position = end + 1
        count = int.from_bytes(data[position:position + 4], "little")
        position += 4
        page.blocks = []
        for _ in range(count):
            length = int.from_bytes(data[position:position + 4], "little")
            flags, *counts = (int(n) for n in np.frombuffer(data, COUNTS, 5, position + 8))
            block = Block()
            block.score = int.from_bytes(data[position + 4:position + 8], "little", signed=True)
            position += 18
            block.chosen, block.kept = bool(flags & 1), bool(flags & 2)
            block.features = data[position:position + width]
            position += width
            block.tokens = []
            for n in counts:
                block.tokens.append(np.frombuffer(data, "<u4", n, position))
                position += 4 * n
            block.text = data[position:position + length].decode()
            position += length
            page.blocks.append(block)
    assert position == len(data)


def add_labels(pages, cache):
    """Labels and weights of the blocks of each page that has a gold text; `cache` spares doing it again."""
    for page in pages:
        blocks = [labels.tokens(b.text) for b in page.blocks]
        gold = page.gold.get("paragraphs") or [page.gold.get("text") or ""]
        words = [w for p in gold for w in labels.tokens(p)]
        if not words:
            page.label, page.weight = np.zeros(len(blocks)), np.zeros(len(blocks))
            continue
        key = hash((page.key, tuple(b.text for b in page.blocks)))
        if key not in cache:
            label = np.array(labels.label(blocks, words))
            cache[key] = label, optional_share(page, blocks)
        label, optional = cache[key]
        sizes = np.array([len(b) for b in blocks], float)
        # An error weighs what it costs in the page's score; what annotators call optional weighs nothing.
        weight = np.minimum(0.5, (sizes + 3) / (len(words) + 150)) * np.abs(2 * label - 1)
        page.label, page.weight = label, np.where(optional >= 0.5, 0.0, weight)


def optional_share(page, blocks):
    paragraphs = page.gold.get("paragraphs") or []
    count = page.gold.get("summary_paragraphs") or 0
    chosen = set(page.gold.get("optional") or []) | set(range(min(count, len(paragraphs))))
    if not chosen:
        return np.zeros(len(blocks))
    sets = [set(labels.tokens(paragraphs[i])) for i in chosen if i < len(paragraphs)]
    return np.array([
        max((len(set(b) & s) / len(set(b) | s) for s in sets), default=0.0) if b else 0.0 for b in blocks])
