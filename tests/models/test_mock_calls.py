"""The simulated caller: what is asked is told, the mood follows, the same seed gives the same call."""

from dataclasses import replace

import pytest

from app.models import mock_calls
from app.models.callers import CallerKind
from app.models.contacts import Outcome
from app.models.mock_calls import (
    BEGINS,
    CONTENT,
    GONE,
    OCCASIONS,
    Answer,
    CallState,
    FactToAsk,
    Happened,
    Heard,
    Literacy,
    Manner,
    MockEvent,
    MockService,
    Mood,
    Question,
    Scenario,
    Temper,
    after,
    begin,
    fold,
    hear,
    says_any,
)

E = MockEvent


def text(words: str) -> dict[str, str]:
    return {"en": words, "zh": words}


def words(*these: str) -> dict[str, tuple[str, ...]]:
    return {"en": these, "zh": these}


CALLER = Scenario(
    "one", 1, MockService.COUNTY, "imm-x", text("T"), text("Ann"), CallerKind.FAMILY, text("1"), Literacy.USUAL,
    Mood.ANXIOUS, text("Help"),
    (
        FactToAsk("age", words("how old"), text("Five."), must=True),
        FactToAsk("where", words("which town"), text("Here.")),
    ),
    (Question("k1", text("What now, k1?")), Question("k2", text("And k2?"))), ("k1", "k2"), Outcome.ANSWERED,
    must_not=words("wait and see"), better=words("well done"), worse=words("your fault"),
)  # fmt: skip
MANNER = Manner(
    ("do not worry",), ("stupid",), ("hello",), ("goodbye",),
    {one: {"steady": (f"<{one}>",), "upset": (f"<{one}!>",)} for one in OCCASIONS},
)  # fmt: skip


def heard(said: str, *points: str, state: CallState | None = None, caller: Scenario = CALLER) -> Answer:
    return hear(caller, MANNER, state or begin(caller), Heard(said, points), language="en", seed=1)


def test_a_fact_is_told_when_it_is_asked_for_and_only_then():
    assert heard("How old is he?").text == "Five."
    assert heard("I see").text == "<what_now>"


def test_two_facts_are_told_at_once_by_whoever_follows():
    assert heard("How old is he, and which town?").text == "Five. Here."
    answer = heard("How old is he, and which town?", caller=replace(CALLER, literacy=Literacy.LOW))
    assert (answer.text, answer.state.told) == ("Five.", {"age"})


def test_asking_again_what_was_told_lowers_the_mood():
    first = heard("How old is he?")
    again = heard("How old?", state=first.state)
    assert again.text == "<again> Five."
    assert again.state.level == first.state.level - 1


def test_saying_a_thing_back_with_an_answer_is_no_second_question():
    state = heard("How old is he?").state
    assert heard("How old is fine: five", "k1", state=state).events == (Happened(E.POINT, "k1"),)


def test_a_key_point_lifts_the_mood_and_the_next_question_follows():
    answer = heard("Wash it", "k1")
    assert answer.text == "<noted> And k2?"
    assert answer.state.level == BEGINS[Mood.ANXIOUS] + 1
    done = heard("Go there", "k2", state=answer.state)
    assert done.text == "<thanks>"


def test_what_has_to_be_said_and_nobody_asks_about_is_still_missing():
    quiet = replace(CALLER, questions=())
    assert heard("Wash it", "k1", caller=quiet).text == "<noted_more>"


@pytest.mark.parametrize("said", ["wait and see", "that is your fault", "are you stupid"])
def test_what_must_not_be_said_and_what_hurts_lower_it_by_two(said: str):
    answer = heard(said)
    assert answer.state.level == BEGINS[Mood.ANXIOUS] - 2
    assert answer.text.startswith("<hurt")


def test_kind_words_help_twice_in_a_call():
    state = begin(CALLER)
    levels = [(state := heard("Do not worry", state=state).state).level for _ in range(3)]
    assert levels == [0, 1, 1]


def test_the_second_word_in_a_row_that_helps_nothing_costs_patience():
    state = begin(CALLER)
    levels = [(state := heard("Hm", state=state).state).level for _ in range(3)]
    assert levels == [-1, -2, -3]


def test_whoever_is_driven_too_far_hangs_up():
    answer = heard("stupid", state=CallState(GONE + 1))
    assert answer.state.over
    assert answer.events[-1].event is E.HUNG_UP
    assert answer.text == "<hang_up!>"


def test_a_call_without_end_ends():
    assert heard("Hello", state=CallState(1, turns=mock_calls.MOST_TURNS - 1)).state.over


def test_too_much_at_once_is_not_followed_by_whoever_follows_little():
    low = replace(CALLER, literacy=Literacy.LOW)
    long = "word " * 56
    assert Happened(E.TOO_MUCH) in heard(long, "k1", caller=low).events
    assert Happened(E.TOO_MUCH) not in heard(long, "k1").events


def test_goodbye_ends_the_call_and_says_whether_something_is_open():
    assert heard("Goodbye").text == "<bye_open>"
    done = CallState(2, said=frozenset({"k1", "k2"}))
    answer = heard("Goodbye", state=done)
    assert (answer.text, answer.state.over) == ("<bye>", True)


def test_the_state_is_folded_from_the_events():
    state, told = begin(CALLER), []
    for said, points in (("How old is he?", ()), ("Do not worry", ("k1",)), ("Hm", ()), ("Goodbye", ())):
        answer = heard(said, *points, state=state)
        state = answer.state
        told.append(answer.events)
    assert fold(CALLER, told) == state


def test_the_mood_stays_within_its_bounds():
    assert after(CallState(CONTENT), [Happened(E.POINT, "k1")]).level == CONTENT
    assert after(CallState(GONE), [Happened(E.RUDE)]).level == GONE


def test_a_temper_is_the_sound_of_a_level():
    tempers = [CallState(level).temper for level in (3, 1, -1, -3)]
    assert tempers == [Temper.CONTENT, Temper.STEADY, Temper.UNEASY, Temper.UPSET]


def test_the_same_seed_gives_the_same_call_and_another_may_differ():
    many = replace(MANNER, lines={one: {"steady": tuple(f"{one}{n}" for n in range(9))} for one in OCCASIONS})

    def of(seed: int) -> str:
        return hear(CALLER, many, begin(CALLER), Heard("Hm"), language="en", seed=seed).text

    assert of(1) == of(1)
    assert len({of(seed) for seed in range(12)}) > 1


def test_latin_words_are_found_whole_and_chinese_ones_anywhere():
    assert says_any("Which AGENCY?", ["age"]) == ""
    assert says_any("Don’t worry", ["don't worry"]) == "don't worry"
    assert says_any("您孩子几岁了", ["几岁"]) == "几岁"


def test_a_length_is_counted_in_characters_or_words():
    assert mock_calls.length_of("一 二三", "zh") == 3
    assert mock_calls.length_of("one two", "en") == 2
