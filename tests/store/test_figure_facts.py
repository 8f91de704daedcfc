"""Facts are kept by the difference, paged from the newest, and thrown away at will."""

from datetime import date

from app.models.figure_facts import Fact, Said
from app.models.kpi_questions import SUBJECTS, Question, Subject
from app.models.kpis import FigureMark, RowSet
from app.services.office import Office, Work
from app.store import figure_facts, figures
from app.store.figure_facts import When

SOLVED = RowSet(Question.SOLVED, FigureMark.MET)
DAYS = date(2026, 3, 1), date(2026, 4, 1)


def _keep(work: Work, *amounts: int) -> None:
    facts = [
        Fact(bytes([place]), date(2026, 3, 1 + place % 2), (Said(Question.SOLVED, FigureMark.MET, amount),), unit="H01")
        for place, amount in enumerate(amounts)
    ]
    figure_facts.keep(work.tx, Subject.INTERVIEW, [bytes([place]) for place in range(9)], facts)


def test_facts_are_counted_by_the_difference_and_read_page_by_page(office: Office) -> None:
    office.do(_keep, 5, 7, 9)
    office.do(_keep, 1, 2, 4)
    with office.store.reading() as rows:
        found = figures.counted(rows, [Question.SOLVED], DAYS, dimension="unit", key=None)
        assert found == {("H01", ""): {SOLVED: 7}}
        first = figure_facts.behind(rows, [SOLVED], When(DAYS), groups={"unit": "H01"}, limit=2)
        rest = figure_facts.behind(rows, [SOLVED], When(DAYS), groups={}, after=(first[-1].day, first[-1].id))
        assert [one.said[0].amount for one in (*first, *rest)] == [2, 4, 1]
        missed = [RowSet(Question.SOLVED, FigureMark.MISSED)]
        assert figure_facts.behind(rows, missed, When(DAYS), groups={}) == []


def _keep_every_question(work: Work) -> None:
    for question in SUBJECTS:
        for number, mark in enumerate(FigureMark):
            ident = f"{question.value}{number}".encode()
            fact = Fact(ident, date(2026, 3, 1), (Said(question, mark, 12),))
            figure_facts.keep(work.tx, SUBJECTS[question], [ident], [fact])


def test_every_question_and_mark_is_counted_whatever_letters_its_name_has(office: Office) -> None:
    office.do(_keep_every_question)
    with office.store.reading() as rows:
        for question in SUBJECTS:
            (found,) = figures.counted(rows, [question], DAYS).values()
            assert found == {RowSet(question, mark): 12 for mark in FigureMark}


def _begin(work: Work) -> None:
    figure_facts.begin(work.tx)


def test_nothing_is_left_after_a_new_beginning(office: Office) -> None:
    office.do(_keep, 5)
    office.do(_begin)
    with office.store.reading() as rows:
        assert figures.digest(rows) == []
        assert not figure_facts.whole(figure_facts.standing(rows, "1"))
