"""ninjs: items of all versions, and IPTC's own examples where they are at hand."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from statedoc import Article, Failure, UnreadableInputError, articles

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = Path(os.environ.get("STATEDOC_SCHEMAS", ROOT.parent / "shared" / "schemas")) / "ninjs" / "examples"

V3 = {
    "uri": "https://example.org/items/1",
    "type": "text",
    "language": "ru",
    "versionCreated": "2025-03-04T10:20:00+04:00",
    "firstCreated": "2025-03-03T10:20:00Z",
    "by": "Анна Ким",
    "infoSources": [{"name": "Вестник"}, {"name": "Курьер"}],
    "headlines": [{"role": "short", "value": "Визит"}, {"role": "main", "value": "Визит <в Баку>"}],
    "bodies": [
        {
            "role": "main",
            "contentType": "text/plain",
            "value": "Он сказал: «Да». Он ушёл. И ещё много слов без разметки.",
        },
        {
            "contentType": "application/xhtml+xml",
            "value": "<p>Он сказал: &laquo;Да&raquo;.</p><script>x</script><p>Он ушёл.</p>",
        },
    ],
    "associations": [
        {"name": "photo", "uri": "urn:p", "type": "picture", "headlines": [{"value": "Фото"}]},
        {"name": "side", "uri": "urn:s", "type": "text", "bodies": [{"value": "Справка"}]},
    ],
}
V2 = {key.lower(): value for key, value in V3.items()} | {
    "bodies": [{key.lower(): value for key, value in body.items()} for body in V3["bodies"]]  # type: ignore[attr-defined]
}
V1 = {
    "uri": "urn:1",
    "byline": "Анна Ким",
    "headline": "Визит",
    "versioncreated": "2025-03-04T10:20:00Z",
    "body_text": "Раз. Два.",
    "body_xhtml": "<p>Раз.</p><p>Два.</p>",
    "associations": {"side": {"uri": "urn:s", "body_text": "Справка"}, "photo": {"uri": "urn:p", "type": "picture"}},
}


def encoded(item: object) -> bytes:
    return json.dumps(item, ensure_ascii=False).encode()


@pytest.mark.parametrize("item", [V3, V2], ids=["3", "2"])
@pytest.mark.parametrize("name", ["a.ninjs", "a.ninjs.json", "a.json", "a"])
@pytest.mark.parametrize("indent", [None, 2])
def test_versions_2_and_3(item: dict[str, Any], name: str, indent: int | None, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(item, ensure_ascii=False, indent=indent), encoding="utf-8")
    main, side = articles(path)
    assert isinstance(main, Article)
    assert main.text == "Он сказал: «Да».\n\nОн ушёл."
    assert main.id == main.metadata.url == "https://example.org/items/1"
    about = main.metadata
    assert (about.title, about.publisher, about.authors) == ("Визит <в Баку>", "Вестник", ("Анна Ким",))
    assert (str(about.published), about.language) == ("2025-03-04 10:20:00+04:00", "ru")
    assert isinstance(side, Article)
    assert (side.id, side.text, side.metadata.url) == ("urn:s", "Справка", None)


def test_version_1() -> None:
    main, side = articles(encoded(V1))
    assert isinstance(main, Article)
    assert (main.text, main.metadata.title, main.metadata.authors) == ("Раз.\n\nДва.", "Визит", ("Анна Ким",))
    assert isinstance(side, Article)


def test_a_list_of_items() -> None:
    lone = V1 | {"associations": []}
    first, bare, odd, last = articles(encoded([lone, {"uri": "urn:b", "bodies": []}, 7, lone]))
    assert first == last
    assert isinstance(bare, Failure)
    assert (bare.position, bare.id, str(bare.error)) == (1, "urn:b", "the item has no body")
    assert isinstance(odd, Failure)
    assert str(odd) == "item 2: it is no item of ninjs: it has no uri"


@pytest.mark.parametrize(
    "item",
    [
        {"bodies": 7},
        {"bodies": [7, {"value": 7}, {}]},
        {"headlines": "a", "bodies": {}},
        {"body_text": None, "associations": "none"},
        {"associations": [{}, 7, None]},
        {"by": {"a": 1}, "infosources": 7, "bodies": [{"value": " ", "contenttype": 7}]},
    ],
)
def test_odd_items_are_failures(item: dict[str, Any]) -> None:
    (failure,) = articles(encoded(item | {"uri": "urn:1"}), "ninjs")
    assert isinstance(failure, Failure)


def test_odd_facts_are_left_out() -> None:
    odd = {
        "uri": "file:///etc/passwd",
        "body_text": "Да",
        "versioncreated": 7,
        "language": [],
        "by": [{}, 7, {"name": "К"}],
    }
    (article,) = articles(encoded(odd))
    assert isinstance(article, Article)
    assert article.metadata.url is article.metadata.published is article.metadata.language is None
    assert article.metadata.authors == ("К",)


@pytest.mark.parametrize("data", [b"", b"7", b"{", b'"a"', b"\xff"])
def test_what_is_no_ninjs(data: bytes) -> None:
    with pytest.raises(UnreadableInputError):
        list(articles(data, "ninjs"))


def test_deep_associations() -> None:
    item: dict[str, Any] = {"uri": "urn:0", "body_text": "Да"}
    for _ in range(200):
        item = {"uri": "urn:1", "body_text": "Да", "associations": [item]}
    assert len(list(articles(encoded(item)))) == 201
    deep = b'{"uri":"a","associations":[' * 100_000
    with pytest.raises(UnreadableInputError, match=r"nested too deeply|not JSON"):
        list(articles(deep, "ninjs"))


def test_the_limit() -> None:
    with pytest.raises(UnreadableInputError, match="over 10 bytes"):
        list(articles(encoded(V1), "ninjs", limit=10))


TEXTS = {
    "001_simple_example": 1, "003_associations_example": 1, "004_simple_text_article": 1, "005_complex_text_article": 1,
    "006_photo_only": 0, "007_multimedia": 1, "008_event": 0,
}  # fmt: skip


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="IPTC's examples are not beside this checkout")
@pytest.mark.parametrize(("name", "texts"), TEXTS.items(), ids=TEXTS)
def test_examples_of_iptc(name: str, texts: int) -> None:
    path = EXAMPLES / f"{name}.json"
    found = list(articles(path))
    assert [isinstance(each, Article) for each in found].count(True) == texts
    item = json.loads(path.read_bytes())
    for each in found:
        assert each.id == item["uri"]
        if isinstance(each, Article):
            assert each.metadata.title == item["headlines"][0]["value"]
            assert each.metadata.published
            assert "<p>" not in each.text
    if name.startswith("005"):
        assert isinstance(found[0], Article)
        assert len(found[0].text.split("\n\n")) == 4
