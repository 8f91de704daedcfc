import pytest

from app.models.accounts import Person, Role
from app.models.inquiries import DONE, EventKind, State
from app.ui.panes.work import steps
from app.ui.panes.work.commands import DETAIL


@pytest.mark.parametrize("state", list(State))
def test_every_offered_step_is_a_transition_of_the_house(state: State) -> None:
    offered = steps.available(state)
    assert offered or state is State.MERGED
    assert all(state in steps.BY_ID[one].from_states for one in offered)
    assert set(steps.likely(state)) <= set(offered)
    assert len(offered) == len(set(offered))


def test_one_word_fits_each_way_back_to_work() -> None:
    assert "start" in steps.available(State.NEW)
    assert {"resume"} == {"start", "resume", "reopen"} & set(steps.available(State.WAITING_CALLER))
    for state in DONE - {State.MERGED}:
        assert {"reopen"} == {"start", "resume", "reopen"} & set(steps.available(state))


def test_an_inquiry_is_not_taken_where_it_stands_but_may_go_to_another_unit() -> None:
    assert "wait_caller" not in steps.available(State.WAITING_CALLER)
    assert "dispatch" in steps.available(State.DISPATCHED)


def test_steps_say_what_they_need() -> None:
    assert steps.BY_ID["dispatch"].needs == ("unit", "due_at")
    assert steps.BY_ID["accept"].at_once
    assert not steps.BY_ID["close"].at_once
    assert steps.BY_ID["reopen"].kind is EventKind.REOPENED


def test_every_step_has_its_command() -> None:
    assert {f"work.{step.id}" for step in steps.STEPS} <= {command.id for command in DETAIL}


def _person(*roles: Role) -> Person:
    return Person(b"p", "p", "P", roles)


def test_an_extension_that_was_asked_for_is_decided_by_a_supervisor_alone() -> None:
    operator, supervisor = _person(Role.OPERATOR), _person(Role.SUPERVISOR)
    assert "ask_extension" in steps.available(State.ACCEPTED, operator)
    assert not {"ask_extension", "approve_extension"} & set(steps.available(State.ACCEPTED, operator, asked=True))
    offered = steps.available(State.ACCEPTED, supervisor, asked=True)
    assert steps.likely(State.ACCEPTED, offered)[:2] == ("approve_extension", "refuse_extension")
    assert steps.available(State.ACCEPTED, _person(Role.TRAINER)) == ()


def test_what_was_answered_is_looked_at_before_it_is_closed() -> None:
    assert steps.likely(State.ANSWERED) == ("close", "review", "ask_callback")
    assert "redo" in steps.likely(State.IN_REVIEW)
