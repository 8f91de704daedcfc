"""Sources walk over every thing once and follow the records of the journal."""

from datetime import timedelta
from random import Random

from app.models.kpi_questions import Subject
from app.services.office import Office
from app.store import figure_sources, figures
from tests import fact_force
from tests.desk import NOON


def test_following_finds_what_walking_finds(office: Office) -> None:
    with office.store.reading() as rows:
        before = figures.last_record(rows)
    office.do(fact_force.scatter, Random(3), 4)
    with office.store.reading() as rows:
        last = figures.last_record(rows)
        for subject in figure_sources.WALK:
            walked = figure_sources.walk(rows, subject, b"", 500)
            followed = figure_sources.spoken_of(rows, subject, before, last)
            known = {one.id for one in figure_sources.known(rows, subject, followed)} if subject in _ASKED else set()
            assert set(walked) >= known, subject
            if subject is not Subject.INTERVIEW:  # one that nobody ended says nothing
                assert set(walked) <= set(followed), subject


_ASKED = set(Subject) - {Subject.INQUIRY, Subject.SITTING, Subject.SHIFT}


def test_blocks_hold_every_record_once_and_those_that_are_spoken_of(office: Office) -> None:
    block = figure_sources.BLOCK
    assert [figure_sources.bounds_of(one) for one in figure_sources.blocks_between(block - 1, block + 1)] == [
        (0, block), (block, 2 * block),
    ]  # fmt: skip
    assert figure_sources.blocks_between(block, block) == []
    with office.store.reading() as rows:
        (first,), place = figure_sources.blocks(rows, b"")
        assert figure_sources.blocks(rows, bytes.fromhex(place)) == ([], "end")
    assert figure_sources.bounds_of(first) == (0, block)


def test_states_of_a_day_are_read_with_their_neighbors(office: Office) -> None:
    office.do(fact_force.scatter, Random(3), 4)
    person = bytes.fromhex(fact_force.PEOPLE[0])
    with office.store.reading() as rows:
        every = figure_sources.states_of(rows, person, NOON - timedelta(days=90), NOON + timedelta(days=90))
        middle = every[len(every) // 2].at
        part = figure_sources.states_of(rows, person, middle, middle + timedelta(seconds=1))
        assert [one.at for one in part] == sorted(one.at for one in part)
        assert part[0].at < middle < part[-1].at
        _, found = figure_sources.duty_days(rows, b"", 500)
        assert {one for one, _ in found} >= {person}
