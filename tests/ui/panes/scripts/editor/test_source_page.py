"""The script as its file, in both directions."""

from datetime import UTC

import pytest
from hypothesis import HealthCheck, assume, given, settings

from app.scripts_library.emitter import emit
from app.scripts_library.script import Script, State
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.source_page import SourcePage
from tests.scripts_library.making import scripts, small


@pytest.fixture
def page(sheet: Sheet, qtbot) -> SourcePage:
    made = SourcePage(sheet, UTC)
    qtbot.addWidget(made)
    made.enter()
    return made


def write(page: SourcePage, text: str) -> None:
    page.text.selectAll()
    page.text.insertPlainText(text)


@given(scripts())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_script_becomes_a_text_and_comes_back_as_it_was(page: SourcePage, sheet: Sheet, script: Script) -> None:
    assume("\u2029" not in emit(script))
    sheet.script, sheet.base, sheet.text = script, None, None
    page.enter()
    sheet.write(page.text.value() + "\n")
    assert page.leave() is None
    assert (sheet.script, sheet.text) == (script, None)


def test_leaving_an_untouched_text_changes_nothing(page: SourcePage, sheet: Sheet, qtbot) -> None:
    with qtbot.assertNotEmitted(sheet.changed):
        assert page.leave() is None


def test_a_text_that_cannot_be_read_stays_as_it_is(page: SourcePage, sheet: Sheet) -> None:
    before = sheet.script
    write(page, "---\ntitle: [\n---\n")
    wrong = page.leave()
    assert wrong is not None
    assert wrong.findings[0].line
    assert (sheet.script, sheet.text) == (before, "---\ntitle: [\n---\n")
    page.enter()
    assert page.text.value() == "---\ntitle: [\n---\n"


def test_a_change_in_the_text_is_one_of_the_script(page: SourcePage, sheet: Sheet) -> None:
    write(page, emit(small(owner="chen")))
    assert page.leave() is None
    assert sheet.script == small(owner="chen")


def test_key_version_and_state_of_a_script_that_exists_are_not_written_by_hand(page: SourcePage, sheet: Sheet) -> None:
    write(page, emit(small("other", version=9, state=State.APPROVED, owner="x")))
    assert page.leave() is None
    assert (sheet.script.key, sheet.script.version, sheet.script.state) == ("a-1", 1, State.DRAFT)
    assert sheet.script.owner == "x"
