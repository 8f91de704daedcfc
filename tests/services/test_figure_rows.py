"""Rows behind figures have one shape, whatever the figure is told of."""

from datetime import date
from random import Random

import pytest

from app.models.errors import NotAllowed
from app.models.periods import Span, holding
from app.services import figure_exports, figure_rows, figures, kpis
from app.services.figure_rows import Wanted
from app.services.office import Office
from tests import fact_force
from tests.desk import sign_in

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
    written = desk.ask(figure_exports.save_rows, Wanted(kpi.denominator, YEAR), path=path, language="en")
    assert written == told.figure.denominator


def test_rows_about_people_are_for_who_supervises(desk: Office) -> None:
    sets = desk.ask(kpis.named, "qa_score").denominator
    assert desk.ask(figure_rows.page, Wanted(sets, YEAR), language="en")
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(figure_rows.page, Wanted(sets, YEAR), language="en")
