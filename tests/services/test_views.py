"""Views belong to one person, have a name, and hold filters."""

import pytest

from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong
from app.services import views
from app.services.office import Office
from app.services.worklists import Listing
from tests.desk import sign_in

LATE = Listing(mine=False, due="overdue", order="due", area="城关镇")


def test_a_view_is_kept_for_the_person_alone(office: Office) -> None:
    assert office.do(views.save, "  Late   in town ", LATE).value == "Late in town"
    assert office.ask(views.mine) == (views.SavedView("Late in town", LATE),)
    sign_in(office, "li")
    assert office.ask(views.mine) == ()


def test_the_same_name_holds_the_newer_filters(office: Office) -> None:
    office.do(views.save, "Mine", LATE)
    office.do(views.save, "Mine", Listing(state="returned", text="王先生"))
    assert office.ask(views.mine) == (views.SavedView("Mine", Listing(state="returned")),)


def test_a_view_can_be_forgotten(office: Office) -> None:
    office.do(views.save, "a", LATE)
    office.do(views.save, "b", LATE)
    office.do(views.remove, "a")
    assert not office.do(views.remove, "nobody's").changes.touched
    assert [one.name for one in office.ask(views.mine)] == ["b"]


def test_a_view_is_called_otherwise_and_never_takes_the_place_of_another(office: Office) -> None:
    sign_in(office, "wang")
    for name in ("Late", "Mine"):
        office.do(views.save, name, Listing(due="overdue"))
    for name, new in (("Late", "Mine"), ("Gone", "Other")):
        with pytest.raises(FieldInvalid):
            office.do(views.rename, name, new)
    assert office.do(views.rename, "Late", " Long  overdue ").value == "Long overdue"
    assert [one.name for one in office.ask(views.mine)] == ["Long overdue", "Mine"]


def test_a_name_is_needed_and_short_and_there_are_not_too_many(office: Office) -> None:
    with pytest.raises(FieldMissing):
        office.do(views.save, " \x00 ", LATE)
    with pytest.raises(FieldTooLong):
        office.do(views.save, "n" * 41, LATE)
    for number in range(views.MOST):
        office.do(views.save, f"view {number}", LATE)
    with pytest.raises(FieldInvalid):
        office.do(views.save, "one more", LATE)


def test_the_settings_of_the_center_do_not_notice(office: Office) -> None:
    before = office.settings
    office.do(views.save, "Late", LATE)
    assert office.settings == before
