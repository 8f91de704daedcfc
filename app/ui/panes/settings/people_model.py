"""The accounts as a table model: all of them on one page."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import UTC, timedelta, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from app.models.accounts import Person
from app.models.languages import CODES
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList


class PeopleTable(WholeList):
    """People as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._zone: tzinfo = UTC
        super().__init__(self._columns(), _key_of, parent)

    def show_people(self, people: Sequence[Person], zone: tzinfo = UTC) -> None:
        """Show these people, those who can sign in first; days are those of the center."""
        self._zone = zone
        self.show_lines(sorted(people, key=_disabled_last))

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody, as shown."""
        return self.lines

    def place_of(self, person: bytes) -> int | None:
        """Return the row in which a person stands, or None."""
        return next((place for place, one in enumerate(self.lines) if one.id == person), None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("display", QT_TRANSLATE_NOOP("tables", "Person"), 138, sortable=False),
            Column("name", QT_TRANSLATE_NOOP("tables", "Signs in as"), 100, sortable=False),
            Column("roles", QT_TRANSLATE_NOOP("tables", "Roles"), 0, show=_roles, sortable=False),
            Column("unit", QT_TRANSLATE_NOOP("tables", "Unit"), 80, sortable=False),
            Column("language", QT_TRANSLATE_NOOP("tables", "Language"), 80, show=_language, sortable=False),
            Column("speaks", QT_TRANSLATE_NOOP("tables", "Speaks"), 100, show=_speaks, sortable=False),
            Column(
                "state", QT_TRANSLATE_NOOP("tables", "State"), 160, "chip", show=self._state, tone=_tone, sortable=False
            ),
        )

    def _state(self, person: Person) -> str:
        if person.disabled_at is not None:
            told = QCoreApplication.translate("PeopleTable", "Closed on {day}")
            return told.format(day=person.disabled_at.astimezone(self._zone).date().isoformat())
        if person.leaves_at is not None:
            told = QCoreApplication.translate("PeopleTable", "Last day {day}")
            last = person.leaves_at.astimezone(self._zone) - timedelta(days=1)
            return told.format(day=last.date().isoformat())
        return QCoreApplication.translate("PeopleTable", "Can sign in")


def _disabled_last(person: Person) -> tuple[bool, str]:
    return person.disabled_at is not None, person.name


def _key_of(person: Person) -> bytes:
    return person.id


def _roles(person: Person) -> str:
    return " · ".join(wording.label("role", role.value, languages.current()) for role in person.roles)


def _language(person: Person) -> str:
    return languages.LANGUAGES.get(person.language or "", "")


def _speaks(person: Person) -> str:
    current = languages.current()
    spoken = (wording.label("language", one, current) if one in CODES else one for one in person.speaks)
    return wording.names_in_a_row(spoken, current)


def _tone(person: Person) -> str:
    if person.disabled_at is not None:
        return ""
    return "warning" if person.leaves_at is not None else "accent"
