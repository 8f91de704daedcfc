"""What stands where answers would: that none was found, none fits yet, or how to look for one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.panes.intake.no_fit import NoFit
from app.ui.panes.intake.still_state import StillState


class NothingPage(QWidget):
    """``own_knowledge()`` when the caller is answered without an approved answer; what offers that is made with the
    first search that found none.
    """

    own_knowledge = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none: NoFit | None = None
        self.empty = StillState("intake.say.empty", "scripts", self)
        column = self._column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, *, asked: bool, begun: bool) -> None:
        """Say it for a search that found nothing, a contact that has been ``begun``, or an empty one."""
        if asked and self._none is None:
            self._none = NoFit(self, name="intake.say.none_found")
            self._none.hide_title()
            self._none.own_knowledge.connect(self.own_knowledge)
            self._column.insertWidget(self._column.count() - 1, self._none)
        if self._none is not None:
            self._none.setVisible(asked)
        title = self.tr("The approved answers")
        says = self.tr("Type a few characters, pinyin or letters. Fitting ones appear here by themselves.")
        if asked:
            title, says = self.tr("No approved answer found"), self.tr("Try another word.")
        elif begun:
            title, says = self.tr("No approved answer fits yet"), self.tr("F3 searches: characters, pinyin or letters.")
        self.empty.show_text(title, says)
