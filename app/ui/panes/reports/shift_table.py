"""The sheet of shifts: one line for each operator and day on duty."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.models.accounts import OperatorState
from app.services import time_ledger, wording
from app.services.time_ledger import Shift
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList


def state_column(state: OperatorState) -> Any:
    """Return what shows the time in a state, of a shift or of a ledger."""

    def show(one: Any) -> str:
        seconds = one.seconds.get(state)
        return time_ledger.clock(seconds) if seconds else "–"

    return show


def reasons_of(away: Mapping[str, float]) -> str:
    """Return why somebody was away and how long, the longest first."""
    language = languages.current()
    return " · ".join(
        f"{wording.label('away_reason', reason, language) if reason else '–'} {time_ledger.clock(seconds)}"
        for reason, seconds in sorted(away.items(), key=_longest)
    )


def _longest(part: tuple[str, float]) -> float:
    return -part[1]


class ShiftTable(WholeList):
    """Shifts in the zone of the center."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._zone: tzinfo = UTC
        super().__init__(self._columns(), _key, parent)

    def show_shifts(self, shifts: Sequence[Shift], zone: tzinfo) -> None:
        """Show these shifts."""
        self._zone = zone
        self.show_lines(shifts)

    def _columns(self) -> tuple[Column, ...]:
        states = (
            (OperatorState.READY, QT_TRANSLATE_NOOP("tables", "Ready")),
            (OperatorState.RINGING, QT_TRANSLATE_NOOP("tables", "Ringing")),
            (OperatorState.TALKING, QT_TRANSLATE_NOOP("tables", "Talking")),
            (OperatorState.HOLD, QT_TRANSLATE_NOOP("tables", "On hold")),
            (OperatorState.WRAP_UP, QT_TRANSLATE_NOOP("tables", "Wrap-up")),
            (OperatorState.AWAY, QT_TRANSLATE_NOOP("tables", "Away")),
        )
        return (
            Column("day", QT_TRANSLATE_NOOP("tables", "Day"), 104, show=_day, sortable=False),
            Column("name", QT_TRANSLATE_NOOP("tables", "Operator"), 128, show=_name, sortable=False),
            Column("from", QT_TRANSLATE_NOOP("tables", "From"), 64, "number", show=self._first, sortable=False),
            Column("until", QT_TRANSLATE_NOOP("tables", "Until"), 64, "number", show=self._last, sortable=False),
            *(
                Column(state.value, text, 80, "number", show=state_column(state), sortable=False)
                for state, text in states
            ),
            Column("reasons", QT_TRANSLATE_NOOP("tables", "Away for"), 0, show=_reasons, sortable=False),
        )

    def _first(self, one: Shift) -> str:
        return one.first_at.astimezone(self._zone).strftime("%H:%M")

    def _last(self, one: Shift) -> str:
        return one.last_at.astimezone(self._zone).strftime("%H:%M")


def _key(one: Shift) -> tuple[bytes, str]:
    return one.person, one.day.isoformat()


def _day(one: Shift) -> str:
    return one.day.isoformat()


def _name(one: Shift) -> str:
    return one.display


def _reasons(one: Shift) -> str:
    return reasons_of(one.away)
