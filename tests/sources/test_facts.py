"""Dates and other facts: kept where they are sure, left out where they are not."""

import pytest

from statedoc.sources._dates import published
from statedoc.sources._facts import language_tag, line, web_address


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-03-04", "2025-03-04"),
        (" 2025-03-04T10:20:00Z ", "2025-03-04T10:20:00+00:00"),
        ("2025-03-04t10:20:00z", "2025-03-04T10:20:00+00:00"),
        ("2025-03-04T10:20:00.123456789+05:30", "2025-03-04T10:20:00.123456+05:30"),
        ("2025-03-04T10:20+0500", "2025-03-04T10:20:00+05:00"),
        ("2025-03-04 10:20:00 +05", "2025-03-04T10:20:00+05:00"),
        ("2025-03-04T10:20:00", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:20:00 +0300", "2025-03-04T10:20:00+03:00"),
        ("4 Mar 2025 10:20 EST", "2025-03-04T10:20:00-05:00"),
        ("Tue, 04 Mar 2025 10:20:00 GMT", "2025-03-04T10:20:00+00:00"),
        ("Tue, 04 Mar 2025 10:20:00 MSK", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:20:00", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:20:00 -0000", "2025-03-04"),
    ],
)
def test_dates(written: str, read: str) -> None:
    date = published(written)
    assert date is not None
    assert date.isoformat() == read


@pytest.mark.parametrize(
    "written",
    [
        "", "вчера", "2025", "2025-03", "20250304", "2025-W10-2", "4/3/2025", "04.03.2025", "04 Mar 25",
        "March 4, 2025", "2025-13-01", "2025-03-04T25:00:00Z", "2025-03-04T10:20:00+99:00", "31 Feb 2025 10:20:00 GMT",
        "4 Мар 2025 10:20:00 GMT", "4 Foo 2025 10:20:00 GMT", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z",
        "2025-03-04T10:20:00+05:00[Asia/Almaty]", "9" * 10_000, "Tue, " * 10_000, 1741069200, None, ["2025-03-04"],
        "4 Mar 2025 10:20:00 +9999", "０２０２-03-04",
    ],
    ids=lambda written: str(written)[:30],
)  # fmt: skip
def test_no_date_is_made_up(written: object) -> None:
    assert published(written) is None


def test_lines() -> None:
    assert line("\x1b[2J Визит\u2028в\x00 Баку ") == "[2J Визит в Баку"
    assert line("\n\t") is line(None) is None


@pytest.mark.parametrize(
    ("written", "tag"),
    [("ru", "ru"), ("zh-Hant-TW", "zh-Hant-TW"), ("ru_RU", "ru-RU"), ("", None), ("x" * 9, None), ("ru RU", None)],
)
def test_language_tags(written: str, tag: str | None) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("written", "base", "address"),
    [
        ("https://example.org/a", None, "https://example.org/a"),
        ("/a", "https://example.org/b/c", "https://example.org/a"),
        ("//example.org/a", "https://example.com", "https://example.org/a"),
        ("/a", None, None),
        ("file:///etc/passwd", "https://example.org", None),
        ("javascript:alert(1)", "https://example.org", None),
        ("data:text/html,a", None, None),
        ("http://[::1", None, None),
        ("https://", None, None),
        ("", "https://example.org", None),
    ],
)
def test_web_addresses(written: str, base: str | None, address: str | None) -> None:
    assert web_address(written, base) == address
