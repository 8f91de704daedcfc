import pytest

from app.models.contacts import Outcome
from app.models.errors import RecordGone
from app.services import contacts, inquiries
from app.ui.panes.intake import asking
from tests.desk import NOON, draft


def test_the_desk_knows_its_zone_its_form_and_its_categories(office):
    desk = office.ask(asking.desk)
    assert desk.zone.key == "Asia/Shanghai"
    assert desk.form is not None
    assert "complaint.waiting" in desk.tree.by_code


def test_a_form_that_is_not_known_here_is_none(office):
    assert office.ask(asking.form_of, "of-a-newer-program", None) is None


def test_the_time_is_the_offices_own(office):
    assert office.ask(asking.now) == NOON


def test_a_past_contact_comes_with_the_form_it_was_taken_with(office):
    opened = office.do(contacts.start, draft()).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    past = office.ask(asking.past_contact, opened.id)
    assert past.row.summary == "Asks about the HPV vaccine"
    assert past.form is not None


def test_an_inquiry_is_found_by_its_id_or_said_to_be_gone(office):
    done = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    assert office.ask(asking.inquiry_row, done.inquiry).number == done.number
    assert office.ask(inquiries.detail, done.inquiry).row.id == done.inquiry
    with pytest.raises(RecordGone):
        office.ask(asking.inquiry_row, b"\1" * 16)
