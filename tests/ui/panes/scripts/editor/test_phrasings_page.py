"""What callers say."""

import pytest

from app.ui.panes.scripts.editor.phrasings_page import PhrasingsPage
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.scripts_library.making import small
from tests.windows import put_up


@pytest.fixture
def page(sheet: Sheet, qtbot) -> PhrasingsPage:
    sheet.change(phrasings={"zh": ("几点",), "es": ("hora",)})
    made = PhrasingsPage(sheet)
    qtbot.addWidget(made)
    made.show_script(sheet.script)
    put_up(qtbot, made)
    return made


def test_each_line_is_a_phrasing_and_other_languages_stay(page: PhrasingsPage, sheet: Sheet) -> None:
    page.texts["en"].insertPlainText(" when open\n\nhours \n")
    assert sheet.script.phrasings == {"zh": ("几点",), "es": ("hora",), "en": ("when open", "hours")}


def test_an_emptied_language_is_left_out(page: PhrasingsPage, sheet: Sheet) -> None:
    page.texts["zh"].selectAll()
    page.texts["zh"].insertPlainText(" ")
    assert "zh" not in sheet.script.phrasings


def test_what_is_being_typed_is_not_written_over(page: PhrasingsPage, sheet: Sheet) -> None:
    page.texts["en"].insertPlainText("when \n")
    page.show_script(sheet.script)
    assert page.texts["en"].value() == "when \n"
    page.show_script(small())
    assert page.texts["en"].value() == ""


def test_findings_lead_to_their_language(page: PhrasingsPage) -> None:
    page.go_to("en")
    assert page.texts["en"].hasFocus()
    page.focus_first()
    assert page.texts["zh"].hasFocus()
