"""Texts of a script as HTML, and what its languages are called."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from app.services.script_reading import OpenScript, Piece
from app.ui.parts.readable import Ink, html_of, language_name, linked, next_language, plain_of, spoken_name

INK = Ink("#000001", "#000002", "#000003", "#000004")


def shown(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def test_text_of_a_script_is_never_read_as_markup() -> None:
    html = html_of([Piece("5 < 6 & <b>not bold</b>")], INK)
    assert "<b>" not in html
    assert shown(html) == "5 < 6 & <b>not bold</b>"


def test_a_value_is_marked_and_a_missing_one_otherwise() -> None:
    html = html_of([Piece("Go to "), Piece("North", "clinic"), Piece("{clinic_phone}", "clinic_phone", True)], INK)
    assert "color:#000001" in html
    assert "color:#000003" in html
    assert "clinic phone" in shown(html)


def test_lists_hang_and_keep_their_signs() -> None:
    html = html_of([Piece("Bring:\n- the card\n2. yourself\n1）证件")], INK)
    assert html.count("text-indent") == 2
    assert [line.replace("\xa0", " ") for line in shown(html).split("\n")] == [
        "Bring:",
        "•  the card",
        "2.  yourself",
        "1）证件",
    ]


def test_an_empty_line_begins_a_paragraph() -> None:
    html = html_of([Piece("one\n\n\ntwo\nthree")], INK)
    assert html.count("margin-top:10px") == 1
    assert shown(html) == "one\ntwo\nthree"


def test_arabic_is_written_from_the_right() -> None:
    assert 'dir="rtl"' in html_of([Piece("مرحبا 123")], INK)
    assert 'dir="rtl"' not in html_of([Piece("Say مرحبا")], INK)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=80))
def test_every_text_is_shown_whole(text: str) -> None:
    wanted = "".join(text.split()).replace("-", "").replace("*", "").replace("·", "").replace("•", "")
    found = "".join(shown(html_of([Piece(text)], INK)).split())
    assert found.replace("-", "").replace("*", "").replace("·", "").replace("•", "") == wanted


def test_web_addresses_in_a_source_can_be_opened() -> None:
    html = linked("Rule <8> https://example.org/a?b=1&c=2", "#000001")
    assert 'href="https://example.org/a?b=1&amp;c=2"' in html
    assert "Rule &lt;8&gt; " in html


def test_languages_have_their_own_names() -> None:
    assert (language_name("zh_CN"), language_name("en"), language_name("xx")) == ("中文", "English", "xx")


def test_the_next_language_goes_around(opened: OpenScript) -> None:
    assert next_language(opened) == "zh_CN"
    assert next_language(replace(opened, language="zh_CN")) == "en"
    assert next_language(replace(opened, languages=("en",))) == ""


def test_a_text_without_its_marks_is_what_is_said(opened: OpenScript) -> None:
    assert plain_of(opened.sections[0].pieces) == "Go to {clinic} at 9 to 45."
    assert spoken_name("clinic_phone", "zh_CN") == "门诊电话"
    assert spoken_name("some_thing", "zh_CN") == "some thing"
