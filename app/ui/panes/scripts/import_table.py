"""What an import does or did, as a table: one row for each script and each refused line."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import wording
from app.services.script_findings import reason
from app.services.script_imports import ImportLine, ImportReport, ImportResult
from app.services.script_previews import Preview
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.scripts.presenting import result_tone

#: In which order they are counted and chosen; "" is all of them.
RESULTS = ("", "added", "updated", "unchanged", "draft", "rejected")
#: In which order columns give way where the table is narrow.
GIVE_WAY = ("key", "line", "source")


@dataclass(frozen=True)
class ImportRow:
    """A line with its place in the report, which is its key."""

    number: int
    line: ImportLine
    result: str


def result_of(line: ImportLine, *, publish: bool) -> str:
    """Return what a line shows: that it stays a draft matters more than that it is new."""
    if publish and line.findings and not line.published and line.result is not ImportResult.REJECTED:
        return "draft"
    return line.result.value


def reason_of(line: ImportLine, language: str) -> str:
    """Return why a line was refused or held back, "" for one that was not."""
    if line.error is not None:
        return wording.told(line.error, language)
    return reason(line.findings, language)


class ImportTable(LazyTableModel):
    """The lines of a preview or of a report; ``only`` shows one kind of result."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: tuple[ImportRow, ...] = ()
        self._shown: tuple[ImportRow, ...] = ()
        self._preview: Preview | None = None
        super().__init__(self._columns(), self._page, _number_of, parent=parent)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many lines there are of each result, all of them under ""."""
        found = {result: sum(row.result == result for row in self._rows) for result in RESULTS}
        return {**found, "": len(self._rows)}

    def show_report(self, report: ImportReport, preview: Preview, *, publish: bool) -> None:
        """Show what an import does or did; titles come from its preview. What needs somebody stands on top."""
        self._preview = preview
        ranks = {result: rank for rank, result in enumerate(("rejected", "draft", "added", "updated", "unchanged"))}
        rows = [ImportRow(number, line, result_of(line, publish=publish)) for number, line in enumerate(report.lines)]
        self._rows = tuple(sorted(rows, key=lambda row: (ranks[row.result], row.number)))
        self.only("")

    def clear(self) -> None:
        """Show no line."""
        self._rows = self._shown = ()
        self.reload()

    def only(self, result: str) -> None:
        """Show the lines of one result, "" for all of them."""
        self._shown = tuple(row for row in self._rows if result in ("", row.result))
        self.reload()

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[ImportRow]:
        start = 0
        if after is not None:
            start = next((place + 1 for place, row in enumerate(self._shown) if row.number == after), len(self._shown))
        return self._shown[start : start + limit]

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "result", QT_TRANSLATE_NOOP("tables", "Result"), 112, "chip", show=_result, tone=_tone, sortable=False
            ),
            Column("title", QT_TRANSLATE_NOOP("tables", "Script"), 260, show=self._title, sortable=False, widest=560),
            Column("key", QT_TRANSLATE_NOOP("tables", "Key"), 150, show=_key, sortable=False),
            Column("source", QT_TRANSLATE_NOOP("tables", "File"), 190, show=_source, sortable=False),
            Column("line", QT_TRANSLATE_NOOP("tables", "Line"), 60, "number", show=_line, sortable=False),
            Column("reason", QT_TRANSLATE_NOOP("tables", "Reason"), 0, show=_reason, sortable=False),
        )

    def _title(self, row: ImportRow) -> str:
        if not row.line.key or self._preview is None:
            return ""
        return self._preview.title(row.line.key, languages.current())


def _number_of(row: ImportRow) -> int:
    return row.number


def _result(row: ImportRow) -> str:
    return wording.label("script_result", row.result, languages.current())


def _tone(row: ImportRow) -> str:
    return result_tone(row.result)


def _key(row: ImportRow) -> str:
    return row.line.key


def _source(row: ImportRow) -> str:
    return row.line.source


def _line(row: ImportRow) -> str:
    return str(row.line.line) if row.line.line else ""


def _reason(row: ImportRow) -> str:
    return reason_of(row.line, languages.current())
