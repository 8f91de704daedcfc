"""Who is never to be called as a table model: who, by which numbers, since when, in which case, how it stands."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.models.never_calls import NeverStanding
from app.services import wording
from app.services.never_calls import NeverCall
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.panes.callbacks.board_table import BoardTable


class BarredTable(BoardTable):
    """Sayings as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            Column("name", QT_TRANSLATE_NOOP("tables", "Who"), 128, show=_who, sortable=False),
            Column("number", QT_TRANSLATE_NOOP("tables", "Telephone"), 132, show=_numbers, sortable=False),
            Column("since", QT_TRANSLATE_NOOP("tables", "Said"), 108, show=self._since, sortable=False),
            Column("standing", QT_TRANSLATE_NOOP("tables", "State"), 84, show=_standing, sortable=False),
            Column("case", QT_TRANSLATE_NOOP("tables", "Case"), 0, show=_case, sortable=False),
        )
        super().__init__(columns, key_of, parent)

    def _since(self, one: NeverCall) -> str:
        return self.ago(one.saying.first.at)


def key_of(one: NeverCall) -> bytes:
    """Return by what a row is known again."""
    return one.saying.id


def _who(one: NeverCall) -> str:
    return one.name or "–"


def _numbers(one: NeverCall) -> str:
    return ", ".join(one.numbers)


def _standing(one: NeverCall) -> str:
    return _label(NeverStanding.STANDS if one.stands else NeverStanding.GONE)


def _case(one: NeverCall) -> str:
    return one.case or one.center


def _label(code: NeverStanding) -> str:
    return wording.label("never_standing", code.value, languages.current())
