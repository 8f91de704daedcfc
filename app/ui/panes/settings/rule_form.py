"""Asks about one routing rule in place: its condition, where it sends, what it proposes, when it holds."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.calendars import written_hours
from app.models.errors import FieldWrong
from app.models.inquiries import Urgency
from app.models.routing_files import parse_hours
from app.models.routing_rules import Condition, Rule
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.labels import KeyHint
from app.ui.kit.type_ahead import Suggest, Suggestion
from app.ui.panes.settings import rule_words

_TAGS = {
    "categories": QT_TRANSLATE_NOOP("forms", "Categories"),
    "channels": QT_TRANSLATE_NOOP("forms", "Channels"),
    "any_words": QT_TRANSLATE_NOOP("forms", "One of these words"),
    "all_words": QT_TRANSLATE_NOOP("forms", "All of these words"),
    "areas": QT_TRANSLATE_NOOP("forms", "Areas"),
    "callers": QT_TRANSLATE_NOOP("forms", "Callers"),
    "days": QT_TRANSLATE_NOOP("forms", "Days of the week"),
}
_TEXTS = {
    "hours": (QT_TRANSLATE_NOOP("forms", "Hours"), QT_TRANSLATE_NOOP("forms", "08:30-12:00 13:00-17:00")),
    "due": (QT_TRANSLATE_NOOP("forms", "Time allowed"), QT_TRANSLATE_NOOP("forms", "2bd, 8bh, same_day")),
}


class RuleForm(Card):
    """``accepted(Rule)`` on Save or Ctrl+Enter, ``left()`` on Cancel."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, suggest_unit: Suggest, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.rule_form")
        self.asking = False
        self._rule: Rule | None = None
        self._suggest_unit = suggest_unit
        self._build(clock)
        self.retranslate()
        self.hide()

    def show_choices(self, calendars: Sequence[str], tables: Sequence[str]) -> None:
        """Offer these calendars and other tables."""
        language = languages.current()
        named = tuple(Option(name, wording.label("calendar", name, language)) for name in calendars)
        self.form.set_options("calendar", named)
        self.form.set_options("table", tuple(Option(name, name) for name in tables))

    def ask(self, rule: Rule | None, unit_name: str = "") -> None:
        """Ask about a rule, or about a new one for None."""
        self.asking, self._rule = True, rule
        self.form.set_values(_values_of(rule, unit_name) if rule else {"during": "yes"})
        self.save.setEnabled(True)
        self.retranslate()
        self.show()
        self.form.focus("rule_name")

    def close_form(self) -> None:
        """Take the question away."""
        self.asking, self._rule = False, None
        self.hide()

    def submit(self) -> None:
        """Hand the rule over if it can be read."""
        if not self.save.isEnabled():
            return
        wrong, missing = dict(self.form.problems()), self.form.missing()
        for name in missing:
            self.form.set_error(name, self.tr("This is needed"))
        values = self.form.values()
        if parse_hours(values["hours"]) is None:
            wrong["hours"] = self.tr("Write it as 08:30-12:00")
            self.form.set_error("hours", wrong["hours"])
        if wrong or missing:
            self.form.focus(next(iter((*missing, *wrong))))
            return
        self.save.setEnabled(False)
        self.accepted.emit(_rule_of(values))

    def refuse(self, error: FieldWrong) -> bool:
        """Show what the service found wrong beside its field; False where there is no such field."""
        self.save.setEnabled(True)
        field = str(error.facts.get("field", ""))
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
        self.set_title(self.tr("Edit rule") if self._rule else self.tr("New rule"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, clock: Callable[[], datetime]) -> None:
        self.form = Form(_fields(self._suggest_unit), name="settings.rule", clock=clock, columns=6, parent=self)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        self.save.setObjectName("settings.rule.save")
        self.save.setProperty("tone", "primary")
        self.cancel.setObjectName("settings.rule.cancel")
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


class _Words:
    """Suggests the words of a part of a condition."""

    def __init__(self, part: str) -> None:
        self._part = part

    def suggest(self, text: str) -> list[Suggestion]:
        language, typed = languages.current(), text.strip().lower()
        codes = rule_words.every_code(self._part)
        labels = rule_words.labels_of(self._part, codes, language)
        found = [Suggestion(word, word, code) for word, code in zip(labels, codes, strict=True)]
        return [one for one in found if typed in one.label.lower() or typed in one.hint][:12]


def _fields(suggest_unit: Suggest) -> list[Field]:
    found = [
        Field("rule_name", "text", QT_TRANSLATE_NOOP("forms", "Name of the rule"), required=True, max_length=80),
        Field("unit", "category", QT_TRANSLATE_NOOP("forms", "Goes to"), suggest=suggest_unit),
        Field("table", "choice", QT_TRANSLATE_NOOP("forms", "Or on to the table")),
        Field("urgency", "choice", QT_TRANSLATE_NOOP("forms", "Urgency"), options=_urgencies()),
    ]
    found += [Field(name, "tags", label, suggest=_Words(name).suggest) for name, label in _TAGS.items()]
    found += [Field(name, "text", label, placeholder=hint) for name, (label, hint) in _TEXTS.items()]
    return [
        *found,
        Field("calendar", "choice", QT_TRANSLATE_NOOP("forms", "Calendar")),
        Field("during", "choice", QT_TRANSLATE_NOOP("forms", "While it is"), options=_openings()),
        Field("from_on", "date", QT_TRANSLATE_NOOP("forms", "First day")),
        Field("until_on", "date", QT_TRANSLATE_NOOP("forms", "Last day")),
    ]


def _urgencies() -> tuple[Option, ...]:
    words = {language: wording.labels("urgency", language) for language in wording.LANGUAGES}
    return tuple(Option(code, {language: words[language][code] for language in words}) for code in Urgency)


def _openings() -> tuple[Option, ...]:
    return (Option("yes", {"en": "open", "zh_CN": "工作时间"}), Option("no", {"en": "closed", "zh_CN": "非工作时间"}))


def _values_of(rule: Rule, unit_name: str) -> dict[str, Any]:
    when, language = rule.when, languages.current()
    tags = {name: rule_words.labels_of(name, getattr(when, name), language) for name in _TAGS}
    return {
        **tags,
        "rule_name": rule.name,
        "unit": Suggestion(rule.unit, unit_name or rule.unit) if rule.unit else "",
        "table": rule.table,
        "urgency": rule.urgency,
        "due": rule.due,
        "hours": written_hours(when.hours),
        "calendar": when.calendar,
        "during": "yes" if when.during else "no",
        "from_on": rule.from_on,
        "until_on": rule.until_on,
    }


def _rule_of(values: dict[str, Any]) -> Rule:
    tags = {name: rule_words.codes_of(name, values[name]) for name in _TAGS}
    when = Condition(
        **tags, hours=parse_hours(values["hours"]) or (), calendar=values["calendar"], during=values["during"] != "no"
    )
    return Rule(
        values["rule_name"].strip(), when, values["unit"], values["table"], values["urgency"], values["due"].strip(),
        values["from_on"], values["until_on"],
    )  # fmt: skip
