"""Decides on an extension in place: days to approve, or the reason why not, and when the caller was told."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.errors import AppError, FieldWrong
from app.services import inquiry_steps, wording
from app.services.supervision import Item
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint

_FIELDS = {
    "days": ("number", QT_TRANSLATE_NOOP("forms", "Days")),
    "reason": ("text", QT_TRANSLATE_NOOP("forms", "Reason")),
    "told_at": ("datetime", QT_TRANSLATE_NOOP("forms", "Caller told at")),
    "note": ("text", QT_TRANSLATE_NOOP("forms", "Note")),
}
_ASKS = {"approve_extension": ("days", "told_at", "note"), "refuse_extension": ("reason", "told_at")}
_PLACE = QT_TRANSLATE_NOOP("forms", "tomorrow 16:30, in 2 h, Fri 9:00")


class DecideForm(Card):
    """``decided()`` after a commit, ``left()`` on Cancel, ``refused(error)`` for what concerns no field."""

    decided = Signal()
    left = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("supervision.decide")
        self._jobs, self._clock = jobs, clock
        self._step = ""
        self._item: Item | None = None
        self._build()
        self.retranslate()
        self.hide()

    @property
    def asking(self) -> bool:
        """Whether something is asked."""
        return bool(self._step)

    @property
    def form(self) -> Form:
        """The form of the step that is asked for."""
        return self._forms[self._step]

    def ask(self, step: str, item: Item, zone: tzinfo) -> None:
        """Ask what a decision must be told."""
        self._step, self._item = step, item
        for name, form in self._forms.items():
            form.setVisible(name == step)
        asked = item.asked.days if item.asked else None
        self.form.set_values({"days": asked} if step == "approve_extension" else {})
        self._save.setEnabled(True)
        self.retranslate()
        self.show()
        self.form.focus(_ASKS[step][0])

    def close_form(self) -> None:
        """Take the question away."""
        self._step, self._item = "", None
        self.hide()

    def submit(self) -> None:
        """Save the decision if all that it needs is there."""
        if self._item is None or not self._save.isEnabled():
            return
        missing = self.form.missing()
        for name in missing:
            self.form.set_error(name, self.tr("This is needed"))
        if missing or self.form.problems():
            return
        self._save.setEnabled(False)
        said: dict[str, Any] = {name: value for name, value in self.form.values().items() if value not in ("", None)}
        if "days" in said:
            said["days"] = round(said["days"])
        take = partial(inquiry_steps.take, inquiry=self._item.line.row.id, step=self._step, **said)
        self._jobs.do(take, done=self._done, failed=self._refuse, initiator=self)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._save.setText(self.tr("Save"))
        self._cancel.setText(self.tr("Cancel"))
        for button in (self._save, self._cancel):
            button.setAccessibleName(button.text())
        number = self._item.line.row.number if self._item else ""
        approve = self.tr("Approve the extension of {number}").format(number=number)
        refuse = self.tr("Refuse the extension of {number}").format(number=number)
        self.set_title({"approve_extension": approve, "refuse_extension": refuse}.get(self._step, ""))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._forms = {step: self._form(step, names) for step, names in _ASKS.items()}
        for form in self._forms.values():
            self.body.addWidget(form)
        self._save, self._cancel = QPushButton(self), QPushButton(self)
        self._save.setObjectName("supervision.decide.save")
        self._save.setProperty("tone", "primary")
        self._cancel.setObjectName("supervision.decide.cancel")
        self._cancel.setProperty("tone", "quiet")
        self._save.clicked.connect(self.submit)
        self._cancel.clicked.connect(self.left)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.addWidget(self._save)
        line.addWidget(KeyHint("Ctrl+Return", self))
        line.addStretch(1)
        line.addWidget(self._cancel)
        line.addWidget(KeyHint("Esc", self))

    def _form(self, step: str, names: tuple[str, ...]) -> Form:
        fields = [
            Field(
                name,
                _FIELDS[name][0],
                _FIELDS[name][1],
                required=place == 0,
                placeholder=_PLACE if name == "told_at" else "",
            )
            for place, name in enumerate(names)
        ]
        return Form(fields, name=f"supervision.{step}", clock=self._clock, columns=len(fields), parent=self)

    def _done(self, _nothing: object) -> None:
        self.close_form()
        self.decided.emit()

    def _refuse(self, error: AppError) -> None:
        self._save.setEnabled(True)
        field = str(error.facts.get("field", "")) if isinstance(error, FieldWrong) else ""
        if self.asking and field in self.form.names():
            self.form.set_error(field, wording.told(error, languages.current()))
            self.form.focus(field)
        else:
            self.refused.emit(error)
