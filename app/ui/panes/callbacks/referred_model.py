"""Calls that wait for a supervisor or a speaker as a table model: why, who, since when, and what can be done next."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services.callback_referrals import Referred
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.panes.callbacks import presenting_referred as presenting
from app.ui.panes.callbacks.board_table import BoardTable


class ReferredTable(BoardTable):
    """Calls as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            Column("code", QT_TRANSLATE_NOOP("tables", "Why"), 0, show=_why, sortable=False),
            Column("name", QT_TRANSLATE_NOOP("tables", "Who"), 104, show=presenting.who, sortable=False),
            Column("since", QT_TRANSLATE_NOOP("tables", "Since"), 120, show=self._since, sortable=False),
            Column("note", QT_TRANSLATE_NOOP("tables", "Next step"), 96, show=_following, sortable=False),
        )
        super().__init__(columns, _key_of, parent)

    def _since(self, one: Referred) -> str:
        return self.ago(one.since)


def _why(one: Referred) -> str:
    return presenting.why(one, languages.current())


def _following(one: Referred) -> str:
    return presenting.following(one, languages.current())


def _key_of(one: Referred) -> bytes:
    return one.callback
