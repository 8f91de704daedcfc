"""When somebody may be called again, and why not; every case that a limit closes has kept to the protocol."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.attempts import Attempt, fold
from app.models.retry_policy import CAMPAIGN, OWED, RULES, SATISFACTION, from_table
from app.models.retry_rules import Hindrance, Judge, Situation, compliance
from app.models.slots import Slot, Slots, from_text, mask
from tests.models.test_dispositions import TABLE
from tests.models.test_slots import SLOTS, at

NUMBER = "+8613812345678"
JUDGE = Judge(CAMPAIGN, SLOTS, TABLE)


def situation(*said, **more):
    """A case from (time, code) pairs."""
    attempts = [
        Attempt("a", place, when, NUMBER, code=code, slot=SLOTS.at(when), operator="wang")
        for place, (when, code) in enumerate(said)
    ]
    return Situation(attempts, attempts, fold(attempts, TABLE), **more)


def why(moment, case, judge=JUDGE):
    return {one.why for one in judge.refusals(moment, case)}


def test_nobody_is_called_outside_the_slots_of_a_campaign():
    assert why(at(9, 12, 50), situation()) == {Hindrance.SLOT_CLOSED}
    assert why(at(9, 12, 30), situation()) == set()
    assert why(at(9, 15), situation(lines_busy=True)) == {Hindrance.LINES_BUSY}
    refusal = JUDGE.refusals(at(9, 12, 50), situation())[0]
    assert refusal.until == at(9, 14)


def test_no_answer_rests_three_hours_and_asks_for_another_slot():
    case = situation((at(9, 8, 30), "201"))
    assert why(at(9, 9, 30), case) == {Hindrance.GAP, Hindrance.RESTING}
    assert why(at(9, 11, 30), case) == set()
    assert Hindrance.SAME_SLOT in why(at(12, 8, 30), case)


@pytest.mark.parametrize("code", ["201", "202", "203", "231"])
def test_the_table_turns_to_another_slot_where_the_policy_does_not(code):
    judge = Judge(replace(SATISFACTION, conversions=1), SLOTS, TABLE)
    case = situation((at(9, 15), code))
    assert Hindrance.SAME_SLOT in why(at(12, 15), case, judge)
    assert Hindrance.SAME_SLOT not in why(at(12, 18, 30), case, judge)
    assert judge.readiness(at(9, 15), case).allowed == mask(judge.allowed_slots(case)) & ~Slot.OFF_PEAK.bit


def test_where_no_other_slot_opens_soon_or_the_table_asks_for_none_the_same_one_will_do():
    evenings = Slots(from_text("ev 18:00-20:30", field="slots"), SLOTS.zone, SLOTS.is_workday)
    alone = Judge(replace(SATISFACTION, conversions=1), evenings, TABLE)
    assert Hindrance.SAME_SLOT not in why(at(12, 18, 30), situation((at(9, 18, 30), "201")), alone)
    usual = Judge(SATISFACTION, SLOTS, TABLE)
    assert Hindrance.SAME_SLOT not in why(at(12, 15), situation((at(9, 15), "207")), usual)


def test_a_busy_line_is_dialed_again_after_twenty_minutes_twice():
    first = situation((at(9, 18, 0), "202"))
    assert why(at(9, 18, 19), first) == {Hindrance.GAP, Hindrance.RESTING}
    assert why(at(9, 18, 20), first) == set()
    third = situation(*((at(9, 18, minute), "202") for minute in (0, 20, 40)))
    assert third.status.used == 1
    assert Hindrance.GAP in why(at(9, 19, 0), third)
    assert why(at(9, 21, 45), third) == {Hindrance.SLOT_CLOSED}


def test_a_number_is_called_twice_a_day_whichever_case_it_belongs_to():
    others = [Attempt("a", place, at(9, hour), NUMBER, code="201") for place, hour in enumerate((8, 12))]
    case = replace(situation(), on_number=others)
    assert why(at(9, 18), case) == {Hindrance.DAY_CAP}
    assert JUDGE.refusals(at(9, 18), case)[0].until == at(10, 0)
    assert why(at(10, 18), case) == set()


def test_the_evening_or_a_day_off_is_tried_by_the_third_attempt():
    case = situation((at(8, 8, 30), "201"), (at(8, 12), "201"))
    assert Hindrance.EVENING_DUE in why(at(9, 15), case)
    assert why(at(9, 18), case) == set()
    assert JUDGE.readiness(at(8, 12), case).allowed == mask({Slot.EVENING, Slot.DAY_OFF})


def test_the_last_attempt_comes_eight_days_after_the_first():
    said = [(at(5, 18), "201"), (at(6, 12), "201"), (at(7, 18), "201"), (at(8, 8), "201")]
    assert Hindrance.SPREAD in why(at(9, 12), situation(*said))
    assert Hindrance.SPREAD not in why(at(13, 18), situation(*said))


def test_a_field_period_has_a_beginning_and_an_end():
    assert why(at(9, 18), situation(begun_at=at(10, 0))) == {Hindrance.FIELD_NOT_BEGUN}
    assert why(at(9, 18), situation(begun_at=at(9, 18) - timedelta(days=42))) == {Hindrance.FIELD_OVER}


def test_an_appointment_goes_before_slots_gap_and_rest_but_not_before_at_a_limit():
    case = situation((at(9, 12), "221"), appointment=(at(9, 13), at(9, 14)))
    assert why(at(9, 12, 30), case) >= {Hindrance.APPOINTMENT_LATER}
    assert why(at(9, 12, 55), case) == set()
    used = [(at(5 + day, 18), "201") for day in range(6)]
    assert Hindrance.ATTEMPTS_USED in why(at(12, 13), situation(*used, appointment=(at(12, 13), at(12, 14))))


def test_what_waits_for_a_supervisor_or_an_outcome_is_not_called():
    assert why(at(9, 18), situation((at(8, 12), "246"))) == {Hindrance.SUPERVISOR}
    assert Hindrance.OUTCOME_MISSING in why(at(9, 18), situation((at(8, 12), "")))
    assert Hindrance.CLOSED in why(at(9, 18), situation((at(5, 12), "232")))


def test_another_operator_asks_after_a_soft_refusal():
    judge = Judge(replace(CAMPAIGN, conversions=1), SLOTS, TABLE)
    attempts = situation((at(1, 18), "231")).log
    status = replace(fold(attempts, TABLE), final=False)
    case = Situation(attempts, attempts, status, operator="wang")
    assert Hindrance.OTHER_OPERATOR in why(at(9, 18), case, judge)
    assert Hindrance.OTHER_OPERATOR not in why(at(9, 18), replace(case, operator="li"), judge)


def test_whoever_waits_for_our_call_is_called_at_any_decent_hour():
    judge = Judge(OWED, SLOTS, TABLE)
    assert why(at(9, 13), situation(), judge) == set()
    assert why(at(9, 22), situation(), judge) == {Hindrance.SLOT_CLOSED}
    assert why(at(9, 13), situation((at(9, 12, 40), "202")), judge) == set()


@pytest.mark.parametrize("seed", range(8))
def test_every_case_that_its_limit_closes_has_kept_to_the_protocol(seed):
    chance, begun, log = random.Random(seed), datetime(2026, 10, 9, tzinfo=UTC), []
    for step in range(84):
        moment = begun + timedelta(days=step // 2, hours=chance.randrange(24))
        case = Situation(log, log, fold(log, TABLE), begun_at=begun)
        if (not log or moment > log[-1].at) and not JUDGE.refusals(moment, case):
            code = chance.choice(["201", "202", "203", "204", "207"])
            log = [*log, Attempt("a", len(log), moment, NUMBER, code=code, slot=SLOTS.at(moment))]
    assert fold(log, TABLE).used == CAMPAIGN.attempts
    assert compliance(log, TABLE, CAMPAIGN).whole


@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(0, 24 * 20), st.sampled_from(["201", "203", "207", "202"])), max_size=5))
def test_what_a_queue_keeps_agrees_with_what_is_decided(hours):
    log = []
    for hour, code in sorted(hours):
        moment = datetime(2026, 10, 9, tzinfo=UTC) + timedelta(hours=hour)
        log.append(Attempt("a", len(log), moment, NUMBER, code=code, slot=SLOTS.at(moment)))
    after = log[-1].at if log else datetime(2026, 10, 9, tzinfo=UTC)
    case = Situation(log, log, fold(log, TABLE))
    kept = JUDGE.readiness(after, case)
    for hour in range(0, 24 * 12, 7):
        moment = after + timedelta(hours=hour)
        slot = SLOTS.at(moment)
        redial = kept.redial_at is not None and kept.redial_at <= moment <= kept.redial_until
        if not redial and not JUDGE.refusals(moment, case):
            assert kept.blocked is None
            assert kept.not_before_at is None or kept.not_before_at <= moment
            assert kept.allowed & (slot.bit if slot else 0)


OTHERS = situation((at(9, 8), "201")).log
FOUR = situation(*((at(day, hour), "201") for day, hour in ((5, 18), (6, 12), (7, 18), (8, 8))))
FIVE = situation(*((at(5 + day, 18), "201") for day in range(5)), appointment=(at(15, 13), at(15, 14)))
BUSY = situation((at(9, 18), "202"))
#: Each rule that a campaign may set: to what, when somebody would be called, and what is said then but not as usual.
OBEYED = {
    "attempts": (4, at(15, 18), FOUR, Hindrance.ATTEMPTS_USED),
    "with_appointment": (0, at(15, 13), FIVE, Hindrance.ATTEMPTS_USED),
    "per_day": (1, at(9, 18), replace(situation(), on_number=OTHERS), Hindrance.DAY_CAP),
    "gap_min": (720, at(9, 18), replace(situation(), on_number=OTHERS), Hindrance.GAP),
    "busy_gap_min": (60, at(9, 18, 30), BUSY, Hindrance.GAP),
    "busy_dials": (1, at(9, 18, 30), BUSY, Hindrance.GAP),
    "slots": (5, at(7, 18), situation((at(5, 18), "201"), (at(6, 12), "201")), Hindrance.NEW_SLOT_DUE),
    "at_home_by": (1, at(9, 12), situation(), Hindrance.EVENING_DUE),
    "span_days": (20, at(13, 18), FOUR, Hindrance.SPREAD),
}
#: Rules that others obey: the fold (tests/models/test_attempts.py), the dial and the draw (tests/services).
ELSEWHERE = {"conversions", "rings", "ring_s", "field_from_days", "cool_completed_days", "cool_refused_days"}


@pytest.mark.parametrize("name", OBEYED)
def test_a_rule_that_a_campaign_sets_is_kept(name):
    value, moment, case, said = OBEYED[name]
    judge = Judge(from_table({name: value}), SLOTS, TABLE)
    assert said in why(moment, case, judge)
    assert said not in why(moment, case)


def test_where_no_turn_is_asked_for_the_same_time_of_day_will_do():
    case = situation((at(9, 15), "207"))
    assert Hindrance.SAME_SLOT in why(at(12, 15), case)
    assert Hindrance.SAME_SLOT not in why(at(12, 15), case, Judge(from_table({"rotate_days": 0}), SLOTS, TABLE))


def test_every_rule_that_a_campaign_may_set_is_seen_to_be_kept():
    assert {*OBEYED, *ELSEWHERE, "rotate_days"} == set(RULES)
