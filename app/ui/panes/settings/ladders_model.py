"""The ladders as a table model: all of them on one page."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services.ladders import Listed
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings.ladder_words import LadderWords


class LadderTable(WholeList):
    """Ladders as they were last asked for."""

    def __init__(self, words: LadderWords, parent: QObject | None = None) -> None:
        self._words = words
        self._today = date(2000, 1, 1)
        super().__init__(self._columns(), _key_of, parent)

    def show_listed(self, ladders: Sequence[Listed], today: date) -> None:
        """Show these ladders as seen from a day."""
        self._today = today
        self.show_lines(ladders)

    def place_of(self, name: str) -> int | None:
        """Return the row in which a ladder stands, or None."""
        return next((place for place, one in enumerate(self.lines) if one.name == name), None)

    def _columns(self) -> tuple[Column, ...]:
        texts = (
            ("name", QT_TRANSLATE_NOOP("tables", "Ladder"), 168, self._name),
            ("conditions", QT_TRANSLATE_NOOP("tables", "For"), 168, self._conditions),
            ("rungs", QT_TRANSLATE_NOOP("tables", "Rungs"), 0, self._rungs),
            ("calendar", QT_TRANSLATE_NOOP("tables", "Calendar"), 128, self._calendar),
        )
        return (
            *(Column(name, header, width, show=show, sortable=False) for name, header, width, show in texts),
            Column(
                "validity",
                QT_TRANSLATE_NOOP("tables", "Validity"),
                136,
                "chip",
                show=self._validity,
                tone=self._tone,
                sortable=False,
            ),
            Column("version", QT_TRANSLATE_NOOP("tables", "Version"), 80, show=self._words.version, sortable=False),
        )

    def _name(self, one: Listed) -> str:
        return self._words.name(one.ladder)

    def _conditions(self, one: Listed) -> str:
        return self._words.conditions(one.ladder)

    def _rungs(self, one: Listed) -> str:
        return self._words.rungs(one.ladder)

    def _calendar(self, one: Listed) -> str:
        return self._words.calendar(one.ladder)

    def _validity(self, one: Listed) -> str:
        return self._words.validity(one, self._today)

    def _tone(self, one: Listed) -> str:
        return "accent" if one.ladder.holds_on(self._today) else ""


def _key_of(one: Listed) -> str:
    return one.name
