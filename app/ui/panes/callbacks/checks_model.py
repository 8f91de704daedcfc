"""Calls that a supervisor looks into as a table model: what, who, of which institution, since when, what was noted."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import phone_numbers, wording
from app.services.callback_checks import ToCheck
from app.ui.kit import languages, presenting_time
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

_MOST = 1000


class ChecksTable(LazyTableModel):
    """Calls as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._now_at, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        self._calls: tuple[ToCheck, ...] = ()
        super().__init__(self._columns(), self._page, _key_of, page=_MOST, parent=parent)

    def show_calls(self, calls: Sequence[ToCheck], now: datetime, zone: tzinfo) -> None:
        """Show these calls as seen from a time."""
        self._calls, self._now_at, self._zone = tuple(calls), now, zone
        self.reload()

    def place_of(self, callback: bytes | None) -> int | None:
        """Return the row in which a call stands, or None."""
        return next((place for place, one in enumerate(self._calls) if one.callback == callback), None)

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[ToCheck]:
        return self._calls if after is None else ()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("kind", QT_TRANSLATE_NOOP("tables", "Why"), 156, show=why, sortable=False),
            Column("name", QT_TRANSLATE_NOOP("tables", "Who"), 112, show=who, sortable=False),
            Column("place", QT_TRANSLATE_NOOP("tables", "Institution"), 112, show=_place, sortable=False),
            Column("since", QT_TRANSLATE_NOOP("tables", "Since"), 108, show=self._since, sortable=False),
            Column("note", QT_TRANSLATE_NOOP("tables", "Note"), 0, show=_note, sortable=False),
        )

    def _since(self, one: ToCheck) -> str:
        return presenting_time.relative(one.since, self._now_at, languages.current(), self._zone)


def why(one: ToCheck) -> str:
    """Return what is to be found out, with the code of the outcome."""
    return f"{one.code} {wording.label('check_kind', one.kind.value, languages.current())}"


def who(one: ToCheck) -> str:
    """Return who was called: a name, else the number with its middle hidden."""
    return one.name or phone_numbers.masked(one.number or "–")


def _place(one: ToCheck) -> str:
    return one.place


def _note(one: ToCheck) -> str:
    return one.note


def _key_of(one: ToCheck) -> bytes:
    return one.callback
