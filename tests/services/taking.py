"""Contacts that are taken in one line, for tests of what follows from them."""

from dataclasses import replace

from app.models.contacts import Outcome
from app.services import contacts
from app.services.office import Office
from tests.desk import draft


def take(office: Office, outcome: Outcome, **values: object) -> bytes:
    """Take a contact and return the inquiry that it opened or joined."""
    given = draft(**values)
    started = office.do(contacts.start, given).value
    inquiry = office.do(contacts.finalize, replace(given, id=started.id), outcome).value.inquiry
    assert inquiry is not None
    return inquiry
