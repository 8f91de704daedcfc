"""Writing a question, or changing one: what is asked in both languages, and the answers line by line."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.drill_items import DrillKind, Item
from app.models.errors import FieldWrong
from app.models.question_writing import KINDS, lines_of, written
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.panes.training.leave_button import LeaveButton

_CHOICES = tuple(
    Option(one.value, {name: wording.label("drill_kind", one.value, name) for name in wording.LANGUAGES})
    for one in KINDS
)
FIELDS = (
    Field("kind", "choice", QT_TRANSLATE_NOOP("forms", "Kind"), required=True, options=_CHOICES),
    Field("topic", "text", QT_TRANSLATE_NOOP("forms", "Topic"), required=True, max_length=200),
    Field("prompt_zh", "long_text", QT_TRANSLATE_NOOP("forms", "Question in Chinese"), lines=2, max_length=1000),
    Field("prompt_en", "long_text", QT_TRANSLATE_NOOP("forms", "Question in English"), lines=2, max_length=1000),
    Field(
        "answers", "long_text", QT_TRANSLATE_NOOP("forms", "Answers"), required=True, span=2, lines=7, max_length=4000,
        help=QT_TRANSLATE_NOOP(
            "forms",
            "One a line, * before what is right, both languages as Chinese | English. An order: in its order."
            " A gap: each wording that fits.",
        ),
    ),
)  # fmt: skip
#: Which field of the form holds what the rules of questions name.
_PLACES = {"prompt": "prompt_zh", "options": "answers", "right": "answers", "fills": "answers"}


class ItemForm(Card):
    """``wanted(Item)`` when it is to be saved, ``left()`` without."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._item: Item | None = None
        self.setObjectName("training.item_form")
        self.form = Form(FIELDS, name="training.item_form.form", clock=_no_time, zone=UTC, columns=2, parent=self)
        self.body.addWidget(self.form, 1)
        self.retranslate()

    def ask(self, topic: str, item: Item | None = None) -> None:
        """Ask for a new question of a topic, or for what is to be changed of this one."""
        self._item = item
        self.form.clear_errors()
        self.form.set_values(_values(item) if item else {"kind": DrillKind.MCQ.value, "topic": topic})
        self.retranslate()
        self.form.focus("prompt_zh")

    def take_focus(self) -> None:
        """Put the cursor back where it was in the form."""
        (self.form.focusWidget() or self.form).setFocus()

    def save(self) -> None:
        """Say what is to be saved, or what is missing beside its field."""
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
        asked = {name: form.value(f"prompt_{name}") or "" for name in ("zh", "en")}
        kind, topic, lines = (form.value(name) for name in ("kind", "topic", "answers"))
        try:
            made = written(DrillKind(kind), topic, asked, lines, self._item)
        except FieldWrong as error:
            self._refuse(error)
        else:
            self.wanted.emit(made)

    def put_below(self, button: QWidget) -> None:
        """Put what saves below the fields."""
        foot = QHBoxLayout()
        self.body.addLayout(foot)
        foot.addWidget(button)
        foot.addWidget(LeaveButton("training.item_form.leave", self.left, self))
        foot.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Change the question") if self._item else self.tr("Write a question"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _refuse(self, error: FieldWrong) -> None:
        name = str(error.facts.get("field", ""))
        place = _PLACES.get(name, name)
        self.form.set_error(place, wording.told(error, languages.current()))
        self.form.focus(place)


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)


def _values(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind.value, "topic": item.topic, "prompt_zh": item.prompt.get("zh", ""),
        "prompt_en": item.prompt.get("en", ""), "answers": lines_of(item),
    }  # fmt: skip
