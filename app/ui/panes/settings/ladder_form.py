"""Asks about one ladder in place: for which inquiries, and at which points around a due time its rungs stand."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.categories import type_ahead
from app.models.errors import FieldInvalid, FieldWrong
from app.models.ladders import CONDITIONS, Ladder, LadderStep, Point, Rungs, point
from app.models.policies import Target
from app.services import reference, wording
from app.services.ladders import LONGEST_NAME
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.labels import KeyHint
from app.ui.kit.type_ahead import Suggestion

_LABELS = {
    "name": QT_TRANSLATE_NOOP("forms", "Name"),
    "calendar": QT_TRANSLATE_NOOP("forms", "Working calendar"),
    "category": QT_TRANSLATE_NOOP("forms", "Category"),
    "urgency": QT_TRANSLATE_NOOP("forms", "Urgency"),
    "from_on": QT_TRANSLATE_NOOP("forms", "From"),
    "until_on": QT_TRANSLATE_NOOP("forms", "Until, that day included"),
}
#: A rung field is called by its promise and its step; it holds one point, or several parted by commas. Those that are
#: changed most come first: the form is higher than a small window.
_RUNGS = {
    "resolve.remind": QT_TRANSLATE_NOOP("forms", "Resolve: remind"),
    "resolve.urge": QT_TRANSLATE_NOOP("forms", "Resolve: urge"),
    "resolve.supervise": QT_TRANSLATE_NOOP("forms", "Resolve: supervise"),
    "resolve.notify": QT_TRANSLATE_NOOP("forms", "Resolve: public notice"),
    "accept.remind": QT_TRANSLATE_NOOP("forms", "Accept: remind"),
    "accept.urge": QT_TRANSLATE_NOOP("forms", "Accept: urge"),
    "accept.supervise": QT_TRANSLATE_NOOP("forms", "Accept: supervise"),
    "accept.notify": QT_TRANSLATE_NOOP("forms", "Accept: public notice"),
    "first_response.remind": QT_TRANSLATE_NOOP("forms", "First response: remind"),
    "first_response.urge": QT_TRANSLATE_NOOP("forms", "First response: urge"),
    "first_response.supervise": QT_TRANSLATE_NOOP("forms", "First response: supervise"),
    "first_response.notify": QT_TRANSLATE_NOOP("forms", "First response: public notice"),
    "acknowledge.remind": QT_TRANSLATE_NOOP("forms", "Acknowledge: remind"),
    "acknowledge.urge": QT_TRANSLATE_NOOP("forms", "Acknowledge: urge"),
    "acknowledge.supervise": QT_TRANSLATE_NOOP("forms", "Acknowledge: supervise"),
    "acknowledge.notify": QT_TRANSLATE_NOOP("forms", "Acknowledge: public notice"),
    "callback.remind": QT_TRANSLATE_NOOP("forms", "Call-back: remind"),
    "callback.urge": QT_TRANSLATE_NOOP("forms", "Call-back: urge"),
    "callback.supervise": QT_TRANSLATE_NOOP("forms", "Call-back: supervise"),
    "callback.notify": QT_TRANSLATE_NOOP("forms", "Call-back: public notice"),
}
_KINDS = {"calendar": "choice", "urgency": "choice", "category": "category", "from_on": "date", "until_on": "date"}
_EMPTY_CALENDAR = QT_TRANSLATE_NOOP("forms", "Empty: the center's")
_WRITTEN = QT_TRANSLATE_NOOP("forms", "-4bh before, 0 at the due time, +1bd after; several with commas")
#: As many as there are steps: each promise has a line of its own.
_COLUMNS = len(LadderStep)
_DATES = ("from_on", "until_on")


class LadderForm(Card):
    """``accepted(Ladder)`` on Save or Ctrl+Enter, ``left()`` on Cancel."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.ladder_form")
        self.asking = False
        self._clock = clock
        self._ladder: Ladder | None = None
        self._build()
        self.retranslate()
        self.hide()

    def ask(self, ladder: Ladder | None) -> None:
        """Ask about a ladder, or about a new one for None."""
        self.asking, self._ladder = True, ladder
        self.form.set_values(_values_of(ladder) if ladder else {})
        self.form.editor("name").setEnabled(ladder is None)
        self.save.setEnabled(True)
        self._retitle()
        self.show()
        self.form.focus("resolve.remind" if ladder else "name")

    def show_calendars(self, names: Sequence[str]) -> None:
        """Offer these working calendars."""
        language = languages.current()
        self.form.set_options("calendar", [Option(name, wording.label("calendar", name, language)) for name in names])

    def close_form(self) -> None:
        """Take the question away."""
        self.asking, self._ladder = False, None
        self.hide()

    def submit(self) -> None:
        """Hand the ladder over if it can be read."""
        if not self.save.isEnabled():
            return
        wrong, missing = self.form.problems(), self.form.missing()
        for name in missing:
            self.form.set_error(name, self.tr("This is needed"))
        if wrong or missing:
            self.form.focus(next(iter((*missing, *wrong))))
            return
        values = self.form.values()
        try:
            rungs = _rungs_of(values)
        except FieldInvalid as error:
            self.refuse(error)
            return
        self.save.setEnabled(False)
        former = self._ladder or Ladder(values["name"].strip())
        told = {name: values[name] or None for name in (*CONDITIONS, "from_on", "until_on")}
        self.accepted.emit(replace(former, calendar=values["calendar"] or "", rungs=rungs, **told))

    def refuse(self, error: FieldWrong) -> bool:
        """Show what is wrong beside its field; False where there is no such field."""
        self.save.setEnabled(True)
        field = str(error.facts.get("field", ""))
        field = "resolve.remind" if field == "rungs" else field
        if field not in self.form.names():
            return False
        self.form.set_error(field, wording.told(error, languages.current()))
        self.form.focus(field)
        return True

    def release(self) -> None:
        """Let Save be pressed again."""
        self.save.setEnabled(True)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        for button in (self.save, self.cancel):
            button.setAccessibleName(button.text())
        self._retitle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _retitle(self) -> None:
        name = self._ladder.name if self._ladder else ""
        self.set_title(self.tr("New version of {name}").format(name=name) if name else self.tr("New ladder"))

    def _build(self) -> None:
        fields = [
            Field(
                name,
                _KINDS.get(name, "text"),
                label,
                required=name == "name",
                span=2 if name in _DATES else 1,
                max_length=LONGEST_NAME if name == "name" else 0,
                help=_EMPTY_CALENDAR if name == "calendar" else _WRITTEN if name == "resolve.remind" else "",
                options=_options(name),
                suggest=self._categories if name == "category" else None,
            )
            for name, label in {**_LABELS, **_RUNGS}.items()
        ]
        self.form = Form(fields, name="settings.ladder", clock=self._clock, columns=_COLUMNS, parent=self)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        self.save.setObjectName("settings.ladder.save")
        self.save.setProperty("tone", "primary")
        self.cancel.setObjectName("settings.ladder.cancel")
        self.cancel.setProperty("tone", "quiet")
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)
        self.body.addWidget(self.form)
        line = QHBoxLayout()
        self.body.addLayout(line)
        for widget in (self.save, KeyHint("Ctrl+Return", self)):
            line.addWidget(widget)
        line.addStretch(1)
        for widget in (self.cancel, KeyHint("Esc", self)):
            line.addWidget(widget)

    def _categories(self, text: str) -> list[Suggestion]:
        language = languages.current()
        return [
            Suggestion(match.category.code, match.category.label.for_language(language), match.category.code)
            for match in type_ahead(reference.categories(), text)
        ]


def _options(name: str) -> tuple[Option, ...]:
    if name != "urgency":
        return ()
    words = {language: wording.labels(name, language) for language in wording.LANGUAGES}
    codes = words[wording.LANGUAGES[0]]
    return tuple(Option(code, {language: words[language][code] for language in words}) for code in codes)


def _values_of(ladder: Ladder) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(ladder, name) for name in _LABELS}
    for target, steps in ladder.rungs.items():
        values |= {f"{target.value}.{step.value}": ", ".join(map(str, points)) for step, points in steps.items()}
    if ladder.category:
        label = reference.categories().path_label(ladder.category, languages.current())
        values["category"] = Suggestion(ladder.category, label)
    return values


def _rungs_of(values: dict[str, Any]) -> Rungs:
    """Return the rungs as they were written. Raises ``FieldInvalid`` beside the field of one that cannot be read."""
    found: dict[Target, dict[LadderStep, tuple[Point, ...]]] = {}
    for target in Target:
        steps = {step: _points(f"{target.value}.{step.value}", values) for step in LadderStep}
        steps = {step: points for step, points in steps.items() if points}
        if steps:
            found[target] = steps
    return found


def _points(name: str, values: dict[str, Any]) -> tuple[Point, ...]:
    written = str(values[name] or "").replace("\N{FULLWIDTH COMMA}", ",")
    return tuple(point(part, name=name) for part in written.split(",") if part.strip())
