"""The report of an import as a table model: every row of the file, the rejected ones first."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import wording
from app.services.units import RowReport, RowResult
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

_TONES = {RowResult.ADDED: "accent", RowResult.UPDATED: "accent", RowResult.REJECTED: "danger"}


class ReportTable(LazyTableModel):
    """Rows of the last import."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: tuple[RowReport, ...] = ()
        super().__init__(self._columns(), self._page, _key_of, page=500, parent=parent)

    def show_rows(self, rows: Sequence[RowReport]) -> None:
        """Show these rows."""
        self._rows = tuple(sorted(rows, key=_rejected_first))
        self.reload()

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[RowReport]:
        start = 0 if after is None else self._rows.index(after) + 1
        return self._rows[start : start + limit]

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("line_no", QT_TRANSLATE_NOOP("tables", "Line"), 64, "number", sortable=False),
            Column("code", QT_TRANSLATE_NOOP("tables", "Code"), 120, sortable=False),
            Column(
                "result",
                QT_TRANSLATE_NOOP("tables", "Result"),
                120,
                "chip",
                show=self._result,
                tone=_tone,
                sortable=False,
            ),
            Column("fields", QT_TRANSLATE_NOOP("tables", "What or why"), 0, show=self._why, sortable=False),
        )

    def _result(self, row: RowReport) -> str:
        return {
            RowResult.ADDED: self.tr("Added"),
            RowResult.UPDATED: self.tr("Updated"),
            RowResult.UNCHANGED: self.tr("Unchanged"),
            RowResult.REJECTED: self.tr("Rejected"),
        }[row.result]

    def _why(self, row: RowReport) -> str:
        field = self.field(row.field)
        if row.reason == "missing":
            return self.tr("{field} is missing").format(field=field)
        if row.reason == "too_long":
            return self.tr("{field} is longer than {limit} characters").format(field=field, limit=row.detail)
        if row.reason == "twice":
            return self.tr("The code stands in line {line} already").format(line=row.detail)
        if row.reason:
            return self.tr("{field} cannot be “{value}”").format(field=field, value=row.detail)
        fields = row.fields if row.result is RowResult.UPDATED else ()
        return wording.names_in_a_row(map(self.field, fields), languages.current())

    def field(self, name: str) -> str:
        """Return what a field of a unit is called."""
        return {
            "code": self.tr("Code"),
            "name": self.tr("Name"),
            "name_en": self.tr("English name"),
            "kind": self.tr("Kind"),
            "area": self.tr("Area"),
            "phone": self.tr("Telephone"),
            "contact_person": self.tr("Contact person"),
            "handles": self.tr("What it handles"),
            "active": self.tr("Active"),
            "email": self.tr("E-mail"),
            "address": self.tr("Address"),
            "wechat": self.tr("WeChat"),
            "leader": self.tr("Responsible leader"),
            "calendar": self.tr("Working calendar"),
            "on_system": self.tr("Works on the system"),
        }.get(name, name)


def _rejected_first(row: RowReport) -> tuple[bool, int]:
    return row.result is not RowResult.REJECTED, row.line_no


def _key_of(row: RowReport) -> RowReport:
    return row


def _tone(row: RowReport) -> str:
    return _TONES.get(row.result, "")
