"""The hours of a day as people type them: ``08:30–12:00, 13:00–17:00``, empty for a day without working time."""

import re

from app.models.calendars import Hours, check_hours, minutes_of, written
from app.models.errors import FieldInvalid

_ALL_DAY = frozenset({"24h", "24", "24小时", "全天", "all day"})
_BETWEEN = re.compile(r"[,;，；、\s]+")
_DASH = re.compile(r"\s*(?:[-–—~～至到]|to)\s*")
_WHOLE_HOUR = re.compile(r"[0-9]{1,2}")


def read_hours(text: str, *, field: str) -> Hours:
    """Return the hours of a text. Raises ``FieldInvalid`` for what is no time, ``IntervalsOverlap``.

    ``field`` is where the text stands, for the message. A whole hour may be written without minutes: ``9-17``.
    """
    wanted = " ".join(text.strip().lower().split())
    if wanted in _ALL_DAY:
        return ((0, 24 * 60),)
    joined = _DASH.sub("-", wanted)
    hours = tuple(_interval(part, text, field) for part in _BETWEEN.split(joined) if part)
    check_hours(hours, field=field)
    return hours


def shown_hours(hours: Hours) -> str:
    """Return hours as they are shown and typed; ``read_hours`` reads them back."""
    return ", ".join(f"{written(opens)}–{written(closes)}" for opens, closes in hours)


def _interval(part: str, text: str, field: str) -> tuple[int, int]:
    opens, dash, closes = part.partition("-")
    found = _minutes(opens), _minutes(closes)
    if not dash or found[0] is None or found[1] is None:
        raise FieldInvalid(field=field, value=text)
    return found[0], found[1]


def _minutes(text: str) -> int | None:
    plain = text.strip()
    return minutes_of(f"{plain}:00" if _WHOLE_HOUR.fullmatch(plain) else plain)
