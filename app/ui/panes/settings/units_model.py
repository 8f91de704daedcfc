"""The units as a table model: all of them on one page, narrowed by what is typed."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from app.models.units import Unit
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings import unit_words

#: In which order columns give way where the list is narrow.
GIVE_WAY = ("leader", "on_system", "handles", "contact_person", "kind", "area", "name_en")


class UnitTable(WholeList):
    """Units as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._units: tuple[Unit, ...] = ()
        self._typed = ""
        super().__init__(self._columns(), _key_of, parent)

    def show_units(self, units: Sequence[Unit]) -> None:
        """Show these units."""
        self._units = tuple(units)
        self.show_lines(self.shown())

    def narrow(self, typed: str) -> None:
        """Show only units with this text in one of their fields."""
        self._typed = " ".join(typed.lower().split())
        self.show_lines(self.shown())

    def shown(self) -> tuple[Unit, ...]:
        """Return the units that fit what was typed."""
        return tuple(one for one in self._units if self._typed in _words_of(one))

    def place_of(self, code: str) -> int | None:
        """Return the row in which a unit stands, or None."""
        return next((place for place, one in enumerate(self.shown()) if one.code == code), None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("code", QT_TRANSLATE_NOOP("tables", "Code"), 80, sortable=False),
            Column("name", QT_TRANSLATE_NOOP("tables", "Name"), 0, sortable=False),
            Column("name_en", QT_TRANSLATE_NOOP("tables", "English name"), 0, sortable=False),
            Column("kind", QT_TRANSLATE_NOOP("tables", "Kind"), 116, show=_kind, sortable=False),
            Column("area", QT_TRANSLATE_NOOP("tables", "Area"), 104, sortable=False),
            Column("phone", QT_TRANSLATE_NOOP("tables", "Telephone"), 132, sortable=False),
            Column("contact_person", QT_TRANSLATE_NOOP("tables", "Contact person"), 112, sortable=False),
            Column("leader", QT_TRANSLATE_NOOP("tables", "Responsible leader"), 128, sortable=False),
            Column("handles", QT_TRANSLATE_NOOP("tables", "Handles"), 140, sortable=False),
            Column("on_system", QT_TRANSLATE_NOOP("tables", "Served by"), 112, show=_served, sortable=False),
            Column(
                "active", QT_TRANSLATE_NOOP("tables", "State"), 104, "chip", show=_state, tone=_tone, sortable=False
            ),
        )


def _words_of(unit: Unit) -> str:
    names = (unit.code, unit.name, unit.name_en, unit.kind, unit.area, unit.contact_person, unit.handles, unit.leader)
    kind = unit_words.kind(unit.kind, languages.current())
    fields = (*names, kind, unit.phone, unit.email, unit.wechat, unit.address)
    return " ".join(text for text in fields if text).lower()


def _key_of(unit: Unit) -> str:
    return unit.code


def _kind(unit: Unit) -> str:
    return unit_words.kind(unit.kind, languages.current())


def _served(unit: Unit) -> str:
    if unit.on_system:
        return QCoreApplication.translate("UnitTable", "The system")
    return QCoreApplication.translate("UnitTable", "Dispatch notes")


def _state(unit: Unit) -> str:
    if unit.active:
        return QCoreApplication.translate("UnitTable", "Active")
    return QCoreApplication.translate("UnitTable", "Inactive")


def _tone(unit: Unit) -> str:
    return "accent" if unit.active else ""
