"""The values that are no objects: what they are written like, and what is refused."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.model import AgreementStatus, EdtfDate, Quantity, parse_edtf
from statedoc.schema import scalars
from statedoc.testing import edtf_dates, metadata, quantities


@given(quantities())
def test_figures_come_back(quantity: Quantity) -> None:
    figure = quantity.value if quantity.value is not None else quantity.low
    assert figure is not None
    text = scalars.write_figure(figure)
    assert "e" not in text.lower()
    assert scalars.read_figure(text) == figure


@given(st.from_regex(scalars.FIGURE, fullmatch=True))
def test_each_figure_that_is_read_is_a_quantity(text: str) -> None:
    assert scalars.write_figure(scalars.read_figure(text)) == text
    assert Quantity(value=scalars.read_figure(text)).value == Decimal(text)


@pytest.mark.parametrize(
    "text", ["", "1e3", "+1", "01", "1.", ".5", "1,5", "NaN", "Infinity", "1_000", " 1", "١", "1\n"]
)
def test_no_figures(text: str) -> None:
    with pytest.raises(ValueError, match="expected a decimal number"):
        scalars.read_figure(text)


@given(edtf_dates())
def test_the_pattern_knows_every_date(date: EdtfDate) -> None:
    assert scalars.EDTF.fullmatch(str(date))


@given(st.text("0123456789X-~/.", max_size=12))
def test_the_pattern_knows_what_is_parsed(text: str) -> None:
    try:
        parse_edtf(text)
    except ValueError:
        return
    assert scalars.EDTF.fullmatch(text)


@given(metadata())
def test_dates_of_publication_come_back(known: object) -> None:
    published = getattr(known, "published", None)
    if published is not None:
        assert scalars.read_published(published.isoformat()) == published


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-11-12", dt.date(2025, 11, 12)),
        ("2025-11-12T10:30Z", dt.datetime(2025, 11, 12, 10, 30, tzinfo=dt.UTC)),
        ("2025-11-12T10:30:00.5+00:00", dt.datetime(2025, 11, 12, 10, 30, 0, 500_000, tzinfo=dt.UTC)),
    ],
)
def test_published(text: str, date: dt.date) -> None:
    assert scalars.read_published(text) == date


@pytest.mark.parametrize(
    "text", ["", "2025", "20251112", "2025-W46-3", "2025-11-12 10:00Z", "2025-11-12T10:00", "today"]
)
def test_not_published(text: str) -> None:
    with pytest.raises(ValueError, match="expected a date like"):
        scalars.read_published(text)


@pytest.mark.parametrize("text", ["2025-11-31", "2025-11-12T25:00Z", "2025-11-12T10:61Z", "2025-11-12T10:00+99:00"])
def test_never_published(text: str) -> None:
    with pytest.raises(ValueError, match=f'no such date or time as "{re.escape(text)}"'):
        scalars.read_published(text)


def test_an_enum_lists_what_it_allows() -> None:
    assert scalars.read_enum("signed", AgreementStatus) is AgreementStatus.SIGNED
    with pytest.raises(ValueError, match=r'expected one of proposed, .*, rejected; not "Signed"'):
        scalars.read_enum("Signed", AgreementStatus)


@pytest.mark.parametrize("value", [True, False, 1.0, "1", None, [1], {}])
def test_no_whole_numbers(value: object) -> None:
    with pytest.raises(ValueError, match="expected a whole number"):
        scalars.read_whole(value)


@pytest.mark.parametrize("value", [12, 1.5, True, None, ["a"], {"a": 1}, b"a"])
def test_no_strings(value: object) -> None:
    with pytest.raises(ValueError, match="expected a string, not "):
        scalars.read_string(value)
