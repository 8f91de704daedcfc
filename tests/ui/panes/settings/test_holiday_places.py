import pytest
from PySide6.QtCore import QObject

from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.holiday_places import HolidayPlaces


@pytest.fixture
def places(jobs: Jobs) -> HolidayPlaces:
    found = HolidayPlaces(jobs, QObject(jobs))
    found.begin("US")
    return found


@pytest.mark.parametrize(("typed", "first"), [("cn", "CN"), ("united st", "US"), ("日本", "JP")])
def test_countries_are_found_by_code_and_by_name(places: HolidayPlaces, typed: str, first: str) -> None:
    assert places.countries(typed)[0].key == first


def test_states_are_found_by_code_and_by_name_and_shown_with_both(places: HolidayPlaces) -> None:
    assert [one.key for one in places.subdivisions("mary")] == ["MD"]
    assert "MD" in [one.key for one in places.subdivisions("md")]
    assert (places.subdivision("MD").label, places.subdivision("")) == ("Maryland (MD)", None)


def test_another_country_has_other_parts(places: HolidayPlaces) -> None:
    places.begin("CN")
    assert places.subdivisions("") == []
    assert places.country("CN").label == "China"
