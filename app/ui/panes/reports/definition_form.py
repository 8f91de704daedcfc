"""The question for a new version of a KPI: names, words, row sets, target and warning bound, validity."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.models.errors import AppError, FieldWrong
from app.models.kpis import Kpi
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.kit.forms import Form
from app.ui.kit.line_editors import Clock
from app.ui.panes.reports import definition_words as words


class DefinitionForm(QWidget):
    """``accepted(kpi)`` a person saves it, ``left()`` they do not."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kpi: Kpi | None = None
        self._build(clock)
        self._save.clicked.connect(self.accept)
        self._leave.clicked.connect(self.left)
        self.retranslate()

    def ask(self, kpi: Kpi, *, new: bool) -> None:
        """Ask for the next version of a KPI; ``new``: for another KPI that begins like it."""
        self._kpi = replace(kpi, id=f"{kpi.id}_2", from_on=None, until_on=None) if new else replace(kpi, from_on=None)
        self.form.set_values(words.values_of(self._kpi))
        self.form.editor("id").setEnabled(new)
        self.form.focus("id" if new else "target")

    def accept(self) -> None:
        """Take what is written."""
        if self._kpi is None:
            return
        wrong = list(self.form.problems())
        for name in () if wrong else self.form.missing():
            wrong.append(name)
            self.form.set_error(name, self.tr("Must be filled in"))
        if wrong:
            self._lead_to(wrong[0])
            return
        try:
            self.accepted.emit(words.kpi_of(self._kpi, self.form.values()))
        except FieldWrong as error:
            self.refuse(error)

    def refuse(self, error: AppError) -> bool:
        """Say what is wrong beside its field; False where it is about none."""
        field = str(error.facts.get("field", ""))
        if field not in self.form.names():
            return False
        self.form.set_error(field, wording.sentence(error, languages.current())[0])
        self._lead_to(field)
        return True

    def _lead_to(self, name: str) -> None:
        """Put the cursor into a field and the field into sight, its sentence below it too."""
        self.form.focus(name)
        self._scroll.ensureWidgetVisible(self.form.editor(name), 0, 48)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button, text in ((self._save, self.tr("Save as new version")), (self._leave, self.tr("Cancel"))):
            button.setText(text)
            button.setAccessibleName(text)

    def _build(self, clock: Clock) -> None:
        pad = theme.of_app().px("pad")
        holder = QWidget(self)
        self.form = Form(words.FIELDS, name="reports.definition", clock=clock, columns=2, parent=holder)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, pad, 0)
        inside.addWidget(self.form)
        inside.addStretch(1)
        scroll: Any = QScrollArea(self)
        self._scroll = scroll
        scroll.setObjectName("reports.definition_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(holder)
        self._save, self._leave = QPushButton(self), QPushButton(self)
        self._save.setObjectName("reports.definition_save")
        self._save.setProperty("tone", "primary")
        self._leave.setObjectName("reports.definition_leave")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(pad)
        row.addWidget(self._save)
        row.addWidget(self._leave)
        row.addStretch(1)
