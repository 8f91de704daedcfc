"""What the settings say, as texts: days and closures of a calendar, names in a row."""

from datetime import date

from app.models.closures import ClosureLine
from app.services import wording
from app.services.calendars import Day

_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh_CN": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_CLOSED = {"en": "no working time", "zh_CN": "不上班"}


def month_cells(day: date) -> tuple[int, int]:
    """Return line and column of a day in its month, both from 0, weeks beginning on Monday."""
    before = day.replace(day=1).weekday()
    return divmod(before + day.day - 1, 7)


def words_of(day: Day, language: str) -> str:
    """Return a day in words: ``Tue 2026-02-17 · Public holiday: Spring Festival · no working time``."""
    kind = wording.label("day_kind", day.kind, language)
    named = wording.named(kind, day.note, language) if day.note else kind
    hours = wording.names_in_a_row(day.hours.replace("-", "–").split(), language) or _CLOSED[language]
    return f"{_WEEKDAYS[language][day.falls_on.weekday()]} {day.falls_on.isoformat()} · {named} · {hours}"


def closed_days(line: ClosureLine) -> str:
    """Return the days of an entry: ``2026-12-24 – 2026-12-26``, empty for one that closes nothing."""
    closure = line.entry.closure
    if closure is None:
        return ""
    first, last = closure.first_on.isoformat(), closure.last_on.isoformat()
    return first if first == last else f"{first} – {last}"
