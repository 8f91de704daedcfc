"""Records of a newer program, with codes that this one has never heard of, are shown as they are and harm nothing."""

from datetime import timedelta

from app.models.retry_rules import Hindrance
from app.services import (
    callback_appointments,
    callback_attempts,
    callback_queue,
    callback_referrals,
    callbacks,
    finding_ledger,
)
from app.services.callbacks import WhyNot
from app.services.finding_ledger import Sought
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services.calling import campaign, promised
from tests.services.finding import opened

LATER = NOON + timedelta(hours=2)


def test_a_time_that_was_agreed_in_a_new_way_is_kept(office: Office) -> None:
    first, _ = campaign(office, 2)
    with office.store.write("li") as tx:
        times = {"start_at": LATER.isoformat(), "end_at": (LATER + timedelta(hours=1)).isoformat()}
        tx.add("appointment", {"callback": first.hex(), "kind": "by_video", "state": "open", **times})
    hours = office.ask(callback_appointments.agenda, NOON)
    (agreed,) = [one for hour in hours for one in hour.agreed]
    assert (agreed.appointment.kind, agreed.appointment.start_at) == ("by_video", LATER)
    found = office.ask(callbacks.why_now, first)
    assert isinstance(found, WhyNot)
    assert [one.why for one in found.refusals] == [Hindrance.APPOINTMENT_LATER]


def test_a_call_that_ended_in_a_new_way_waits_for_a_supervisor(office: Office) -> None:
    first, second = campaign(office, 2)
    begun = office.do(callback_attempts.begin, first).value
    with office.store.write("wang") as tx:
        tx.add("attempt_outcome", {"attempt": begun.attempt.hex(), "code": "251", "at": NOON.isoformat(), "by": ""})
    office.do(callback_queue.refresh, first)
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert found.sheet.callback.id == second
    sign_in(office, "li")
    (waits,) = office.ask(callback_referrals.referred)
    assert (waits.callback, waits.code) == (first, "251")
    assert office.do(callback_referrals.end, first).value == "251"


def test_reasons_and_states_that_are_new_are_shown_as_they_are(office: Office) -> None:
    owed = promised(office, reason="by_law")
    finding = opened(office)
    with office.store.write("li") as tx:
        tx.put("finding", finding, {"state": "frozen"})
    (line,) = office.ask(finding_ledger.page, Sought()).lines
    assert line.finding.state == "frozen"
    found = office.ask(callbacks.why_now, owed)
    assert not isinstance(found, WhyNot)
    assert found.sheet.callback.reason == "by_law"
