import subprocess
import sys
from datetime import date

import pytest

from app.models.calendars import HolidayRule
from app.outside.public_holidays import HolidayPlaces, HolidaysUnknown, public_holidays


def test_china_has_moved_days_and_make_up_weekends():
    year = public_holidays(HolidayRule("CN"), 2025)
    assert date(2025, 1, 26) in year.work
    assert "国庆" in year.off[date(2025, 10, 1)]
    assert not year.estimated


def test_a_year_that_is_not_published_is_estimated():
    assert public_holidays(HolidayRule("CN"), 2040).estimated


def test_a_state_has_its_own_holidays_and_none_is_estimated():
    massachusetts = public_holidays(HolidayRule("US", "MA"), 2015)
    assert date(2015, 4, 20) in massachusetts.off
    assert date(2015, 4, 20) not in public_holidays(HolidayRule("US", "MD"), 2015).off
    assert (massachusetts.work, massachusetts.estimated) == (frozenset(), False)


@pytest.mark.parametrize("rule", [HolidayRule("XX"), HolidayRule("US", "ZZ")])
def test_an_unknown_country_or_state_is_refused_beside_its_field(rule):
    with pytest.raises(HolidaysUnknown) as refused:
        public_holidays(rule, 2026)
    assert refused.value.facts["field"] == "holidays"


def test_countries_are_named_once_and_states_by_their_names():
    places = HolidayPlaces()
    assert {"CN", "US"} <= set(places.countries())
    assert all(len(one) == 2 for one in places.countries())
    assert ("MD", "Maryland") in places.subdivisions("US")
    assert places.subdivisions("CN") == places.subdivisions("XX") == ()


def test_no_other_country_is_loaded_for_the_holidays_of_one():
    code = """
import sys
from app.models.calendars import HolidayRule
from app.outside.public_holidays import HolidayPlaces, public_holidays
assert public_holidays(HolidayRule("CN"), 2025).work
assert HolidayPlaces().subdivisions("US")
assert public_holidays(HolidayRule("US", "MA"), 2026).off
loaded = {name.rpartition(".")[2] for name in sys.modules if name.startswith("holidays.countries")}
assert loaded == {"china", "united_states"}, loaded
import holidays.countries
assert holidays.countries.France and "FR" in holidays.list_supported_countries()
"""
    subprocess.run([sys.executable, "-c", code], check=True)
