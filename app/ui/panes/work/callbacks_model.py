"""The calls that we owe as a table model: few enough to be one page, the soonest first."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import wording
from app.services.worklists import OwedCall
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList
from app.ui.panes.work import presenting
from app.ui.panes.work.words import Words

#: In which order columns give way where the list is narrow.
GIVE_WAY = ("owner", "promised_by", "inquiry", "number")


class CallbackTable(WholeList):
    """Calls that we owe, as they were last asked for."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        self._words = words
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        self._zone: tzinfo = UTC
        super().__init__(self._columns(), _key_of, parent)

    def show_calls(self, calls: Sequence[OwedCall]) -> None:
        """Show these calls."""
        self.show_lines(calls)

    def show_now(self, now: datetime, zone: tzinfo) -> None:
        """Say how long each has left as seen from now; repaints once a minute at most."""
        same = self._now_at.replace(second=0, microsecond=0) == now.replace(second=0, microsecond=0)
        self._now_at, self._zone = now, zone
        if not same and self.rowCount():
            self._cells.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def place_of(self, callback: bytes) -> int | None:
        """Return the row in which a call stands, or None."""
        return next((place for place, one in enumerate(self.lines) if one.callback.id == callback), None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "due_at",
                QT_TRANSLATE_NOOP("tables", "Due"),
                132,
                "chip",
                show=self._due,
                tone=self._tone,
                sortable=False,
            ),
            Column("caller", QT_TRANSLATE_NOOP("tables", "Caller"), 120, show=_caller, sortable=False),
            Column("number", QT_TRANSLATE_NOOP("tables", "Telephone"), 140, sortable=False),
            Column("what", QT_TRANSLATE_NOOP("tables", "What was promised"), 0, show=_what, sortable=False),
            Column("inquiry", QT_TRANSLATE_NOOP("tables", "Inquiry"), 150, show=_inquiry, sortable=False),
            Column("promised_by", QT_TRANSLATE_NOOP("tables", "Promised by"), 104, sortable=False),
            Column("owner", QT_TRANSLATE_NOOP("tables", "Owner"), 88, sortable=False),
        )

    def _due(self, call: OwedCall) -> str:
        return self._words.due(call.callback.due_at, self._now_at, self._zone)

    def _tone(self, call: OwedCall) -> str:
        return presenting.due_tone(call.callback.due_at, self._now_at, zone=self._zone)


def _key_of(call: OwedCall) -> bytes:
    return call.callback.id


def _caller(call: OwedCall) -> str:
    return call.callback.caller_name or wording.label("caller_name", "none", languages.current())


def _what(call: OwedCall) -> str:
    return presenting.owed_for(call.callback, languages.current())


def _inquiry(call: OwedCall) -> str:
    return call.callback.inquiry_number or ""
