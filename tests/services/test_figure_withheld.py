"""What people said of a unit is told from 25 answers on, and never so that fewer could be told from the rest."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.periods import Span, parse
from app.models.withholding import Told
from app.services import contacts, figures, inquiries
from app.services.office import Office
from tests.desk import NOON, draft, sign_in


def answered(office: Office, unit: str, day: str, count: int, *, satisfied: int) -> None:
    """Write interviews after an inquiry of a unit that are over."""
    said = draft(unit=unit, due_at=NOON + timedelta(hours=20))
    office.do(contacts.finalize, office.do(contacts.start, said).value, Outcome.DISPATCH)
    inquiry = next(one.id for one in office.ask(inquiries.list_page, inquiries.Wanted()).rows if one.unit == unit)
    with office.store.write("wang") as tx:
        for place in range(count):
            at = f"{day}T04:00:00+00:00"
            asked = {
                "questionnaire": "inquiry-satisfaction", "version": 1, "mode": "telephone", "institution": unit,
                "stratum": unit, "day": day, "at": at, "by": office.by.id.hex(),
                "inquiry": inquiry.hex(),
            }  # fmt: skip
            one = tx.add("interview", asked)
            codes = {"unit_satisfaction": "satisfied" if place < satisfied else "dissatisfied"}
            ended = {"completeness": "complete", "share": 1.0, "codes": codes, "at": at, "by": asked["by"]}
            tx.add("interview_end", {"interview": one.hex(), **ended})


@pytest.fixture
def desk(office: Office) -> Office:
    for unit, day, count in (
        ("H1", "2026-01-10", 40), ("H1", "2026-02-10", 10), ("H2", "2026-01-10", 60), ("H3", "2026-01-10", 26),
        ("H4", "2026-01-12", 6), ("H2", "2026-02-10", 30),
    ):  # fmt: skip
        answered(office, unit, day, count, satisfied=count // 2)
    sign_in(office, "li")
    office.do(figures.catch_up)
    return office


def _told(desk: Office, period: str) -> dict[str, int | None]:
    found = desk.ask(figures.compare, "satisfied_rate", parse(period), "unit")
    return {key: None if one.hidden else one.denominator for key, one in found.cells}


def test_few_answers_are_not_told_nor_left_over_by_other_units_and_months(desk: Office) -> None:
    periods = {"2026-01": ["2026-01"], "2026-02": ["2026-02"], "2026": ["2026-01", "2026-02"]}
    units = ("H1", "H2", "H3", "H4")
    told = Told(*([(unit, month) for unit in units for month in months] for months in periods.values()))
    for period, months in periods.items():
        found = _told(desk, period)
        assert all(found[unit] is None for unit in ("H1", "H4") if unit in found and (unit, period) != ("H1", "2026"))
        for unit in [unit for unit, count in found.items() if count is not None]:
            told.show([(unit, month) for month in months])
    every = {cell: told.tells([cell]) for cell in (("H1", "2026-02"), ("H4", "2026-01"))}
    assert not every["H1", "2026-02"]
    assert not every["H4", "2026-01"]
    assert _told(desk, "2026")["H1"] == 50


def test_one_unit_by_itself_is_told_what_the_comparison_tells(desk: Office) -> None:
    months = desk.ask(figures.cards, parse("2026-02"), groups={"unit": "H1"}, trend=2, only=["satisfied_rate"])
    assert [one.hidden for _, one in months[0].trend] == [True, True]  # the year less January would be February
    (year,) = desk.ask(figures.cards, parse("2026"), groups={"unit": "H1"}, trend=1, only=["satisfied_rate"])
    assert (year.figure.hidden, year.figure.denominator) == (False, 50)
    (small,) = desk.ask(figures.cards, parse("2026"), groups={"unit": "H4"}, trend=1, only=["satisfied_rate"])
    assert (small.figure.hidden, small.figure.share) == (True, None)


def test_weeks_and_days_tell_nothing_of_a_unit(desk: Office) -> None:
    for period in ("2026-W02", "2026-01-10"):
        assert set(_told(desk, period).values()) == {None}
    (week,) = desk.ask(figures.cards, parse("2026-W02"), groups={"unit": "H2"}, trend=1, only=["satisfied_rate"])
    assert week.figure.hidden


def test_other_figures_of_a_unit_are_told_as_before(desk: Office) -> None:
    assert parse("2026").span is Span.YEAR
    for one in desk.ask(figures.cards, parse("2026"), groups={"unit": "H4"}, trend=1):
        assert not one.figure.hidden or one.kpi.id in {"satisfied_rate", "solved_rate"}
