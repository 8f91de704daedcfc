"""Pages of lists."""

import pytest

from app.scripts_library.script import Forbidden
from app.ui.panes.scripts.editor.rows_page import RowsPage
from app.ui.panes.scripts.editor.rule_rows import DIALECTS, FORBIDDEN
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.scripts_library.making import small
from tests.ui.panes.scripts.editor.conftest import now
from tests.windows import put_up


@pytest.fixture
def page(sheet: Sheet, qtbot) -> RowsPage:
    made = RowsPage(sheet, (FORBIDDEN, DIALECTS), now)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    return made


def test_lists_show_and_change_their_part_of_the_script(page: RowsPage, sheet: Sheet, qtbot) -> None:
    page.show_script(small(must_not_say=(Forbidden("f1", {"en": ("always",)}),), dialect_notes={"粤语": "针"}))
    assert page.editors["dialect_notes"].rows == (("粤语", "针"),)
    page.editors["dialect_notes"].go_to(0, "note")
    qtbot.keyClicks(page.editors["dialect_notes"].form.editor("note"), "x")
    assert sheet.script.dialect_notes == {"粤语": "x针"}
    page.editors["must_not_say"].remove()
    assert sheet.script.must_not_say == ()


def test_a_removed_row_is_offered_back(page: RowsPage, sheet: Sheet, qtbot) -> None:
    page.show_script(small(must_not_say=(Forbidden("f1", {"en": ("always",)}),)))
    with qtbot.waitSignal(page.removed) as removed:
        page.editors["must_not_say"].remove()
    removed.args[0].put_back()
    assert [one.id for one in sheet.script.must_not_say] == ["f1"]


def test_the_cursor_begins_where_something_can_be_done(page: RowsPage) -> None:
    page.focus_first()
    assert page.editors["must_not_say"].buttons["add"].hasFocus()
    page.show_script(small(must_not_say=(Forbidden("f1", {}),)))
    page.focus_first()
    assert page.editors["must_not_say"].list.hasFocus()


def test_marks_go_to_their_list(page: RowsPage) -> None:
    page.show_script(small(must_not_say=(Forbidden("f1", {}),), dialect_notes={"粤语": "针"}))
    page.show_wrong({"must_not_say": {0: "!"}})
    assert page.editors["must_not_say"].list.lines[0].chips[-1] == ("!", "danger")
    assert page.editors["dialect_notes"].list.lines[0].chips == ()
    page.go_to("dialect_notes", 0, "dialect")
    assert page.editors["dialect_notes"].form.editor("dialect").hasFocus()
