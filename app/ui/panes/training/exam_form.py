"""Setting an exam: name, window, time, what passing takes, and how many questions of each topic."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.errors import FieldWrong
from app.models.exams import BlueprintLine, PassRule, Stock
from app.services import wording
from app.services.exams import NewExam
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.count_box import CountBox
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.panes.training import presenting_desk
from app.ui.panes.training.blueprint_lines import BlueprintLines

FIELDS = (
    Field("name", "text", QT_TRANSLATE_NOOP("forms", "Name"), required=True, span=2),
    Field("opens_at", "datetime", QT_TRANSLATE_NOOP("forms", "Opens"), required=True),
    Field("closes_at", "datetime", QT_TRANSLATE_NOOP("forms", "Closes"), required=True),
    Field("minutes", "number", QT_TRANSLATE_NOOP("forms", "Minutes"), required=True),
    Field("share", "number", QT_TRANSLATE_NOOP("forms", "Passing takes (%)"), required=True),
    Field(
        "extra", "text", QT_TRANSLATE_NOOP("forms", "More time"),
        help=QT_TRANSLATE_NOOP("forms", "Account and factor, as wang=1.5"),
    ),
)  # fmt: skip
_USUAL = {"minutes": 30, "share": 80}
_OPEN_DAYS, _COUNT = 5, 20


class ExamForm(Card):
    """``wanted(NewExam, extra)`` when it is to be set, ``proposing(count)`` when lines are asked for, ``left()``."""

    wanted = Signal(object, object)
    proposing = Signal(int)
    left = Signal()
    refused = Signal(object)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._clock = clock
        self._form: Form | None = None
        self._build()
        self._connect()
        self.retranslate()

    def ask(self, stock: Stock, names: Mapping[str, str], zone: tzinfo) -> None:
        """Ask for an exam; ``stock`` is what the bank holds."""
        if self._form is not None:
            self._holder.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = Form(FIELDS, name="training.exam_form", clock=self._clock, zone=zone, columns=2, parent=self)
        self._holder.addWidget(self._form)
        now = self._clock()
        opens = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        self._form.set_values({**_USUAL, "opens_at": opens, "closes_at": opens + timedelta(days=_OPEN_DAYS)})
        self.lines.ask(stock, names)
        self._form.show()  # at once, so that it can have the keyboard
        self._form.focus("name")

    def take_focus(self) -> None:
        """Put the cursor back where it was in the form."""
        (self.focusWidget() or self.count).setFocus()

    def show_lines(self, lines: Sequence[BlueprintLine]) -> None:
        """Fill a proposed blueprint in."""
        self.lines.show_lines(lines)

    def save(self) -> None:
        """Say what is to be set, or what is missing beside its field."""
        form = self._form
        if form is None or form.problems():
            return
        form.clear_errors()
        missing = form.missing()
        for name in missing:
            form.set_error(name, self.tr("This is needed."))
        if missing:
            form.focus(missing[0])
            return
        try:
            self.wanted.emit(self._new(form), presenting_desk.ratings(form.value("extra"), "extra"))
        except FieldWrong as error:
            self.refuse(error)

    def refuse(self, error: FieldWrong) -> bool:
        """Say what is wrong beside its field; False where there is no such field."""
        name = str(error.facts.get("field", ""))
        if self._form is None or name not in self._form.names():
            return False
        self._form.set_error(name, wording.told(error, languages.current()))
        self._form.focus(name)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("New exam for every operator"))
        self.count.setAccessibleName(self.tr("Questions in all"))
        self._propose.setText(self.tr("Propose: demand 50 %, weak 30 %, changed 20 %"))
        self._propose.setAccessibleName(self._propose.text())
        self._say_total()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _new(self, form: Form) -> NewExam:
        rule = PassRule(form.value("share") / 100)
        return NewExam(
            form.value("name"), self.lines.lines(), form.value("opens_at"), form.value("closes_at"),
            int(form.value("minutes")), rule,
        )  # fmt: skip

    def _build(self) -> None:
        self.setObjectName("training.exam_new")
        pad = theme.of_app().px("pad")
        row = QHBoxLayout()
        self.body.addLayout(row, 1)
        row.setSpacing(2 * pad)
        self._holder = QHBoxLayout()
        row.addLayout(self._holder, 4)
        side = QGridLayout()
        row.addLayout(side, 5)
        side.setSpacing(pad)
        self._total = QLabel(self)
        self.count = CountBox(self)
        self.count.setObjectName("training.exam_form.count")
        self.count.setRange(1, 200)
        self.count.setValue(_COUNT)
        self._propose = QPushButton(self)
        self._propose.setObjectName("training.exam_form.propose")
        self.lines = BlueprintLines(self)
        side.addWidget(self.count, 0, 0)
        side.addWidget(self._propose, 0, 1)
        side.addWidget(self.lines, 1, 0, 1, 2)
        side.addWidget(self._total, 2, 0, 1, 2)
        side.setColumnStretch(1, 1)
        side.setRowStretch(1, 1)

    def _connect(self) -> None:
        self._propose.clicked.connect(self._ask_lines)
        self.lines.changed.connect(self._say_total)

    def _ask_lines(self) -> None:
        self.proposing.emit(self.count.value())

    def _say_total(self) -> None:
        total = sum(one.count for one in self.lines.lines())
        self._total.setText(self.tr("{count} questions in all; two parallel forms are drawn").format(count=total))
