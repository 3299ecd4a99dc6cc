"""Reads sets of pages: a folder each, with `gold.jsonl` (id, file, url, text ...) and the pages as `*.html.gz`."""
import gzip
import json
import os
import re
from dataclasses import dataclass, field

# Public suffixes of two labels that news sites use; enough to tell sites apart.
SECOND = {"ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "nic", "or", "org"}


@dataclass
class Page:
    set: str
    id: str
    site: str
    url: str
    html: bytes
    gold: dict
    blocks: list = field(default_factory=list)

    @property
    def key(self):
        return f"{self.set}/{self.id}"


def load(folder, sets):
    pages = []
    for name in sets:
        with open(os.path.join(folder, name, "gold.jsonl"), encoding="utf-8") as lines:
            for line in lines:
                gold = json.loads(line)
                with gzip.open(os.path.join(folder, name, gold["file"])) as file:
                    html = decode(file.read())
                url = gold.get("url") or ""
                pages.append(Page(name, gold["id"], site(url) or f"{name}-{gold['id']}", url, html, gold))
    return pages


def decode(data):
    """The page as UTF-8: by its own bytes, else by what it says of itself."""
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        pass
    stated = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    name = stated.group(1).decode().lower() if stated else "cp1252"
    if name in ("iso-8859-1", "latin-1", "ascii"):
        name = "cp1252"
    text = data.decode("utf-8", errors="replace")
    if name not in ("utf-8", "utf8") or text.count("\ufffd") >= 50:
        try:
            text = data.decode("cp1252" if name in ("utf-8", "utf8") else name, errors="replace")
        except LookupError:
            pass
    return text.encode("utf-8", errors="replace")


def site(url):
    """The registered domain of an address, as far as two-label suffixes go."""
    match = re.match(r"^[a-z]+://(?:[^@/]*@)?([^/:?#]+)", url, re.I)
    if not match:
        return None
    labels = match.group(1).lower().rstrip(".").split(".")
    length = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND else 2
    return ".".join(labels[-length:])
