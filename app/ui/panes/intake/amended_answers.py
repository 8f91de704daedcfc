"""The answers of a past contact as they are corrected: what was answered on the line's form, with its own editors."""

from collections.abc import Mapping
from datetime import tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.forms import Form
from app.models.journal import Value
from app.ui.kit import languages
from app.ui.kit.form_row import FormRow
from app.ui.kit.line_editors import Clock
from app.ui.panes.intake.conversation_state import kept
from app.ui.panes.intake.question_row import question_row, say, show_kept


class AmendedAnswers(QWidget):
    """A row for each question that the contact answers, *not asked* among them; those of another contact take their
    place.
    """

    def __init__(self, *, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.amended")
        self._clock, self._zone = clock, zone
        self._rows: dict[str, FormRow] = {}
        self._former: dict[str, object] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_answers(self, form: Form | None, answers: Mapping[str, object]) -> None:
        """Show what was answered; nothing where the form's version is not known here."""
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        sections = form.sections if form else ()
        asked = [each for section in sections for each in section.fields if each.id in answers]
        self._rows = {
            each.id: question_row(each, f"intake.amended.{each.id}", self, clock=self._clock, zone=self._zone)
            for each in asked
        }
        for name, row in self._rows.items():
            show_kept(row, answers[name])
            self._former[name] = row.editor.value()
            self._column.addWidget(row)
            row.show()

    def has_problems(self) -> bool:
        """Say whether something stands there that cannot be saved, and show it beside its question."""
        problems = {row: row.problem() for row in self._rows.values()}
        for row, problem in problems.items():
            row.show_error(problem)
        return any(problems.values())

    def corrected(self) -> dict[str, Value]:
        """Return the answers that are others now, as ``answers.<question>``."""
        values = {name: row.editor.value() for name, row in self._rows.items()}
        return {f"answers.{name}": kept(value) for name, value in values.items() if value != self._former[name]}

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            for row in self._rows.values():
                say(row, languages.current())
        super().changeEvent(event)
