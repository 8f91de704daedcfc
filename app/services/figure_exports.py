"""The rows behind a figure, written row by row without a cap; cells that would run as formulas are texts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.kpi_questions import Subject, subject_of
from app.models.kpis import RowSet
from app.services import access, figure_rows, figures, report_fillings, wording
from app.services.figure_rows import After, Wanted
from app.services.office import View, Work
from app.services.worklists import Line

_PAGE = 500
_THING_COLUMNS = ("day", "number", "summary", "category", "unit", "said")
_COLUMNS = ("number", "opened", "channel", "category", "unit", "state", "due", "closed", "summary")


#: As what the read log knows rows that tell of callers; what else is asked of tells of nobody who called.
_TELLS_OF = {
    Subject.INQUIRY: "inquiry", Subject.CALL: "contact", Subject.CHAT: "contact", Subject.INTERVIEW: "interview",
    Subject.CALLBACK: "callback", Subject.FINDING: "finding", Subject.SEARCH: "script_search",
}  # fmt: skip


class TableWriter(Protocol):
    """Writes a table by the ending of its file."""

    def __call__(
        self,
        path: Path,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
        *,
        whole: Callable[[int], object] = ...,
    ) -> int:
        """Write it and return how many rows it has. Raises what the file raises.

        ``whole`` hears of how many before the file has its name; what it raises leaves none.
        """
        ...


def save_rows(view: View, wanted: Wanted, *, path: Path, language: str, whole: Callable[[int], object]) -> int:
    """Write every row that is wanted and return how many. Raises ``NotAllowed`` and what the file raises.

    ``whole`` tells the read log how many (`kept`) before the file has its name: none is there without a line.
    """
    view.require(Permission.EXPORT_RECORDS)
    write: TableWriter = view.outside["write_table"]
    of_inquiries = wanted.subject is Subject.INQUIRY
    names, rows = (_COLUMNS, _rows) if of_inquiries else (_THING_COLUMNS, _things)
    columns = [wording.phrase("reports", f"column_{name}", language) for name in names]
    return write(path, columns, rows(view, wanted, language), whole=whole)


def kept(work: Work, sets: Sequence[RowSet], rows: int) -> None:
    """Write into the read log that these rows are saved, where they tell of callers. Raises ``NotAllowed``."""
    entity = _TELLS_OF.get(subject_of(sets[0].question)) if sets else "inquiry"
    if entity is not None:
        access.exported(work, entity, rows)


def _rows(view: View, wanted: Wanted, language: str) -> Iterator[tuple[object, ...]]:
    zone = ZoneInfo(view.settings.time_zone)
    after: int | None = None
    while page := figures.rows_behind(
        view, wanted.sets, wanted.stretch, groups=wanted.groups, after=after, limit=_PAGE
    ):
        for line in page:
            yield _cells(view, line, zone, language)
        after = page[-1].row.position


def _things(view: View, wanted: Wanted, language: str) -> Iterator[tuple[object, ...]]:
    after: After | None = None
    while page := figure_rows.page(view, wanted, after=after, limit=_PAGE, language=language):
        for one in page:
            unit = report_fillings.name_of(view, "unit", one.unit, language)
            yield one.day.isoformat(), one.number, one.text, one.topic, unit, one.said
        after = page[-1].after


def _cells(view: View, line: Line, zone: ZoneInfo, language: str) -> tuple[object, ...]:
    row = line.row
    times = (row.opened_at, row.due_at, row.closed_at)
    opened, due, closed = (at.astimezone(zone).isoformat(timespec="seconds") if at else "" for at in times)
    named = report_fillings.name_of
    return (
        row.number, opened, wording.label("channel", row.channel, language),
        named(view, "category", row.category or "", language), named(view, "unit", row.unit or "", language),
        wording.state_of(row, language), due, closed, row.summary or "",
    )  # fmt: skip
