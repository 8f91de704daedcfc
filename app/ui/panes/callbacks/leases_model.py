"""Which station holds which calls as a table model: where, in which language, how many, until when, what comes next."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import move_words, wording
from app.services.callback_moves import Holding
from app.ui.kit import languages, presenting_time
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

_MOST = 1000


class LeasesTable(LazyTableModel):
    """What stations hold, as it was last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._now_at, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        self._held: tuple[Holding, ...] = ()
        super().__init__(self._columns(), self._page, key_of, page=_MOST, parent=parent)

    def show_held(self, held: Sequence[Holding], now: datetime, zone: tzinfo) -> None:
        """Show these as seen from a time."""
        self._held, self._now_at, self._zone = tuple(held), now, zone
        self.reload()

    def place_of(self, key: object) -> int | None:
        """Return the row of a key, or None."""
        return next((place for place, one in enumerate(self._held) if key_of(one) == key), None)

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Holding]:
        return self._held if after is None else ()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("station", QT_TRANSLATE_NOOP("tables", "Station"), 132, show=station, sortable=False),
            Column("language", QT_TRANSLATE_NOOP("tables", "Language"), 96, show=_language, sortable=False),
            Column("calls", QT_TRANSLATE_NOOP("tables", "Calls"), 56, show=_calls, sortable=False),
            Column("until", QT_TRANSLATE_NOOP("tables", "Until"), 108, show=self._until, sortable=False),
            Column("next", QT_TRANSLATE_NOOP("tables", "What comes next"), 0, show=_following, sortable=False),
        )

    def _until(self, one: Holding) -> str:
        return presenting_time.moment(one.until, self._now_at, languages.current(), self._zone)


def station(one: Holding) -> str:
    """Return the station as people read it."""
    return move_words.place(one.at, languages.current())


def _language(one: Holding) -> str:
    return wording.label("language", one.language, languages.current())


def _calls(one: Holding) -> str:
    return f"{one.calls:,}"


def _following(one: Holding) -> str:
    return move_words.standing(one, languages.current())


def key_of(one: Holding) -> tuple[str, str, bool, str]:
    """Return by what a row is known again."""
    return one.at.name, one.language, one.free, one.wanted.name if one.wanted else ""
