"""The start of a drill: an operator with 10,000 cards, each answered once, most of them due on the day asked for.

The library has as many key points as cards. What is measured is what the training pane does when it is shown: it asks
whether anything moved since the cards were folded, then for today's queue; ``start`` is the same as one command.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from app.models.accounts import Person, Role
from app.models.drills import Rating
from app.models.duty import DutyFact, DutyRule
from app.outside.public_holidays import public_holidays
from app.scripts_library.content import hash_of, to_content
from app.scripts_library.script import KeyPoint, Script, Variant
from app.services import accounts, drill_cards, drills
from app.services.office import Office, Work
from app.store import drills as rows_of
from app.store import duty as duty_rows
from app.store.drills import CardKey, NewReview
from app.store.scripts import NewVersion, write_versions
from app.store.store import Store
from benchmarks.measuring import Figure, percentile, timed

CARDS, QUICK_CARDS = 10_000, 300
START_MS = 100.0
_POINTS = 3
_KEY = bytes(range(32))
_NOW = datetime(2026, 3, 16, 4, 0, tzinfo=UTC)


class _Clock:
    """A clock that is set."""

    def __init__(self, now: datetime) -> None:
        self.at = now

    def now(self) -> datetime:
        return self.at


@contextmanager
def desk(cards: int) -> Iterator[tuple[Office, _Clock]]:
    """Give a desk whose operator has so many cards, ten days after they were answered."""
    folder = Path(tempfile.mkdtemp(prefix="onewindow-bench-"))
    clock = _Clock(_NOW)
    store = Store.create(folder / "onewindow.db", _KEY, clock.now, install_id="bench")
    office = Office(store, clock, {"center_secret": _KEY, "holidays": public_holidays})
    try:
        roles = (Role.ADMINISTRATOR, Role.SUPERVISOR)
        office.do(accounts.create, "root", "Root", "a password of some length", roles)
        office.sign_in(office.ask(accounts.sign_in, "root", "a password of some length"))
        office.do(_write, cards)
        office.do(drills.start)
        clock.at = _NOW + timedelta(days=10)
        office.do(drills.start)
        yield office, clock
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


def _write(work: Work, cards: int) -> None:
    scripts = [_script(number) for number in range(-(-cards // _POINTS))]
    write_versions(work.tx, [_version(one) for one in scripts], by=work.person.id)
    draw = Random(7)
    day = drill_cards.today(work)
    keys = [(one.key, point.id) for one in scripts for point in one.key_points]
    for key, point in keys[:cards]:
        card = CardKey(work.person.id, key, point)
        rating = draw.choice((Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD))
        review = NewReview(card, 1, b"i" * 16, "slot", work.now, day, 1.0, rating, 4000)
        rows_of.write_review(work.tx, review)


def _script(number: int) -> Script:
    points = tuple(
        KeyPoint(f"k{place}", {"en": f"point {place} of script {number}"}, critical=place == 0)
        for place in range(_POINTS)
    )
    return Script(
        f"s{number}", {"en": f"Script {number}"}, topic=f"t{number % 40}", key_points=points,
        variants=(Variant("en", say="Said."),),
    )  # fmt: skip


def _version(script: Script) -> NewVersion:
    content = to_content(script)
    return NewVersion(
        script.key, 1, None, script.title["en"], script.topic, content, hash_of(content), None, None, False, "bench",
        (("approved", ""),),
    )  # fmt: skip


def figures(cards: int = CARDS, times: int = 30) -> list[Figure]:
    """Measure how long it takes until the first question of a day is known."""
    with desk(cards) as (office, _):
        drill = office.ask(drills.today)

        def shown() -> None:
            office.ask(drills.is_stale)
            office.ask(drills.today)

        def started() -> None:
            office.do(drills.start)

        moved = _after_other_days(office)
        looks = [timed(shown) for _ in range(times)]
        starts = [timed(started) for _ in range(times)]
        asked = [timed(_ask(office, card)) for card in drill.cards]
    note = f"{cards:,} cards, {len(drill.cards)} today"
    return [
        Figure("drill: today's queue is known", percentile(looks, 0.95), "ms", limit=START_MS, note=note),
        Figure("drill: the same as a command", percentile(starts, 0.95), "ms", limit=START_MS),
        Figure("drill: first start after other duty days", moved, "ms", limit=START_MS),
        Figure("drill: the next question", percentile(asked, 0.95), "ms", limit=START_MS),
    ]


def _after_other_days(office: Office) -> float:
    """Return the time of the first start after a supervisor said another week of the operator."""
    person = office.by
    if person is None:
        raise RuntimeError("nobody is signed in")
    office.do(_say_days, person)
    return timed(partial(office.do, drills.start))


def _say_days(work: Work, person: Person) -> None:
    week = DutyFact(DutyRule.WEEK, drill_cards.today(work), None, frozenset({1, 3, 5}))
    duty_rows.write(work.tx, person.id, week, by=person.id)


class _Ask:
    """Asks one question."""

    def __init__(self, office: Office, card: object) -> None:
        self._office, self._card = office, card

    def __call__(self) -> object:
        return self._office.ask(drills.ask, self._card)


def _ask(office: Office, card: object) -> _Ask:
    return _Ask(office, card)
