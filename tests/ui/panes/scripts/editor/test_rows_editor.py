"""A list of a script with the form of its current row."""

import pytest
from PySide6.QtCore import Qt

from app.scripts_library.script import Source
from app.ui.panes.scripts.editor.rows_editor import RowsEditor
from app.ui.panes.scripts.editor.rule_rows import SOURCES
from tests.ui.panes.scripts.editor.conftest import now
from tests.windows import put_up

A, B = Source("A"), Source("B", clause="2")


@pytest.fixture
def rows(bare_jobs, qtbot) -> RowsEditor:
    made = RowsEditor(SOURCES, now)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    return made


def test_an_empty_list_says_what_to_do(rows: RowsEditor) -> None:
    assert rows.list.isHidden()
    assert rows.form.isHidden()
    assert not rows.buttons["remove"].isEnabled()


def test_a_row_is_added_and_written_by_keyboard_alone(rows: RowsEditor, qtbot) -> None:
    qtbot.keyClick(rows.buttons["add"], Qt.Key.Key_Space)
    assert rows.form.editor("doc").hasFocus()
    with qtbot.waitSignal(rows.edited):
        qtbot.keyClicks(rows.form.editor("doc"), "Rule 8")
    assert rows.rows == (Source("Rule 8"),)
    assert [line.title for line in rows.list.lines] == ["Rule 8"]


def test_moving_through_the_list_shows_each_row(rows: RowsEditor, qtbot) -> None:
    rows.show_rows((A, B))
    rows.list.setFocus()
    qtbot.keyClick(rows.list, Qt.Key.Key_Down)
    assert (rows.place, rows.form.value("clause")) == (1, "2")
    qtbot.keyClick(rows.list, Qt.Key.Key_Return)
    assert rows.form.editor("doc").hasFocus()


def test_a_row_moves_with_its_form(rows: RowsEditor, qtbot) -> None:
    rows.show_rows((A, B))
    qtbot.keyClick(rows.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (rows.rows, rows.place) == ((B, A), 1)
    rows.buttons["up"].click()
    rows.buttons["up"].click()
    assert (rows.rows, rows.place) == ((A, B), 0)


def test_a_row_that_went_comes_back_to_its_place(rows: RowsEditor, qtbot) -> None:
    rows.show_rows((A, B))
    with qtbot.waitSignal(rows.removed):
        rows.buttons["remove"].click()
    assert rows.rows == (B,)
    rows.put_back()
    assert rows.rows == (A, B)
    rows.put_back()
    assert rows.rows == (A, B)


def test_showing_rows_says_nothing(rows: RowsEditor, qtbot) -> None:
    with qtbot.assertNotEmitted(rows.edited):
        rows.show_rows((A, B))


def test_what_is_wrong_stands_at_its_row(rows: RowsEditor) -> None:
    rows.show_rows((A, B))
    rows.show_wrong({1: "!"})
    assert [line.chips for line in rows.list.lines] == [(), (("!", "danger"),)]


def test_a_place_that_is_not_there_leads_to_the_list(rows: RowsEditor) -> None:
    rows.show_rows((A,))
    rows.go_to(0, "url")
    assert rows.form.editor("url").hasFocus()
    rows.go_to(7)
    assert rows.list.hasFocus()
