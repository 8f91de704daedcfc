"""The SLA policies as a table model: all of them on one page."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services.policies import Listed
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings.policy_words import PolicyWords


class PolicyTable(WholeList):
    """Policies as they were last asked for."""

    def __init__(self, words: PolicyWords, parent: QObject | None = None) -> None:
        self._words = words
        self._today = date(2000, 1, 1)
        super().__init__(self._columns(), _key_of, parent)

    def show_listed(self, policies: Sequence[Listed], today: date) -> None:
        """Show these policies as seen from a day."""
        self._today = today
        self.show_lines(policies)

    def place_of(self, name: str) -> int | None:
        """Return the row in which a policy stands, or None."""
        return next((place for place, one in enumerate(self.lines) if one.name == name), None)

    def _columns(self) -> tuple[Column, ...]:
        texts = (
            ("name", QT_TRANSLATE_NOOP("tables", "Policy"), 168, self._name),
            ("conditions", QT_TRANSLATE_NOOP("tables", "For"), 168, self._conditions),
            ("targets", QT_TRANSLATE_NOOP("tables", "Promises"), 0, self._targets),
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
        return self._words.name(one.policy)

    def _conditions(self, one: Listed) -> str:
        return self._words.conditions(one.policy)

    def _targets(self, one: Listed) -> str:
        return self._words.targets(one.policy)

    def _calendar(self, one: Listed) -> str:
        return self._words.calendar(one.policy)

    def _validity(self, one: Listed) -> str:
        return self._words.validity(one, self._today)

    def _tone(self, one: Listed) -> str:
        return "accent" if one.policy.holds_on(self._today) else ""


def _key_of(one: Listed) -> str:
    return one.name
