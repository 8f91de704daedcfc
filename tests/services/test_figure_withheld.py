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


def _whole(desk: Office, *periods: str) -> list[int | None]:
    found = [desk.ask(figures.cards, parse(one), trend=1, only=["satisfied_rate"])[0].figure for one in periods]
    return [None if one.hidden else one.denominator for one in found]


def test_of_a_center_with_one_unit_the_whole_is_not_told_where_the_unit_is_not(office: Office) -> None:
    for day, count in (("2026-01-10", 30), ("2026-02-10", 10)):
        answered(office, "H1", day, count, satisfied=5)
    sign_in(office, "li")
    office.do(figures.catch_up)
    assert [_told(office, one) for one in ("2026-01", "2026")] == [{"H1": None}, {"H1": 40}]
    assert _whole(office, "2026-01", "2026-02", "2026") == [None, None, 40]
    by_channel = office.ask(figures.compare, "satisfied_rate", parse("2026-02"), "channel")
    assert by_channel.whole.hidden
    assert all(one.hidden for _, one in by_channel.cells)
    assert office.ask(figures.compare, "satisfied_rate", parse("2026-02"), "unit").whole.hidden


def test_the_whole_is_not_told_where_units_and_months_together_would_tell_one(desk: Office) -> None:
    told = Told()
    cells = {("H1", "01"), ("H1", "02"), ("H2", "01"), ("H2", "02"), ("H3", "01"), ("H4", "01")}
    for period, months in {"2026-01": ["01"], "2026-02": ["02"], "2026": ["01", "02"]}.items():
        shown = [[unit] for unit, count in _told(desk, period).items() if count is not None]
        shown += [["H1", "H2", "H3", "H4"]] if _whole(desk, period)[0] is not None else []
        for units in shown:
            told.show([cell for cell in sorted(cells) if cell[0] in units and cell[1] in months])
    assert _whole(desk, "2026") != [None]
    assert not told.tells([("H1", "02")])
    assert not told.tells([("H4", "01")])


def test_a_week_and_its_days_tell_no_day_of_a_few(desk: Office) -> None:
    for day, count in (("2026-03-02", 40), ("2026-03-03", 30), ("2026-03-04", 8), ("2026-03-17", 50)):
        answered(desk, "H2", day, count, satisfied=4)
    desk.do(figures.catch_up)
    assert _whole(desk, "2026-W10", "2026-03-02", "2026-03-03", "2026-03-04") == [78, 40, None, None]
    assert _whole(desk, "2026-W09", "2026-03-05", "2026-03") == [0, 0, 128]
    answered(desk, "H2", "2026-04-30", 60, satisfied=4)
    desk.do(figures.catch_up)
    assert _whole(desk, "2026-W18") == [None]  # it lies in two months
