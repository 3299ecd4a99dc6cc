"""The fastest Python pipeline that one would write for a crawl: FastWARC, resiliparse's main content, orjson, gzip.

warc.py OUT.jsonl.gz FILE.warc.gz...   No duplicates are looked for, no dates or authors found.
"""
import gzip, sys, zlib
import orjson
from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from resiliparse.parse.html import HTMLTree


def body(raw, headers):
    if (headers.get('Transfer-Encoding') or '').lower() == 'chunked':
        parts, at = [], 0
        while True:
            line = raw.index(b'\r\n', at)
            count = int(raw[at:line].split(b';')[0], 16)
            if count == 0:
                break
            parts.append(raw[line + 2:line + 2 + count])
            at = line + 4 + count
        raw = b''.join(parts)
    return zlib.decompress(raw, 31) if (headers.get('Content-Encoding') or '').lower() == 'gzip' else raw


with gzip.open(sys.argv[1], 'wb', compresslevel=6) as out:
    for path in sys.argv[2:]:
        for record in ArchiveIterator(open(path, 'rb'), record_types=WarcRecordType.response, auto_decode='none'):
            headers = record.http_headers
            if headers is None or headers.status_code != 200 or 'html' not in (record.http_content_type or '').lower():
                continue
            page = body(record.reader.read(), headers)
            tree = HTMLTree.parse(bytes_to_str(page, record.http_charset or detect_encoding(page)))
            out.write(orjson.dumps({
                'id': record.record_id, 'url': record.headers.get('WARC-Target-URI'), 'title': tree.title,
                'text': extract_plain_text(tree, main_content=True, preserve_formatting=True)}) + b'\n')
