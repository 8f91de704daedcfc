"""Formulas come back as they were set, the one that counts last on top."""

from datetime import date

from app.models.appraisals import AppraisalPart, Formula
from app.services.office import Office, Work
from app.store import appraisals

EXAMS, QUALITY, PRACTICE, CONTEST = AppraisalPart


def test_of_one_day_the_formula_that_was_set_last_comes_first(office: Office) -> None:
    first = Formula({EXAMS: 50, QUALITY: 30, PRACTICE: 20}, 40, date(2026, 4, 1), "a")
    later = Formula({EXAMS: 10, QUALITY: 10, PRACTICE: 80}, 41, date(2026, 3, 2), "b")

    def write(work: Work) -> None:
        appraisals.write(work.tx, first, by=b"m" * 16)
        appraisals.write(work.tx, later, by=b"m" * 16)

    office.do(write)
    with office.store.reading() as rows:
        found = appraisals.formulas(rows)
        assert [one.formula for one in found] == [first, later]
        assert found[0].by == b"m" * 16
