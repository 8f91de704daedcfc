from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.ui.kit.editors import CategoryEditor
from app.ui.kit.fields import Field
from app.ui.kit.form_row import FormRow
from app.ui.kit.line_editors import DateEditor, LineEditor, MomentEditor, NumberEditor
from app.ui.kit.tri_state import TriState
from app.ui.kit.type_ahead import Suggestion


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def row_of(parent, editor=None, **more):
    field = Field("name", "text", {"en": "Name", "zh_CN": "姓名"}, **more)
    row = FormRow(field, editor or LineEditor(), parent)
    row.retranslate("en")
    row.show()
    return row


def shown(row):
    return [label.text() for label in row.findChildren(QLabel) if label.isVisible()]


def test_a_required_field_is_marked(parent):
    assert shown(row_of(parent, required=True)) == ["Name *"]


def test_a_line_under_the_editor_is_made_when_something_stands_there(parent):
    row = row_of(parent)
    assert len(row.findChildren(QLabel)) == 1
    row.show_error("Missing")
    assert shown(row) == ["Name", "Missing"]


def test_help_stands_under_the_editor_until_there_is_an_error(parent):
    row = row_of(parent, help={"en": "As on the card", "zh_CN": "与证件一致"})
    assert shown(row) == ["Name", "As on the card"]
    row.show_error("Missing")
    assert shown(row) == ["Name", "Missing"]
    row.show_error("")
    assert shown(row) == ["Name", "As on the card"]


def test_the_language_changes_label_help_and_name(parent):
    row = row_of(parent, help={"en": "As on the card", "zh_CN": "与证件一致"})
    row.retranslate("zh_CN")
    assert shown(row) == ["姓名", "与证件一致"]
    assert row.editor.accessibleName() == "姓名"


def test_an_edit_takes_the_error_away_and_is_told(parent, qtbot):
    row = row_of(parent)
    row.show_error("Missing")
    with qtbot.waitSignal(row.edited) as told:
        qtbot.keyClicks(row.editor, "x")
    assert told.args == ["name", "x"]
    assert shown(row) == ["Name"]


def test_too_long_is_told_while_typing(parent, qtbot):
    row = row_of(parent, max_length=3)
    qtbot.keyClicks(row.editor, "abcd")
    assert row.problem().startswith("1 character")
    assert row.problem() in shown(row)


def test_a_category_that_is_none_is_told_when_its_line_is_left_until_it_is_typed_in(parent, qtbot):
    field = Field("category", "category", "Category", suggest=lambda text: [Suggestion("lab", "Lab result")])
    row = row_of(parent, CategoryEditor("category", field))
    row.editor.set_value("lab")
    qtbot.keyClicks(row.editor, " and more")
    assert row.problem() not in shown(row)
    QApplication.sendEvent(row.editor, QFocusEvent(QEvent.Type.FocusOut))
    assert row.problem() in shown(row)
    qtbot.keyClicks(row.editor, "x")
    assert row.problem() not in shown(row)
    row.editor.set_value("lab")
    assert row.problem() == ""


def test_a_question_stands_beside_its_answers(parent):
    row = row_of(parent, TriState())
    label = row.findChild(QLabel)
    assert label.geometry().right() < row.editor.geometry().left()


def test_a_day_without_a_time_of_day_says_what_is_missing(parent):
    editor = MomentEditor(noon, UTC)
    row = row_of(parent, editor)
    editor.setText("2026-12-10")
    assert row.problem() == "Add the time of day: 2026-12-10 16:30"
    editor.setText("2026-12-10 16:30")
    assert row.problem() == ""
    editor.setText("whenever")
    assert row.problem() == "This is no time: write it as 2026-03-02 16:30, or as tomorrow 9:00, in 2 h"


@pytest.mark.parametrize(
    ("editor", "typed", "told", "right"),
    [
        (DateEditor, "2/31/26", "This is no day: write it as 2026-03-02, or as today, fri, +3", "2026-03-02"),
        (NumberEditor, "about ten", "This is no number: write digits, such as 1,250 or 12.5", "1,250"),
    ],
)
def test_what_cannot_be_read_says_how_it_is_written(parent, editor, typed, told, right):
    line = editor() if editor is NumberEditor else editor(noon, UTC)
    row = row_of(parent, line)
    line.setText(typed)
    assert row.problem() == told
    line.setText(right)
    assert right in told
    assert row.problem() == ""


def noon():
    return datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
