"""The shelf before the library: pinned for everybody, starred by oneself, asked most today; tags and due reviews."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import FieldInvalid, RecordGone
from app.models.script_shelf import Pin
from app.scripts_library.visibility import Standing, standing
from app.services.office import View, Work
from app.services.scripts import counting_row, glanced
from app.store import script_given
from app.store import script_shelf as rows_of
from app.store import scripts as script_rows
from app.store.scripts import VersionRow

#: So many are shown of what was asked most today.
MOST_ASKED = 5
#: A pin is for what is asked now; it ends at the latest after this time.
LONGEST_PIN = timedelta(days=92)


@dataclass(frozen=True)
class Front:
    """What stands in front of the library for the person who asks, as keys. ``today`` is the day at the center."""

    pins: tuple[Pin, ...] = ()
    stars: tuple[str, ...] = ()
    most_asked: tuple[tuple[str, int], ...] = ()
    may_pin: bool = False
    today: date = date.min


@dataclass(frozen=True)
class Marks:
    """What only the contents of the scripts say: the keys that carry each tag, and those whose review is due."""

    tags: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    due: frozenset[str] = frozenset()


def front(view: View) -> Front:
    """Return pins, one's own stars, and what was given most since midnight at the center."""
    person = view.require(Permission.READ_SCRIPTS)
    zone = ZoneInfo(view.settings.time_zone)
    today = view.now.astimezone(zone).date()
    midnight = datetime.combine(today, time(), zone).astimezone(view.now.tzinfo)
    asked = script_given.most_given(view.rows, midnight.isoformat(), (view.now + timedelta(1)).isoformat(), MOST_ASKED)
    return Front(
        tuple(rows_of.pins(view.rows, today)),
        tuple(rows_of.stars(view.rows, person.id)),
        tuple(asked),
        person.may(Permission.PIN_SCRIPTS),
        today,
    )


def marks(view: View) -> Marks:
    """Return tags and due reviews of the versions that count. A question for the background."""
    view.require(Permission.READ_SCRIPTS)
    tags: dict[str, set[str]] = {}
    due: set[str] = set()
    for key, found in groupby(script_rows.all_versions(view.rows), key=_key):
        rows = list(found)
        loaded = {row.number: glanced(view.rows, row) for row in rows}
        counts = counting_row([(row, standing(loaded[row.number], view.now)) for row in rows])
        if counts is None or counts[1] not in (Standing.LIVE, Standing.REVIEW_DUE):
            continue
        for tag in loaded[counts[0].number].tags:
            tags.setdefault(tag, set()).add(key)
        if counts[1] is Standing.REVIEW_DUE:
            due.add(key)
    return Marks({tag: frozenset(tags[tag]) for tag in sorted(tags)}, frozenset(due))


def star(work: Work, key: str, *, on: bool) -> None:
    """Put a script among one's own, or take it from there. Raises ``RecordGone``."""
    person = work.require(Permission.READ_SCRIPTS)
    _refuse_unknown(work, key)
    rows_of.write_star(work.tx, key, person=person.id, on=on)


def pin(work: Work, key: str, until: date | None) -> None:
    """Pin a script for everybody up to and including a day, or take the pin off (None).

    Raises ``FieldInvalid`` for a day that is over or too far away, ``RecordGone``, ``NotAllowed``.
    """
    person = work.require(Permission.PIN_SCRIPTS)
    _refuse_unknown(work, key)
    today = work.now.astimezone(ZoneInfo(work.settings.time_zone)).date()
    if until is not None and not today <= until <= today + LONGEST_PIN:
        raise FieldInvalid(field="until", value=until.isoformat())
    rows_of.write_pin(work.tx, key, until, by=person.id)


def _refuse_unknown(work: Work, key: str) -> None:
    if not script_rows.versions_of(work.tx, key):
        raise RecordGone(entity="script", id=key)


def _key(row: VersionRow) -> str:
    return row.key
