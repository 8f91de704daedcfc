"""Import of call records of the telephone system from a table: every row reported, taken back as a batch.

A call is known again by its source and id (or, without one, by everything that its row says): importing a file twice
adds nothing. A batch that was taken back may be imported again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import CannotNow, ColumnMissing, FieldInvalid, FieldMissing, RecordGone
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.line_records import LineCall, LineField, LineReason, guess, is_outgoing, seconds, was_answered
from app.models.texts import clean
from app.services.import_runs import Cells, Progress
from app.services.import_times import Reading, day_comes_first
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import batches
from app.store import line_records as rows_of
from app.store.batches import Batch
from app.store.bulk import Bulk

KIND = "calls"
#: How many refusals the record of a batch keeps; the report itself has them all.
_KEPT, _STEP, _TOGETHER, _SAMPLE = 200, 500, 2_000, 200
_LENGTHS = (LineField.WAIT, LineField.TALK, LineField.HOLD, LineField.WRAP_UP, LineField.DURATION)


@dataclass(frozen=True)
class LineRefused:
    """A row that was not taken: its line, and what is wrong with which field."""

    line_no: int
    field: str
    reason: LineReason
    value: str


@dataclass(frozen=True)
class LineReport:
    """What became of every row. ``calls`` are the first that would be taken, for a look before."""

    batch: bytes | None
    added: int
    unchanged: int
    refused: tuple[LineRefused, ...]
    unknown_agents: tuple[str, ...]
    calls: tuple[LineCall, ...] = ()
    stopped: bool = False


class _Wrong(Exception):
    def __init__(self, field: LineField, reason: LineReason, value: str = "") -> None:
        super().__init__()
        self.field, self.reason, self.value = field, reason, value


@dataclass(frozen=True)
class _Rules:
    reading: Reading
    columns: Mapping[LineField, str]

    def cell(self, row: Cells, field: LineField) -> str:
        """Return what a row says of a field."""
        return row.get(self.columns.get(field, ""), "").strip()


def suggest_map(headings: Iterable[str]) -> dict[str, str]:
    """Return which heading most likely fills which field."""
    return {one.value: heading for one, heading in guess(list(headings)).items()}


def preview(view: View, rows: Sequence[tuple[int, Cells]], column_map: Mapping[str, str]) -> LineReport:
    """Return what would become of these rows, without adding any."""
    view.require(Permission.IMPORT_RECORDS)
    rules, calls, refused = _rules(view, rows, column_map), list[LineCall](), list[LineRefused]()
    for line_no, row in rows:
        try:
            one = _read(view, rules, row)
            calls.append(replace(one, at=one.at.astimezone(rules.reading.zone)))
        except _Wrong as wrong:
            refused.append(LineRefused(line_no, wrong.field.value, wrong.reason, wrong.value))
    return LineReport(None, len(calls), 0, tuple(refused), _unknown(view, calls), tuple(calls[:20]))


def import_calls(
    work: Work, rows: Sequence[tuple[int, Cells]], column_map: Mapping[str, str], *, source: str,
    progress: Progress | None = None,
) -> LineReport:  # fmt: skip
    """Add every incoming call that is not there yet, and report every row.

    Raises ``FieldMissing`` (source), ``ColumnMissing`` (the time; the result or the time talked), ``NotAllowed``.
    """
    work.require(Permission.IMPORT_RECORDS)
    name = clean(source)
    if not name:
        raise FieldMissing(field="source")
    run = _Run(work, _rules(work, rows, column_map), name)
    with Bulk(work.tx) as bulk:
        run.take_all(bulk, rows, progress)
    return run.finish()


class SheetRead(Protocol):
    """A table with headings that was read from a file."""

    @property
    def columns(self) -> Sequence[str]:
        """Return its headings."""
        ...

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield (line, cells by heading)."""
        ...


@dataclass(frozen=True)
class OpenedFile:
    """A file of call records that was read whole. ``encoding`` is "" for a workbook; ``column_map`` a first guess."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    encoding: str
    column_map: dict[str, str]


def open_file(view: View, path: Path) -> OpenedFile:
    """Return the rows of a file, and how its columns are understood. Raises ``NotAllowed``, what the file raises."""
    view.require(Permission.IMPORT_RECORDS)
    read: Callable[[Path], SheetRead] = view.outside["read_sheet"]
    sheet = read(path)
    return OpenedFile(
        path.name, tuple(sheet.columns), tuple(sheet), getattr(sheet, "encoding", ""), suggest_map(sheet.columns)
    )


def undo(work: Work, batch: bytes) -> int:
    """Take a batch back and return how many calls went with it. Raises ``RecordGone``."""
    work.require(Permission.IMPORT_RECORDS)
    found = batches.by_id(work.tx, batch)
    if found is None or found.kind != KIND or found.undone_at is not None:
        raise RecordGone(entity="batch", id=batch.hex())
    work.tx.put("batch", batch, {"undone_at": work.now.isoformat()})
    return rows_of.how_many(work.tx, batch)


def imported(view: View) -> list[Batch]:
    """Return every import of call records with its times at the center, the newest first."""
    view.require(Permission.IMPORT_RECORDS)
    return [_here(view, one) for one in batches.all_batches(view.rows) if one.kind == KIND]


def _here(view: View, one: Batch) -> Batch:
    zone = ZoneInfo(view.settings.time_zone)
    gone = one.undone_at.astimezone(zone) if one.undone_at else None
    return replace(one, at=one.at.astimezone(zone), undone_at=gone)


def _rules(view: View, rows: Sequence[tuple[int, Cells]], column_map: Mapping[str, str]) -> _Rules:
    known = {one.value: one for one in LineField}
    strange = [name for name in column_map if name not in known]
    if strange:
        raise FieldInvalid(field=strange[0], value=column_map[strange[0]])
    columns = {known[name]: heading for name, heading in column_map.items()}
    if LineField.AT not in columns:
        raise ColumnMissing(field=LineField.AT.value)
    if LineField.RESULT not in columns and LineField.TALK not in columns:
        raise ColumnMissing(field=LineField.RESULT.value)
    times = (row.get(columns[LineField.AT], "") for _, row in rows[:_SAMPLE])
    day_first = day_comes_first(times, view.settings.country)
    return _Rules(Reading(ZoneInfo(view.settings.time_zone), day_first, view.settings.country), columns)


def _read(view: View, rules: _Rules, row: Cells) -> LineCall:
    if is_outgoing(rules.cell(row, LineField.DIRECTION)):
        raise _Wrong(LineField.DIRECTION, LineReason.OUTGOING, rules.cell(row, LineField.DIRECTION))
    told = rules.cell(row, LineField.AT)
    if not told:
        raise _Wrong(LineField.AT, LineReason.MISSING)
    try:
        at = rules.reading.at(told)
    except ValueError:
        raise _Wrong(LineField.AT, LineReason.INVALID, told) from None
    if at > view.now:
        raise _Wrong(LineField.AT, LineReason.IN_THE_FUTURE, told)
    length = {field: _length(rules, row, field) for field in _LENGTHS}
    talk, wait = length[LineField.TALK], length[LineField.WAIT]
    if LineField.WAIT not in rules.columns:  # Asterisk tells the whole and what was talked
        wait = max(timedelta(), length[LineField.DURATION] - talk)
    result = rules.cell(row, LineField.RESULT)
    try:
        answered = was_answered(result, talk)
    except ValueError:
        raise _Wrong(LineField.RESULT, LineReason.INVALID, result) from None
    key = rules.cell(row, LineField.CALL_ID) or "|".join(f"{name}={row[name]}" for name in sorted(row))
    people = rules.cell(row, LineField.AGENT), rules.cell(row, LineField.LINE)
    return LineCall(key, at, answered, wait, talk, length[LineField.HOLD], length[LineField.WRAP_UP], *people)


def _length(rules: _Rules, row: Cells, field: LineField) -> timedelta:
    told = rules.cell(row, field)
    try:
        return seconds(told)
    except ValueError:
        raise _Wrong(field, LineReason.INVALID, told) from None


def _people(view: View) -> dict[str, bytes]:
    names: dict[str, bytes] = {}
    for one in people_rows.everyone(view.rows):
        names |= {one.display.casefold(): one.id, one.name.casefold(): one.id}
    return names


def _unknown(view: View, calls: Iterable[LineCall]) -> tuple[str, ...]:
    known = _people(view)
    return tuple(sorted({one.agent for one in calls if one.agent and one.agent.casefold() not in known}))


class _Run:
    """One import while it runs."""

    def __init__(self, work: Work, rules: _Rules, source: str) -> None:
        self._work, self._rules, self._source = work, rules, source
        self._batch = work.tx.new_id()
        self._people = _people(work)
        self._lines: dict[bytes, int] = {}
        self._unknown: set[str] = set()
        self._refused: list[LineRefused] = []
        self._added = self._unchanged = 0
        self._stopped = False

    def take_all(self, bulk: Bulk, rows: Sequence[tuple[int, Cells]], progress: Progress | None) -> None:
        """Take row after row; what somebody stops stays as far as it came."""
        for done, (line_no, row) in enumerate(rows):
            if done and done % _TOGETHER == 0:
                bulk.breathe()
            if progress and done % _STEP == 0:
                try:
                    progress.at(done, len(rows))
                except CannotNow:
                    self._stopped = True
                    return
            try:
                self._take(bulk, line_no, _read(self._work, self._rules, row))
            except _Wrong as wrong:
                self._refused.append(LineRefused(line_no, wrong.field.value, wrong.reason, wrong.value))

    def _take(self, bulk: Bulk, line_no: int, one: LineCall) -> None:
        call, there = self._find(one)
        if call in self._lines:
            raise _Wrong(LineField.CALL_ID, LineReason.TWICE, str(self._lines[call]))
        self._lines[call] = line_no
        if there:
            self._unchanged += 1
            return
        person = self._people.get(one.agent.casefold())
        if one.agent and person is None:
            self._unknown.add(one.agent)
        if not self._added:
            bulk.add("batch", self._values({"running": True}), self._batch)
        rows_of.write(bulk, call, one, batch=self._batch, person=person)
        self._added += 1

    def _find(self, one: LineCall) -> tuple[bytes, bool]:
        """Return the id of a call, and whether it stands; one that went with its batch gives way to the next id."""
        times = 0
        while True:
            call = derived_id("line_record", self._source, one.key, str(times))
            stands = rows_of.standing(self._work.tx, call)
            if stands is not False:
                return call, stands is True
            times += 1

    def finish(self) -> LineReport:
        """Write the report of the batch and return it; nothing added is no batch."""
        if self._added:
            kept: dict[str, Value] = {
                "added": self._added,
                "unchanged": self._unchanged,
                "refused": len(self._refused),
                "stopped": self._stopped,
                "columns": {one.value: heading for one, heading in self._rules.columns.items()},
                "refusals": [[one.line_no, one.field, one.reason, one.value] for one in self._refused[:_KEPT]],
            }
            self._work.tx.put("batch", self._batch, {"report": kept})
        batch = self._batch if self._added else None
        unknown = tuple(sorted(self._unknown))
        return LineReport(batch, self._added, self._unchanged, tuple(self._refused), unknown, stopped=self._stopped)

    def _values(self, report: dict[str, Value]) -> dict[str, Value]:
        return {"kind": KIND, "source": self._source, "at": self._work.now.isoformat(), "report": report}
