"""What is counted in bulk is what counting one by one finds."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from app.models.figures import observe
from app.services.office import Office
from app.store import figures, first_figures
from tests import brute_force
from tests.desk import NOON

LATER = NOON + timedelta(days=3)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])
def test_the_day_of_a_moment_is_that_of_the_zone(zone: str) -> None:
    days, rng = first_figures.Days(ZoneInfo(zone)), Random(7)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for _ in range(2000):
        at = start + timedelta(seconds=rng.randrange(365 * 86_400))
        assert days.of(at.isoformat()) == at.astimezone(ZoneInfo(zone)).date().isoformat()
        assert days.of(at.astimezone(ZoneInfo(zone)).isoformat()) == days.of(at.isoformat())


def test_one_of_a_shape_answers_for_all_of_it(office: Office) -> None:
    office.do(brute_force.scatter, Random(3), 150)
    days = first_figures.Days(brute_force.ZONE)
    with office.store.reading() as rows:
        part = first_figures.part(rows, -1, 1000, days=days, now=LATER)
        every = {one.position: one for one in figures.facts_of(rows, range_of(part), brute_force.ZONE)}
        for alike in part.plain.values():
            marks = observe(first_figures.facts_of(alike.first, brute_force.ZONE), LATER).marks
            for position, day, *_ in alike.rows:
                found = observe(every.pop(position).facts, LATER)
                assert (found.marks, found.looks_at) == (marks, None)
                assert day <= LATER.date().isoformat()
    assert len(part.plain) > 5
    assert set(every) == set(part.others)
    assert part.size >= len(part.others) + sum(len(one.rows) for one in part.plain.values())


def range_of(part: first_figures.Part) -> list[int]:
    """Return the positions of a part."""
    return [*part.others, *(row[0] for alike in part.plain.values() for row in alike.rows)]


def test_what_may_still_turn_out_is_looked_at_for_itself(office: Office) -> None:
    office.do(brute_force.scatter, Random(5), 60)
    early = NOON - timedelta(days=36)
    with office.store.reading() as rows:
        part = first_figures.part(rows, -1, 1000, days=first_figures.Days(brute_force.ZONE), now=early)
    young = (early - timedelta(days=7)).isoformat()
    assert part.others
    assert all(alike.first[1] < young for alike in part.plain.values())
    assert all(
        alike.first[2] or not alike.first[3] or alike.first[3] < early.isoformat() for alike in part.plain.values()
    )
