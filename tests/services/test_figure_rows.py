"""Rows behind figures have one shape, whatever the figure is told of."""

from datetime import date
from random import Random

import pytest

from app.models.errors import NotAllowed
from app.models.periods import Span, holding, parse
from app.services import figure_exports, figure_rows, figures, kpis
from app.services.figure_rows import RowsWithheld, Wanted
from app.services.office import Office
from tests import fact_force
from tests.desk import sign_in
from tests.services.test_figure_withheld import answered

YEAR = holding(Span.YEAR, date(2026, 3, 2))


@pytest.fixture
def desk(office: Office) -> Office:
    office.do(fact_force.scatter, Random(5), 12)
    office.do(figures.catch_up)
    sign_in(office, "li")
    return office


@pytest.mark.parametrize("name", ["interviewed", "promise_kept", "searches_without_result", "practice_days"])
def test_there_are_as_many_rows_as_the_denominator_counts(desk: Office, name: str, tmp_path) -> None:
    kpi = desk.ask(kpis.named, name)
    told = next(one for one in desk.ask(figures.cards, YEAR) if one.kpi.id == name)
    first = desk.ask(figure_rows.page, Wanted(kpi.denominator, YEAR), language="en", limit=1)
    rest = desk.ask(figure_rows.page, Wanted(kpi.denominator, YEAR), language="zh_CN", after=first[-1].after)
    assert len(first) + len(rest) == told.figure.denominator > 1
    assert first[0].said
    path = tmp_path / "rows.csv"
    written = desk.ask(figure_exports.save_rows, Wanted(kpi.denominator, YEAR), path=path, language="en", whole=str)
    assert written == told.figure.denominator


def test_rows_about_people_are_for_who_supervises(desk: Office) -> None:
    sets = desk.ask(kpis.named, "qa_score").denominator
    assert desk.ask(figure_rows.page, Wanted(sets, YEAR), language="en")
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(figure_rows.page, Wanted(sets, YEAR), language="en")


def test_answers_of_single_people_are_for_who_may_export_them(desk: Office) -> None:
    sets = desk.ask(kpis.named, "solved_rate").denominator
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(figure_rows.page, Wanted(sets, YEAR), language="en")


@pytest.fixture
def answers(office: Office) -> Office:
    for unit, day, count in (
        ("H1", "2026-01-10", 40), ("H1", "2026-02-10", 10), ("H2", "2026-01-10", 60), ("H2", "2026-02-10", 30),
        ("H3", "2026-01-10", 26), ("H4", "2026-01-12", 6), ("H5", "2026-01-12", 30),
    ):  # fmt: skip
        answered(office, unit, day, count, satisfied=count // 2)
    sign_in(office, "li")
    office.do(figures.catch_up)
    return office


def counted(office: Office, period: str, groups: dict[str, str]) -> int | None:
    """Return how many rows of answers are listed; None: they are withheld."""
    wanted = Wanted(office.ask(kpis.named, "satisfied_rate").denominator, parse(period), groups)
    try:
        return len(office.ask(figure_rows.page, wanted, language="en", limit=500))
    except RowsWithheld:
        return None


@pytest.mark.parametrize("period", ["2026", "2026-Q1", "2026-01", "2026-02", "2026-W02", "2026-01-10"])
def test_rows_are_counted_where_their_figure_is_told_and_nowhere_else(answers: Office, period: str) -> None:
    for dimension in ("unit", "channel", "category", "person"):
        found = answers.ask(figures.compare, "satisfied_rate", parse(period), dimension)
        for key, one in found.cells:
            assert counted(answers, period, {dimension: key}) == (None if one.hidden else one.denominator)
        assert counted(answers, period, {}) == (None if found.whole.hidden else found.whole.denominator)


def test_some_rows_are_told_and_some_are_withheld(answers: Office) -> None:
    assert counted(answers, "2026", {"unit": "H1"}) == 50
    assert counted(answers, "2026-02", {"unit": "H1"}) is None
    assert counted(answers, "2026", {"unit": "H9"}) == 0
    assert counted(answers, "2026", {"category": "consult.immunization"}) is None
