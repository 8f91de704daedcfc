"""How far the drill of today is."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.services import drills
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.drill_progress import DrillEnd, DrillProgress


@pytest.fixture
def progress(jobs: Jobs, qtbot) -> DrillProgress:
    holder = QWidget()
    qtbot.addWidget(holder)
    beside = QPushButton("x", holder)
    beside.setObjectName("training.beside")
    return DrillProgress(beside, holder)


def test_nothing_is_done_before_there_is_a_drill(progress: DrillProgress) -> None:
    progress.show_drill(None)
    assert not progress.has_begun()
    assert progress.words.text() == "Today: 0 of 0 questions · 0 of 10 min"


def test_it_counts_the_questions_of_today(progress: DrillProgress, desk: Office) -> None:
    drill = desk.do(drills.start).value
    progress.show_drill(drill)
    assert progress.bar.maximum() == len(drill.cards)
    assert progress.bar.value() == 0
    assert progress.bar.accessibleName() == "Questions of today"


def test_the_end_of_a_drill_is_not_said_of_one_that_never_began(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    end = DrillEnd(holder)
    end.show_end(begun=False)
    before = {one.text() for one in end.findChildren(QLabel)}
    end.show_end(begun=True)
    after = {one.text() for one in end.findChildren(QLabel)}
    assert before - after == {"Nothing is to be practiced today"}
    assert after - before == {"Today's drill is done"}
