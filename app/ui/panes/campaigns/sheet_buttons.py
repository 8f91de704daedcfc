"""What can be done with sheets: begin one, go on with one that was left, go back in it, put its mode right, end it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.interview_records import SurveyMode
from app.services import wording
from app.ui.kit import languages, theme


class SheetButtons(QWidget):
    """The buttons under a sheet; only those of what is open now are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._other = 0, SurveyMode.PAPER
        self.start, self.go_on, self.back, self.mode, self.done = (QPushButton(self) for _ in range(5))
        self.start.setProperty("tone", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("pad"))
        names = {"begin": self.start, "resume": self.go_on, "back": self.back, "mode": self.mode, "end": self.done}
        for name, button in names.items():
            button.setObjectName(f"campaigns.sheet.{name}")
            row.addWidget(button)
        row.addStretch(1)
        self.back.setToolTip("Ctrl+Up")
        self.retranslate()

    def offer(self, *, begun: bool, left: int, other: SurveyMode, may_go_back: bool) -> None:
        """Offer what is open: ``left`` sheets were left half-way, ``other`` is the mode that a sheet may be of too."""
        self._left, self._other = left, other
        self.start.setVisible(not begun)
        self.go_on.setVisible(not begun and left > 0)
        for button in (self.back, self.mode, self.done):
            button.setVisible(begun)
        self.back.setEnabled(may_go_back)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        other = wording.label("survey_mode", self._other.value, languages.current())
        texts = {
            self.start: self.tr("Begin a sheet"),
            self.go_on: self.tr("Go on with a sheet ({count} left)").format(count=self._left),
            self.back: self.tr("Back"),
            self.mode: self.tr("It was: {mode}").format(mode=other),
            self.done: self.tr("End the sheet"),
        }
        for button, text in texts.items():
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
