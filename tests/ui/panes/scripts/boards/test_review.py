"""The board of versions that wait for approval."""

from dataclasses import replace

import pytest

from app.models.script_life import ScriptStep
from app.scripts_library.script import Risk
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.review import ReviewBoard


@pytest.fixture
def board(todo: ToDo, qtbot) -> ReviewBoard:
    made = ReviewBoard("scripts.review")
    qtbot.addWidget(made)
    made.show_todo(todo)
    return made


def test_a_version_says_who_wrote_it_when_and_how_many_approved_it(board: ReviewBoard) -> None:
    (line,) = board.list.lines
    assert (line.title, line.detail, line.hint) == ("Who needs the flu vaccine", "Chen · now · new wording", "0/1")
    assert line.chips == ()


@pytest.mark.parametrize(("risk", "chip"), [(Risk.HIGH, "High risk"), (Risk.EMERGENCY, "Urgent")])
def test_an_unusual_risk_has_a_chip(board: ReviewBoard, todo: ToDo, risk: Risk, chip: str) -> None:
    waits = todo.waiting[0]
    board.show_todo(replace(todo, waiting=[replace(waits, script=replace(waits.script, risk=risk))]))
    assert board.list.lines[0].chips == ((chip, "warning"),)


def test_the_next_step_depends_on_who_asks(board: ReviewBoard, todo: ToDo) -> None:
    own = todo.waiting[0]
    assert "because you wrote it" in board.next_step(own)
    other = replace(own, life=replace(own.life, steps=(ScriptStep.APPROVE,)))
    assert board.next_step(other) == "Version 2: read it, then approve it or send it back."
    half = replace(own, life=replace(own.life, approved_by=("Li",), approvers=2))
    assert "one more person" in board.next_step(half)
