"""A campaign with cases in the queue of a desk, as the services of calling make it."""

from datetime import UTC, datetime, timedelta

from app.models.ids import derived_id
from app.services import callback_attempts, callback_leases, callback_sources
from app.services.callback_attempts import Outcome
from app.services.office import Office
from tests.desk import NOON, sign_in

BEGAN = NOON - timedelta(days=3)


def number(place: int) -> str:
    return f"+8613812{place:06d}"


def campaign(office: Office, cases: int = 3, *, held: bool = True, planted: str = "", **policy: int) -> list[bytes]:
    """Make a campaign with so many cases in its queue, each in a group of its own; return the calls."""
    person = office.by
    sign_in(office, "li")
    made = office.do(callback_sources.open_campaign, "Spring", policy).value
    with office.store.write("li") as tx:
        ids = [
            tx.add(
                "campaign_case",
                {
                    "campaign": made.hex(),
                    "person_key": f"p{place}",
                    "name": f"Patient {place}",
                    "numbers": [planted or number(place)],
                    "stratum": "U01",
                    "contact_group": f"g{place}",
                    "about": {"ward": "3"},
                    "begins_at": BEGAN.isoformat(),
                },
            )
            for place in range(cases)
        ]
    if held:
        office.do(callback_leases.grant, [f"g{place}" for place in range(cases)])
    office.do(callback_sources.release, ids)
    office.sign_in(person)
    return [derived_id("case", one) for one in ids]


def call(office: Office, callback: bytes, code: str, **more: object):
    """Dial and say how it ended."""
    begun = office.do(callback_attempts.begin, callback).value
    return office.do(callback_attempts.finish, begun.attempt, Outcome(code, **more)).value


def promised(office: Office, at: datetime = NOON, typed: str = "+8613800000001", **values: str) -> bytes:
    """Owe a call that somebody waits for."""
    with office.store.write("wang") as tx:
        kept = {"reason": "promised", "number": typed, "what": "The answer", "due_at": at.astimezone(UTC).isoformat()}
        return tx.add("callback", {**kept, **values})
