"""The table of transitions is possible and complete."""

from app.models.inquiries import DONE, State
from app.models.inquiry_steps import TRANSITIONS


def test_every_state_can_be_reached() -> None:
    reached = {State.NEW}.union(*TRANSITIONS.values())
    assert reached == set(State)


def test_from_every_open_state_an_inquiry_can_be_closed() -> None:
    for state in set(State) - DONE:
        seen, todo = {state}, [state]
        while todo:
            found = TRANSITIONS[todo.pop()] - seen
            seen |= found
            todo += found
        assert State.CLOSED in seen, state
