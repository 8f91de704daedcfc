"""The table of steps: one way for each word, nothing without an end, and decisions only by those who may decide."""

from app.models.accounts import Permission
from app.models.inquiries import DONE, PAUSED, EventKind, State
from app.models.inquiry_steps import BY_ID, STEPS, TRANSITIONS, UNANSWERED, leading


def test_between_two_states_there_is_one_step() -> None:
    ways = [(state, step.to_state) for step in STEPS for state in step.from_states if step.to_state]
    assert BY_ID["transfer"].from_states == BY_ID["cancel"].from_states  # it ends work here as a cancellation does
    ways = [one for one in ways if one[1] is not State.CANCELLED]
    assert len(ways) == len(set(ways))
    assert len(BY_ID) == len(STEPS)
    assert leading(State.NEW, State.CANCELLED) is BY_ID["cancel"]


def test_the_word_for_working_again_depends_on_where_an_inquiry_stands() -> None:
    words = {state: step.id for state in State if (step := leading(state, State.IN_PROGRESS))}
    assert {words[state] for state in PAUSED} == {"resume"}
    assert (words[State.CLOSED], words[State.RETURNED]) == ("reopen", "start")
    assert State.MERGED not in words


def test_a_merge_can_be_taken_apart_into_every_state_in_which_it_could_be_made() -> None:
    assert TRANSITIONS[State.MERGED] == UNANSWERED == BY_ID["merge"].from_states


def test_a_step_of_another_kind_leads_nowhere() -> None:
    assert leading(State.CLOSED, State.IN_PROGRESS, EventKind.RESUMED) is None


def test_what_ends_or_stops_an_inquiry_says_why() -> None:
    for step in STEPS:
        if step.to_state in {*PAUSED, *DONE, State.RETURNED, State.REDO} - {State.MERGED}:
            assert step.needs, step.id


def test_only_a_decider_decides_and_only_a_supervisor_notifies() -> None:
    assert BY_ID["approve_extension"].permission is Permission.DECIDE_EXTENSIONS
    assert BY_ID["notify"].permission is Permission.SUPERVISE_INQUIRIES
    assert BY_ID["urge"].permission is Permission.WORK_INQUIRIES
    assert BY_ID["accept"].at_once
    assert not BY_ID["reopen"].at_once
