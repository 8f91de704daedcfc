"""What stands in the sections: numbers as numbers, names of groups, and nothing small."""

from datetime import date
from random import Random

import pytest

from app.models.periods import Span, holding
from app.models.report_templates import Filling
from app.services import figures, report_fillings, units
from app.services.office import Office, View
from app.services.report_fillings import Sheet, Source
from tests import brute_force
from tests.desk import sign_in


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    office.do(brute_force.scatter, Random(11), 60)
    office.do(figures.catch_up)
    return office


def _filled(view: View, filling: Filling) -> tuple[Sheet, ...]:
    return report_fillings.FILL[filling](Source(view, holding(Span.YEAR, date(2026, 1, 1)), "en"))


@pytest.mark.parametrize("filling", list(report_fillings.FILL))
def test_every_filling_has_as_many_cells_as_headings(desk: Office, filling: Filling) -> None:
    for sheet in desk.ask(_filled, filling):
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
        assert len(sheet.shown) == len(sheet.rows)


def test_groups_are_called_by_their_names(desk: Office) -> None:
    names = [row[0] for sheet in desk.ask(_filled, Filling.UNITS) for row in sheet.rows]
    assert "County Hospital" in names
    assert desk.ask(report_fillings.name_of, "channel", "email", "zh_CN") != "email"
    assert desk.ask(report_fillings.name_of, "category", "", "en") == "No category"


def test_shares_are_shown_as_percentages_and_nothing_as_a_dash() -> None:
    assert Sheet("", ("a", "b", "c", "d"), ((0.5, 1200, None, "x"),)).shown == (("50.0 %", "1,200", "–", "x"),)
