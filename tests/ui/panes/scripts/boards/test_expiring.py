"""The board of what runs out."""

from dataclasses import replace

import pytest

from app.models.script_expiry import ExpiryReason
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.expiring import ExpiringBoard


@pytest.fixture
def board(todo: ToDo, qtbot) -> ExpiringBoard:
    made = ExpiringBoard("scripts.expiring")
    qtbot.addWidget(made)
    made.show_todo(todo)
    return made


def test_each_line_says_why_and_the_day_with_the_reason_marked(board: ExpiringBoard) -> None:
    due, old = board.list.lines
    assert (due.title, due.detail) == ("Look at it again", "Review overdue · Jan 2")
    assert (old.title, old.detail) == ("The old rule", "No longer valid · today")
    assert [old.detail[start:end] for start, end in old.marks] == ["No longer valid"]


def test_every_reason_has_a_next_step(board: ExpiringBoard, todo: ToDo) -> None:
    steps = {reason: board.next_step(replace(todo.expiring[0], reason=reason)) for reason in ExpiryReason}
    assert all(steps.values())
    assert "still right" in steps[ExpiryReason.REVIEW_SOON]
    assert "archive" in steps[ExpiryReason.ENDED]


def test_a_review_says_when_the_script_last_answered_a_call(todo: ToDo, qtbot) -> None:
    made = ExpiringBoard("scripts.expiring")
    qtbot.addWidget(made)
    used = replace(todo.expiring[0], confirmed_at=todo.now)
    made.show_todo(replace(todo, expiring=[used]))
    (line,) = made.list.lines
    assert line.detail == "Review overdue · Jan 2 · last answered a call today"
    assert [line.detail[start:end] for start, end in line.marks] == ["Review overdue"]
