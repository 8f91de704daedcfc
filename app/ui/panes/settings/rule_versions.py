"""The versions of a table of rules: what is worked on, what is in force, and what was before."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.services.routing_rules import Board, Version
from app.ui.kit import languages
from app.ui.kit.presenting_time import day


class VersionChoice(QComboBox):
    """``wanted(number)`` when a person chooses a version to look at, 0 for the one that is worked on."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.rule_versions")
        self._board: Board | None = None
        self.activated.connect(self._choose)
        self.retranslate()

    def show_board(self, board: Board) -> None:
        """Offer the versions of a table; none while there is nothing but the newest."""
        self._board = board
        self.clear()
        self.addItem(self.tr("As worked on"), 0)
        in_force = board.standing.published.number
        for one in board.versions:
            self.addItem(self._named(one, board, in_force=one.table.number == in_force), one.table.number)
        self.setCurrentIndex(max(self.findData(board.shown), 0))
        self.setVisible(len(board.versions) > 1)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Version of the table"))
        if self._board is not None:
            self.show_board(self._board)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self, place: int) -> None:
        self.wanted.emit(int(self.itemData(place)))

    def _named(self, one: Version, board: Board, *, in_force: bool) -> str:
        parts = [self.tr("Version {number}").format(number=one.table.number)]
        if in_force:
            parts.append(self.tr("in force"))
        elif one.published:
            parts.append(self.tr("was in force"))
        if one.at is not None:
            parts.append(day(one.at.date(), board.now.date(), languages.current()))
        return " · ".join([*parts, one.by] if one.by else parts)
