"""Settings are checked when they are set, and known at the desk at once."""

import pytest

from app.models.errors import FieldInvalid, FieldTooLong, NotAllowed
from app.services import settings
from app.services.office import Office
from tests.desk import sign_in


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "admin")
    return office


def test_what_is_set_is_known_at_once(desk: Office) -> None:
    values = {"organization": " 县卫健热线 ", "country": "US", "time_zone": "America/Chicago", "lock_after_s": 0}
    done = desk.do(settings.change, **values, language="en", form="ems-clinician-services", line="12320")
    assert set(done.value) == {*values, "language", "form", "line"}
    found = desk.ask(settings.current)
    assert (found.organization, found.country, found.lock_after_s) == ("县卫健热线", "US", 0)
    assert desk.do(settings.change, country="US").value == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("country", "XX"),
        ("time_zone", "Mars/Olympus"),
        ("language", "tlh"),
        ("form", "no-such-form"),
        ("lock_after_s", 5),
        ("lock_after_s", 90_000),
        ("lock_after_s", "600"),
        ("lock_after_s", True),
        ("calendar", "no-such-calendar"),
        ("paper", "A5"),
        ("cluster_steps", "five"),
        ("notes_with_caller", "yes"),
        ("organization", "  "),
        ("color_of_the_sky", "blue"),
    ],
)
def test_a_value_that_cannot_be_is_refused_beside_its_field(desk: Office, name: str, value: object) -> None:
    with pytest.raises(FieldInvalid) as refused:
        desk.do(settings.change, **{name: value})
    assert refused.value.facts["field"] == name


def test_one_wrong_value_keeps_all_as_they_were(desk: Office) -> None:
    with pytest.raises(FieldInvalid):
        desk.do(settings.change, line="12320", country="XX")
    with pytest.raises(FieldTooLong):
        desk.do(settings.change, line="x" * 121)
    assert desk.ask(settings.current).line == ""


def test_only_an_administrator_changes_settings(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(settings.change, line="12320")
    sign_in(office, "li")
    with pytest.raises(NotAllowed):
        office.do(settings.change, line="12320")


def test_what_can_be_chosen_is_what_is_taken(desk: Office) -> None:
    found = desk.ask(settings.choices)
    assert {"CN", "US"} <= set(found.countries)
    assert "Asia/Shanghai" in found.time_zones
    assert desk.ask(settings.current).form in {form for form, _, _ in found.forms}
    assert set(settings.names()) >= {"organization", "lock_after_s"}


def test_the_calendars_can_be_chosen_and_the_usual_one_is_named(desk: Office) -> None:
    desk.do(settings.change, calendar="round-the-clock", paper="Letter")
    found = desk.ask(settings.choices)
    assert (found.calendars, found.usual_calendar) == (
        ("county-center", "ems-office", "round-the-clock"),
        "county-center",
    )
    assert desk.do(settings.change, calendar="").value == ("calendar",)


@pytest.mark.parametrize(("name", "value"), [("country", "XX"), ("time_zone", "Mars/Olympus"), ("language", "tlh")])
def test_what_no_center_can_be_is_refused_before_there_is_one(name: str, value: str) -> None:
    settings.check(country="US", time_zone="America/Chicago", language="en")
    with pytest.raises(FieldInvalid) as caught:
        settings.check(**{name: value})
    assert caught.value.facts == {"field": name, "value": value}
