import json
from dataclasses import replace

import pytest

from app.models.forms import FormTooNew
from app.services import settings
from app.services.office import Office
from app.store import forms as rows_of
from app.ui.kit.jobs import Jobs
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.settings.center_page import CenterPage


@pytest.fixture
def page(jobs: Jobs, qtbot) -> CenterPage:
    made = CenterPage(jobs)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def _set(page: CenterPage, **values: object) -> None:
    for name, value in values.items():
        page.form.set_values({name: value}, clear=False)
        page.form.changed.emit(name, value)


def test_it_shows_what_is_set_and_waits_for_a_change(page: CenterPage) -> None:
    found = page.form.values()
    assert (found["country"], found["time_zone"], found["lock_after_min"]) == ("CN", "Asia/Shanghai", 10)
    assert page.form.editor("country").text() == "China"
    assert not page._save.isEnabled()


def test_what_differs_is_saved_for_every_station(office: Office, page: CenterPage) -> None:
    _set(page, line="12320", lock_after_min=5, country=Suggestion("US", "United States"), form="ems-clinician-services")
    assert page._save.isEnabled()
    page._save.click()
    found = office.ask(settings.current)
    assert (found.line, found.lock_after_s, found.country, found.form) == ("12320", 300, "US", "ems-clinician-services")
    assert (page.strip.current.text, page._save.isEnabled()) == ("Saved", False)


def test_a_value_that_cannot_be_stands_beside_its_field(office: Office, page: CenterPage) -> None:
    _set(page, lock_after_min=9999)
    page._save.click()
    assert page.form.editor("lock_after_min").accessibleDescription() not in ("", page.form.label_of("lock_after_min"))
    assert office.ask(settings.current).lock_after_s == 600
    assert page._save.isEnabled()


def test_a_name_is_needed_and_typing_can_be_discarded(office: Office, page: CenterPage) -> None:
    _set(page, organization="")
    page._save.click()
    assert page.form.editor("organization").accessibleDescription() == "This is needed"
    page._back.click()
    assert page.form.value("organization") == office.ask(settings.current).organization


def test_a_form_that_cannot_be_read_is_told_once_and_not_over_what_was_saved(office: Office, page: CenterPage) -> None:
    found = office.ask(settings.choices)
    page._show_choices(replace(found, refused=(FormTooNew(file="new", found=9, known=2),)))
    assert page.strip.current is not None
    page.strip.clear()
    page._show_choices(replace(found, refused=(FormTooNew(file="new", found=9, known=2),)))
    assert page.strip.current is None
    page._show_choices(replace(found, refused=(FormTooNew(file="newer", found=10, known=2),)))
    assert page.strip.current is not None


def test_what_somebody_types_is_not_overwritten(page: CenterPage) -> None:
    _set(page, line="12320")
    page.refresh()
    assert page.form.value("line") == "12320"


@pytest.mark.parametrize(("typed", "first"), [("cn", "CN"), ("united st", "US"), ("日本", "JP"), ("germ", "DE")])
def test_countries_are_found_by_code_and_by_name(page: CenterPage, typed: str, first: str) -> None:
    assert page._countries(typed)[0].key == first


def test_time_zones_are_found_by_a_part_of_their_name(page: CenterPage) -> None:
    assert [one.key for one in page._zones("shang")] == ["Asia/Shanghai"]
    assert "America/New_York" in [one.key for one in page._zones("new york")]


def test_the_working_calendar_is_chosen_and_left_to_the_country_again(office: Office, page: CenterPage) -> None:
    assert page.form.editor("calendar").currentText() == "Automatic: County center"
    _set(page, calendar="ems-office", paper="Letter", notes_with_caller="yes")
    page._save.click()
    found = office.ask(settings.current)
    assert (found.calendar, found.paper, found.notes_with_caller) == ("ems-office", "Letter", True)
    _set(page, calendar="-")
    page._save.click()
    assert office.ask(settings.current).calendar == ""


def test_how_people_are_called_is_set_and_what_cannot_be_is_said(office: Office, page: CenterPage) -> None:
    _set(page, satisfaction_share=20, satisfaction_categories="complaint", call_slots="ev 19:00-20:00")
    page._save.click()
    found = office.ask(settings.current)
    said = (found.satisfaction_share, found.satisfaction_categories, found.call_slots)
    assert said == (20, "complaint", "ev 19:00-20:00")
    _set(page, satisfaction_after="soon")
    page._save.click()
    assert office.ask(settings.current).satisfaction_after == "1bd"
    assert page.form.editor("satisfaction_after").accessibleDescription() != ""


def test_a_form_that_only_a_newer_program_can_read_is_told_here(office: Office, page: CenterPage, monkeypatch) -> None:
    text = json.dumps({"format": 9, "id": "county-health-line", "version": 2})
    with office.store.write("newer") as tx:
        rows_of.publish(tx, "county-health-line", 2, text)
    page.refresh()
    assert "county-health-line 2 has format 9" in page.strip.current.text
    assert "form" in page.form.values()
