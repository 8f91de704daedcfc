"""Says above the line's questions that they are not the newest ones, or that there are none, why, and what to do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.models.forms import FormTooNew
from app.ui.panes.intake.asking import Desk


class FormNote(QLabel):
    """It stays as long as it is true: an operator who wonders where a question is reads it where that would stand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.line.note")
        self.setProperty("type", "caution")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._desk = desk
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.setText(self._asked() if self._desk.form else self._missing())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _asked(self) -> str:
        """Return why a former version is asked."""
        newer, why = self._desk.passed_over or (0, None)
        used = self._desk.form.version if self._desk.form else 0
        if isinstance(why, FormTooNew):
            text = self.tr(
                "Version {newer} of this form was made with a newer OneWindow and cannot be shown here; these are the "
                "questions of version {used}. Nothing is lost. OneWindow has to be updated on this computer."
            )
        else:
            text = self.tr(
                "Version {newer} of this form is faulty and cannot be shown; these are the questions of version "
                "{used}. Nothing is lost. Tell an administrator: Settings › Center says what is wrong."
            )
        return text.format(newer=newer, used=used)

    def _missing(self) -> str:
        """Return why nothing is asked."""
        why = self._desk.passed_over[1] if self._desk.passed_over else None
        if why is None:
            text = self.tr(
                "This computer does not have the questions of this line (form {form}); everything else is taken and "
                "saved as usual. Sync; if they do not come, OneWindow has to be updated on this computer."
            )
        elif isinstance(why, FormTooNew):
            text = self.tr(
                "The questions of this line (form {form}) were made with a newer OneWindow and cannot be shown here; "
                "everything else is taken and saved as usual. OneWindow has to be updated on this computer."
            )
        else:
            text = self.tr(
                "The questions of this line (form {form}) are faulty and cannot be shown; everything else is taken and "
                "saved as usual. Tell an administrator: Settings › Center says what is wrong."
            )
        return text.format(form=self._desk.settings.form)
