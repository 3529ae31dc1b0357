"""JSON is read and written alike with orjson and without."""

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.errors import StatedocError, UnreadableInputError
from statedoc.schema import decode_json, encode_json, json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values),
    max_leaves=20,
)
EVERY_CHARACTER = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))


@pytest.fixture(params=["orjson", "standard library"])
def implementation(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of doing it, one after the other."""
    if request.param == "orjson":
        pytest.importorskip("orjson")
    else:
        monkeypatch.setattr(json_text, "_orjson", lambda: None)
    return str(request.param)


def both(action: Any) -> tuple[Any, Any]:
    """What an action gives with orjson, and without."""
    pytest.importorskip("orjson")
    fast = outcome(action)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_text, "_orjson", lambda: None)
        return fast, outcome(action)


def outcome(action: Any) -> Any:
    try:
        return action()
    except StatedocError as error:
        return type(error), str(error)


@given(VALUES, st.booleans())
def test_both_write_the_same(value: Any, indent: bool) -> None:
    fast, slow = both(lambda: encode_json(value, indent=indent))
    assert fast == slow
    assert json.loads(fast) == value


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_both_read_the_same(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    for data in (text, text.encode()):
        fast, slow = both(lambda data=data: decode_json(data))
        assert fast == slow
        assert repr(fast) == repr(slow)


@given(st.text('{}[]",:0123456789.eE+-truefalsn \\ud8\n\ufeff') | st.binary(max_size=20))
def test_both_say_the_same_of_anything(data: str | bytes) -> None:
    fast, slow = both(lambda: decode_json(data))
    assert repr(fast) == repr(slow)


def test_every_character_is_written_and_read(implementation: str) -> None:
    data = encode_json({EVERY_CHARACTER: [EVERY_CHARACTER]}, indent=False)
    assert decode_json(data) == {EVERY_CHARACTER: [EVERY_CHARACTER]}
    assert EVERY_CHARACTER[0x80:].encode() in data


def test_layouts(implementation: str) -> None:
    value = {"a": [1, {"b": None}], "c": [], "d": {}, "ё": True}
    assert encode_json(value, indent=False).decode() == '{"a":[1,{"b":null}],"c":[],"d":{},"ё":true}'
    assert encode_json(value, indent=True).decode().splitlines() == [
        "{",
        '  "a": [',
        "    1,",
        "    {",
        '      "b": null',
        "    }",
        "  ],",
        '  "c": [],',
        '  "d": {},',
        '  "ё": true',
        "}",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ('{"a": 1,\n "b" 2}', r"not JSON: .* at line 2, column 6"),
        ("", r"not JSON: .* at line 1, column 1"),
        (b"", r"not JSON: .* at line 1, column 1"),
        ('{"a": "\t"}', r"not JSON: invalid control character at line 1, column 8"),
        ("[1 2]", r"not JSON: .* at line 1, column 4"),
        ("[1] [2]", r"not JSON: extra data at line 1, column 5"),
        ('"a\nb"', r"not JSON: .* at line 1, column 3"),
        ("\ufeff\ufeff{}", r"not JSON: .* at line 1"),
        (b'{"a": "\xd0"}', r"not UTF-8: byte 7 "),
        ("NaN", r"the number NaN, which JSON does not know"),
        ("[-Infinity]", r"the number -Infinity"),
        ("1e999", r"too large: 1e999"),
        ("1" * 400, r"too large: 1111"),
        ("-" + "1" * 5000, r"too large: -111"),
        ('"\\ud800"', r"lone surrogate \(U\+D800\)"),
        ('{"\\uDFFF": 1}', r"lone surrogate \(U\+DFFF\)"),
        ('"\ud83d"', r"lone surrogate \(U\+D83D\)"),
        ("[" * 100_000 + "]" * 100_000, r"nested too deeply"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, r"nested too deeply"),
        ("[" * 100_000, r"nested too deeply"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_json(implementation: str, data: str | bytes, told: str) -> None:
    with pytest.raises(UnreadableInputError, match=told):
        decode_json(data)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\xef\xbb\xbf{}", {}),
        ("\ufeff[]", []),
        ('"\\ud83d\\ude00"', "\U0001f600"),
        ('{"a": 1, "a": 2}', {"a": 2}),
        ("18446744073709551615", 2**64 - 1),
        ("-9223372036854775808", -(2**63)),
        ("18446744073709551616", 18446744073709551616.0),
        ("-9223372036854775809", -9223372036854775809.0),
        ("1.0", 1.0),
    ],
)
def test_what_is_json(implementation: str, data: str | bytes, value: object) -> None:
    read = decode_json(data)
    assert read == value
    assert type(read) is type(value)


def test_a_lone_surrogate_is_not_written(implementation: str) -> None:
    with pytest.raises(StatedocError, match=r"lone surrogate \(U\+DC80\).*replace it"):
        encode_json({"text": "ab\udc80"}, indent=False)


def test_numbers_past_64_bits_are_written(implementation: str) -> None:
    assert encode_json([2**64, -(2**70)], indent=False) == b"[18446744073709551616,-1180591620717411303424]"


def test_without_orjson_the_standard_library_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "orjson", None)
    json_text._orjson.cache_clear()
    try:
        assert json_text._orjson() is None
        assert decode_json(encode_json({"ё": 1}, indent=False)) == {"ё": 1}
    finally:
        json_text._orjson.cache_clear()
