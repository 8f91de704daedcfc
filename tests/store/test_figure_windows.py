"""What is noted about windows goes with the formulas that ask for them, and reaches as far as they do."""

from datetime import date

from app.models.figure_windows import Ran
from app.models.kpi_questions import Question, Subject
from app.models.kpis import FigureMark, RowSet
from app.services.office import Office, Work
from app.store import figure_windows as rows_of
from app.store.figure_windows import Formula

_MET = (RowSet(Question.CALL_ANSWERED, FigureMark.MET),)
DAY = Formula(Subject.CALL, _MET, _MET, 24, 20, up=True)
WEEK = Formula(Subject.CALL, _MET, _MET, 168, 20, up=False)
FIRST, NEXT = date(2026, 3, 9), date(2026, 3, 10)


def _touched(work: Work) -> list[int]:
    rows_of.keep_only(work.tx, [DAY, WEEK])
    rows_of.touch(work.tx, Subject.CALL, [FIRST.isoformat()])
    return [len(rows_of.due(work.tx, one, 100)) for one in (DAY, WEEK)]


def test_days_are_noted_as_far_as_a_window_reaches(office: Office) -> None:
    assert office.do(_touched).value == [4, 10]


def _kept(work: Work) -> list[dict[rows_of.Key, Ran]]:
    rows_of.keep_only(work.tx, [DAY])
    for day, ran in ((FIRST, Ran(1, 19, 20)), (NEXT, Ran(2, 18, 20))):
        rows_of.keep(work.tx, DAY, day, [(("all", ""), ran)])
    days = (FIRST, date(2026, 3, 16))
    found = [rows_of.worst(work.tx, DAY, days, dimension="all", key="", bucket=one) for one in ("week", "day")]
    rows_of.keep_only(work.tx, [])
    return [*found, rows_of.worst(work.tx, DAY, days, dimension="all", key=None, bucket="week")]


def test_the_worst_of_the_days_stands_for_a_period_until_nobody_asks(office: Office) -> None:
    week, days, gone = office.do(_kept).value
    assert week == {("", "2026-03-09"): Ran(2, 18, 20)}
    assert days == {("", "2026-03-09"): Ran(1, 19, 20), ("", "2026-03-10"): Ran(2, 18, 20)}
    assert gone == {}
