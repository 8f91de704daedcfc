"""An interview is a fold: it ends, it resumes, it goes back, and what it passes over counts as 8."""

from random import Random

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from app.models.interviews import Completeness, final_codes, fired, in_percent, interview, order_of, percents_of
from app.models.questionnaire_answers import AnswerProblem, Given
from app.models.questionnaires import Reserved
from tests.surveys import asked, item, made, random_answer, random_questionnaire

N_A, LOW = Reserved.NOT_APPLICABLE, {"item": "q1", "is": ["never", "some"]}
GATED = made(item("hello", "statement"), item("agree", "consent", gate=True), item("q1"), item("q2"))
SKIPPED = made(item("q1", skip=[{"on": ["no"], "to": "q4"}]), item("q2"), item("q3"), item("q4"))
OPENED = made(item("q1"), item("q2", when={"item": "q1", "is": ["yes"]}), item("q3"))


def test_items_are_asked_in_their_order():
    assert asked(GATED).current.id == "hello"
    state = asked(GATED, hello="read", agree="yes", q1="no")
    assert (state.current.id, state.asked) == ("q2", ("hello", "agree", "q1"))
    assert asked(GATED, hello="read", agree="yes", q1="no", q2="no").is_over


def test_without_consent_the_interview_ends_and_the_rest_counts_as_not_applicable():
    state = asked(GATED, hello="read", agree="no")
    assert state.is_over
    assert state.ended_by == "agree"
    assert (state.coded["q1"], state.coded["q2"]) == (N_A, N_A)


def test_a_skip_leads_past_items_that_then_count_as_not_applicable():
    state = asked(SKIPPED, q1="no")
    assert state.current.id == "q4"
    assert (state.coded["q2"], state.coded["q3"]) == (N_A, N_A)
    assert asked(SKIPPED, q1="yes").current.id == "q2"
    assert asked(SKIPPED, q1=Reserved.DONT_KNOW).current.id == "q2"


def test_a_skip_to_the_end_says_what_ended_it():
    ended = asked(made(item("q1", skip=[{"on": ["no", "!RF"], "to": "end"}]), item("q2")), q1=Reserved.REFUSED)
    assert ended.is_over
    assert ended.ended_by == "q1"


def test_going_back_asks_what_opens_and_keeps_what_was_answered_after_it():
    first = [Given("q1", "no"), Given("q3", "yes")]
    assert interview(OPENED, first).is_over
    back = interview(OPENED, [*first, Given("q1", "yes")])
    assert back.current.id == "q2"
    done = interview(OPENED, [*first, Given("q1", "yes"), Given("q2", "no")])
    assert done.is_over
    assert done.coded["q3"] == "yes"


def test_an_answer_that_no_longer_applies_is_kept_and_counts_as_not_applicable():
    log = [Given("q1", "yes"), Given("q2", "yes"), Given("q3", "no"), Given("q1", "no")]
    state = interview(OPENED, log)
    assert state.is_over
    assert state.orphans == ("q2",)
    assert state.coded["q2"] is N_A
    again = interview(OPENED, [*log, Given("q1", "yes")])
    assert again.coded["q2"] == "yes"
    assert again.orphans == ()


def test_the_answer_to_a_hidden_item_opens_nothing():
    chain = made(
        item("q1"),
        item("q2", when={"item": "q1", "is": ["yes"]}),
        item("q3", when={"item": "q2", "is": ["yes"]}),
    )
    assert interview(chain, [Given("q2", "yes"), Given("q1", "no")]).is_over


def test_an_answer_that_cannot_stand_leaves_its_item_open_and_says_why():
    state = asked(SKIPPED, q1="perhaps")
    assert state.current.id == "q1"
    assert state.trouble.problem is AnswerProblem.UNKNOWN_OPTION
    assert asked(SKIPPED).trouble is None


def test_a_computed_item_follows_its_answers_without_being_asked():
    whole = made(item("q1", "rating"), item("q2", "rating"), item("mean", "computed", compute={"mean": ["q1", "q2"]}))
    state = asked(whole, q1=4, q2=9)
    assert state.is_over
    assert state.coded["mean"] == 6.5
    assert interview(whole, [Given("q1", 4), Given("q2", 9), Given("q2", 6)]).coded["mean"] == 5


def test_fields_of_the_frame_decide_too():
    whole = made(item("q1", when={"field": "age", "at_least": 60}), item("q2"))
    assert interview(whole, [], {"age": "61"}).current.id == "q1"
    assert interview(whole, [], {"age": "59"}).current.id == "q2"
    assert interview(whole, [], {}).current.id == "q2"


@pytest.mark.parametrize(
    ("answers", "worth"),
    [(5, Completeness.COMPLETE), (4, Completeness.COMPLETE), (3, Completeness.PARTIAL), (2, Completeness.BROKEN_OFF)],
)
def test_key_items_say_what_an_interview_is_worth(answers, worth):
    keys = [f"q{number}" for number in range(5)]
    whole = made(*(item(name) for name in keys), item("more"), key_items=keys)
    log = [Given(name, "yes") for name in keys[:answers]]
    log += [Given(name, reserved=Reserved.REFUSED) for name in keys[answers:]]
    state = interview(whole, log)
    assert (state.key_share, state.completeness) == (pytest.approx(answers / 5), worth)


def test_the_own_did_not_apply_of_an_item_counts_as_answered():
    whole = made(item("q1", never="Never asked"), key_items=["q1"])
    assert asked(whole, q1=Reserved.NEVER_HAPPENED).completeness is Completeness.COMPLETE
    assert asked(whole, q1=Reserved.MISSING).completeness is Completeness.BROKEN_OFF


def test_a_trigger_opens_a_case_and_names_the_person_only_with_consent():
    trigger = {"id": "t", "when": LOW, "category": "complaint", "due": "5bd", "consent": "forward"}
    whole = made(item("q1", "frequency"), item("forward", "consent"), triggers=[trigger])
    assert fired(asked(whole, q1="all")) == ()
    assert [one.named for one in fired(asked(whole, q1="never"))] == [False]
    assert [one.named for one in fired(asked(whole, q1="never", forward="no"))] == [False]
    assert [one.named for one in fired(asked(whole, q1="never", forward="yes"))] == [True]


def test_what_was_not_reached_is_missing_once_the_interview_is_closed():
    assert final_codes(asked(SKIPPED, q1="yes")) == {
        "q1": "yes", "q2": Reserved.MISSING, "q3": Reserved.MISSING, "q4": Reserved.MISSING,
    }  # fmt: skip
    assert final_codes(asked(SKIPPED, q1="no"))["q2"] is N_A


def test_a_shuffled_block_has_an_order_of_each_case_and_always_the_same():
    block = {"id": "b", "title": "B", "shuffle": True, "items": [item(f"q{number}") for number in range(8)]}
    whole = made(blocks=[block])
    orders = {tuple(one.id for one in order_of(whole, f"case {number}")) for number in range(6)}
    assert len(orders) > 1
    assert order_of(whole, "case 1") == order_of(whole, "case 1")
    assert {one.id for one in order_of(whole, "x")} == {f"q{number}" for number in range(8)}


def _to_the_end(whole, chance):
    log, shares = [], [0.0]
    for _ in range(len(whole.items) + 1):
        state = interview(whole, log)
        shares.append(state.progress)
        if state.current is None:
            return log, shares
        log.append(random_answer(chance, state.current))
    raise AssertionError("the interview never ends")


@settings(max_examples=50, deadline=None)
@for_all(st.integers(0, 10**6))
def test_a_random_interview_ends_and_its_progress_is_one_only_then(seed):
    log, shares = _to_the_end(random_questionnaire(seed), Random(seed))
    assert shares[-1] == 1
    assert all(0 <= one < 1 for one in shares[:-1])
    assert len({one.item for one in log}) == len(log)


@settings(max_examples=30, deadline=None)
@for_all(st.integers(0, 10**6))
def test_going_back_anywhere_any_number_of_times_still_leads_to_the_end(seed):
    chance, whole = Random(seed), random_questionnaire(seed)
    log, _ = _to_the_end(whole, chance)
    for _ in range(3):
        log.append(random_answer(chance, chance.choice(whole.items)))
        for _ in range(len(whole.items) + 1):
            state = interview(whole, log)
            if state.current is None:
                break
            log.append(random_answer(chance, state.current))
        assert interview(whole, log).is_over
    codes = final_codes(interview(whole, log))
    assert set(codes) == {one.id for one in whole.items}
    assert Reserved.MISSING not in [codes[one] for one in interview(whole, log).orphans]


@settings(max_examples=30, deadline=None)
@for_all(st.integers(0, 10**6))
def test_only_the_last_answer_to_each_item_counts(seed):
    chance, whole = Random(seed), random_questionnaire(seed)
    log = [random_answer(chance, chance.choice(whole.items)) for _ in range(20)]
    last = {one.item: one for one in log}
    assert interview(whole, log).coded == interview(whole, last.values()).coded


@pytest.mark.parametrize("whole", [0.8, 0.805, 0.875, 1.0])
@pytest.mark.parametrize("part", [0.5, 0.667, 0.75])
def test_what_an_interview_is_worth_is_among_the_outcomes_that_its_share_allows(whole, part):
    worth = {"complete": "110", "partial": "120", "broken_off": "131"}
    names = [f"q{place}" for place in range(31)]
    form = made(*(item(name) for name in names), key_items=names, complete_from=whole, partial_from=part)
    for count in range(32):
        state = asked(form, **dict.fromkeys(names[:count], "yes"))
        least, most = percents_of(worth[state.completeness.value], form)
        assert least <= in_percent(state.key_share) <= most, count
    assert percents_of("201", form) is None
    assert percents_of("110", made(item("q1"), key_items=[])) is None
