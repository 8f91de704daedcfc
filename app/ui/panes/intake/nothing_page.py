"""What stands where answers would: that none was found, none fits yet, or how to look for one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.panes.intake.no_fit import NoFit
from app.ui.panes.intake.still_state import StillState


class NothingPage(QWidget):
    """``own_knowledge()`` when the caller is answered without an approved answer."""

    own_knowledge = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none_found = NoFit(self, name="intake.say.none_found")
        self.none_found.hide_title()
        self.none_found.hide()
        self.none_found.own_knowledge.connect(self.own_knowledge)
        self.empty = StillState("intake.say.empty", "scripts", self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.none_found)
        column.addStretch(2)

    def say(self, *, asked: bool, begun: bool) -> None:
        """Say it for a search that found nothing, a contact that has been ``begun``, or an empty one."""
        self.none_found.setVisible(asked)
        title = self.tr("The approved answers")
        says = self.tr("Type a few characters, pinyin or letters. Fitting ones appear here by themselves.")
        if asked:
            title, says = self.tr("No approved answer found"), self.tr("Try another word.")
        elif begun:
            title, says = self.tr("No approved answer fits yet"), self.tr("F3 searches: characters, pinyin or letters.")
        self.empty.show_text(title, says)
