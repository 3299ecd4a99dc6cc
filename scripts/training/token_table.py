"""Scores of the tokens of names and words: how often, on how many sites, what they stand on is article."""
import math

import numpy as np

PLACES = ("own", "near", "far", "word")
PRIOR, SITES, LEAST_SITES, LEAST_SCORE, SCALE = 0.3, 2.0, 6, 0.7, 16
BASE = math.log(PRIOR / (1 - PRIOR))


class TokenTable:
    """Rates per token and site, so that any site can be left out."""

    def __init__(self, rows, place):
        """`rows`: the training rows with their tokens, labels, weights and sites."""
        offsets, flat = rows.tokens[place]
        self.offsets, self.flat = offsets, flat
        self.tokens, self.index = np.unique(flat, return_inverse=True)
        counts = np.diff(offsets)
        site = np.repeat(rows.site, counts).astype(np.int64)
        label = np.repeat(rows.label, counts)
        keep = np.repeat(rows.weight > 0, counts)
        pair = self.index.astype(np.int64) * rows.sites + site
        pairs, where = np.unique(pair[keep], return_inverse=True)
        total = np.bincount(where, minlength=len(pairs))
        rate = np.bincount(where, weights=label[keep], minlength=len(pairs)) / np.maximum(total, 1)
        token = (pairs // rows.sites).astype(np.int64)
        self.sum = np.bincount(token, weights=rate, minlength=len(self.tokens))
        self.sites = np.bincount(token, minlength=len(self.tokens))
        # Where a row's own site is in the sum, it is taken out again.
        place_of = np.searchsorted(pairs, pair)
        place_of = np.minimum(place_of, max(len(pairs) - 1, 0))
        same = (pairs[place_of] == pair) if len(pairs) else np.zeros(len(pair), bool)
        self.own_rate = np.where(same, rate[place_of] if len(pairs) else 0.0, 0.0)
        self.own_site = same.astype(np.int64)

    def scores(self):
        """Token and score of every token worth a place in the table."""
        score = quantised(self.sum, self.sites)
        keep = score != 0
        return self.tokens[keep], score[keep]

    def without_own_site(self):
        """The score of every occurrence as its site's absence would have it."""
        total = self.sum[self.index] - self.own_rate
        return quantised(np.maximum(total, 0.0), self.sites[self.index] - self.own_site)


def quantised(total, sites):
    p = (total + PRIOR * SITES) / (sites + SITES)
    p = np.clip(p, 1e-6, 1 - 1e-6)
    score = np.log(p / (1 - p)) - BASE
    use = (sites >= LEAST_SITES) & (np.abs(score) > LEAST_SCORE)
    return np.where(use, np.clip(np.rint(score * SCALE), -127, 127), 0).astype(np.int64)


def looked_up(tokens, scores, flat):
    """Scores of occurrences in a table."""
    if not len(tokens):
        return np.zeros(len(flat), np.int64)
    place = np.minimum(np.searchsorted(tokens, flat), len(tokens) - 1)
    return np.where(tokens[place] == flat, scores[place], 0)


def summed(offsets, scores):
    """Most, least and sum of each row's scores, as the program adds them up; three bytes around 128."""
    rows = len(offsets) - 1
    total, most, least = (np.zeros(rows, np.int64) for _ in range(3))
    filled = np.flatnonzero(np.diff(offsets) > 0)
    if len(filled):
        starts = offsets[filled]
        total[filled] = np.add.reduceat(scores, starts)
        most[filled] = np.maximum(np.maximum.reduceat(scores, starts), 0)
        least[filled] = np.minimum(np.minimum.reduceat(scores, starts), 0)
    half = np.trunc(total / 2).astype(np.int64)
    return [np.clip(v + 128, 0, 255).astype(np.uint8) for v in (half, most, least)]
