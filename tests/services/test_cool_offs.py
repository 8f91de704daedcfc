"""Whoever refused is left in peace for a year by every call that we begin, known by person or number."""

from datetime import timedelta

import pytest

from app.services import callback_attempts, callback_closing, cool_offs
from app.store import callbacks as callback_rows
from tests.desk import NOON
from tests.services.calling import call, campaign, number, promised

YEAR = timedelta(days=365)
ONE_TRY = {"attempts": 1, "slots": 0, "at_home_by": 0, "span_days": 0}


def test_every_outcome_that_the_table_gives_a_rest_bars_person_and_number_for_a_year(office, clock):
    refused, hard, by_family, done = campaign(office, 4)
    for one, code in ((refused, "231"), (hard, "232"), (by_family, "233"), (done, "110")):
        call(office, one, code)
    found = office.ask(cool_offs.refused_lately)
    assert (found.people, found.numbers) == ({"p0", "p1", "p2"}, {number(place) for place in range(3)})
    assert office.ask(cool_offs.has_refused, [number(1)], None)
    assert not office.ask(cool_offs.has_refused, [number(3)], None)
    clock.advance(YEAR + timedelta(hours=1))
    assert not office.ask(cool_offs.refused_lately).people
    assert not office.ask(cool_offs.has_refused, [number(1)], None)
    assert office.ask(cool_offs.refused_lately, 400).people == found.people


def test_a_case_that_its_limit_or_period_ended_rests_where_it_is_a_refusal_in_the_rates(office):
    hung_up, unmet = campaign(office, 2, **ONE_TRY)
    assert call(office, hung_up, "206").code == "902"
    assert call(office, unmet, "207").code == "902"
    assert office.ask(cool_offs.refused_lately).people == {"p0"}


@pytest.mark.parametrize(("code", "rests"), [("903", True), ("246", True), ("241", False), ("301", False)])
def test_what_else_ends_a_case_counts_by_what_is_known_of_it(office, code, rests):
    (only,) = campaign(office, 1)
    call(office, only, "206")
    office.do(_close, only, code)
    assert bool(office.ask(cool_offs.refused_lately).people) is rests


def _close(work, callback, code):
    callback_closing.close(work, callback_rows.by_id(work.tx, callback), code, kept=False)


def test_a_refusal_in_a_call_that_somebody_waited_for_is_one_too(office):
    owed = promised(office, NOON)
    begun = office.do(callback_attempts.begin, owed).value
    office.do(callback_attempts.finish, begun.attempt, callback_attempts.Outcome("232"))
    assert office.ask(cool_offs.refused_lately).numbers == {"+8613800000001"}


def test_a_number_that_was_not_the_persons_bars_whoever_it_belongs_to_from_nothing(office, clock):
    (only,) = campaign(office, 1)
    with office.store.write("li") as tx:
        tx.put("callback", only, {"more_numbers": [number(50)]})
        begins = {"number": number(0), "numbers": [number(0)], "begins_at": NOON.isoformat()}
        asked = tx.add("callback", {"reason": "satisfaction", **begins})
    assert not call(office, only, "303").closed
    clock.advance(timedelta(hours=6, minutes=30))
    assert call(office, only, "232").closed
    assert callback_rows.by_id(office.store.rows, asked).closed_at is None
    found = office.ask(cool_offs.refused_lately)
    assert (found.people, found.numbers) == ({"p0"}, {number(50)})
    barred = [office.ask(cool_offs.has_refused, [one], None) for one in (number(0), number(50))]
    assert barred == [False, True]
    assert office.ask(cool_offs.has_refused, [number(0), number(50)], None)


def test_everybody_who_refused_is_read_at_once_however_many_they_are(office):
    calls = campaign(office, 4)
    asked = []
    for one in calls:
        call(office, one, "232")
        told = list[str]()
        assert office.ask(_told, told) == len(asked) + 1
        asked.append(len(told))
    assert len(set(asked)) == 1, "as many questions to the store for four as for one"


def _told(view, told):
    view.rows.connection.set_trace_callback(told.append)
    found = cool_offs.refused_lately(view)
    view.rows.connection.set_trace_callback(None)
    return len(found.people)
