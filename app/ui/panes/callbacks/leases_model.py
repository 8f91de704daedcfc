"""Which station holds which calls as a table model: where, in which language, how many, until when, what comes next."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import move_words, wording
from app.services.callback_moves import Holding
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.panes.callbacks.board_table import BoardTable


class LeasesTable(BoardTable):
    """What stations hold, as it was last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            Column("station", QT_TRANSLATE_NOOP("tables", "Station"), 132, show=station, sortable=False),
            Column("language", QT_TRANSLATE_NOOP("tables", "Language"), 80, show=_language, sortable=False),
            Column("calls", QT_TRANSLATE_NOOP("tables", "Calls"), 56, show=_calls, sortable=False),
            Column("until", QT_TRANSLATE_NOOP("tables", "Until"), 124, show=self._until, sortable=False),
            Column("next", QT_TRANSLATE_NOOP("tables", "Next step"), 0, show=_following, sortable=False),
        )
        super().__init__(columns, key_of, parent)

    def _until(self, one: Holding) -> str:
        return self.moment(one.until)


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
