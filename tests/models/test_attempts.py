"""The state of a case follows from the set of its attempts, whatever order they come in and wherever they were made."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import dispositions as codes
from app.models.attempts import (
    Attempt,
    CaseStatus,
    Circumstances,
    ClosedFor,
    Direction,
    MissedBy,
    aapor_class,
    aapor_code,
    closed,
    ended,
    fold,
    hcahps_status,
    rests,
    united,
    used,
)
from app.models.outcome_rates import hcahps_rate
from tests.models.test_dispositions import TABLE

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
NUMBER, OTHER = "+8613812345678", "+8653112345678"
_OFFERED = [one.code for one in TABLE if not one.by_engine and one.finality is not codes.Finality.FLAG]


def log(*said, station="a", number=NUMBER, apart=timedelta(days=1)):
    return [Attempt(station, place, START + place * apart, number, code=code) for place, code in enumerate(said)]


_ATTEMPTS = st.builds(
    Attempt,
    st.sampled_from(["a", "b", "c"]),
    st.integers(0, 5),
    st.integers(0, 400).map(lambda hours: START + timedelta(hours=hours)),
    st.sampled_from([NUMBER, OTHER]),
    st.sampled_from(Direction),
    st.sampled_from(["", *_OFFERED]),
)
LOGS = st.lists(_ATTEMPTS, max_size=8, unique_by=lambda one: one.key)


@given(LOGS, st.data())
def test_logs_made_apart_are_merged_by_uniting_them(attempts, data):
    shuffled = data.draw(st.permutations(attempts))
    here, there = shuffled[: len(shuffled) // 2], shuffled[len(shuffled) // 3 :]
    merged = united(here, there, here)
    assert merged == united(attempts)
    assert fold(merged, TABLE) == fold(attempts, TABLE) == fold([*shuffled, *shuffled], TABLE)


@given(LOGS, _ATTEMPTS.filter(lambda one: one.code))
def test_what_is_final_stays_final_whatever_comes_later(attempts, later):
    before = fold(attempts, TABLE)
    new = replace(later, station="z", at=START + timedelta(days=99))
    after = fold([*attempts, new], TABLE)
    assert after.final or not before.final
    assert after.used >= before.used
    assert TABLE[after.code].rank >= TABLE[before.code].rank or not before.final


def test_an_outcome_that_arrives_later_completes_its_attempt():
    pending = log("")[0]
    assert fold([pending], TABLE).pending == pending
    assert fold([pending], TABLE).used == 1
    done = replace(pending, code="201")
    assert united([pending], [done]) == united([done], [pending]) == [done]
    assert fold([done], TABLE).pending is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (("232", "110"), "110"),
        (("110", "232"), "110"),
        (("401", "110"), "110"),
        (("120", "401"), "120"),
        (("232", "401"), "401"),
        (("233", "234"), "234"),
        (("241", "233"), "233"),
        (("206",), "206"),
        (("206", "201", "206"), "233"),
        (("224", "224"), "233"),
        (("244", "244"), "244"),
    ],
)
def test_the_most_informative_outcome_wins(said, code):
    assert fold(log(*said), TABLE).code == code


def test_a_limit_never_overrides_a_refusal():
    refused = fold(log("201", "201", "203", "231", "201", "201"), TABLE)
    assert (refused.code, refused.final, refused.used) == ("231", True, 6)
    assert closed(refused, ClosedFor.LIMIT) == refused
    assert aapor_class(closed(refused, ClosedFor.PERIOD), TABLE) == "R"


def test_who_was_never_reached_is_closed_apart_from_who_was():
    never = closed(fold(log("201", "202", "203"), TABLE), ClosedFor.LIMIT)
    once = closed(fold(log("201", "207"), TABLE), ClosedFor.LIMIT)
    hung_up = closed(fold(log("207", "206", "201"), TABLE), ClosedFor.LIMIT)
    assert [one.code for one in (never, once, hung_up)] == ["901", "902", "902"]
    assert [aapor_class(one, TABLE) for one in (never, once, hung_up)] == ["UH", "NC", "R"]
    assert [hcahps_status(one, TABLE) for one in (never, once, hung_up)] == ["8", "8", "7"]
    assert closed(fold(log("201"), TABLE), ClosedFor.PERIOD).code == "903"


def test_a_number_that_is_no_good_leaves_the_person_unlocated_not_ineligible():
    lone, two = Circumstances((NUMBER,)), Circumstances((NUMBER, OTHER))
    assert not fold(log("301"), TABLE, two).final
    gone = fold(log("301"), TABLE, lone)
    assert (gone.final, aapor_class(gone, TABLE), hcahps_status(gone, TABLE)) == (True, "UO", "10")
    both = [*log("303"), *log("304", station="b", number=OTHER)]
    assert fold(both, TABLE, two).final
    assert fold(log("302", "302"), TABLE, lone).code == "302"
    assert fold(log("302", "302", "302"), TABLE, lone).final


@pytest.mark.parametrize(
    ("said", "unknown", "known"),
    [
        ("201", "3.13 UH", "2.20 NC"),
        ("204", "3.14 UH", "2.22 NC"),
        ("202", "3.12 UH", "3.12 UH"),
        ("203", "3.16 UH", "3.16 UH"),
        ("205", "3.15 UO", "3.15 UO"),
    ],
)
def test_the_table_says_what_a_confirmed_number_makes_of_a_case_that_nobody_reached(said, unknown, known):
    for confirmed, expected in ((False, unknown), (True, known)):
        only = replace(log(said)[0], confirmed=confirmed)
        status = closed(fold([only], TABLE), ClosedFor.LIMIT)
        assert f"{aapor_code(status, TABLE)} {aapor_class(status, TABLE)}" == expected


@pytest.mark.parametrize("said", [("201", "202"), ("202", "201"), ("204", "203"), ("205", "201")])
def test_a_number_confirmed_once_is_confirmed_whatever_comes_of_it_before_and_after(said):
    attempts = [replace(log(*said)[0], confirmed=True), log(*said)[1]]
    assert aapor_class(closed(fold(attempts, TABLE), ClosedFor.LIMIT), TABLE) == "NC"


@pytest.mark.parametrize("more", ["207", "221", "245", "246", "201", "301"])
def test_a_refusal_in_the_history_makes_one_of_a_case_that_the_program_closed(more):
    for said in (("206", more), (more, "206")):
        still = fold(log(*said), TABLE, Circumstances((NUMBER, OTHER)))
        assert hcahps_status(replace(still, code="206"), TABLE) == "8", "as long as it is open"
        for why in ClosedFor:
            status = closed(still, why)
            assert (aapor_class(status, TABLE), hcahps_status(status, TABLE)) == ("R", "7"), said


def test_a_blocked_line_alone_is_a_case_of_unknown_location():
    only = closed(fold(log("205"), TABLE), ClosedFor.LIMIT)
    assert (only.code, aapor_class(only, TABLE)) == ("901", "UO")


def test_a_soft_refusal_is_asked_again_once_where_the_campaign_allows_it():
    once = Circumstances(conversions=1)
    assert fold(log("231"), TABLE).final
    assert not fold(log("231"), TABLE, once).final
    assert fold(log("231", "231"), TABLE, once).final
    assert not fold(log("243"), TABLE, Circumstances(dialect=True)).final


def test_redials_of_a_busy_line_are_one_attempt():
    quick = timedelta(minutes=20)
    assert used(log("202", "202", "202", apart=quick), TABLE) == 1
    assert used(log("202", "202", "202", "202", apart=quick), TABLE) == 2
    assert used(log("202", "202", apart=timedelta(hours=3)), TABLE) == 2
    assert used(log("202", "110", apart=quick), TABLE) == 1


def test_an_appointment_that_we_missed_costs_the_person_nothing():
    ours = [replace(one, missed_by=MissedBy.US) for one in log("224", "224")]
    status = fold(ours, TABLE)
    assert (status.code, status.broken, status.used) == ("224", 0, 0)
    theirs = fold(log("221", "224"), TABLE)
    assert (theirs.final, theirs.broken, theirs.used) == (False, 1, 1)


@pytest.mark.parametrize("agreed", ["221", "222", "223"])
def test_an_appointment_broken_once_is_no_refusal_and_broken_twice_is_one(agreed):
    once = closed(fold(log(agreed, "224"), TABLE), ClosedFor.LIMIT)
    twice = fold(log(agreed, "224", agreed, "224"), TABLE)
    assert (once.code, aapor_class(once, TABLE), hcahps_status(once, TABLE)) == ("902", "NC", "8")
    assert (twice.code, twice.final, aapor_class(twice, TABLE), hcahps_status(twice, TABLE)) == ("233", True, "R", "7")


@pytest.mark.parametrize(("before", "klass"), [(("221",), "NC"), (("201",), "UH"), (("206",), "R")])
def test_an_appointment_that_we_missed_leaves_the_case_what_it_was_before(before, klass):
    as_before, after = fold(log(*before), TABLE), fold([*log(*before), *missed_by_us()], TABLE)
    pairs = [(as_before, after), *((closed(as_before, why), closed(after, why)) for why in ClosedFor)]
    for expected, status in pairs:
        assert aapor_class(status, TABLE) == klass
        assert hcahps_status(status, TABLE) == hcahps_status(expected, TABLE)


def missed_by_us():
    return [replace(one, missed_by=MissedBy.US, at=START + timedelta(days=9)) for one in log("224", station="b")]


def test_a_call_that_comes_in_uses_up_nothing_and_still_counts():
    back = [*log("201"), Attempt("b", 0, START + timedelta(hours=5), NUMBER, Direction.IN, "110")]
    status = fold(back, TABLE)
    assert (status.code, status.used, status.dials) == ("110", 1, 1)


def test_an_interview_broken_off_is_partly_done_from_half_of_the_key_items_on():
    for percent, klass, hcahps in ((60, "P", "1"), (30, "R", "6")):
        attempts = [replace(log("130")[0], percent=percent)]
        status = closed(fold(attempts, TABLE), ClosedFor.PERIOD)
        assert (aapor_class(status, TABLE), hcahps_status(status, TABLE)) == (klass, hcahps)
    assert aapor_code(fold(log("110"), TABLE), TABLE) == "1.1"


def test_the_table_says_after_which_end_somebody_is_left_in_peace_for_a_time():
    said = [one.code for one in TABLE if rests(ended(CaseStatus(), one.code, TABLE), TABLE)]
    assert said == ["231", "232", "233"]
    for code in ("901", "902", "903", "205", "246"):
        assert rests(ended(fold(log("206"), TABLE), code, TABLE), TABLE), code
        assert not rests(ended(fold(log("207"), TABLE), code, TABLE), TABLE), code
    assert rests(fold(log("206", "206"), TABLE), TABLE)


@pytest.mark.parametrize(("percent", "hcahps"), [(30, "6"), (49, "6"), (50, "1"), (79, "1"), (None, "1")])
def test_what_is_partly_done_is_broken_off_for_hcahps_below_half_of_what_applies_to_all(percent, hcahps):
    status = fold([replace(log("120")[0], percent=percent)], TABLE)
    assert (aapor_class(status, TABLE), hcahps_status(status, TABLE)) == ("P", hcahps)


def test_the_rate_of_hcahps_is_that_of_completed_interviews_of_whoever_is_eligible():
    said = [("110", 100, 642), ("241", None, 90), ("120", 45, 38), ("232", None, 120), ("201", None, 490)]
    by_status = Counter({10: 70})
    for code, percent, count in said:
        status = closed(fold([replace(log(code)[0], percent=percent)], TABLE), ClosedFor.PERIOD)
        by_status[int(hcahps_status(status, TABLE))] += count
    assert hcahps_rate(by_status).share == pytest.approx(642 / 1360)
    assert by_status == {1: 642, 2: 90, 6: 38, 7: 120, 8: 490, 10: 70}
