"""Finds near-duplicates among the texts of gzipped JSON Lines with one rival: near.py gaoya|rensa|datasketch FILE...

Sets of five-word shingles, 112 hashes, 14 bands of 8 rows, threshold 0.7; each by the fastest way that its package has.
Nothing is remembered beyond the process, and no rival looks at more than its sketches.
"""
import gzip, re, sys
import orjson

name, files = sys.argv[1], sys.argv[2:]
PIECE = 2000


def pieces():
    rows = []
    for path in files:
        with gzip.open(path, 'rb') as lines:
            for line in lines:
                row = orjson.loads(line)
                rows.append((row['id'], row['text']))
                if len(rows) == PIECE:
                    yield rows
                    rows = []
    yield rows


words = re.compile(r'\w+').findall


def shingles(text):
    found = words(text.lower())
    return [' '.join(found[i:i + 5]) for i in range(max(1, len(found) - 4))]


known = 0
duplicates = []
if name == 'gaoya':
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(
        hash_size=32, jaccard_threshold=0.7, num_bands=14, band_size=8, analyzer='word', lowercase=True,
        ngram_range=(5, 5), id_container='smallvec')
    for rows in pieces():
        # In bulk, on all cores; what resembles another article of its piece is found by asking once more.
        texts = [text for _, text in rows]
        index.par_bulk_insert_docs(list(range(known, known + len(rows))), texts)
        for place, found in enumerate(index.par_bulk_query(texts)):
            if any(other < known + place for other in found):
                duplicates.append(rows[place][0])
        known += len(rows)
elif name == 'rensa':
    from rensa import RMinHash, RMinHashLSH
    index = RMinHashLSH(threshold=0.7, num_perm=112, num_bands=14)
    for rows in pieces():
        matrix = RMinHash.digest_matrix_from_token_sets([shingles(text) for _, text in rows], 112, 42)
        flags = index.insert_matrix_and_query_duplicate_flags(matrix, known)
        duplicates += [row[0] for row, isDuplicate in zip(rows, flags) if isDuplicate]
        known += len(rows)
else:
    from datasketch import MinHash, MinHashLSH
    index = MinHashLSH(threshold=0.7, num_perm=112, params=(14, 8))
    for rows in pieces():
        for id, text in rows:
            sketch = MinHash(num_perm=112)
            sketch.update_batch([shingle.encode() for shingle in shingles(text)])
            if index.query(sketch):
                duplicates.append(id)
            else:
                index.insert(id, sketch)
print('\n'.join(duplicates))
