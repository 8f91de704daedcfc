"""What ships is read once; what is published later stands beside it; what cannot be read stops nobody."""

import json
from importlib.resources import files

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.forms import FormBroken, FormTooNew
from app.services import reference, wording
from app.services.office import Office, Work
from app.store import forms as rows_of
from tests.desk import sign_in

LINE = "county-health-line"


def definition(**changes: object) -> str:
    text = files("resources").joinpath(f"forms/{LINE}.json").read_text(encoding="utf-8")
    return json.dumps({**json.loads(text), **changes}, ensure_ascii=False)


def arrive(work: Work, version: int, text: str) -> None:
    """What a sync brings from a station with another program."""
    rows_of.publish(work.tx, LINE, version, text)


def test_two_forms_and_a_category_tree_ship_without_a_complaint() -> None:
    shipped = reference.shipped_forms()
    assert shipped.ids() == (LINE, "ems-clinician-services")
    assert shipped.refused == ()
    assert reference.categories().unknown == ()


def test_what_ships_is_read_once() -> None:
    assert reference.shipped_forms() is reference.shipped_forms()
    assert reference.categories() is reference.categories()


def test_the_form_of_the_line_is_the_newest_published_one(office: Office) -> None:
    assert office.ask(reference.intake_form).version == 1
    sign_in(office, "admin")
    office.do(reference.publish_form, definition(version=2), file="mine.json")
    assert office.ask(reference.intake_form).version == 2


def test_a_contact_keeps_the_version_it_was_taken_with(office: Office) -> None:
    sign_in(office, "admin")
    office.do(reference.publish_form, definition(version=2, author="me"), file="mine.json")
    assert office.ask(reference.intake_form, LINE, 1).unknown == ()
    assert office.ask(reference.intake_form, LINE, 2).unknown == ("$.author",)


def test_a_version_is_never_written_over(office: Office) -> None:
    sign_in(office, "admin")
    with pytest.raises(reference.FormVersionTaken) as caught:
        office.do(reference.publish_form, definition(title={"en": "New", "zh_CN": "新"}), file="mine.json")
    assert caught.value.facts == {"form": LINE, "version": 1, "newest": 1}


def test_publishing_the_same_text_again_changes_nothing(office: Office) -> None:
    sign_in(office, "admin")
    office.do(reference.publish_form, definition(version=2), file="mine.json")
    assert office.do(reference.publish_form, definition(version=2), file="mine.json").changes.touched == ()


def test_only_who_may_change_settings_publishes(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(reference.publish_form, definition(version=2), file="mine.json")


def test_a_broken_definition_is_not_published(office: Office) -> None:
    sign_in(office, "admin")
    with pytest.raises(FormBroken):
        office.do(reference.publish_form, definition(sections=[]), file="mine.json")
    assert office.ask(reference.forms) is reference.shipped_forms()


def test_a_form_of_a_newer_program_is_refused_in_words_and_the_last_good_one_stays(office: Office) -> None:
    office.do(arrive, 3, definition(version=3, format=2))
    found = office.ask(reference.forms)
    assert [type(refusal) for refusal in found.refused] == [FormTooNew]
    assert office.ask(reference.intake_form).version == 1
    assert found.passed_over(LINE) == (3, found.refused[0])
    for language in wording.LANGUAGES:
        says, then = wording.sentence(found.refused[0], language)
        assert "{" not in says + then


def test_a_form_that_nobody_knows_is_gone(office: Office) -> None:
    with pytest.raises(RecordGone):
        office.ask(reference.intake_form, LINE, 99)


def test_a_version_that_cannot_be_read_is_passed_over_only_where_none_as_high_can(office: Office) -> None:
    for version, changes in ((2, {"sections": []}), (4, {"format": 2}), (3, {"sections": []})):
        office.do(arrive, version, definition(version=version, **changes))
    above = office.ask(reference.forms).passed_over(LINE)
    assert above is not None
    assert (above[0], type(above[1])) == (4, FormTooNew)
    office.do(arrive, 4, definition(version=4))
    assert office.ask(reference.forms).passed_over(LINE) is None
    assert office.ask(reference.forms).passed_over("ems-clinician-services") is None
