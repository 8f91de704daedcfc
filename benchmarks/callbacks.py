"""The call-back queue: the next person to call and the explanation of the queue, with a whole frame behind it.

A campaign with 330,000 people in its frame, of whom 8,000 cases are live, each in a contact group of its own that this
station holds. Most have been tried before, at random hours of the last two weeks, and what these dials teach is fitted.
The next call is asked for at hours of a whole week, so that every slot, the nap and the night are among them; so are
times when most of the queue rests. The explanation is asked once more while all the others wait to be released, as of a
census of which only the first tenth is called yet.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from app.models.accounts import Role
from app.models.ids import derived_id
from app.models.journal import Value
from app.outside.public_holidays import HolidayPlaces, public_holidays
from app.services import accounts, call_learning, callback_leases, callback_queue, callback_sources, callbacks
from app.services.office import Office, Work
from app.store import campaigns
from app.store.store import Store
from benchmarks.measuring import Figure, percentile, timed

#: People in the frame, live cases, times at which the queue is asked.
WHOLE, QUICK = (330_000, 8_000, 300), (5_000, 500, 60)
#: Most that the next call may take, and the explanation of the queue (milliseconds, at the 95th percentile).
NEXT_MS, WHY_MS = 5.0, 50.0
_NOW = datetime(2026, 3, 16, 4, 0, tzinfo=UTC)
_KEY = bytes(range(32))
#: Those behind the live cases wait in so many replicates, which come after the first one.
_TENTHS = 9
_CODES = ("201", "201", "201", "202", "203", "204", "207", "205", "246")
_HOURS = (0, 1, 4, 8, 10, 11, 12)


class _Clock:
    """A clock that is set."""

    def __init__(self, now: datetime) -> None:
        self.at = now

    def now(self) -> datetime:
        return self.at


@contextmanager
def queue(frame: int, live: int) -> Iterator[tuple[Office, _Clock]]:
    """Give a desk with a queue of so many live cases, a frame of so many people behind them."""
    folder = Path(tempfile.mkdtemp(prefix="onewindow-bench-"))
    clock = _Clock(_NOW - timedelta(days=15))
    store = Store.create(folder / "onewindow.db", _KEY, clock.now, install_id="bench")
    world = {"center_secret": _KEY, "holidays": public_holidays, "holiday_places": HolidayPlaces()}
    office = Office(store, clock, world)
    try:
        office.do(accounts.create, "root", "Root", "a password of some length", (Role.ADMINISTRATOR, Role.SUPERVISOR))
        office.sign_in(office.ask(accounts.sign_in, "root", "a password of some length"))
        _fill(office, clock, frame, live)
        yield office, clock
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


def _fill(office: Office, clock: _Clock, frame: int, live: int) -> None:
    campaign = office.do(callback_sources.open_campaign, "Quarter", {}).value
    begins = clock.at.isoformat()

    def people(work: Work) -> list[bytes]:
        found: list[bytes] = []
        for place in range(frame):
            values: dict[str, Value] = {
                "campaign": campaign.hex(), "person_key": f"{place:x}", "name": f"Person {place}",
                "numbers": [f"+861380{place:07d}"], "stratum": f"U{place % 23:02}", "contact_group": f"g{place}",
                "begins_at": begins, "replicate": 1 if place < live else 2 + place % _TENTHS,
            }  # fmt: skip
            found.append(work.tx.add("campaign_case", values))
        return found

    cases = office.do(people).value[:live]
    office.do(callback_leases.grant, [f"g{place}" for place in range(live)], valid=timedelta(days=60))
    office.do(callback_sources.release, cases)
    office.do(let_go, 1 + _TENTHS)
    office.do(_try_before, cases)
    clock.at = _NOW
    office.do(callback_queue.rebuild)
    office.do(call_learning.keep, office.ask(call_learning.fitted))


def let_go(work: Work, replicate: int) -> None:
    """Say of the campaign that everybody up to a replicate may be called; the queue stays as it is."""
    (campaign,) = campaigns.all_campaigns(work.tx)
    work.tx.put("campaign", campaign.id, {"released": replicate})


def _try_before(work: Work, cases: list[bytes]) -> None:
    """Write attempts of the last two weeks: none for a fifth of the cases, four at most."""
    chance, seq = Random(5), 0
    for place, case in enumerate(cases):
        for turn in range(chance.choice((0, 1, 1, 2, 4))):
            seq += 1
            at = _NOW - timedelta(days=14 - 3 * turn - chance.random(), hours=-chance.choice(_HOURS))
            code = chance.choice(_CODES)
            values = {
                "callback": derived_id("case", case).hex(), "station": "bench", "seq": seq, "at": at.isoformat(),
                "number": f"+861380{place:07d}", "direction": "out", "slot": chance.choice(("em", "nn", "ev", "op")),
                "by": work.person.id.hex(), "contact_group": f"g{place}", "epoch": 1,
            }  # fmt: skip
            attempt = work.tx.add("attempt", values)
            said = {"attempt": attempt.hex(), "code": code, "at": at.isoformat()}
            work.tx.add("attempt_outcome", said, derived_id("attempt_outcome", attempt))


def moments(count: int) -> Iterator[datetime]:
    """Yield so many times of the week that begins now."""
    for place in range(count):
        yield _NOW + timedelta(minutes=place * (7 * 24 * 60 // count))


def _measured(office: Office, clock: _Clock, count: int, question: Callable[..., object]) -> list[float]:
    found: list[float] = []
    for at in moments(count):
        clock.at = at
        office.do(callback_queue.ripen)  # as the window does every minute
        found.append(timed(lambda: office.ask(question)))
    return found


def figures(frame: int, live: int, count: int) -> list[Figure]:
    """Measure the next call and the explanation of the queue."""
    with queue(frame, live) as (office, clock):
        office.ask(callbacks.next_for)  # what is read once is read
        following = _measured(office, clock, count, callbacks.next_for)
        why = _measured(office, clock, count, callbacks.why_empty)
        office.do(let_go, 1)
        census = _measured(office, clock, count, callbacks.why_empty)
    note = f"{live:,} live cases, {frame:,} people"
    return [
        Figure("next call, p95", percentile(following, 0.95), "ms", limit=NEXT_MS, note=note),
        Figure("next call, median", percentile(following, 0.5), "ms", note=note),
        Figure("why the queue is empty, p95", percentile(why, 0.95), "ms", limit=WHY_MS, note=note),
        Figure(
            "why it is empty of a census, p95", percentile(census, 0.95), "ms", limit=WHY_MS,
            note=f"{live:,} live cases of a census, {frame - live:,} people not released",
        ),
    ]  # fmt: skip
