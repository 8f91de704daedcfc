"""A KPI goes into the fields and comes back unchanged."""

import pytest

from app.models.errors import FieldInvalid
from app.services import kpis
from app.services.kpis import KpiVersion
from app.ui.panes.reports import definition_words as words


def test_every_kpi_comes_back_from_its_fields_as_it_was() -> None:
    for one in kpis.shipped().values():
        assert words.kpi_of(one, words.values_of(one)) == one


def test_a_strange_name_or_row_set_is_refused_beside_its_field() -> None:
    kpi = kpis.shipped()["on_time"]
    for field, value in (("id", "On time!"), ("numerator", ("on_time.good",))):
        with pytest.raises(FieldInvalid) as error:
            words.kpi_of(kpi, {**words.values_of(kpi), field: value})
        assert error.value.facts["field"] == field


def test_row_sets_are_found_by_code_and_by_words_of_both_languages() -> None:
    for text in ("on_time.met", "completed on time", "按时办结"):
        assert any(one.key == "on_time.met" for one in words.suggest(text))


def test_the_page_of_a_kpi_shows_its_versions_and_no_markup_of_others() -> None:
    kpi = kpis.shipped()["on_time"]
    page = words.page_of(kpi, (KpiVersion(0, kpi, None, ""),), "en")
    assert "<h3>Completed on time</h3>" in page
    assert "from the beginning until further notice" in page
    assert "≤ 0" in page
