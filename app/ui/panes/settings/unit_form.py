"""Asks about one unit in place."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

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
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.kit.labels import KeyHint

_LABELS = {
    "code": QT_TRANSLATE_NOOP("forms", "Code"),
    "name": QT_TRANSLATE_NOOP("forms", "Name"),
    "name_en": QT_TRANSLATE_NOOP("forms", "English name"),
    "kind": QT_TRANSLATE_NOOP("forms", "Kind"),
    "area": QT_TRANSLATE_NOOP("forms", "Area"),
    "phone": QT_TRANSLATE_NOOP("forms", "Telephone"),
    "contact_person": QT_TRANSLATE_NOOP("forms", "Contact person"),
    "handles": QT_TRANSLATE_NOOP("forms", "What it handles"),
}


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
        self.form.set_values({name: getattr(unit, name) for name in _LABELS} if unit else {})
        self.form.editor("code").setEnabled(unit is None)
        self.save.setEnabled(True)
        self._retitle()
        self.show()
        self.form.focus("name" if unit else "code")

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
        self.accepted.emit(values["code"], {name: values[name] for name in TEXTS})

    def refuse(self, error: FieldWrong) -> bool:
        """Show what the service found wrong beside its field; False where there is no such field."""
        self.save.setEnabled(True)
        field = str(error.facts.get("field", ""))
        if field not in self.form.names():
            return False
        self.form.set_error(field, " ".join(wording.sentence(error, languages.current())))
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
                "text",
                label,
                required=name in ("code", "name"),
                max_length=limits.get(name, LONGEST),
                span=2 if name in ("name_en", "handles") else 1,
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
        line = QHBoxLayout()
        for widget in (self.save, KeyHint("Ctrl+Return", self)):
            line.addWidget(widget)
        line.addStretch(1)
        for widget in (self.cancel, KeyHint("Esc", self)):
            line.addWidget(widget)
        self.body.addWidget(self.form)
        self.body.addLayout(line)


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)
