"""Choosing how to practice: everything mixed, key points, finding scripts, leading calls, or typed answers."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.models.drill_items import MODE_KINDS, DrillKind, DrillMode
from app.services import wording
from app.ui.kit import languages


class ModeChoice(QComboBox):
    """The modes of the drill in words; ``activated`` says that a person chose another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training.mode")
        for mode in DrillMode:
            self.addItem("", mode.value)
        self.retranslate()

    def kinds(self) -> frozenset[DrillKind]:
        """Return the kinds of questions that are wanted."""
        return MODE_KINDS[DrillMode(self.currentData())]

    def go_on(self) -> None:
        """Choose the next mode, from the last to the first, as a person who opens the list."""
        self.setCurrentIndex((self.currentIndex() + 1) % self.count())
        self.activated.emit(self.currentIndex())

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("How to practice"))
        for place, mode in enumerate(DrillMode):
            self.setItemText(place, wording.label("drill_mode", mode.value, languages.current()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
