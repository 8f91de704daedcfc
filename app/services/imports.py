"""Import of past inquiries from a table: preview, import with every row reported, and taking a batch back.

``column_map`` is field → heading (``import_columns.suggest_map`` makes a first guess). A row is known again by its
source and number, or by what it says where it has no number: importing a file twice adds nothing. A batch that was
undone may be imported again. What an import has added before it was stopped or the program ended stays: importing
again goes on with it, undoing takes all of it back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import CannotNow, ColumnMissing, FieldInvalid, FieldMissing, RecordGone
from app.models.texts import clean
from app.services import import_codes, reference
from app.services.import_columns import FIELDS
from app.services.import_rows import Incoming, Rules, read
from app.services.import_runs import TOGETHER, Cells, ImportReport, Progress, Rows, Run
from app.services.import_times import Reading, day_comes_first, leaves_open
from app.services.office import View, Work
from app.store import batches, units
from app.store.batches import Batch
from app.store.deleting import delete_many

__all__ = ["ImportReport", "Progress", "Rows"]

Sample = list[tuple[int, Cells]]
_SAMPLE = 1000


@dataclass(frozen=True)
class Preview:
    """What the first rows will become, how ambiguous dates will be read, and how many rows are open and overdue.

    ``ambiguous``: times are written so that it matters (``03/04/2015``) in the first thousand rows.
    """

    rows: tuple[Incoming, ...]
    day_first: bool
    overdue: int = 0
    ambiguous: bool = False


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
    seen = tuple(read(rules, line_no, row) for line_no, row in sample[:n])
    ambiguous = any(leaves_open(one) for one in _times(sample, column_map))
    return Preview(seen, rules.reading.day_first, sum(one.overdue(view.now) for one in seen), ambiguous)


def _sampled(rows: Rows) -> tuple[Sample, Rows]:
    """Return the first rows, by which ambiguous dates are judged, and all of them."""
    left = iter(rows)
    sample = list(islice(left, _SAMPLE))
    return sample, chain(sample, left)


def _day_first(view: View, sample: Sample, column_map: Mapping[str, str]) -> bool:
    return day_comes_first(_times(sample, column_map), view.settings.country)


def _times(sample: Sample, column_map: Mapping[str, str]) -> Iterator[str]:
    columns = [column_map[name] for name in ("opened_at", "due_at", "closed_at") if name in column_map]
    return (row.get(one, "") for _, row in sample for one in columns)


def import_inquiries(
    work: Work,
    rows: Rows,
    column_map: Mapping[str, str],
    *,
    source: str,
    day_first: bool | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Add an inquiry for every row that is not there yet, some thousand in a transaction, and report every row.

    ``source`` names where the numbers come from (a system or a file): the same number of another source is another
    inquiry. A known row that says something new is reported as one that differs. Ambiguous dates are read as in the
    preview, unless ``day_first`` says how.
    Raises ``FieldMissing`` (source), ``ColumnMissing`` (summary or details), ``FieldInvalid``, ``NotAllowed``.
    """
    run, every = _run(work, rows, column_map, source=source, day_first=day_first)
    return run.take_all(every, progress)


def update_inquiries(
    work: Work,
    rows: Rows,
    column_map: Mapping[str, str],
    *,
    source: str,
    day_first: bool | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Import, and take over what known rows say anew where nobody worked on their inquiry since."""
    run, every = _run(work, rows, column_map, source=source, day_first=day_first)
    return run.take_all(every, progress, update=True)


def _run(
    work: Work, rows: Rows, column_map: Mapping[str, str], *, source: str, day_first: bool | None
) -> tuple[Run, Rows]:
    work.require(Permission.IMPORT_RECORDS)
    name = clean(source)
    if not name:
        raise FieldMissing(field="source")
    sample, every = _sampled(rows)
    rules = _rules(work, column_map, _day_first(work, sample, column_map) if day_first is None else day_first)
    return Run(work, rules, name), every


def _rules(view: View, column_map: Mapping[str, str], day_first: bool) -> Rules:
    unknown = set(column_map) - set(FIELDS)
    if unknown:
        raise FieldInvalid(field=min(unknown), value=column_map[min(unknown)])
    if not {"summary", "details", "category"} & set(column_map):
        raise ColumnMissing(field="summary")
    reading = Reading(ZoneInfo(view.settings.time_zone), day_first, view.settings.country)
    return Rules(
        reading,
        view.now,
        column_map,
        import_codes.category_words(reference.categories()),
        import_codes.unit_words(units.all_units(view.rows)),
    )


def list_batches(view: View) -> list[Batch]:
    """Return every import, the newest first."""
    view.require(Permission.IMPORT_RECORDS)
    return batches.all_batches(view.rows)


def undo_batch(work: Work, batch: bytes, *, progress: Progress | None = None) -> Undone:
    """Take a batch back: delete every inquiry that nobody touched since, and callers who then have nothing left.

    Inquiries that were worked on are kept and returned. One that a later import updated goes with the batch that
    brought it. Stopped or cut short halfway it may be called again. Raises ``RecordGone``.
    """
    work.require(Permission.IMPORT_RECORDS)
    if batches.by_id(work.tx, batch) is None:
        raise RecordGone(entity="batch", id=batch.hex())
    total, now = batches.count_of(work.tx, batch), work.now.isoformat()
    deleted, after = 0, -1
    kept: list[bytes] = []
    while part := batches.next_of(work.tx, batch, after, TOGETHER):
        try:
            if progress:
                progress.at(deleted + len(kept), total)
        except CannotNow:
            return Undone(deleted, tuple(kept), stopped=True)
        going = [one for one in part if not one.touched]
        kept += [one.id for one in part if one.touched]
        delete_many(work.tx, "inquiry", [one.id for one in going], now)
        lonely = batches.not_needed(work.tx, {one.caller for one in going if one.caller})
        delete_many(work.tx, "caller", lonely, now)
        deleted, after = deleted + len(going), part[-1].position
        work.tx.breathe()
    work.tx.put("batch", batch, {"undone_at": now})
    return Undone(deleted, tuple(kept))
