"""Times are kept in UTC, so that an hour that comes twice in a zone changes no order and no length of a shift."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from app.models.accounts import OperatorState
from app.models.contacts import Outcome
from app.models.journal import Value
from app.models.periods import Span, holding
from app.services import accounts, contacts, demo, inquiries, settings, time_ledger
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import draft, sign_in
from tests.fakes import FakeClock

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
#: In Chicago the clock goes from 01:59 back to 01:00 at this moment.
_AGAIN = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)


def _texts(value: Value) -> Iterator[str]:
    """Yield every text in a value."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def test_every_time_that_a_desk_keeps_is_in_utc(office: Office) -> None:
    sign_in(office, "admin")
    demo.fill(office, inquiries=60)
    with office.store.reading() as rows:
        records = rows.all("SELECT entity, at, payload FROM journal /* whole: test */")
    kept = [
        (entity, name, text)
        for entity, at, payload in records
        for name, value in (("at", at), *json.loads(payload)["f"].items())
        for text in _texts(value)
        if _TIME.fullmatch(text)
    ]
    assert len(kept) > len(records)
    assert {(entity, name) for entity, name, text in kept if not text.endswith("+00:00")} == set()


def test_calls_and_shifts_of_an_hour_that_comes_twice_keep_their_order_and_their_length(
    office: Office, clock: FakeClock
) -> None:
    sign_in(office, "admin")
    office.do(settings.change, country="US", time_zone="America/Chicago")
    wang = sign_in(office, "wang")
    # On the wall: 01:50, then 01:10, then 02:05.
    for minutes, said in ((-10, "first"), (10, "second"), (65, "third")):
        clock.set(_AGAIN + timedelta(minutes=minutes))
        office.do(accounts.set_state, OperatorState.READY if said == "first" else OperatorState.TALKING)
        opened = office.do(contacts.start, draft(summary=said, opened_at=clock.now())).value
        office.do(contacts.finalize, opened, Outcome.ANSWERED)
    office.do(accounts.set_state, OperatorState.SIGNED_OUT)
    shown = office.ask(inquiries.list_page, Wanted()).rows
    assert [one.summary for one in shown] == ["third", "second", "first"]
    (found,) = office.ask(time_ledger.ledger, holding(Span.MONTH, date(2026, 11, 1)), only=wang.id)
    assert found.seconds == {OperatorState.READY: 20 * 60, OperatorState.TALKING: 55 * 60}
    assert found.days == 1
