"""The calls that can be made now as a table model, in the order in which they are handed out."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services.callbacks import Waiting
from app.ui.kit import languages, presenting_time
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList
from app.ui.panes.callbacks import presenting


class QueueTable(WholeList):
    """Calls as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._now_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)
        self._zone: tzinfo = UTC
        super().__init__(self._columns(), _key_of, parent)

    def show_calls(self, calls: Sequence[Waiting], now: datetime, zone: tzinfo) -> None:
        """Show these calls as seen from a time."""
        self._now_at, self._zone = now, zone
        self.show_lines(calls)

    def place_of(self, callback: bytes) -> int | None:
        """Return the row in which a call stands, or None."""
        return next((place for place, one in enumerate(self.lines) if _key_of(one) == callback), None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "why",
                QT_TRANSLATE_NOOP("tables", "Why now"),
                0,
                "chip",
                show=_why,
                tone=presenting.why_tone,
                sortable=False,
            ),
            Column("who", QT_TRANSLATE_NOOP("tables", "Who"), 156, show=_who, sortable=False),
            Column("due_at", QT_TRANSLATE_NOOP("tables", "Due"), 138, show=self._due, sortable=False),
        )

    def _due(self, one: Waiting) -> str:
        return presenting_time.relative(one.due_at, self._now_at, languages.current(), self._zone)


def _why(one: Waiting) -> str:
    return presenting.why(one, languages.current())


def _who(one: Waiting) -> str:
    return presenting.who(one.sheet)


def _key_of(one: Waiting) -> bytes:
    return one.sheet.callback.id
