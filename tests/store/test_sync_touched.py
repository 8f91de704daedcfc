"""Which inquiries and calls rows that came from others speak of."""

from app.services.office import Office
from app.store import sync_touched


def test_steps_lead_to_their_inquiries_and_attempts_to_their_calls(office: Office) -> None:
    one, two = b"1" * 16, b"2" * 16
    with office.store.write("li") as tx:
        step = tx.add("inquiry_event", {"inquiry": one.hex(), "kind": "note"})
        attempt = tx.add("attempt", {"callback": two.hex()})
        outcome = tx.add("attempt_outcome", {"attempt": attempt.hex(), "code": "I"})
        appointment = tx.add("appointment", {"callback": one.hex()})
    rows = office.store.rows
    assert sync_touched.inquiries(rows, {"inquiry_event": [step], "inquiry": [two]}) == [two, one]
    assert sync_touched.callbacks(rows, {"attempt_outcome": [outcome], "appointment": [appointment]}) == [one, two]
    assert sync_touched.callbacks(rows, {"attempt": [attempt] * 2}) == [two]
    assert sync_touched.inquiries(rows, {}) == []
