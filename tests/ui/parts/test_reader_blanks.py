"""The fields of placeholders."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox

from app.services.script_reading import Blank, OpenScript
from app.ui.kit import languages
from app.ui.parts.reader_blanks import Blanks
from tests.windows import put_up


@pytest.fixture
def blanks(qtbot, opened: OpenScript) -> Blanks:
    made = Blanks()
    qtbot.addWidget(made)
    made.show_blanks(opened.blanks)
    made.show()
    return made


def test_choices_are_chosen_and_others_typed(blanks: Blanks) -> None:
    chosen, typed = blanks.fields
    assert isinstance(chosen.editor, QComboBox)
    assert [chosen.editor.itemText(place) for place in range(3)] == ["Choose…", "North", "South"]
    assert typed.editor.text() == "12320"


def test_a_choice_is_told(blanks: Blanks, qtbot) -> None:
    box = blanks.fields[0].editor
    box.setFocus()
    with qtbot.waitSignal(blanks.chosen) as heard:
        box.setCurrentIndex(2)
        box.activated.emit(2)
    assert heard.args == ["clinic", "South"]


def test_typing_is_told_letter_by_letter_without_blanks_around(blanks: Blanks, qtbot) -> None:
    line = blanks.fields[1].editor
    with qtbot.waitSignal(blanks.chosen) as heard:
        qtbot.keyClicks(line, " ")
    assert heard.args == ["clinic_phone", "12320"]


def test_a_field_in_which_somebody_types_is_left_alone(blanks: Blanks, opened: OpenScript, qtbot) -> None:
    field = blanks.fields[1]
    put_up(qtbot, blanks)
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "1")
    blanks.show_blanks((opened.blanks[0], replace(opened.blanks[1], value="999")))
    assert blanks.fields[1] is field
    assert field.editor.text() == "123201"


def test_other_placeholders_have_other_fields(blanks: Blanks) -> None:
    blanks.show_blanks((Blank("day"),))
    assert [field.name for field in blanks.fields] == ["day"]
    blanks.show_blanks(())
    assert blanks.isHidden()


def test_what_is_needed_says_so(blanks: Blanks, qtbot) -> None:
    assert [field.editor.accessibleName() for field in blanks.fields] == ["clinic, needed", "clinic phone"]
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: blanks.fields[0].editor.itemText(0) == "请选择…")


def test_the_wheel_changes_no_choice(blanks: Blanks, qtbot) -> None:
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    box = blanks.fields[0].editor
    middle = QPointF(5, 5)
    turn = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    box.wheelEvent(turn)
    assert (box.currentIndex(), turn.isAccepted()) == (0, False)
