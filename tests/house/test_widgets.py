"""Wall: every interactive widget has a name for tests, a name for ears, and a place in the Tab order."""

import ast
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from tests.house import widgets
from tests.house.reading import APP, TESTS, nodes_of, nothing_found, shown, text_of


@pytest.fixture
def pane(qtbot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def _put(pane: QWidget, widget: QWidget, name: str = "", said: str = "") -> QWidget:
    widget.setObjectName(name)
    widget.setAccessibleName(said)
    pane.layout().addWidget(widget)
    return widget


def test_a_named_widget_in_the_tab_order_passes(pane):
    _put(pane, QLineEdit(), "intake.number", "Number")
    _put(pane, QComboBox(), "intake.channel", "Channel").setEditable(True)
    _put(pane, QSpinBox(), "intake.count", "Count")
    assert widgets.complaints(pane) == []


def test_a_widget_without_a_name_is_seen(pane):
    _put(pane, QPushButton("Save"))
    assert [line for line in widgets.complaints(pane) if "has no objectName" in line]


def test_a_silent_widget_is_seen(pane):
    _put(pane, QLineEdit(), "intake.number")
    assert [line for line in widgets.complaints(pane) if "says nothing" in line]


def test_the_text_of_a_button_and_the_label_of_a_field_are_said(pane):
    _put(pane, QPushButton("Save"), "intake.save")
    field = _put(pane, QLineEdit(), "intake.number")
    label = QLabel("Number", pane)
    label.setBuddy(field)
    assert widgets.complaints(pane) == []


def test_a_widget_that_tab_skips_is_seen(pane):
    button = _put(pane, QPushButton("Save"), "intake.save")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    pane.show()
    assert [line for line in widgets.complaints(pane) if "never reached by Tab" in line]


def _panes_nobody_shows() -> Iterator[str]:
    for path in sorted((APP / "ui" / "panes").glob("*/pane.py")):
        folder = TESTS / "ui" / "panes" / path.parent.name
        names = {node.name for node in nodes_of(path) if isinstance(node, ast.ClassDef) and node.name.endswith("Pane")}
        tests = "\n".join(text_of(test) for test in folder.rglob("*.py"))
        if not names or not any(name in tests for name in names) or "addWidget" not in tests:
            yield f"{shown(path)}:1: no test shows this pane with qtbot.addWidget, so nobody looks at its widgets"


def test_every_pane_is_shown_by_a_test_that_looks_at_its_widgets():
    nothing_found(_panes_nobody_shows())
