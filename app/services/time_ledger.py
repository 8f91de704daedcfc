"""The time ledger: how long operators were in which state, the sheet of their shifts, and both for appraisal.

A state lasts until the next one; one that still lasts counts until now. One that was cut off with the program ends when
its person was last seen at the desk (``presence``). What nobody ended within 12 hours says nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.models.accounts import OperatorState, Permission, Person
from app.models.figure_facts import StateRow, spans
from app.models.periods import Stretch
from app.services import figures, kpis, report_fillings, wording
from app.services.accounts import people
from app.services.office import View
from app.services.report_sheets import Cell, Sheet
from app.services.reports import BookWriter
from app.store import figure_sources as rows_of

#: States in the order of the ledger.
STATES = tuple(one for one in OperatorState if one is not OperatorState.SIGNED_OUT)
_BUSY = (OperatorState.TALKING, OperatorState.HOLD, OperatorState.WRAP_UP)
_OPEN = (*_BUSY, OperatorState.READY, OperatorState.RINGING)
#: KPIs of an appraisal, by operator.
_APPRAISED = (
    "direct_answer",
    "from_script",
    "first_contact",
    "qa_score",
    "critical_errors",
    "exam_pass",
    "practice_days",
)


@dataclass(frozen=True)
class Shift:
    """One operator on one day: from when to when, seconds by state, and seconds away by reason."""

    person: bytes
    display: str
    day: date
    first_at: datetime
    last_at: datetime
    seconds: Mapping[OperatorState, float]
    away: Mapping[str, float]


@dataclass(frozen=True)
class Ledger:
    """One operator over a period: days on duty, seconds by state and by reason of being away."""

    person: bytes
    display: str
    days: int = 0
    seconds: Mapping[OperatorState, float] = field(default_factory=dict[OperatorState, float])
    away: Mapping[str, float] = field(default_factory=dict[str, float])

    @property
    def whole(self) -> float:
        """Return all seconds on duty."""
        return sum(self.seconds.values())

    @property
    def occupancy(self) -> float | None:
        """Return the share of the time at the desk that was talked, held or wrapped up; None without any."""
        desk = sum(self.seconds.get(one, 0.0) for one in _OPEN)
        return sum(self.seconds.get(one, 0.0) for one in _BUSY) / desk if desk else None


@dataclass(frozen=True)
class Sheets:
    """The time of a period as it is shown: by operator, and by operator and day; the zone of the center."""

    ledger: tuple[Ledger, ...]
    shifts: tuple[Shift, ...]
    zone: ZoneInfo


def sheets(view: View, stretch: Stretch, *, only: bytes | None = None) -> Sheets:
    """Return ledger and shifts of every operator in a period, or of one. Raises ``NotAllowed`` as ``ledger``."""
    every = tuple(shifts(view, stretch, only=only))
    return Sheets(_ledger(every), every, ZoneInfo(view.settings.time_zone))


def ledger(view: View, stretch: Stretch, *, only: bytes | None = None) -> tuple[Ledger, ...]:
    """Return the time of every operator in a period, or of one. Raises ``NotAllowed``: one's own is for everybody."""
    return _ledger(shifts(view, stretch, only=only))


def _ledger(every: Iterable[Shift]) -> tuple[Ledger, ...]:
    found: dict[bytes, list[Shift]] = {}
    for one in every:
        found.setdefault(one.person, []).append(one)
    return tuple(_together(person, mine) for person, mine in found.items())


def _together(person: bytes, mine: list[Shift]) -> Ledger:
    seconds: dict[OperatorState, float] = {}
    away: dict[str, float] = {}
    for one in mine:
        for state, length in one.seconds.items():
            seconds[state] = seconds.get(state, 0.0) + length
        for reason, length in one.away.items():
            away[reason] = away.get(reason, 0.0) + length
    return Ledger(person, mine[0].display, len(mine), seconds, away)


def shifts(view: View, stretch: Stretch, *, only: bytes | None = None) -> list[Shift]:
    """Return every day on duty of a period, by operator and day. Raises ``NotAllowed``."""
    view.require(Permission.TAKE_CONTACTS if only == view.person.id else Permission.SUPERVISE_INQUIRIES)
    zone = ZoneInfo(view.settings.time_zone)
    wanted = [one for one in people(view) if only in (None, one.id)]
    return [one for person in wanted for one in _of_person(view, person, stretch, zone)]


def _of_person(view: View, person: Person, stretch: Stretch, zone: ZoneInfo) -> Iterator[Shift]:
    start, end = (_midnight(day, zone) for day in (stretch.start_on, stretch.end_on))
    rows = rows_of.states_of(view.rows, person.id, start, end)
    ends = [*(row.at for row in rows[1:]), view.now] if rows else []
    touched = {
        day
        for row, end_at in zip(rows, ends, strict=True)
        for day in (row.at.astimezone(zone).date(), end_at.astimezone(zone).date())
    }
    for day in sorted(one for one in touched if stretch.start_on <= one < stretch.end_on):
        found = _shift(person, day, rows, zone=zone, now=view.now)
        if found is not None:
            yield found


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _shift(person: Person, day: date, rows: list[StateRow], *, zone: ZoneInfo, now: datetime) -> Shift | None:
    start, end = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    before = max((place for place, row in enumerate(rows) if row.at < start), default=0)
    after = next((place for place, row in enumerate(rows) if row.at >= end), len(rows) - 1)
    near = rows[before : after + 1]
    until = now if after == len(rows) - 1 else near[-1].at
    seconds: dict[OperatorState, float] = {}
    away: dict[str, float] = {}
    moments: list[datetime] = []
    for row, length in spans(near, (start, end), until):
        seconds[row.state] = seconds.get(row.state, 0.0) + length
        moments += [max(row.at, start), max(row.at, start) + timedelta(seconds=length)]
        if row.state is OperatorState.AWAY:
            away[row.reason] = away.get(row.reason, 0.0) + length
    return Shift(person.id, person.display, day, min(moments), max(moments), seconds, away) if moments else None


def appraisal(view: View, stretch: Stretch, path: Path, *, language: str) -> Path:
    """Write ledger, shifts and the figures of every operator as a workbook. Raises ``NotAllowed``, what files raise."""
    view.require(Permission.EXPORT_RECORDS)
    every = shifts(view, stretch)
    write: BookWriter = view.outside["write_book"]
    sheets = [_ledger_sheet(ledger(view, stretch), language), _shift_sheet(view, every, language)]
    write(path, [*sheets, _figure_sheet(view, stretch, language)])
    return path


def _said(code: str, language: str) -> str:
    return wording.phrase("reports", code, language)


def _heads(language: str, *codes: str) -> tuple[str, ...]:
    states = tuple(wording.label("operator_state", one.value, language) for one in STATES)
    return (*(_said(code, language) for code in codes), *states)


def _ledger_sheet(found: Iterable[Ledger], language: str) -> Sheet:
    found = tuple(found)
    reasons = sorted({reason for one in found for reason in one.away})
    columns = (
        *_heads(language, "operator", "days"),
        *(f"{wording.label('operator_state', 'away', language)}: {_reason(one, language)}" for one in reasons),
        _said("occupancy", language),
    )
    rows = tuple(
        (one.display, one.days, *_clocks(one.seconds), *(clock(one.away.get(name, 0.0)) for name in reasons),
         one.occupancy)
        for one in found
    )  # fmt: skip
    return Sheet(_said("time_ledger", language), columns, rows)


def _reason(code: str, language: str) -> str:
    return wording.label("away_reason", code, language) if code else "–"


def _clocks(seconds: Mapping[OperatorState, float]) -> tuple[Cell, ...]:
    return tuple(clock(seconds.get(one, 0.0)) for one in STATES)


def clock(seconds: float) -> str:
    """Return a length as hours, minutes and seconds: ``7:05:30``."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _shift_sheet(view: View, found: Iterable[Shift], language: str) -> Sheet:
    zone = ZoneInfo(view.settings.time_zone)
    rows = tuple(
        (one.display, one.day.isoformat(), *(f"{at.astimezone(zone):%H:%M}" for at in (one.first_at, one.last_at)),
         *_clocks(one.seconds))
        for one in found
    )  # fmt: skip
    return Sheet(_said("shift_sheet", language), _heads(language, "operator", "column_day", "from", "until"), rows)


def _figure_sheet(view: View, stretch: Stretch, language: str) -> Sheet:
    held = [one for one in kpis.listed(view, stretch.last_on) if one.id in _APPRAISED]
    cells = {
        one.id: dict(figures.compare(view, one.id, stretch, "person", hide=False).cells) for one in held
    }  # fmt: skip
    keys = dict.fromkeys(key for found in cells.values() for key in found if key)
    columns = [_said("operator", language)]
    for one in held:
        columns += [one.title.for_language(language), _said("numerator", language), _said("denominator", language)]
    rows: list[tuple[Cell, ...]] = []
    for key in keys:
        row: list[Cell] = [report_fillings.name_of(view, "person", key, language)]
        for one in held:
            figure = cells[one.id].get(key)
            row += [figure.share, figure.numerator, figure.denominator] if figure else [None, 0, 0]
        rows.append(tuple(row))
    return Sheet(_said("kpis_of_operators", language), tuple(columns), tuple(rows))
