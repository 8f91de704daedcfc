"""Setting what counts in an appraisal: the weight of each part, days of practice, from which day on, and why."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.models.appraisals import AppraisalPart, Formula
from app.models.errors import FieldWrong
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form

_SUM = QT_TRANSLATE_NOOP("forms", "The weights make 100 together")
FIELDS = (
    Field("exams", "number", QT_TRANSLATE_NOOP("forms", "Exams (%)"), required=True, help=_SUM),
    Field("quality", "number", QT_TRANSLATE_NOOP("forms", "Quality (%)"), required=True),
    Field("practice", "number", QT_TRANSLATE_NOOP("forms", "Practice (%)"), required=True),
    Field(
        "contest", "number", QT_TRANSLATE_NOOP("forms", "Contest (%)"), required=True,
        help=QT_TRANSLATE_NOOP("forms", "0: the contest stays out of appraisals"),
    ),
    Field("days", "number", QT_TRANSLATE_NOOP("forms", "Days of practice in a quarter"), required=True),
    Field("from_on", "date", QT_TRANSLATE_NOOP("forms", "Counts from"), required=True),
    Field("reason", "text", QT_TRANSLATE_NOOP("forms", "Why"), required=True, span=3, max_length=300),
)  # fmt: skip
_COLUMNS = 3


class AppraisalForm(Card):
    """``wanted(Formula)`` when it is to be set, ``left()`` without."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("training.appraisal_new")
        self._clock = clock
        self.form = self._made(ZoneInfo("UTC"))
        self.retranslate()

    def ask(self, formula: Formula, today: date, zone: ZoneInfo) -> None:
        """Ask for another formula, beginning with the one that counts; days are said as in ``zone``."""
        self.body.removeWidget(self.form)
        self.form.deleteLater()
        self.form = self._made(zone)
        weights = {part.value: formula.weight(part) for part in AppraisalPart}
        self.form.set_values({**weights, "days": formula.practice_days, "from_on": today})
        self.form.focus("exams")

    def save(self) -> None:
        """Say what is to be set, or what is missing beside its field."""
        form = self.form
        if form.problems():
            return
        form.clear_errors()
        missing = form.missing()
        for name in missing:
            form.set_error(name, self.tr("This is needed."))
        if missing:
            form.focus(missing[0])
            return
        weights = {part: int(form.value(part.value)) for part in AppraisalPart}
        self.wanted.emit(Formula(weights, int(form.value("days")), form.value("from_on"), form.value("reason")))

    def refuse(self, error: FieldWrong) -> bool:
        """Say what is wrong beside its field; False where there is no such field."""
        name = str(error.facts.get("field", ""))
        if name not in self.form.names():
            return False
        self.form.set_error(name, wording.told(error, languages.current()))
        self.form.focus(name)
        return True

    def _made(self, zone: ZoneInfo) -> Form:
        made = Form(FIELDS, name="training.appraisal_form", clock=self._clock, zone=zone, columns=_COLUMNS, parent=self)
        self.body.addWidget(made)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("What counts from a day on; what was set before stays in the list"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
