"""A finalized contact is read with its amendments in their order."""

import json

from app.services.office import Office
from app.store import contacts
from tests.desk import NOON


def test_later_amendments_stand_over_earlier_ones(office: Office) -> None:
    caller = b"c" * 16
    with office.store.write("wang") as tx:
        values = {"channel": "phone_in", "opened_at": NOON.isoformat(), "result": "answered_direct", "summary": "one"}
        contact = tx.add("contact", {**values, "caller": caller.hex(), "answers": {"fever": "no"}})
        for at, text in enumerate(("two", "three")):
            corrected = {"summary": [None, text], "answers.fever": ["no", "yes"]}
            said = {"contact": contact.hex(), "corrected": corrected, "reason": "r", "at": f"2026-03-0{at + 3}"}
            tx.add("contact_amendment", json.loads(json.dumps(said)))
        given = {"contact": contact.hex(), "script": "hpv", "version": 2, "language": "zh", "at": NOON.isoformat()}
        tx.add("contact_script", {**given, "how": "read", "ticked": ["k1"]})
    found = contacts.by_id(office.store.rows, contact)
    assert found is not None
    assert (found.summary, found.answers, found.amendments) == ("three", {"fever": "yes"}, 2)
    assert [(one.key, one.version, one.ticked) for one in found.scripts] == [("hpv", 2, ("k1",))]
    assert [one.id for one in contacts.of_callers(office.store.rows, [caller])] == [contact]
    assert contacts.last_given(office.store.rows, [caller], "hpv") == (2, NOON.isoformat())
    assert contacts.last_given(office.store.rows, [caller], "flu") is None
    assert contacts.exists(office.store.rows, contact)
    assert contacts.by_id(office.store.rows, b"\0" * 16) is None
    assert contacts.of_inquiry(office.store.rows, b"\0" * 16) == []
