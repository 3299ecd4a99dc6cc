"""The measure of Scrapinghub's article-extraction-benchmark: counts of runs of four words, by page."""
import itertools
import re
from collections import Counter

WORD = re.compile(r"\w+")


def shingles(text):
    words = WORD.findall(text or "")
    return Counter(s for s in (tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))) if s)


def variants(gold):
    """Gold texts with and without what the annotators call optional."""
    paragraphs = gold.get("paragraphs")
    if not paragraphs:
        return [gold.get("text") or ""]
    if gold.get("summary_paragraphs"):
        rest = paragraphs[gold["summary_paragraphs"]:]
        return ["\n".join(paragraphs)] + (["\n".join(rest)] if rest else [])
    optional = gold.get("optional") or []
    if len(optional) > 6:
        left_out = [(), tuple(optional)]
    else:
        left_out = [c for k in range(len(optional) + 1) for c in itertools.combinations(optional, k)]
    return ["\n".join(p for i, p in enumerate(paragraphs) if i not in out) for out in left_out]


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def page_counts(gold, text):
    found = shingles(text)
    best = None
    for variant in variants(gold):
        wanted = shingles(variant)
        both = sum(min(n, found.get(s, 0)) for s, n in wanted.items())
        counts = (both, sum(found.values()) - both, sum(wanted.values()) - both)
        score = f1(both / max(1, both + counts[1]), both / max(1, both + counts[2]))
        if best is None or score > best[0]:
            best = (score, counts)
    return best


def summary(rows):
    """`rows`: (gold, text) of one set. Means as in the benchmark, F1 of the mean precision and recall."""
    precision, recall, pages = [], [], []
    segments = [0, 0, 0]
    empty = 0
    for gold, text in rows:
        if gold.get("with"):
            flat = " ".join((text or "").split())
            inside = sum(" ".join(s.split()) in flat for s in gold["with"])
            segments[0] += inside
            segments[1] += sum(" ".join(s.split()) in flat for s in gold.get("without") or [])
            segments[2] += len(gold["with"]) - inside
        if not gold.get("text"):
            continue
        score, (both, extra, missing) = page_counts(gold, text)
        pages.append(score)
        empty += not text and len(gold["text"]) > 400
        if both + extra:
            precision.append(both / (both + extra))
        if both + missing:
            recall.append(both / (both + missing))
    out = {"pages": len(rows)}
    if pages:
        p, r = sum(precision) / max(1, len(precision)), sum(recall) / max(1, len(recall))
        out.update(f1=f1(p, r), p=p, r=r, page_f1=sum(pages) / len(pages), empty=empty)
    if sum(segments):
        out["segments_f1"] = 2 * segments[0] / (2 * segments[0] + segments[1] + segments[2])
    return out
