"""Calls that wait for a supervisor or a speaker as a table model: why, who, since when, and what can be done next."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services.callback_referrals import Referred
from app.ui.kit import languages, presenting_time
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.callbacks import presenting_referred as presenting

_MOST = 1000


class ReferredTable(LazyTableModel):
    """Calls as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._now_at, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        self._calls: tuple[Referred, ...] = ()
        super().__init__(self._columns(), self._page, _key_of, page=_MOST, parent=parent)

    def show_calls(self, calls: Sequence[Referred], now: datetime, zone: tzinfo) -> None:
        """Show these calls as seen from a time."""
        self._calls, self._now_at, self._zone = tuple(calls), now, zone
        self.reload()

    def place_of(self, callback: bytes | None) -> int | None:
        """Return the row in which a call stands, or None."""
        return next((place for place, one in enumerate(self._calls) if one.callback == callback), None)

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Referred]:
        return self._calls if after is None else ()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("code", QT_TRANSLATE_NOOP("tables", "Why"), 156, show=_why, sortable=False),
            Column("name", QT_TRANSLATE_NOOP("tables", "Who"), 112, show=presenting.who, sortable=False),
            Column("since", QT_TRANSLATE_NOOP("tables", "Since"), 108, show=self._since, sortable=False),
            Column("note", QT_TRANSLATE_NOOP("tables", "What comes next"), 0, show=_following, sortable=False),
        )

    def _since(self, one: Referred) -> str:
        return presenting_time.relative(one.since, self._now_at, languages.current(), self._zone)


def _why(one: Referred) -> str:
    return presenting.why(one, languages.current())


def _following(one: Referred) -> str:
    return presenting.following(one, languages.current())


def _key_of(one: Referred) -> bytes:
    return one.callback
