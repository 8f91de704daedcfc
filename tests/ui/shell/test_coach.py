import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.shell.coach import Coach, Step, beside

ROOM = QRect(0, 0, 1000, 600)


@pytest.fixture
def coach(qtbot):
    ground = QWidget()
    ground.resize(1000, 600)
    parts = [QPushButton(name, ground) for name in ("one", "two", "three")]
    for place, part in enumerate(parts):
        part.setGeometry(100 * place, 100 * place, 80, 40)
    coach = Coach(lambda: [Step(part, part.text(), "what it is for") for part in parts], ground)
    qtbot.addWidget(ground)
    ground.show()
    coach.open()
    return coach


def test_keys_lead_through_the_steps(qtbot, coach):
    qtbot.keyClick(coach, Qt.Key.Key_Right)
    qtbot.keyClick(coach, Qt.Key.Key_Return)
    qtbot.keyClick(coach, Qt.Key.Key_Left)
    assert (coach.step, coach.accessibleName()) == (1, "two")


def test_the_last_step_ends_the_tour(qtbot, coach):
    for _ in range(2):
        coach.go_on()
    assert coach._next.text() == "Start working"
    with qtbot.waitSignal(coach.closed):
        coach.go_on()


def test_escape_ends_it_at_any_step(qtbot, coach):
    coach.go_on()
    qtbot.keyClick(coach, Qt.Key.Key_Escape)
    assert coach.isHidden()


def test_it_begins_with_the_first_step_again(coach):
    coach.go_on()
    coach.close_it()
    coach.open()
    assert (coach.step, coach._count.text()) == (0, "Step 1 of 3")


@pytest.mark.parametrize(
    "part",
    [QRect(0, 0, 84, 600), QRect(84, 0, 200, 40), QRect(700, 0, 250, 40), QRect(84, 560, 916, 40), ROOM],
)
def test_the_card_stands_beside_the_part_and_within_the_window(part):
    card = beside(part, ROOM, 380, 180)
    assert ROOM.contains(card)
    assert part == ROOM or not card.intersects(part)
