"""Calls that a supervisor looks into as a table model: what, who, of which institution, since when, what was noted."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import phone_numbers, wording
from app.services.callback_checks import ToCheck
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.panes.callbacks.board_table import BoardTable


class ChecksTable(BoardTable):
    """Calls as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            Column("kind", QT_TRANSLATE_NOOP("tables", "Why"), 156, show=why, sortable=False),
            Column("name", QT_TRANSLATE_NOOP("tables", "Who"), 104, show=who, sortable=False),
            Column("place", QT_TRANSLATE_NOOP("tables", "Institution"), 104, show=place, sortable=False),
            Column("since", QT_TRANSLATE_NOOP("tables", "Since"), 108, show=self._since, sortable=False),
            Column("note", QT_TRANSLATE_NOOP("tables", "Note"), 0, show=_note, sortable=False),
        )
        super().__init__(columns, _key_of, parent)

    def _since(self, one: ToCheck) -> str:
        return self.ago(one.since)


def why(one: ToCheck) -> str:
    """Return what is to be found out, with the code of the outcome."""
    return f"{one.code} {wording.label('check_kind', one.kind.value, languages.current())}"


def who(one: ToCheck) -> str:
    """Return who was called: a name, else the number with its middle hidden."""
    return one.name or phone_numbers.masked(one.number or "–")


def place(one: ToCheck) -> str:
    """Return the institution by its name, by the code of the stratum where it is not known."""
    return one.unit.called(languages.current()) if one.unit is not None else one.place


def _note(one: ToCheck) -> str:
    return one.note


def _key_of(one: ToCheck) -> bytes:
    return one.callback
