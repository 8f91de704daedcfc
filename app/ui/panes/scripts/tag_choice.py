"""The choice of a tag: the tree and what is found hold only what carries it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.services.wording import counted
from app.ui.kit import languages


class TagChoice(QComboBox):
    """``chosen(tag)``, "" for all. It is not there where no script carries a tag."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tags: Sequence[tuple[str, int]] = ()
        self._is_of_use = True
        self.activated.connect(self._say)
        self.retranslate()
        self.hide()

    def show_tags(self, tags: Sequence[tuple[str, int]], chosen: str) -> None:
        """Offer these tags, each with how many scripts carry it."""
        self._tags = tuple(tags)
        self._fill(chosen)
        self.offer(self._is_of_use)

    def offer(self, is_of_use: bool) -> None:
        """Be there where the tag changes what is listed, and some script carries one."""
        self._is_of_use = is_of_use
        self.setVisible(is_of_use and bool(self._tags))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Tag"))
        self.setToolTip(self.tr("Show only what carries this tag"))
        self._fill(str(self.currentData() or ""))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _fill(self, chosen: str) -> None:
        self.clear()
        self.addItem(self.tr("All tags"), "")
        for tag, count in self._tags:
            self.addItem(counted(tag, count, languages.current()), tag)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def _say(self) -> None:
        self.chosen.emit(str(self.currentData() or ""))
