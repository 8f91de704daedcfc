"""Who may do what: the permission table, a row for each right, a column for each role."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.models.rights import RIGHTS, Reach, Right, Role
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.settings.page import Page

_TONES = {Reach.ANY: "accent", Reach.UNIT: "warning", Reach.OWN: ""}


class RightsTable(LazyTableModel):
    """The rights in the order of their table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), self._page, _key_of, page=len(RIGHTS) + 1, parent=parent)

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Right]:
        return RIGHTS if after is None else ()


class RightsPage(Page):
    """For administrators: to read, not to change; the table ships with the program."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("rights", jobs, parent)
        self.model = RightsTable(self)
        self.view = TableView(self.model, name="settings.rights_list", parent=self)
        self.body.addWidget(self.view, 1)
        self.retranslate()

    def refresh(self) -> None:
        """Show the table in the language of the window."""
        self.model.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Rights"),
            self.tr(
                "What each role may do, and how far: “own” is one's own records and nobody's, “own and unit” also "
                "those of one's unit, “all” everybody's. Several roles add up. The program checks every step by this."
            ),
        )
        self.view.setAccessibleName(self.tr("Rights by role"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language: the cells are words, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.model.reload()


class _Reaches:
    """Says how far one role's rights reach."""

    def __init__(self, role: Role) -> None:
        self._role = role

    def text(self, right: Right) -> str:
        """Return the words of a cell, "" where the role may not."""
        reach = right.reaches.get(self._role)
        return wording.label("reach", reach.value, languages.current()) if reach else ""

    def tone(self, right: Right) -> str:
        """Return the color of a cell."""
        reach = right.reaches.get(self._role)
        return _TONES[reach] if reach else ""


def _columns() -> tuple[Column, ...]:
    headers = {
        Role.OPERATOR: QT_TRANSLATE_NOOP("tables", "Operator"),
        Role.SUPERVISOR: QT_TRANSLATE_NOOP("tables", "Supervisor"),
        Role.TRAINER: QT_TRANSLATE_NOOP("tables", "Trainer"),
        Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("tables", "Administrator"),
    }
    said = {role: _Reaches(role) for role in Role}
    return (
        Column("permission", QT_TRANSLATE_NOOP("tables", "Right"), 0, show=_permission, sortable=False),
        *(
            Column(role.value, headers[role], 130, "chip", show=said[role].text, tone=said[role].tone, sortable=False)
            for role in Role
        ),
    )


def _permission(right: Right) -> str:
    return wording.label("permission", right.permission.value, languages.current())


def _key_of(right: Right) -> str:
    return right.permission.value
