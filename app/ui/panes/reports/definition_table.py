"""The definitions of KPIs as a table: the newest version of each, and whether it holds."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.services import kpi_words, wording
from app.services.kpis import Defined
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList


class DefinitionTable(WholeList):
    """One line for each KPI."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), _name, parent)

    def show_defined(self, defined: Sequence[Defined]) -> None:
        """Show these."""
        self.show_lines(defined)

    def place_of(self, name: str) -> int:
        """Return the row in which a KPI stands; the first for none."""
        return next((place for place, one in enumerate(self.lines) if one.kpi.id == name), 0)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", QT_TRANSLATE_NOOP("tables", "KPI"), 0, show=_title, sortable=False),
            Column("subject", QT_TRANSLATE_NOOP("tables", "Subject"), 104, show=_subject, sortable=False),
            Column("target", QT_TRANSLATE_NOOP("tables", "Target"), 136, show=_target, sortable=False),
            Column("validity", QT_TRANSLATE_NOOP("tables", "Holds until"), 96, show=_until, sortable=False),
            Column("version", QT_TRANSLATE_NOOP("tables", "Version"), 72, "number", show=_version, sortable=False),
        )


def _name(one: Defined) -> str:
    return one.kpi.id


def _title(one: Defined) -> str:
    return one.kpi.title.for_language(languages.current())


def _subject(one: Defined) -> str:
    return wording.label("subject", one.kpi.subject.value, languages.current())


def _target(one: Defined) -> str:
    return kpi_words.goal(one.kpi, languages.current()) or "–"


def _until(one: Defined) -> str:
    return one.kpi.until_on.isoformat() if one.kpi.until_on else "–"


def _version(one: Defined) -> str:
    return str(one.history[0].number or "–")
