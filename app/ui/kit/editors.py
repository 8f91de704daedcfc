"""The editors of a form, one for each kind of field, all with the same three words: value, set_value, edited."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.cut_choice import CutChoice
from app.ui.kit.fields import Field, Option, say
from app.ui.kit.line_editors import Clock, DateEditor, LineEditor, MomentEditor, NumberEditor
from app.ui.kit.long_text import LongText
from app.ui.kit.tags import TagLine
from app.ui.kit.tri_state import TriState
from app.ui.kit.type_ahead import AWAY, Suggestion, TypeAhead


class Editor(Protocol):
    """What an editor offers; `edited(object)` comes with the value after a person's change, never after set_value."""

    edited: Any

    def value(self) -> Any:
        """Return the value, of the type named at `Field`."""
        ...

    def set_value(self, value: object) -> None:
        """Show a value without a signal."""
        ...


class ChoiceEditor(CutChoice):
    """One of a few options; the first line is no answer. The wheel never changes it while it is passed over."""

    edited = Signal(object)

    def __init__(self, options: Sequence[Option], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self.currentTextChanged.connect(self.setToolTip)  # the whole of what the field may be too narrow for
        self.show_options(self._options, language)
        self.activated.connect(self._say_edited)

    def show_options(self, options: Sequence[Option], language: str) -> None:
        """Offer other options, or the same in another language; a value that is still offered stays."""
        former = self.value() if self.count() else ""
        self._options = tuple(options)
        self.clear()
        self.addItem("–", "")
        for option in options:
            self.addItem(say(option.label, language), option.key)
        self.set_value(former)

    @property
    def options(self) -> tuple[Option, ...]:
        """The options offered."""
        return self._options

    def value(self) -> str:
        """Return the key of the option, "" for none."""
        return str(self.currentData() or "")

    def set_value(self, value: object) -> None:
        """Show an option; a key that is not offered (any more) is added as it is rather than lost."""
        place = self.findData(str(value or ""))
        if place < 0:
            self.addItem(str(value), str(value))
            place = self.count() - 1
        self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()

    def _say_edited(self) -> None:
        self.edited.emit(self.value())


class CategoryEditor(TypeAhead):
    """One entry of a long list or tree, found by typing; the value is its key.

    What is typed and is no entry stays, and `unreadable` says so: going back to the former entry without a word would
    save that one. `left_untaken()` when the line was left so.
    """

    edited = Signal(object)
    left_untaken = Signal()

    def __init__(self, name: str, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(name, field.suggest or _nothing, parent)
        self.chosen.connect(self._say_edited)

    def value(self) -> str:
        """Return the key, "" for none."""
        return self.key

    def set_value(self, value: object) -> None:
        """Show a key with the label that the source knows for it; a Suggestion brings its own label."""
        if isinstance(value, Suggestion):
            self.show_key(value.key, value.label)
            return
        key = str(value or "")
        known = [one for one in self.suggest_for(key) if one.key == key] if key else []
        self.show_key(key, known[0].label if known else key)

    def unreadable(self) -> bool:
        """Whether something stands there that was not taken from the list."""
        return bool(self.text().strip()) and not self.is_taken

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark what was left untaken when the keyboard comes back to it: what is typed next takes its place.

        Not after a look at another window or a menu, nor where a click set the cursor.
        """
        super().focusInEvent(event)
        if self.unreadable() and event.reason() not in (*AWAY, Qt.FocusReason.MouseFocusReason):
            self.selectAll()

    def leave_untaken(self) -> None:
        """Take the entry that is typed out in full; else leave what was typed for its person to see."""
        typed = self.text().strip().casefold()
        whole = [one for one in self.suggest_for(self.text()) if one.label.casefold() == typed]
        if len(whole) == 1:
            self.show_key(whole[0].key, whole[0].label)
            self._say_edited()
        else:
            self.left_untaken.emit()

    def _say_edited(self) -> None:
        self.edited.emit(self.value())


def editor_for(field: Field, name: str, language: str, clock: Clock, zone: tzinfo | None) -> Any:
    """Return the editor widget of a field, with object name `name`."""
    makers: dict[str, Callable[[], QWidget]] = {
        "text": LineEditor,
        "phone": LineEditor,
        "number": NumberEditor,
        "tri_state": TriState,
    }
    if field.kind in makers:
        widget: Any = makers[field.kind]()
    elif field.kind == "long_text":
        widget = LongText(field.lines)
    elif field.kind == "choice":
        widget = ChoiceEditor(field.options, language)
    elif field.kind == "category":
        widget = CategoryEditor(name, field)
    elif field.kind == "tags":
        widget = TagLine(name, field.suggest or _nothing)
    else:
        widget = (DateEditor if field.kind == "date" else MomentEditor)(clock, zone)
    widget.setObjectName(name)
    return widget


def _nothing(_text: str) -> list[Suggestion]:
    return []
