"""The first page."""

from datetime import UTC, datetime

import pytest

from app.ui.panes.scripts.editor.about_page import AboutPage
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.scripts_library.making import small
from tests.ui.panes.scripts.editor.conftest import now
from tests.windows import put_up


@pytest.fixture
def page(sheet: Sheet, qtbot) -> AboutPage:
    made = AboutPage(sheet, now, UTC)
    qtbot.addWidget(made)
    made.show_script(sheet.script)
    put_up(qtbot, made)
    return made


def test_what_is_typed_stands_in_the_script_at_once(page: AboutPage, sheet: Sheet, qtbot) -> None:
    page.focus_first()
    qtbot.keyClicks(page.form.editor("title_en"), "X")
    assert sheet.script.title["en"].startswith("X")
    assert sheet.script == small(title=sheet.script.title)


def test_half_a_date_changes_nothing_until_it_can_be_read(page: AboutPage, sheet: Sheet, qtbot) -> None:
    ends = datetime(2027, 1, 2, tzinfo=UTC)
    sheet.change(effective_to=ends)
    page.show_script(sheet.script)
    editor = page.form.editor("effective_to")
    editor.selectAll()
    qtbot.keyClicks(editor, "20zz")
    assert sheet.script.effective_to == ends
    assert list(page.problems()) == ["effective_to"]
    editor.selectAll()
    qtbot.keyClicks(editor, "2028-01-02 08:00")
    assert sheet.script.effective_to == datetime(2028, 1, 2, 8, tzinfo=UTC)


def test_the_key_of_a_script_that_exists_stands_fast(page: AboutPage, sheet: Sheet) -> None:
    assert page.form.editor("key").isReadOnly()
    sheet.begin()
    page.show_script(sheet.script)
    assert not page.form.editor("key").isReadOnly()


def test_a_proposed_key_stands_in_the_empty_field(page: AboutPage, sheet: Sheet) -> None:
    page.propose_key("when-open")
    assert (page.proposed, page.form.editor("key").placeholderText()) == ("when-open", "when-open")
    page.show_script(sheet.script)
    assert page.proposed == ""


def test_findings_lead_to_their_field_or_the_first(page: AboutPage) -> None:
    page.go_to("owner")
    assert page.form.editor("owner").hasFocus()
    page.go_to("nowhere")
    assert page.form.editor("title_zh").hasFocus()
