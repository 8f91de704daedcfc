"""The wordings as tabs."""

import pytest

from app.scripts_library.script import Variant
from app.services.script_writing import WordingFacts
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.wording_page import WordingPage
from tests.windows import put_up


@pytest.fixture
def page(sheet: Sheet, qtbot) -> WordingPage:
    made = WordingPage(sheet)
    qtbot.addWidget(made)
    made.show_script(sheet.script)
    put_up(qtbot, made)
    return made


def titles(page: WordingPage) -> list[str]:
    return [page.tabs.tabText(place) for place in range(page.tabs.count())]


def test_each_wording_is_a_tab_and_what_is_typed_goes_into_it(page: WordingPage, sheet: Sheet, qtbot) -> None:
    assert titles(page) == ["中文", "English"]
    page.go_to(1, "record")
    qtbot.keyClicks(page.body.texts["record"], "Age")
    assert [one.record for one in sheet.script.variants] == ["", "Age"]


def test_a_wording_is_added_for_a_caller_kind_in_plain_words(page: WordingPage, sheet: Sheet) -> None:
    page._language.set_value("en")
    page._kind.set_value("nurse")
    page._plain.set_value("yes")
    page.add()
    page.add()
    assert sheet.script.variants[2:] == (Variant("en", "nurse", plain=True),)
    assert titles(page)[2] == "English · Nurse · plain"
    assert page.body.texts["say"].hasFocus()


def test_a_wording_that_went_comes_back(page: WordingPage, sheet: Sheet, qtbot) -> None:
    with qtbot.waitSignal(page.removed):
        page.remove()
    assert titles(page) == ["English"]
    page.put_back()
    assert {one.language for one in sheet.script.variants} == {"zh", "en"}


def test_without_a_wording_one_is_added_first(page: WordingPage) -> None:
    page.remove()
    page.remove()
    assert page.body.isHidden()
    page.focus_first()
    assert page._language.hasFocus()


def test_turning_to_a_wording_says_so_and_shows_its_facts(page: WordingPage, qtbot) -> None:
    page.show_facts((WordingFacts(1.0, None), WordingFacts(33.0, None)), ())
    with qtbot.waitSignal(page.chosen) as chosen:
        page.tabs.setCurrentIndex(1)
    assert chosen.args[0].language == "en"
    assert "about 33 s" in page.body._note.text()
