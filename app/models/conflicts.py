"""Fields whose values two stations set without knowing of each other: what a person is asked to decide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from unicodedata import east_asian_width

from app.models.journal import Kind, Value
from app.models.rights import Permission

#: What callers were told and what is owed to them: these do not wait as long as units or exams may.
CLINICAL = frozenset({"inquiry", "caller", "callback", "appointment", "finding", "measure"})
#: The entity and field by which cards are linked as one person's.
LINKS = ("caller", "same_as")
#: And by which it is said which center works on an inquiry.
MOVES = ("inquiry", "moved_to")


#: Who decides is who could have set it: supervisors, but for these.
DECIDERS = {"person": Permission.MANAGE_ACCOUNTS, "setting": Permission.CHANGE_SETTINGS}

#: Of a long text so many columns are shown at once (a sign of Chinese takes two), and so many signs of what all have in
#: common before they differ.
_SHOWN, _BEFORE = 72, 16


def excerpts(texts: Sequence[str]) -> list[str]:
    """Return of each text a line that tells it from the others: from shortly before where they begin to differ."""
    flat = [" ".join(one.split()) for one in texts]
    if all(_fitting(one) == len(one) for one in flat):
        return flat
    differing = (place for place, signs in enumerate(zip(*flat, strict=False)) if len(set(signs)) > 1)
    common = next(differing, min(map(len, flat))) if len(flat) > 1 else 0
    start = max(0, common - _BEFORE) if _fitting(flat[0]) // 2 < common else 0
    return [_excerpt(one, start) for one in flat]


def _excerpt(text: str, start: int) -> str:
    rest = text[start:]
    fits = _fitting(rest)
    return f"{'…' if start else ''}{rest[:fits]}{'…' if fits < len(rest) else ''}"


def _fitting(text: str) -> int:
    """Return how many signs of a text fit."""
    room = _SHOWN
    for place, sign in enumerate(text):
        room -= 2 if east_asian_width(sign) in "WF" else 1
        if room < 0:
            return place
    return len(text)


def is_for_supervisors(entity: str) -> bool:
    """Say whether supervisors decide about rows of an entity."""
    return entity not in DECIDERS


def holds_both(entity: str, field: str, kind: Kind) -> bool:
    """Say whether all values of a conflict can stand: texts one under the other, links of cards all together."""
    return kind is Kind.MV or (entity, field) == LINKS


@dataclass(frozen=True)
class Choice:
    """One of the values: who set it ("" the program), when at the center, and at which station ("" not known).

    ``told``: what was written beside a deletion and keeps the row, field by field as it may be shown.
    """

    uid: bytes
    value: Value
    actor: str
    at: datetime
    station: str
    here: bool
    told: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True)
class Conflict:
    """One field of one row. ``title`` is what people know the row by; ``kind`` says how the field is merged.

    ``for_me``: whether who asks may decide.
    """

    entity: str
    row_id: bytes
    field: str
    kind: Kind
    title: str
    shown: Value
    choices: tuple[Choice, ...]
    for_me: bool = True

    @property
    def since(self) -> datetime:
        """From when on it is a conflict: when the last of the values was written."""
        return max(one.at for one in self.choices)

    def began(self, now: datetime) -> datetime:
        """From when on it is reckoned to wait: as ``since``, but no value counts that a clock dated after now."""
        return began((one.at for one in self.choices), now)

    @property
    def holds_both(self) -> bool:
        """Whether all values can stand."""
        return holds_both(self.entity, self.field, self.kind)

    @property
    def is_clinical(self) -> bool:
        """Whether it is about a caller, or what was raised by one."""
        return self.entity in CLINICAL


@dataclass(frozen=True)
class Undecided:
    """A conflict as whoever may not see its values is told of it."""

    entity: str
    field: str
    since: datetime


@dataclass(frozen=True)
class Rates:
    """Conflicts beside what was saved: how many wait, the middle of their ages in hours; and of the latest records
    ``lately`` that wait, how many decided one, and how many records they are.
    """

    waiting: int
    median_age_h: float | None
    lately: int
    decided: int
    records: int

    @property
    def per_thousand(self) -> float | None:
        """Return conflicts per 1,000 records, None where nothing was saved."""
        return 1000 * (self.lately + self.decided) / self.records if self.records else None


def began(written: Iterable[datetime], now: datetime) -> datetime:
    """Return from when on a field waits whose values were written then: the latest that no clock dated after now."""
    return max((at for at in written if at <= now), default=now)


def overdue(found: Iterable[Conflict], now: datetime, hours: float) -> tuple[Conflict, ...]:
    """Return the clinical conflicts that have waited for so many hours, the longest first; none for 0 hours."""
    waited = [
        (one.began(now), at, one)
        for at, one in enumerate(found)
        if one.is_clinical and (now - one.began(now)).total_seconds() >= hours * 3600
    ]
    return tuple(one for _, _, one in sorted(waited, key=itemgetter(0, 1))) if hours else ()
