"""Import of past inquiries from a table: preview, import with every row reported, and taking a batch back.

``column_map`` is field → heading (``import_columns.suggest_map`` makes a first guess). A row is known again by its
source and number, or by what it says where it has no number: importing a file twice adds nothing. A batch that was
undone may be imported again. What a stopped import has added stays, and its report says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import CannotNow, FieldInvalid, FieldMissing, RecordGone
from app.models.ids import derived_id
from app.models.imports import ImportReason
from app.models.journal import Value
from app.models.texts import clean
from app.services import import_codes, reference
from app.services.import_columns import FIELDS
from app.services.import_rows import Incoming, Refused, Rules, read
from app.services.import_times import Reading, day_comes_first
from app.services.office import View, Work
from app.store import batches, callers, units
from app.store.batches import Batch
from app.store.bulk import Bulk

Rows = Iterable[tuple[int, Mapping[str, str]]]
Sample = list[tuple[int, Mapping[str, str]]]
#: How many refusals, and how many kinds of remarks, the record of a batch keeps; the report itself has them all.
KEPT = 200
_STEP = 500
_SAMPLE = 1000


class Progress(Protocol):
    """Hears how far a long command has come; raising a ``CannotNow`` from ``at`` stops it."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """So many of so many (0: unknown) are done."""
        ...


@dataclass(frozen=True)
class RefusedRow:
    """A row that was not taken: its line, and what is wrong with which field."""

    line_no: int
    field: str
    reason: ImportReason
    value: str


@dataclass(frozen=True)
class Remarked:
    """The same remark on one row or many: the first line, and how many rows it stands for."""

    field: str
    reason: ImportReason
    value: str
    first_line: int
    rows: int


@dataclass(frozen=True)
class ImportReport:
    """What became of every row that was read. ``stopped``: somebody stopped it; later rows were not read."""

    batch: bytes | None
    source: str
    added: tuple[int, ...]
    unchanged: tuple[int, ...]
    refused: tuple[RefusedRow, ...]
    remarks: tuple[Remarked, ...]
    stopped: bool = False

    @property
    def read(self) -> int:
        """How many rows were read: added, unchanged and refused together."""
        return len(self.added) + len(self.unchanged) + len(self.refused)


@dataclass(frozen=True)
class Preview:
    """What the first rows will become, and how ambiguous dates will be read."""

    rows: tuple[Incoming, ...]
    day_first: bool


@dataclass(frozen=True)
class Undone:
    """What taking a batch back did: inquiries deleted, and those kept because somebody worked on them since."""

    deleted: int
    kept: tuple[bytes, ...]
    stopped: bool = False


def preview(
    view: View, rows: Rows, column_map: Mapping[str, str], *, n: int = 20, day_first: bool | None = None
) -> Preview:
    """Show what each of the first rows will become, with its problems; dates are judged from the first thousand."""
    view.require(Permission.IMPORT_RECORDS)
    sample, _ = _sampled(rows)
    rules = _rules(view, column_map, _day_first(view, sample, column_map) if day_first is None else day_first)
    return Preview(tuple(read(rules, line_no, row) for line_no, row in sample[:n]), rules.reading.day_first)


def _sampled(rows: Rows) -> tuple[Sample, Rows]:
    """Return the first rows, by which ambiguous dates are judged, and all of them."""
    left = iter(rows)
    sample = list(islice(left, _SAMPLE))
    return sample, chain(sample, left)


def _day_first(view: View, sample: Sample, column_map: Mapping[str, str]) -> bool:
    columns = [column_map[name] for name in ("opened_at", "due_at", "closed_at") if name in column_map]
    return day_comes_first((row.get(one, "") for _, row in sample for one in columns), view.settings.country)


def import_inquiries(
    work: Work,
    rows: Rows,
    column_map: Mapping[str, str],
    *,
    source: str,
    day_first: bool | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Add an inquiry for every row that is not there yet, in one transaction, and report every row.

    ``source`` names where the numbers come from (a system or a file): the same number of another source is another
    inquiry. Ambiguous dates are read as in the preview, unless ``day_first`` says how.
    Raises ``FieldMissing`` (source, a column for summary or details), ``FieldInvalid``, ``NotAllowed``.
    """
    work.require(Permission.IMPORT_RECORDS)
    name = clean(source)
    if not name:
        raise FieldMissing(field="source")
    sample, every = _sampled(rows)
    rules = _rules(work, column_map, _day_first(work, sample, column_map) if day_first is None else day_first)
    run = _Run(work, name)
    with Bulk(work.tx) as bulk:
        stopped = run.take_all(bulk, rules, every, progress)
    return run.finish(column_map, stopped)


def _rules(view: View, column_map: Mapping[str, str], day_first: bool) -> Rules:
    unknown = set(column_map) - set(FIELDS)
    if unknown:
        raise FieldInvalid(field=min(unknown), value=column_map[min(unknown)])
    if not {"summary", "details", "category"} & set(column_map):
        raise FieldMissing(field="summary")
    reading = Reading(ZoneInfo(view.settings.time_zone), day_first, view.settings.country)
    return Rules(
        reading,
        view.now,
        column_map,
        import_codes.category_words(reference.categories()),
        import_codes.unit_words(units.all_units(view.rows)),
    )


class _Run:
    """One import while it runs."""

    def __init__(self, work: Work, source: str) -> None:
        self._work = work
        self._source = source
        self._batch = work.tx.new_id()
        self._day = work.now.astimezone(ZoneInfo(work.settings.time_zone)).strftime("%y%m%d")
        self._lines: dict[bytes, int] = {}
        self._callers: dict[tuple[str, str | None], bytes] = {}
        self._added: list[int] = []
        self._unchanged: list[int] = []
        self._refused: list[RefusedRow] = []
        self._remarks: dict[tuple[str, ImportReason, str], list[int]] = {}

    def take_all(self, bulk: Bulk, rules: Rules, rows: Rows, progress: Progress | None) -> bool:
        """Take row after row; say whether somebody stopped it."""
        for done, (line_no, row) in enumerate(rows):
            if progress and done % _STEP == 0:
                try:
                    progress.at(done)
                except CannotNow:
                    return True
            self._take(bulk, read(rules, line_no, row))
        return False

    def _take(self, bulk: Bulk, row: Incoming) -> None:
        if row.refused:
            self._refuse(row.line_no, row.refused)
            return
        inquiry, there = self._find(row)
        if inquiry in self._lines and row.number:
            self._refuse(row.line_no, Refused("number", ImportReason.TWICE, str(self._lines[inquiry])))
            return
        if there or inquiry in self._lines:
            self._unchanged.append(row.line_no)
            return
        self._lines[inquiry] = row.line_no
        self._write(bulk, row, inquiry)
        self._added.append(row.line_no)
        for one in row.remarks:
            seen = self._remarks.setdefault((one.field, one.reason, one.value[:KEPT]), [row.line_no, 0])
            seen[1] += 1

    def _refuse(self, line_no: int, why: Refused) -> None:
        self._refused.append(RefusedRow(line_no, why.field, why.reason, why.value))

    def _find(self, row: Incoming) -> tuple[bytes, bool]:
        """Return the id of a row, and whether it is there: derived, so that two stations that import a file agree.

        An inquiry that was deleted with its batch gives way to a new one with the next id of its row.
        """
        times = 0
        while True:
            found = derived_id("inquiry", "import", self._source, row.key, str(times))
            stands = batches.standing(self._work.tx, found)
            if stands is not False:
                return found, stands is True
            times += 1

    def _write(self, bulk: Bulk, row: Incoming, inquiry: bytes) -> None:
        caller = self._caller_of(bulk, row, inquiry)
        values: dict[str, Value] = {
            **row.values,
            "number": row.number or f"{self._day}-{self._batch[-2:].hex().upper()}-{row.line_no:05d}",
            "batch": self._batch.hex(),
            "caller": caller.hex() if caller else None,
        }
        bulk.add("inquiry", values, inquiry)
        said: dict[str, Value] = {
            "inquiry": inquiry.hex(),
            "kind": "imported",
            "at": self._work.now.isoformat(),
            "by": self._work.person.id.hex(),
            "state": row.values["state"],
            "note": row.note,
        }
        bulk.add("inquiry_event", said)

    def _caller_of(self, bulk: Bulk, row: Incoming, inquiry: bytes) -> bytes | None:
        """Return the caller with this number (and name), known or new; without a number one of this inquiry's own."""
        if row.e164 is None:
            return self._new_caller(bulk, row, derived_id("caller", "import", inquiry)) if row.caller else None
        key = (row.e164, row.caller)
        if key not in self._callers:
            known = callers.by_number(self._work.tx, row.e164)
            same = [one for one in known if row.caller in (None, one.name)]
            found = same[0].id if same else None
            self._callers[key] = found or self._new_caller(bulk, row, derived_id("caller", inquiry, row.e164))
        return self._callers[key]

    def _new_caller(self, bulk: Bulk, row: Incoming, caller: bytes) -> bytes:
        bulk.add("caller", {"name": row.caller}, caller)
        if row.e164:
            link = derived_id("caller_phone", caller, row.e164)
            bulk.add("caller_phone", {"caller": caller.hex(), "number": row.e164}, link)
        return caller

    def finish(self, column_map: Mapping[str, str], stopped: bool) -> ImportReport:
        """Write the batch and return the report; nothing added is no batch."""
        remarks = tuple(Remarked(*key, first, count) for key, (first, count) in self._remarks.items())
        batch = self._batch if self._added else None
        report = ImportReport(
            batch, self._source, tuple(self._added), tuple(self._unchanged), tuple(self._refused), remarks, stopped
        )
        if batch:
            values: dict[str, Value] = {
                "kind": "inquiries",
                "source": self._source,
                "at": self._work.now.isoformat(),
                "report": _kept(report, column_map),
            }
            self._work.tx.add("batch", values, batch)
        return report


def _kept(report: ImportReport, column_map: Mapping[str, str]) -> Value:
    return {
        "added": len(report.added),
        "unchanged": len(report.unchanged),
        "refused": len(report.refused),
        "stopped": report.stopped,
        "columns": dict(column_map),
        "refusals": [[one.line_no, one.field, one.reason, one.value] for one in report.refused[:KEPT]],
        "remarks": [[one.field, one.reason, one.value, one.first_line, one.rows] for one in report.remarks[:KEPT]],
    }


def list_batches(view: View) -> list[Batch]:
    """Return every import, the newest first."""
    view.require(Permission.IMPORT_RECORDS)
    return batches.all_batches(view.rows)


def undo_batch(work: Work, batch: bytes, *, progress: Progress | None = None) -> Undone:
    """Take a batch back: delete every inquiry that nobody touched since, and callers who then have nothing left.

    Inquiries that were worked on are kept and returned. Stopped halfway it may be called again. Raises ``RecordGone``.
    """
    work.require(Permission.IMPORT_RECORDS)
    if batches.by_id(work.tx, batch) is None:
        raise RecordGone(entity="batch", id=batch.hex())
    brought = batches.inquiries_of(work.tx, batch)
    gone: dict[str, Value] = {"deleted_at": work.now.isoformat()}
    kept: list[bytes] = []
    for done, (inquiry, caller) in enumerate(brought):
        if progress and done % _STEP == 0:
            try:
                progress.at(done, len(brought))
            except CannotNow:
                return Undone(done - len(kept), tuple(kept), stopped=True)
        if batches.is_touched(work.tx, inquiry):
            kept.append(inquiry)
            continue
        work.tx.put("inquiry", inquiry, gone)
        if caller and not batches.is_needed(work.tx, caller):
            work.tx.put("caller", caller, gone)
    work.tx.put("batch", batch, {"undone_at": work.now.isoformat()})
    return Undone(len(brought) - len(kept), tuple(kept))
