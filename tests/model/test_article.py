"""An article as it came in."""

import datetime as dt

import pytest

from statedoc.model import Article, Metadata


def test_nothing_need_be_known() -> None:
    assert Article(text="").metadata == Metadata()
    assert Metadata().authors == ()


@pytest.mark.parametrize(
    "published",
    [
        dt.date(2025, 11, 12),
        dt.datetime(2025, 11, 12, 10, tzinfo=dt.UTC),
        dt.datetime(2025, 11, 12, tzinfo=dt.timezone(dt.timedelta(hours=-3, minutes=-30))),
    ],
)
def test_when_it_was_published(published: dt.date) -> None:
    assert Metadata(published=published).published == published


def test_a_time_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="published needs an offset from UTC: 2025-11-12T10:00:00"):
        Metadata(published=dt.datetime(2025, 11, 12, 10))


def test_an_offset_has_whole_minutes() -> None:
    with pytest.raises(ValueError, match="offset of whole minutes"):
        Metadata(published=dt.datetime(1900, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=2, seconds=17))))


def test_a_date_is_no_string() -> None:
    with pytest.raises(TypeError, match="published must be a date or a date-time, not str"):
        Metadata(published="2025-11-12")  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["ru", "kk", "uz-Cyrl", "zh-Hant-TW", "qaa-x-private"])
def test_languages(language: str) -> None:
    assert Metadata(language=language).language == language


@pytest.mark.parametrize("language", ["", "r", "русский", "ru_RU", "ru-", "-ru", "ru\n", "toolonglanguage"])
def test_no_languages(language: str) -> None:
    with pytest.raises(ValueError, match="language must be a BCP 47 tag"):
        Metadata(language=language)


def test_an_id_is_not_blank() -> None:
    with pytest.raises(ValueError, match="id must not be empty"):
        Article(text="", id=" ")
