"""What a step must be told, asked in place: a card under the buttons, never a box over the window."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.models.errors import FieldWrong
from app.services import wording
from app.ui.kit import theme
from app.ui.kit.cards import Card
from app.ui.kit.clear_scroll import ClearScroll
from app.ui.kit.fields import Field, Option, Values
from app.ui.kit.forms import Form
from app.ui.kit.labels import KeyHint
from app.ui.kit.type_ahead import Suggestion
from app.ui.parts.unit_advice import UnitAdvice

Suggest = Callable[[str], Sequence[Suggestion]]

_LABELS = {
    "answer": QT_TRANSLATE_NOOP("forms", "What was answered"),
    "note": QT_TRANSLATE_NOOP("forms", "Note"),
    "reason": QT_TRANSLATE_NOOP("forms", "Reason"),
    "why_changed": QT_TRANSLATE_NOOP("forms", "Why is it changed?"),
    "why_dated": QT_TRANSLATE_NOOP("forms", "Why another due time?"),
    "due_at": QT_TRANSLATE_NOOP("forms", "Due"),
    "call_at": QT_TRANSLATE_NOOP("forms", "Call again at"),
    "days": QT_TRANSLATE_NOOP("forms", "Days"),
    "basis": QT_TRANSLATE_NOOP("forms", "Legal basis"),
    "told_at": QT_TRANSLATE_NOOP("forms", "Caller told at"),
    "unit": QT_TRANSLATE_NOOP("forms", "Unit"),
    "sent_to": QT_TRANSLATE_NOOP("forms", "Where they go"),
    "person": QT_TRANSLATE_NOOP("forms", "To whom"),
    "into": QT_TRANSLATE_NOOP("forms", "Which one stays"),
    "lead": QT_TRANSLATE_NOOP("forms", "Which one leads"),
    "center": QT_TRANSLATE_NOOP("forms", "Which center"),
    "passed": QT_TRANSLATE_NOOP("forms", "What is passed on"),
    "title": QT_TRANSLATE_NOOP("forms", "What the incident is called"),
    "category": QT_TRANSLATE_NOOP("forms", "Category"),
    "area": QT_TRANSLATE_NOOP("forms", "Area"),
    "urgency": QT_TRANSLATE_NOOP("forms", "Urgency"),
    "summary": QT_TRANSLATE_NOOP("forms", "Summary"),
    "details": QT_TRANSLATE_NOOP("forms", "Details"),
    "sent_summary": QT_TRANSLATE_NOOP("forms", "Summary as the other center reads it"),
    "override": QT_TRANSLATE_NOOP("forms", "Why not the suggested unit?"),
    "override_note": QT_TRANSLATE_NOOP("forms", "In words"),
    "moved_for": QT_TRANSLATE_NOOP("forms", "Why is it moved?"),
}
_TIME_PLACE = QT_TRANSLATE_NOOP("forms", "tomorrow 16:30, in 2 h, Fri 9:00")
_LEAST_WIDTH, _LEAST_HEIGHT = 240, 64
_KINDS = {
    "note": "long_text",
    "details": "long_text",
    "due_at": "datetime",
    "call_at": "datetime",
    "told_at": "datetime",
    "days": "number",
    "unit": "category",
    "category": "category",
    "urgency": "choice",
    "person": "choice",
    "into": "choice",
    "lead": "choice",
    "center": "choice",
    "passed": "choice",
    "override": "choice",
    "sent_to": "choice",
    "moved_for": "choice",
}


class StepForm(Card):
    """Asks for the fields of one step. ``accepted(step id, values)`` on Save or Ctrl+Enter, ``left()`` on Cancel.

    ``asking(bool)`` when it comes and goes, ``edited(field, value)`` at each edit. ``more`` goes with the answers.

    ``values`` holds texts, codes and aware UTC times by field; an empty answer is None.
    """

    accepted = Signal(str, object)
    left = Signal()
    asking = Signal(bool)
    edited = Signal(str, object)

    def __init__(self, name: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._clock = clock
        self._step = ""
        self._required: tuple[str, ...] = ()
        self._form: Form | None = None
        self.more: dict[str, Any] = {}
        self._build()
        self.retranslate()
        self.hide()

    @property
    def step(self) -> str:
        """The step that is asked for now, "" for none."""
        return self._step

    @property
    def form(self) -> Form:
        """The form on the screen. Raises RuntimeError while nothing is asked."""
        if self._form is None:
            raise RuntimeError("no step is asked for")
        return self._form

    def ask(self, step: str, title: str, fields: Sequence[Field], *, values: Mapping[str, Any], zone: tzinfo) -> None:
        """Ask for these fields, the first empty required one with the cursor in it."""
        self.close_form()
        self._step = step
        self._required = tuple(field.name for field in fields if field.required)
        columns = 2 if any(field.span == 2 for field in fields) else 1
        form = Form(
            fields, name=f"{self.objectName()}.form", clock=self._clock, zone=zone, columns=columns, parent=self
        )
        self._form = form
        form.changed.connect(self.edited)
        self._fields.column.insertWidget(0, form)
        form.set_values(values)
        self.set_title(title)
        self.save.setEnabled(True)
        self.show()
        self.asking.emit(True)
        empty = form.missing()
        self._go_to(empty[0] if empty else fields[0].name)

    def close_form(self) -> None:
        """Take the form away."""
        if self._form is not None:
            self._fields.column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._step = ""
        self.hide()
        self.asking.emit(False)

    def put(self, name: str, value: object) -> None:
        """Fill one field in, as if a person had."""
        self.form.set_values({name: value}, clear=False)
        self.edited.emit(name, self.form.value(name))

    def refuse(self, error: FieldWrong, language: str) -> bool:
        """Show what the service found wrong beside its field; False where the form has no such field."""
        self.save.setEnabled(True)
        field = str(error.facts.get("field", ""))
        if self._form is None or field not in self._form.names():
            return False
        self._form.set_error(field, wording.told(error, language))
        self._go_to(field)
        return True

    def release(self) -> None:
        """Let Save be pressed again after a refusal that has no field."""
        self.save.setEnabled(True)

    def submit(self) -> None:
        """Hand the answers over if every required one is there and can be read."""
        if self._form is None or not self.save.isEnabled():
            return
        wrong = list(self._form.problems())
        missing = self._form.missing(self._required)
        for name in missing:
            self._form.set_error(name, self.tr("This is needed"))
        if wrong or missing:
            self._go_to((missing or wrong)[0])
            return
        self.save.setEnabled(False)
        values = {name: value if value not in ("", ()) else None for name, value in self._form.values().items()}
        self.accepted.emit(self._step, {**values, **self.more})

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        for button in (self.save, self.cancel):
            button.setAccessibleName(button.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _go_to(self, name: str) -> None:
        self.form.focus(name)
        self._fields.ensureWidgetVisible(self.form.editor(name), 0, theme.of_app().px("gap"))

    def _build(self) -> None:
        self._fields = FieldsArea(self)
        self.body.addWidget(self._fields)
        self.save = QPushButton(self)
        self.save.setObjectName(f"{self.objectName()}.save")
        self.save.setProperty("tone", "primary")
        self.cancel = QPushButton(self)
        self.cancel.setObjectName(f"{self.objectName()}.cancel")
        self.cancel.setProperty("tone", "quiet")
        self.advice = UnitAdvice(f"{self.objectName()}.advice", "Alt+T", self)
        self.advice.hide()
        self._fields.column.addWidget(self.advice)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        line.addWidget(self.save)
        line.addWidget(KeyHint("Ctrl+Return", self))
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(KeyHint("Esc", self))
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)


class FieldsArea(ClearScroll):
    """Holds the fields of a step: as high as they are where there is room, else scrolled; Save stays in sight below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget(self)
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.hold(self._inside)
        self.setFrameShape(ClearScroll.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Return the size of the fields."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for one field."""
        return QSize(_LEAST_WIDTH, min(_LEAST_HEIGHT, self._inside.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the fields when an error under one makes them higher."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def field(
    name: str,
    *,
    required: bool = False,
    label: str = "",
    options: Sequence[Option] = (),
    suggest: Suggest | None = None,
    visible_when: Callable[[Values], bool] | None = None,
) -> Field:
    """Return the field of a step by its name; ``label`` is the name of another label."""
    kind = _KINDS.get(name, "text")
    return Field(
        name,
        kind,
        _LABELS[label or name],
        required=required,
        options=options,
        suggest=suggest,
        visible_when=visible_when,
        placeholder=_TIME_PLACE if kind == "datetime" else "",
        ahead=name in ("due_at", "call_at"),
        span=1 if kind in ("datetime", "choice", "category", "number") or name in ("area", "basis") else 2,
    )


def options_of(kind: str, *codes: str) -> tuple[Option, ...]:
    """Return the options of a label set in every language; only ``codes`` where some are named."""
    words = {language: wording.labels(kind, language) for language in wording.LANGUAGES}
    wanted = codes or tuple(words[wording.LANGUAGES[0]])
    return tuple(Option(code, {language: words[language][code] for language in words}) for code in wanted)
