"""First dispatches as a table model: to which unit, what was suggested, and what became of them."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.models.routing_results import RoutedRow, RoutedVerdict
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.presenting_time import is_chinese, moment
from app.ui.kit.tables import LazyTableModel

_TONES = {RoutedVerdict.RIGHT: "accent", RoutedVerdict.WRONG: "danger"}


class RightTable(LazyTableModel):
    """The rows behind the figure, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.lines: tuple[RoutedRow, ...] = ()
        self._units: Mapping[str, tuple[str, str]] = {}
        self._now, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        super().__init__(self._columns(), self._page, _key_of, page=200, parent=parent)

    def show_rows(
        self, rows: Sequence[RoutedRow], units: Mapping[str, tuple[str, str]], now: datetime, zone: tzinfo
    ) -> None:
        """Show these rows, with names for units."""
        self.lines, self._units, self._now, self._zone = tuple(rows), units, now, zone
        self.reload()

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[RoutedRow]:
        start = 0 if after is None else self.lines.index(after) + 1
        return self.lines[start : start + limit]

    def _columns(self) -> tuple[Column, ...]:
        texts = (
            ("at", QT_TRANSLATE_NOOP("tables", "Dispatched"), 140, self._at),
            ("number", QT_TRANSLATE_NOOP("tables", "Number"), 146, _number),
            ("unit", QT_TRANSLATE_NOOP("tables", "Unit"), 0, self._unit),
            ("suggested", QT_TRANSLATE_NOOP("tables", "Suggested"), 150, self._suggested),
        )
        return (
            *(Column(name, header, width, show=show, sortable=False) for name, header, width, show in texts),
            Column(
                "verdict", QT_TRANSLATE_NOOP("tables", "Result"), 206, "chip", show=_verdict, tone=_tone, sortable=False
            ),
            Column("reason", QT_TRANSLATE_NOOP("tables", "Reason"), 150, show=_reason, sortable=False),
        )

    def _at(self, row: RoutedRow) -> str:
        return moment(row.at, self._now, languages.current(), self._zone)

    def _unit(self, row: RoutedRow) -> str:
        return self._named(row.unit)

    def _suggested(self, row: RoutedRow) -> str:
        return self._named(row.suggested) if row.suggested else "–"

    def _named(self, code: str) -> str:
        chinese, english = self._units.get(code, (code, code))
        return chinese if is_chinese(languages.current()) else english


def _key_of(row: RoutedRow) -> RoutedRow:
    return row


def _number(row: RoutedRow) -> str:
    return row.number


def _verdict(row: RoutedRow) -> str:
    return wording.label("routed_verdict", row.verdict.value, languages.current())


def _tone(row: RoutedRow) -> str:
    return _TONES.get(row.verdict, "")


def _reason(row: RoutedRow) -> str:
    if row.reason:
        return wording.label("return_reason", row.reason, languages.current())
    return wording.label("override", row.override, languages.current()) if row.override else ""
