"""Asks about one unit in place."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.errors import FieldWrong
from app.models.units import Unit
from app.services import wording
from app.services.units import LONGEST, LONGEST_CODE, TEXTS
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.labels import KeyHint
from app.ui.panes.settings import unit_words

_LABELS = {
    "code": QT_TRANSLATE_NOOP("forms", "Code"),
    "name": QT_TRANSLATE_NOOP("forms", "Name"),
    "name_en": QT_TRANSLATE_NOOP("forms", "English name"),
    "kind": QT_TRANSLATE_NOOP("forms", "Kind"),
    "area": QT_TRANSLATE_NOOP("forms", "Area"),
    "leader": QT_TRANSLATE_NOOP("forms", "Responsible leader"),
    "contact_person": QT_TRANSLATE_NOOP("forms", "Contact person"),
    "phone": QT_TRANSLATE_NOOP("forms", "Telephone"),
    "email": QT_TRANSLATE_NOOP("forms", "E-mail"),
    "wechat": QT_TRANSLATE_NOOP("forms", "WeChat"),
    "calendar": QT_TRANSLATE_NOOP("forms", "Working calendar"),
    "on_system": QT_TRANSLATE_NOOP("forms", "Works on the system"),
    "address": QT_TRANSLATE_NOOP("forms", "Address"),
    "handles": QT_TRANSLATE_NOOP("forms", "What it handles"),
}
#: Shown in an empty line: a line of help under each would leave no room for the table.
_EMPTY = {
    "area": QT_TRANSLATE_NOOP("forms", "Several with ; between them"),
    "handles": QT_TRANSLATE_NOOP("forms", "Categories or words, with ; between them; shown where a unit is chosen"),
}
_SPANS = {"name_en": 1, "address": 2, "handles": 2}
_YES, _NO = "yes", "no"
#: Stands for no calendar of its own: the form has no empty choice.
_CENTER = "-"


class UnitForm(Card):
    """``accepted(code, fields)`` on Save or Ctrl+Enter, ``left()`` on Cancel."""

    accepted = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.unit_form")
        self.asking = False
        self._unit: Unit | None = None
        self._build()
        self.retranslate()
        self.hide()

    def ask(self, unit: Unit | None) -> None:
        """Ask about a unit, or about a new one for None."""
        self.asking, self._unit = True, unit
        self.form.set_values(_values_of(unit) if unit else {"on_system": _NO, "calendar": _CENTER})
        self.form.editor("code").setEnabled(unit is None)
        self.save.setEnabled(True)
        self._retitle()
        self.show()
        self.form.focus("name" if unit else "code")

    def show_calendars(self, names: Sequence[str]) -> None:
        """Offer these working calendars."""
        language = languages.current()
        own = (Option(name, wording.label("calendar", name, language)) for name in names)
        self.form.set_options("calendar", (Option(_CENTER, self.tr("The center's")), *own))

    def close_form(self) -> None:
        """Take the question away."""
        self.asking, self._unit = False, None
        self.hide()

    def submit(self) -> None:
        """Hand the fields over if they can be saved."""
        if not self.save.isEnabled():
            return
        wrong, missing = self.form.problems(), self.form.missing()
        for name in missing:
            self.form.set_error(name, self.tr("This is needed"))
        if wrong or missing:
            self.form.focus(next(iter((*missing, *wrong))))
            return
        self.save.setEnabled(False)
        values: dict[str, Any] = self.form.values()
        said = {name: values[name] for name in TEXTS}
        said["kind"] = unit_words.kind_code(said["kind"])
        said["calendar"] = "" if said["calendar"] == _CENTER else said["calendar"]
        self.accepted.emit(values["code"], {**said, "on_system": values["on_system"] == _YES})

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
        self._retitle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _retitle(self) -> None:
        self.set_title(self.tr("Edit unit {code}").format(code=self._unit.code) if self._unit else self.tr("New unit"))

    def _build(self) -> None:
        limits = {"code": LONGEST_CODE}
        fields = [
            Field(
                name,
                "choice" if name in ("calendar", "on_system") else "text",
                label,
                required=name in ("code", "name"),
                max_length=limits.get(name, LONGEST),
                placeholder=_EMPTY.get(name, ""),
                span=_SPANS.get(name, 1),
                options=_switch() if name == "on_system" else (),
            )
            for name, label in _LABELS.items()
        ]
        self.form = Form(fields, name="settings.unit", clock=_no_time, columns=4, parent=self)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        self.save.setObjectName("settings.unit.save")
        self.save.setProperty("tone", "primary")
        self.cancel.setObjectName("settings.unit.cancel")
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


def _values_of(unit: Unit) -> dict[str, Any]:
    known = {name: getattr(unit, name) for name in _LABELS}
    known["kind"] = unit_words.kind(unit.kind, languages.current())
    return {**known, "on_system": _YES if unit.on_system else _NO, "calendar": unit.calendar or _CENTER}


def _switch() -> tuple[Option, ...]:
    kinds = {language: wording.labels("tri_state", language) for language in wording.LANGUAGES}
    return tuple(Option(code, {language: words[code] for language, words in kinds.items()}) for code in (_YES, _NO))


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)
