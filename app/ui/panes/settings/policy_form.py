"""Asks about one SLA policy in place: for which inquiries, how long each promise may take, on which calendar, when."""

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
from app.models.durations import Duration, parse
from app.models.errors import FieldInvalid, FieldWrong
from app.models.policies import CONDITIONS, PoliciesTie, Policy, Target
from app.services import reference, wording
from app.services.policies import LONGEST_NAME
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint
from app.ui.kit.type_ahead import Suggestion
from app.ui.parts.unit_suggestions import suggest_units

_LABELS = {
    "name": QT_TRANSLATE_NOOP("forms", "Name"),
    "calendar": QT_TRANSLATE_NOOP("forms", "Working calendar"),
    "from_on": QT_TRANSLATE_NOOP("forms", "From"),
    "until_on": QT_TRANSLATE_NOOP("forms", "Until, that day included"),
    "channel": QT_TRANSLATE_NOOP("forms", "Channel"),
    "category": QT_TRANSLATE_NOOP("forms", "Category"),
    "caller_kind": QT_TRANSLATE_NOOP("forms", "Caller"),
    "urgency": QT_TRANSLATE_NOOP("forms", "Urgency"),
    "unit": QT_TRANSLATE_NOOP("forms", "Unit"),
    "acknowledge": QT_TRANSLATE_NOOP("forms", "Acknowledge within"),
    "first_response": QT_TRANSLATE_NOOP("forms", "First response within"),
    "accept": QT_TRANSLATE_NOOP("forms", "Accept within"),
    "resolve": QT_TRANSLATE_NOOP("forms", "Resolve within"),
    "callback": QT_TRANSLATE_NOOP("forms", "Call back within"),
}
_KINDS = {"calendar": "choice", "channel": "choice", "caller_kind": "choice", "urgency": "choice"} | {
    "category": "category",
    "unit": "category",
    "from_on": "date",
    "until_on": "date",
}
_EMPTY_CALENDAR = QT_TRANSLATE_NOOP("forms", "Empty: the center's")
_WRITTEN = QT_TRANSLATE_NOOP("forms", "2bd, 8bh, 24h, 30min, 5d, same_day")


class PolicyForm(Card):
    """``accepted(Policy)`` on Save or Ctrl+Enter, ``left()`` on Cancel."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.policy_form")
        self.asking = False
        self._jobs, self._clock = jobs, clock
        self._policy: Policy | None = None
        self._build()
        self.retranslate()
        self.hide()

    def ask(self, policy: Policy | None) -> None:
        """Ask about a policy, or about a new one for None."""
        self.asking, self._policy = True, policy
        self.form.set_values(_values_of(policy) if policy else {})
        self.form.editor("name").setEnabled(policy is None)
        self.save.setEnabled(True)
        self._retitle()
        self.show()
        self.form.focus("resolve" if policy else "name")

    def show_calendars(self, names: Sequence[str]) -> None:
        """Offer these working calendars."""
        language = languages.current()
        self.form.set_options("calendar", [Option(name, wording.label("calendar", name, language)) for name in names])

    def close_form(self) -> None:
        """Take the question away."""
        self.asking, self._policy = False, None
        self.hide()

    def submit(self) -> None:
        """Hand the policy over if it can be read."""
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
            targets = _targets_of(values)
        except FieldInvalid as error:
            self.refuse(error)
            return
        self.save.setEnabled(False)
        former = self._policy or Policy(values["name"].strip(), "")
        told = {name: values[name] or None for name in (*CONDITIONS, "from_on", "until_on")}
        self.accepted.emit(replace(former, calendar=values["calendar"] or "", targets=targets, **told))

    def refuse(self, error: FieldWrong) -> bool:
        """Show what is wrong beside its field; False where there is no such field."""
        self.save.setEnabled(True)
        field = str(error.facts["target"] if isinstance(error, PoliciesTie) else error.facts.get("field", ""))
        field = "resolve" if field == "targets" else field
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
        name = self._policy.name if self._policy else ""
        self.set_title(self.tr("New version of {name}").format(name=name) if name else self.tr("New policy"))

    def _build(self) -> None:
        suggest = {"category": self._categories, "unit": self._units}
        fields = [
            Field(
                name,
                _KINDS.get(name, "text"),
                label,
                required=name == "name",
                max_length=LONGEST_NAME if name == "name" else 0,
                help=_EMPTY_CALENDAR if name == "calendar" else _WRITTEN if name == "resolve" else "",
                options=_options(name),
                suggest=suggest.get(name),
            )
            for name, label in _LABELS.items()
        ]
        self.form = Form(fields, name="settings.policy", clock=self._clock, columns=5, parent=self)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        self.save.setObjectName("settings.policy.save")
        self.save.setProperty("tone", "primary")
        self.cancel.setObjectName("settings.policy.cancel")
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

    def _units(self, text: str) -> list[Suggestion]:
        return suggest_units(self._jobs, text)


def _options(name: str) -> tuple[Option, ...]:
    if name not in ("channel", "caller_kind", "urgency"):
        return ()
    words = {language: wording.labels(name, language) for language in wording.LANGUAGES}
    codes = words[wording.LANGUAGES[0]]
    return tuple(Option(code, {language: words[language][code] for language in words}) for code in codes)


def _values_of(policy: Policy) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(policy, name) for name in _LABELS if hasattr(policy, name)}
    values |= {target.value: str(duration) for target, duration in policy.targets.items()}
    if policy.category:
        label = reference.categories().path_label(policy.category, languages.current())
        values["category"] = Suggestion(policy.category, label)
    if policy.unit:
        values["unit"] = Suggestion(policy.unit, policy.unit)
    return values


def _targets_of(values: dict[str, Any]) -> dict[Target, Duration]:
    written = {target: str(values[target.value] or "").strip() for target in Target}
    return {target: parse(text, field=target.value) for target, text in written.items() if text}
