"""Pieces of HTML to text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from statedoc.sources._fragment import text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("Просто текст", "Просто текст"),
        ("<p>Раз</p><p>Два</p>", "Раз\n\nДва"),
        ("<p>Раз<p>Два", "Раз\n\nДва"),
        ("<div><div><p> Раз \n раз </p></div></div>\n\n<div>Два</div>", "Раз раз\n\nДва"),
        ("Раз<br>Два<br/>Три<BR />Четыре", "Раз\nДва\nТри\nЧетыре"),
        ("Раз<br><br>Два<br>\n<br><br>Три", "Раз\n\nДва\n\nТри"),
        ("<p>Раз<br></p><br><p><br>Два</p>", "Раз\n\nДва"),
        (
            "<h2>Визит</h2>Он <b>сказал</b>: <blockquote>«Да»</blockquote> и ушёл",
            "Визит\n\nОн сказал:\n\n«Да»\n\nи ушёл",
        ),
        ("<ul><li>Раз</li><li>Два</li></ul>", "Раз\n\nДва"),
        ("<table><tr><td>Экспорт</td><td>5 %</td></tr><tr><td>Импорт</td></tr></table>", "Экспорт 5 %\n\nИмпорт"),
        ("&laquo;Да&raquo;&nbsp;&mdash; &#1080;&#x43D; &amp;lt; &bogus; &", "«Да»\xa0— ин &lt; &bogus; &"),
        ("«Да» „Нет“ — е\u0301 😀", "«Да» „Нет“ — е\u0301 😀"),
        ("А<script>if (a < b) { '</p>' }</script>Б", "АБ"),
        ("А<SCRIPT src='x'>alert(1)</ScRiPt >Б<style>p{}</style>В", "АБВ"),
        ("А<script/>Б<script />В", "АБВ"),
        ("А<script src=//evil/>alert(1)</script>Б", "АБ"),
        ("А<script>Б", "А"),
        ("А<script>Б</scripture>В</script>Г", "АГ"),
        ("А<!-- <p>Б</p> -->В<!-->Г<!--->Д<!-- Е", "АВГД"),
        ("А<!DOCTYPE html>Б<?php x ?>В</ >Г", "АБВГ"),
        ("А<![CDATA[ <b> ]]>Б", "А <b> Б"),
        ("3 < 5 и 5 > 3, <5", "3 < 5 и 5 > 3, <5"),
        ('<img alt="a > b <p>">Да<a title=it\'s>Нет</a>', "ДаНет"),
        ("<a title='\">'>Да</a>", "Да"),
        ("Да<a href='x", "Да"),
        ("Да<b", "Да"),
        ("<p onclick=alert(1)>Да</p><iframe src=//evil>Нет</iframe>", "Да"),
        ("<pre>a\n  b</pre>", "a b"),
        ("\n<b>\n\n</b>Да<b>\n</b>", "Да"),
        ("а&#10;б&NewLine;<i>&#10;</i>в", "а б в"),
        ("&#99999999999;" + "&#" + "9" * 10_000 + ";" + "&#xFFFFFFFFFFFFF;", "\ufffd\ufffd\ufffd"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
    ],
)
def test_text_of(markup: str, text: str) -> None:
    assert text_of(markup) == text


SAFE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="<&"), min_size=1, max_size=8)
TREE = st.recursive(
    SAFE,
    lambda inner: st.builds(
        lambda name, parts: f"<{name} class='a>b'>{''.join(parts)}</{name}>",
        st.sampled_from(["b", "i", "span", "a", "em"]),
        st.lists(inner, max_size=4),
    ),
)


@given(TREE)
def test_inline_text_is_what_lxml_reads(markup: str) -> None:
    assert text_of(markup) == lxml_html.fromstring(f"<div>{markup}</div>").text_content().strip()


@given(st.text(st.sampled_from("<>!-/?= \"'&#;abpscriptCDATA[]\n")) | st.text())
@settings(max_examples=300)
def test_any_markup_gives_text(markup: str) -> None:
    text = text_of(markup)
    assert "\n\n\n" not in text
    assert text == text.strip(" \n")


HOSTILE = [
    "<", "<!--", "<![CDATA[", "<a ", "</", "</a ", "<a =", "<a b='", '<a b="x" ', "<?", "<!", "&", "&#", "&#9", "&a",
    "<script>", "<script></", "<script></script>", "<script/>", "</script ", "<p>", "<br>", "<div><", "<a/", "<!-->",
    "9", "= ", "<a= ", "<svg><math>", "<b>&#10;",
]  # fmt: skip


@pytest.mark.no_cover
@pytest.mark.parametrize("pattern", HOSTILE)
@pytest.mark.parametrize("opening", ["", "<a ", "&#", "<script>"])
def test_time_is_linear(pattern: str, opening: str) -> None:
    markup = opening + pattern * (600_000 // len(pattern))
    start = time.process_time()
    text_of(markup)
    assert time.process_time() - start < 4  # half a second or less; a square of it would take many minutes


@pytest.mark.no_cover
def test_ten_megabytes_of_tags() -> None:
    assert text_of("<" * 10_000_000) == "<" * 10_000_000
    assert text_of("<div>" * 1_000_000 + "Да") == "Да"
