"""Durations of promises: how long something may take, in clock time or in the time of a working calendar.

Written ``90s 3min 24h`` (clock time) · ``30bmin 8bh`` (working time) · ``2bd`` (business days: the same clock time so
many business days later) · ``same_day`` (the close of the business day) · ``5d`` (calendar days).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.models.errors import FieldInvalid

_WRITTEN = re.compile(r"([0-9]{1,7})(s|min|h|bmin|bh|bd|d)")
_SAME_DAY = "same_day"
_SECONDS = {"s": 1, "min": 60, "h": 3600, "bmin": 60, "bh": 3600}
#: No promise is longer than ten years.
LONGEST_DAYS = 3660


class DurationKind(StrEnum):
    """What a duration counts."""

    CLOCK = "clock"
    WORKING = "working"
    BUSINESS_DAYS = "business_days"
    CALENDAR_DAYS = "calendar_days"
    SAME_DAY = "same_day"


_KINDS = {
    "s": DurationKind.CLOCK,
    "min": DurationKind.CLOCK,
    "h": DurationKind.CLOCK,
    "bmin": DurationKind.WORKING,
    "bh": DurationKind.WORKING,
    "bd": DurationKind.BUSINESS_DAYS,
    "d": DurationKind.CALENDAR_DAYS,
}


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something may take. ``amount`` is seconds (clock, working) or days; 0 for the same day."""

    kind: DurationKind
    amount: int = 0

    def __str__(self) -> str:
        """Return the shortest way to write it, which ``parse`` reads back."""
        match self.kind:
            case DurationKind.SAME_DAY:
                return _SAME_DAY
            case DurationKind.BUSINESS_DAYS:
                return f"{self.amount}bd"
            case DurationKind.CALENDAR_DAYS:
                return f"{self.amount}d"
            case DurationKind.WORKING:
                return _in_units(self.amount, (("bh", 3600), ("bmin", 60)))
            case DurationKind.CLOCK:
                return _in_units(self.amount, (("h", 3600), ("min", 60), ("s", 1)))


def _in_units(seconds: int, units: tuple[tuple[str, int], ...]) -> str:
    name, size = next((one for one in units if seconds % one[1] == 0), units[-1])
    return f"{seconds // size}{name}"


def parse(text: str, *, field: str = "duration") -> Duration:
    """Return the duration of a text such as ``2bd``. Raises ``FieldInvalid`` for another text, for 0 and over 10 years.

    ``field`` is where the text stands, for the message.
    """
    written = text.strip().lower().replace(" ", "")
    if written == _SAME_DAY:
        return Duration(DurationKind.SAME_DAY)
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise FieldInvalid(field=field, value=text)
    amount, unit = int(found[1]), found[2]
    seconds = amount * _SECONDS.get(unit, 86_400)
    if not 0 < seconds <= LONGEST_DAYS * 86_400:
        raise FieldInvalid(field=field, value=text)
    return Duration(_KINDS[unit], amount * _SECONDS.get(unit, 1))
