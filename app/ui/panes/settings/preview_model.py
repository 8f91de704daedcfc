"""The first rows of a file to import, field by field, as the chosen columns would fill them."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services.units import IMPORTED, Table
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

SHOWN = 30
_WIDTHS = {"code": 88, "name": 0, "name_en": 0, "kind": 88, "area": 88, "phone": 112, "active": 72}
_HEADERS = {
    "code": QT_TRANSLATE_NOOP("tables", "Code"),
    "name": QT_TRANSLATE_NOOP("tables", "Name"),
    "name_en": QT_TRANSLATE_NOOP("tables", "English name"),
    "kind": QT_TRANSLATE_NOOP("tables", "Kind"),
    "area": QT_TRANSLATE_NOOP("tables", "Area"),
    "phone": QT_TRANSLATE_NOOP("tables", "Telephone"),
    "contact_person": QT_TRANSLATE_NOOP("tables", "Contact person"),
    "handles": QT_TRANSLATE_NOOP("tables", "Handles"),
    "active": QT_TRANSLATE_NOOP("tables", "Active"),
    "email": QT_TRANSLATE_NOOP("tables", "E-mail"),
    "address": QT_TRANSLATE_NOOP("tables", "Address"),
    "wechat": QT_TRANSLATE_NOOP("tables", "WeChat"),
    "leader": QT_TRANSLATE_NOOP("tables", "Responsible leader"),
    "calendar": QT_TRANSLATE_NOOP("tables", "Working calendar"),
    "on_system": QT_TRANSLATE_NOOP("tables", "On the system"),
}

Row = tuple[int, dict[str, str]]


class PreviewTable(LazyTableModel):
    """At most ``SHOWN`` rows of a file, seen through a column map."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: tuple[Row, ...] = ()
        self._map: Mapping[str, str] = {}
        super().__init__(self._columns(), self._page, _key_of, page=SHOWN + 1, parent=parent)

    def show_table(self, table: Table) -> None:
        """Show the first rows of a file."""
        self._rows = table.rows[:SHOWN]
        self.reload()

    def show_columns(self, column_map: Mapping[str, str]) -> None:
        """See the rows through this map, field → heading."""
        self._map = dict(column_map)
        self.reload()

    def text(self, field: str, row: Row) -> str:
        """Return what a field would hold."""
        return row[1].get(self._map.get(field, ""), "")

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Row]:
        return self._rows if after is None else ()

    def _columns(self) -> tuple[Column, ...]:
        line = Column("line", QT_TRANSLATE_NOOP("tables", "Line"), 56, "number", show=_line, sortable=False)
        return (
            line,
            *(
                Column(name, _HEADERS[name], _WIDTHS.get(name, 104), show=self._shower(name), sortable=False)
                for name in IMPORTED
            ),
        )

    def _shower(self, field: str) -> Callable[[Row], str]:
        def show(row: Row) -> str:
            return self.text(field, row)

        return show


def _line(row: Row) -> str:
    return str(row[0])


def _key_of(row: Row) -> int:
    return row[0]
