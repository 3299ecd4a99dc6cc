"""Which blocks of a page are its article, by the gold text.

A block of some length is known by its runs of four tokens. Where a text occurs more than once on the page, or in the
gold text, the chain of blocks that rises through both decides. What is too short to be sure of is looked for in the
gap of the gold text between the blocks before and after it.
"""
import difflib
import re

# A letter of a script without spaces is a token, as is a run of other word characters.
TOKEN = re.compile(
    r"[぀-ヿ㐀-鿿豈-﫿]|[^\W぀-ヿ㐀-鿿豈-﫿]+"
)
RUN = 4


def tokens(text):
    return TOKEN.findall(text)


def label(blocks, gold):
    """Share of each block (a list of tokens) that is article, 0...1."""
    positions = {}
    for i in range(len(gold) - RUN + 1):
        positions.setdefault(tuple(gold[i:i + RUN]), []).append(i)
    candidates = []  # block, gold start, tokens found
    shares = [0.0] * len(blocks)
    for b, words in enumerate(blocks):
        if len(words) < 6:
            continue
        runs = [tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1)]
        found = [r in positions for r in runs]
        share = sum(found) / len(runs)
        if share < 0.2:
            continue
        shares[b] = share
        starts = {}
        for i, run in enumerate(runs):
            for p in positions.get(run, ())[:8]:
                starts[p - i] = starts.get(p - i, 0) + 1
        for start, count in sorted(starts.items(), key=lambda x: -x[1])[:5]:
            candidates.append((b, start, count, len(words)))
    chain = best_chain(candidates)
    result = [0.0] * len(blocks)
    covered = [False] * (len(gold) + 1)
    for b, start, _, length in chain:
        result[b] = shares[b]
        cover(covered, start, length)
    # What the gold text has in another order.
    chained = {c[0] for c in chain}
    for b, start, count, length in sorted(candidates, key=lambda c: -c[2]):
        if b in chained or result[b]:
            continue
        span = covered[max(0, start):max(0, start + length)]
        if span and sum(span) < 0.3 * len(span) and count >= 0.5 * (length - RUN + 1):
            result[b] = shares[b]
            cover(covered, start, length)
    fill_gaps(blocks, gold, chain, result)
    return result


def cover(covered, start, length):
    for i in range(max(0, start), min(len(covered), start + length)):
        covered[i] = True


def best_chain(candidates):
    """The heaviest sequence that rises in the page and in the gold text."""
    candidates = sorted(candidates)
    best = []
    back = []
    for i, (b, start, count, length) in enumerate(candidates):
        value, before = count, -1
        for j in range(i):
            other = candidates[j]
            # A tenth of overlap is forgiven: blocks begin and end with words that gold texts leave out.
            if other[0] < b and other[1] + 0.9 * other[3] <= start + 1 and best[j] + count > value:
                value, before = best[j] + count, j
        best.append(value)
        back.append(before)
    if not best:
        return []
    i = max(range(len(best)), key=best.__getitem__)
    chain = []
    while i >= 0:
        chain.append(candidates[i])
        i = back[i]
    return chain[::-1]


def fill_gaps(blocks, gold, chain, result):
    anchors = [(-1, 0, 0)] + [(b, start, start + length) for b, start, _, length in chain] + [
        (len(blocks), len(gold), len(gold))]
    for (b1, _, end), (b2, start, _) in zip(anchors, anchors[1:]):
        first, last = b1 + 1, b2
        # Around the article only the blocks next to it.
        if b1 < 0:
            first = max(first, last - 40)
        if b2 == len(blocks):
            last = min(last, first + 40)
        gap = gold[max(0, end):max(0, start)]
        inside = [b for b in range(first, last) if len(blocks[b]) < 12 and result[b] == 0]
        if not gap or not inside:
            continue
        flat = [(b, word) for b in inside for word in blocks[b]]
        match = difflib.SequenceMatcher(None, [w for _, w in flat], gap, autojunk=False)
        hits = dict.fromkeys(inside, 0)
        for a, _, size in match.get_matching_blocks():
            for b, _ in flat[a:a + size]:
                hits[b] += 1
        for b in inside:
            if blocks[b]:
                result[b] = hits[b] / len(blocks[b])
