"""One import while it runs: row after row, a batch that says whether it was finished, and what became of each row.

Rows are saved some thousand at a time, so that nobody waits for the whole of a long import. A batch is written with
the first inquiry that it brings and says that it is running; if the program ends before the import does, importing
from the same source again goes on under the same batch, and taking it back takes all of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.errors import CannotNow
from app.models.ids import derived_id
from app.models.imports import ImportReason
from app.models.journal import Value
from app.services.import_rows import Incoming, Refused, Rules, read
from app.services.work import Work
from app.store import batches, callers
from app.store.bulk import Bulk

Cells = Mapping[str, str]
Rows = Iterable[tuple[int, Cells]]
#: How many refusals, and how many kinds of remarks, the record of a batch keeps; the report itself has them all.
KEPT = 200
#: Rows between two looks at the progress, and rows that are saved together.
STEP, TOGETHER = 500, 2000
#: Fields in which a row is compared with the inquiry that it brought earlier.
COMPARED = (
    "opened_at", "channel", "category", "area", "unit", "urgency", "summary", "details", "state", "due_at",
    "closed_at", "outcome",
)  # fmt: skip
_TIMES = ("opened_at", "due_at", "closed_at")


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
class Differing:
    """A row whose inquiry is there and does not say the same: its line, the inquiry, the fields."""

    line_no: int
    inquiry: bytes
    fields: tuple[str, ...]


@dataclass(frozen=True)
class ImportReport:
    """What became of every row that was read. ``stopped``: somebody stopped it; later rows were not read.

    ``differs``: known rows that say something new, which was not taken over; ``updated``: where it was. ``overdue``
    counts the rows that were added or updated and stand open though their due time had passed.
    """

    batch: bytes | None
    source: str
    added: tuple[int, ...]
    unchanged: tuple[int, ...]
    refused: tuple[RefusedRow, ...]
    remarks: tuple[Remarked, ...]
    stopped: bool = False
    updated: tuple[int, ...] = ()
    differs: tuple[Differing, ...] = ()
    overdue: int = 0

    @property
    def read(self) -> int:
        """How many rows were read: added, unchanged, updated, differing and refused together."""
        return sum(map(len, (self.added, self.unchanged, self.refused, self.updated, self.differs)))


class Run:
    """One import."""

    def __init__(self, work: Work, rules: Rules, source: str) -> None:
        self._work = work
        self._rules = rules
        self._source = source
        self._update = False
        unfinished = batches.unfinished(work.tx, source)
        self._batch = unfinished or work.tx.new_id()
        self._written = unfinished is not None
        self._day = work.now.astimezone(ZoneInfo(work.settings.time_zone)).strftime("%y%m%d")
        self._lines: dict[bytes, int] = {}
        self._callers: dict[tuple[str, str | None], bytes] = {}
        self._added: list[int] = []
        self._unchanged: list[int] = []
        self._updated: list[int] = []
        self._differs: list[Differing] = []
        self._overdue = 0
        self._refused: list[RefusedRow] = []
        self._remarks: dict[tuple[str, ImportReason, str], list[int]] = {}

    def take_all(self, rows: Rows, progress: Progress | None, *, update: bool = False) -> ImportReport:
        """Take row after row, write the batch and return the report; nothing added is no batch.

        ``update``: what a known row says anew is taken over where nobody worked on its inquiry since.
        """
        self._update = update
        with Bulk(self._work.tx) as bulk:
            stopped = self._take_each(bulk, rows, progress)
        return self._finish(stopped)

    def _take_each(self, bulk: Bulk, rows: Rows, progress: Progress | None) -> bool:
        for done, (line_no, cells) in enumerate(rows):
            if done and done % TOGETHER == 0:
                bulk.breathe()
            if progress and done % STEP == 0:
                try:
                    progress.at(done)
                except CannotNow:
                    return True
            self._take(bulk, read(self._rules, line_no, cells), cells)
        return False

    def _take(self, bulk: Bulk, row: Incoming, cells: Cells) -> None:
        if row.refused:
            self._refuse(row.line_no, row.refused)
            return
        inquiry, there = self._find(row)
        if inquiry in self._lines and row.number:
            self._refuse(row.line_no, Refused("number", ImportReason.TWICE, str(self._lines[inquiry])))
            return
        if inquiry in self._lines:
            self._unchanged.append(row.line_no)
            return
        self._lines[inquiry] = row.line_no
        if there:
            self._meet(bulk, row, inquiry, cells)
            return
        self._write(bulk, row, inquiry)
        self._added.append(row.line_no)
        self._remark(row)
        self._overdue += row.overdue(self._work.now)

    def _remark(self, row: Incoming) -> None:
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

    def _meet(self, bulk: Bulk, row: Incoming, inquiry: bytes, cells: Cells) -> None:
        """Look at a row whose inquiry is there. A row known by what it says cannot say something else."""
        new = self._new_words(row, inquiry, cells) if row.number else {}
        if not new:
            self._unchanged.append(row.line_no)
        elif self._update and not batches.is_touched(self._work.tx, inquiry):
            bulk.put("inquiry", inquiry, new)
            bulk.add("inquiry_event", self._step(row, inquiry))
            self._updated.append(row.line_no)
            self._remark(row)
            self._overdue += row.overdue(self._work.now)
        else:
            self._differs.append(Differing(row.line_no, inquiry, tuple(new)))

    def _new_words(self, row: Incoming, inquiry: bytes, cells: Cells) -> dict[str, Value]:
        """Return what the row says that neither stands now nor was said when it was first imported."""
        said = [name for name in COMPARED if cells.get(self._rules.column_map.get(name, ""), "").strip()]
        if "state" in said and "closed_at" not in said:
            said.append("closed_at")  # whether it is done, and since when, go together
        now = batches.values_of(self._work.tx, inquiry, COMPARED)
        new = {name: row.values.get(name) for name in said if not _same(name, row.values.get(name), now.get(name))}
        if not new:
            return {}
        first = batches.first_said(self._work.tx, inquiry)
        return {name: value for name, value in new.items() if not _same(name, value, first.get(name))}

    def _write(self, bulk: Bulk, row: Incoming, inquiry: bytes) -> None:
        if not self._written:
            bulk.add("batch", self._batch_values({"running": True}), self._batch)
            self._written = True
        caller = self._caller_of(bulk, row, inquiry)
        values: dict[str, Value] = {
            **row.values,
            "number": row.number or f"{self._day}-{self._batch[-2:].hex().upper()}-{row.line_no:05d}",
            "batch": self._batch.hex(),
            "caller": caller.hex() if caller else None,
        }
        bulk.add("inquiry", values, inquiry)
        bulk.add("inquiry_event", self._step(row, inquiry))

    def _step(self, row: Incoming, inquiry: bytes) -> dict[str, Value]:
        return {
            "inquiry": inquiry.hex(),
            "kind": "imported",
            "at": self._work.now.isoformat(),
            "by": self._work.person.id.hex(),
            "state": row.values["state"],
            "note": row.note,
        }

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

    def _finish(self, stopped: bool) -> ImportReport:
        remarks = tuple(Remarked(*key, first, count) for key, (first, count) in self._remarks.items())
        batch = self._batch if self._written else None
        report = ImportReport(
            batch, self._source, tuple(self._added), tuple(self._unchanged), tuple(self._refused), remarks, stopped,
            tuple(self._updated), tuple(self._differs), self._overdue,
        )  # fmt: skip
        if batch:
            brought = batches.count_of(self._work.tx, batch)
            kept = self._batch_values(_kept(report, self._rules.column_map, brought))
            self._work.tx.put("batch", batch, {"report": kept["report"]})
        return report

    def _batch_values(self, report: dict[str, Value]) -> dict[str, Value]:
        return {"kind": "inquiries", "source": self._source, "at": self._work.now.isoformat(), "report": report}


def _same(name: str, one: Value, other: Value) -> bool:
    if one == other or (not one and not other):
        return True
    if name not in _TIMES or not (isinstance(one, str) and isinstance(other, str)):
        return False
    return datetime.fromisoformat(one) == datetime.fromisoformat(other)


def _kept(report: ImportReport, column_map: Mapping[str, str], brought: int) -> dict[str, Value]:
    return {
        "added": brought,
        "unchanged": len(report.unchanged),
        "updated": len(report.updated),
        "differs": len(report.differs),
        "refused": len(report.refused),
        "overdue": report.overdue,
        "stopped": report.stopped,
        "columns": dict(column_map),
        "refusals": [[one.line_no, one.field, one.reason, one.value] for one in report.refused[:KEPT]],
        "remarks": [[one.field, one.reason, one.value, one.first_line, one.rows] for one in report.remarks[:KEPT]],
    }
