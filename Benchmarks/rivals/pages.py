"""Extracts every page of a list with one rival: pages.py resiliparse|trafilatura LIST. The packages load before the work."""
import gzip, json, sys

name, pages = sys.argv[1], open(sys.argv[2]).read().split('\n')


def read(path):
    with (gzip.open if path.endswith('.gz') else open)(path, 'rb') as file:
        return file.read()


if name == 'trafilatura':
    from trafilatura import bare_extraction

    def extract(page):
        found = bare_extraction(page, with_metadata=True)
        return found.as_dict() if found else {}
else:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page):
        tree = HTMLTree.parse(bytes_to_str(page, detect_encoding(page)))
        return {'title': tree.title, 'text': extract_plain_text(tree, main_content=True)}

for path in pages:
    print(json.dumps(extract(read(path)), default=lambda _: None))
