"""Each input is recognised by one source, and no other."""

import gzip
import json

import pytest
from tests.formats.samples import DOCUMENT

from statedoc import dumps
from statedoc.sources import REGISTRY

NINJS = {"uri": "urn:1", "headlines": [{"value": "Визит"}], "bodies": [{"value": "Да"}]}
HEADS = {
    "html": [b"<!DOCTYPE html><html>", b"<html><body>", b"\xef\xbb\xbf\n<HEAD>", "<!doctype html>\n".encode("utf-16")],
    "feed": [
        b'<?xml version="1.0"?><rss version="2.0">',
        b'<?xml version="1.0"?>\n<!-- x --><feed xmlns="http://www.w3.org/2005/Atom">',
        b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
        '<?xml version="1.0" encoding="utf-16"?><rss version="2.0">'.encode("utf-16"),
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "a", "items": [{"id": "1", "uri": "a"}]}',
        b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}',
    ],
    "jsonl": [
        b'{"text": "a"}\n{"text": "b"}',
        b'{"text": "' + b"a" * 5000,
        b'\xef\xbb\xbf{"uri": "a", "text": "b"}',
        dumps(DOCUMENT, "jsonl")[:4096],
        dumps(DOCUMENT, indent=True)[:4096],
    ],
    "ninjs": [
        json.dumps(NINJS).encode(),
        json.dumps([NINJS], indent=2).encode(),
        b'{"versioncreated": "2025-03-04T10:20:00Z", "uri": "urn:1", "type": "text"}',
        b'{"uri": "urn:1", "version": "https://jsonfeed.org/version/1", "body_text": "a"}',
    ],
    "warc": [b"WARC/1.0\r\n", gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n", mtime=0)],
    None: [
        b"", b"{", b"<", b"[1] a", "Президент прибыл.".encode(), b"<p>a</p>", b"\x1f\x8b\x08",
        gzip.compress(b"WARP/", mtime=0),
        b'<?xml version="1.0"?><note>', b"WARC", '«<html>»'.encode(), b"feed <rss", b"[7]", b'["a"]',
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "head"), [(name, head) for name, heads in HEADS.items() for head in heads])
def test_one_source_at_most_recognises_an_input(name: str | None, head: bytes) -> None:
    found = [each.name for each in REGISTRY.entries().values() if each.recognises and each.recognises(head)]
    assert found == ([name] if name else [])
