"""A choice says what a person chose, and nothing of what it is offered."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from app.ui.panes.campaigns.choice import Choice


def test_only_what_a_person_chooses_is_said(qtbot):
    made, heard = Choice("choice"), []
    qtbot.addWidget(made)
    made.decided.connect(heard.append)
    made.offer([("a", "A"), ("b", "B")], "b")
    assert (made.key(), heard) == ("b", [])
    made.offer([("a", "A")], "gone")
    assert made.key() == "a"
    made.choose("a")
    assert heard == ["a"]


def test_the_wheel_leaves_it_alone(qtbot):
    made = Choice("choice")
    qtbot.addWidget(made)
    made.offer([("a", "A"), ("b", "B")], "a")
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    made.wheelEvent(turn)
    assert made.key() == "a"
    assert not turn.isAccepted()
