"""Figures as rows: counted by the difference, thrown away at will."""

from datetime import date
from random import Random

from app.models.kpi_questions import Question
from app.models.kpis import FigureMark, RowSet
from app.services import figures as service
from app.services.office import Office, Work
from app.store import figures
from tests import brute_force

TAKEN = RowSet(Question.TAKEN, FigureMark.MET)
DAYS = date(2025, 1, 1), date(2027, 1, 1)


def _fill(work: Work) -> None:
    brute_force.scatter(work, Random(7), 20)
    service.catch_up(work)


def _sum(found: figures.Counted) -> int:
    return sum(counts.get(TAKEN, 0) for counts in found.values())


def test_groups_and_buckets_add_up_to_the_whole(office: Office) -> None:
    office.do(_fill)
    with office.store.reading() as rows:
        assert figures.standing(rows).whole
        whole = _sum(figures.counted(rows, [Question.TAKEN], DAYS))
        assert 0 < whole <= figures.how_many(rows)
        for dimension in figures.DIMENSIONS:
            for bucket in ("day", "week", "month", "quarter", "year", ""):
                found = figures.counted(rows, [Question.TAKEN], DAYS, dimension=dimension, key=None, bucket=bucket)
                assert _sum(found) == whole
        weeks = figures.counted(rows, [Question.TAKEN], DAYS, bucket="week")
        assert all(date.fromisoformat(first).weekday() == 0 for _, first in weeks)
        assert sorted(figures.keys_of(rows, "unit", DAYS)) == ["", "C11", "H01"]


def test_counting_the_same_again_changes_nothing(office: Office) -> None:
    office.do(_fill)
    with office.store.reading() as rows:
        before, standing = figures.digest(rows), figures.standing(rows)
    office.do(_count_again, standing)
    with office.store.reading() as rows:
        assert figures.digest(rows) == before


def _count_again(work: Work, found: figures.Standing) -> None:
    figures.stand(work.tx, figures.Standing(found.by, 0, found.built))
    service.catch_up(work)
