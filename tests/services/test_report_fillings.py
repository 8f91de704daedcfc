"""What stands in the sections: numbers as numbers, names of groups, and nothing small."""

import re
from datetime import date
from random import Random

import pytest

from app.models.periods import Span, holding
from app.models.report_templates import Filling
from app.scripts_library.emitter import emit
from app.scripts_library.script import Script, Variant
from app.services import figures, report_fillings, units
from app.services.office import Office, View
from app.services.report_fillings import Source
from app.services.report_sheets import Share, Sheet
from app.services.script_imports import ScriptText, import_scripts
from tests import brute_force
from tests.desk import sign_in


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    office.do(brute_force.scatter, Random(11), 60)
    office.do(figures.catch_up)
    return office


def _filled(view: View, filling: Filling, language: str = "en") -> tuple[Sheet, ...]:
    return report_fillings.FILL[filling](Source(view, holding(Span.YEAR, date(2026, 1, 1)), language))


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


def test_figures_of_groups_and_periods_say_how_many_of_how_many(desk: Office) -> None:
    for filling in (Filling.UNITS, Filling.TREND, Filling.CHANNELS):
        (sheet,) = desk.ask(_filled, filling)
        cells = [cell for row in sheet.rows for cell in row[1:]]
        assert any(isinstance(cell, Share) for cell in cells)
        assert not any(isinstance(cell, float) for cell in cells)


def test_a_year_is_told_with_its_quarters(desk: Office) -> None:
    (sheet,) = desk.ask(_filled, Filling.TREND)
    assert sheet.columns[1:] == ("2026-Q1", "2026")


def test_scripts_are_called_by_their_titles_and_a_gone_one_by_its_key(desk: Office) -> None:
    script = Script("hours", {"zh": "几点开门", "en": "Opening hours"}, variants=(Variant("zh", say="8点开门。"),))
    sign_in(desk, "chen")
    desk.do(import_scripts, [ScriptText("hours.md", emit(script))])
    assert [desk.ask(_title, "hours", language) for language in ("en", "zh_CN")] == ["Opening hours", "几点开门"]
    assert desk.ask(_title, "gone", "en") == "gone"


def test_words_that_do_not_rise_are_said_not_to(desk: Office) -> None:
    (sheet,) = desk.ask(_filled, Filling.WORDS)
    assert sheet.rows or sheet.texts


def _title(view: View, key: str, language: str) -> str:
    return Source(view, holding(Span.YEAR, date(2026, 1, 1)), language).script(key)


def test_a_summary_joins_names_and_writes_shares_as_the_tables_below_it_do(desk: Office) -> None:
    (sheet,) = desk.ask(_filled, Filling.SUMMARY, "zh_CN")
    told = "".join(sheet.texts)
    assert "、" in told
    assert ";" not in told
    (sheet,) = desk.ask(_filled, Filling.SUMMARY, "en")
    assert not re.search(r"\d%", "".join(sheet.texts))
