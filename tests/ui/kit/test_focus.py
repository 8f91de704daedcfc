"""Tab goes as the eye goes, and the keyboard is handed on by what leaves the screen with it and by nothing else."""

from functools import partial

import pytest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.focus import KeyboardHome, handed_on, step, stops
from tests.windows import put_up


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("elsewhere", "heir"):
        column.addWidget(QLineEdit(made, objectName=name))
    leaving = QWidget(made, objectName="leaving")
    column.addWidget(leaving)
    QVBoxLayout(leaving).addWidget(QLineEdit(leaving, objectName="field"))
    put_up(qtbot, made)
    return made


@pytest.mark.parametrize(("holder", "later"), [("field", "heir"), ("elsewhere", "elsewhere")])
def test_the_heir_gets_the_keyboard_of_what_leaves(window: QWidget, holder: str, later: str) -> None:
    window.findChild(QLineEdit, holder).setFocus()
    leaving = window.findChild(QWidget, "leaving")
    with handed_on(leaving, window.findChild(QLineEdit, "heir")):
        leaving.hide()
    assert window.focusWidget().objectName() == later


@pytest.mark.parametrize("way", ["disabled", "hidden"])
def test_the_keyboard_comes_home_when_its_widget_goes(window: QWidget, way: str) -> None:
    leaving, field = window.findChild(QWidget, "leaving"), window.findChild(QLineEdit, "field")
    home = QLineEdit(leaving, objectName="home")
    leaving.layout().insertWidget(0, home)
    KeyboardHome(leaving, home.setFocus)
    home.show()
    field.setFocus()
    field.setEnabled(False) if way == "disabled" else field.hide()
    assert window.focusWidget() is home


def test_who_goes_elsewhere_is_not_called_back(window: QWidget) -> None:
    leaving = window.findChild(QWidget, "leaving")
    called: list[str] = []
    KeyboardHome(leaving, partial(called.append, "home"))
    window.findChild(QLineEdit, "field").setFocus()
    window.findChild(QLineEdit, "elsewhere").setFocus()
    window.findChild(QLineEdit, "field").setFocus()
    leaving.hide()
    assert (called, window.focusWidget().objectName()) == ([], "elsewhere")


def columns(qtbot: QtBot) -> QWidget:
    """A column beside a grid, made in any order and laid out in that of the alphabet."""
    made = QWidget()
    qtbot.addWidget(made)
    lines = {name: QLineEdit(made, objectName=name) for name in ("e", "a", "d", "b", "c", "f")}
    row, left, grid = QHBoxLayout(made), QVBoxLayout(), QGridLayout()
    row.addLayout(left)
    row.addLayout(grid)
    left.addWidget(lines["a"])
    left.addWidget(lines["b"])
    for name, place in (("f", (1, 1)), ("d", (0, 1)), ("e", (1, 0)), ("c", (0, 0))):
        grid.addWidget(lines[name], *place)
    put_up(qtbot, made)
    return made


def named(found: list[QWidget]) -> str:
    return "".join(one.objectName() for one in found)


def test_stops_stand_in_the_order_of_the_eye_whatever_was_made_first(qtbot: QtBot) -> None:
    assert named(stops(columns(qtbot))) == "abcdef"


def test_what_cannot_be_used_or_is_reached_by_arrows_is_no_stop(qtbot: QtBot) -> None:
    made = columns(qtbot)
    made.findChild(QLineEdit, "b").setEnabled(False)
    made.findChild(QLineEdit, "c").hide()
    made.findChild(QLineEdit, "d").setProperty("by_arrows", True)
    assert named(stops(made)) == "aef"


def test_an_area_that_scrolls_is_a_stop_only_where_nothing_in_it_is_one(qtbot: QtBot) -> None:
    made = QScrollArea(objectName="area")
    outer = QWidget()
    qtbot.addWidget(outer)
    QVBoxLayout(outer).addWidget(made)
    inner = QLineEdit(objectName="line")
    made.setWidget(inner)
    outer.show()
    assert named(stops(outer)) == "line"
    inner.setEnabled(False)
    assert named(stops(outer)) == "area"


def test_a_step_goes_round_and_back_and_out_of_what_is_no_stop(qtbot: QtBot) -> None:
    made = columns(qtbot)
    made.findChild(QLineEdit, "f").setFocus()
    assert step(made, onward=True)
    assert made.focusWidget().objectName() == "a"
    assert step(made, onward=False)
    assert made.focusWidget().objectName() == "f"


@pytest.mark.parametrize(("onward", "reached"), [(True, "inner"), (False, "before")])
def test_from_what_is_no_stop_a_step_goes_into_it_or_before_it(qtbot: QtBot, onward: bool, reached: str) -> None:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("first", "before"):
        column.addWidget(QLineEdit(made, objectName=name))
    box = QWidget(made)
    column.addWidget(box)
    QVBoxLayout(box).addWidget(QLineEdit(box, objectName="inner"))
    put_up(qtbot, made)
    box.setFocus()
    assert step(made, onward=onward)
    assert made.focusWidget().objectName() == reached


#: A window that steps as the desk does.
Room = type("Room", (QWidget,), {"focusNextPrevChild": lambda room, onward: step(room, onward=onward)})


@pytest.mark.parametrize("way", ["disabled", "hidden", "its box"])
def test_what_loses_the_keyboard_leaves_it_to_what_is_nearest(qtbot: QtBot, way: str) -> None:
    room = Room()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    boxes = [QWidget(room, objectName=name) for name in ("far", "near")]
    for box in boxes:
        column.addWidget(box)
        QVBoxLayout(box).addWidget(QLineEdit(box, objectName=f"{box.objectName()} line"))
    inner = QWidget(objectName="inner")
    boxes[1].layout().addWidget(inner)
    line = QLineEdit(inner, objectName="held")
    QVBoxLayout(inner).addWidget(line)
    put_up(qtbot, room)
    line.setFocus()
    line.setEnabled(False) if way == "disabled" else (inner if way == "its box" else line).hide()
    assert room.focusWidget().objectName() == "near line"


def test_a_step_brings_what_it_reaches_into_view(qtbot: QtBot) -> None:
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inner)
    for number in range(30):
        column.addWidget(QLineEdit(objectName=str(number)))
    area.setWidget(inner)
    area.resize(200, 100)
    put_up(qtbot, area)
    inner.findChild(QLineEdit, "0").setFocus()
    assert step(inner, onward=False)
    assert not inner.findChild(QLineEdit, "29").visibleRegion().isEmpty()
