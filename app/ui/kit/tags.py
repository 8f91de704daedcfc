"""Free words on a record: typed with suggestions, shown as small buttons that take themselves away."""

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.kit import icons
from app.ui.kit.flow import FlowLayout
from app.ui.kit.type_ahead import Suggest, TypeAhead

_ADDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma, Qt.Key.Key_Semicolon)


class TagButton(QPushButton):
    """One tag; pressing it (or Delete, Backspace) takes it away: `removed(text)`."""

    removed = Signal(str)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setObjectName(f"{parent.objectName()}.tag")
        self.setProperty("tone", "tag")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        icons.give(self, "close", "muted")
        self.setAccessibleName(self.tr("Tag {text}, press to remove").format(text=text))
        self.setToolTip(self.tr("Remove"))
        self.clicked.connect(self._remove)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it away by key."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        self.removed.emit(self.text())


class TagTyping(TypeAhead):
    """The line in which tags are typed: Enter or a comma ends one, Backspace in the empty line takes the last back.

    `ended(text)`, `back()`.
    """

    ended = Signal(str)
    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End a tag or take one back, unless an input method is composing."""
        key = Qt.Key(event.key())
        if self.composing:
            super().keyPressEvent(event)
        elif key in _ADDS and self.text().strip() and not (self.open and key in _ADDS[:2]):
            self.ended.emit(self.text())
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        else:
            super().keyPressEvent(event)


class TagLine(QWidget):
    """Tags over a line to type more. `edited(object)` with a tuple of str; no tag stands twice."""

    edited = Signal(object)

    def __init__(self, name: str, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tags: list[str] = []
        self._line = TagTyping(f"{name}.line", suggest, self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._chips)
        self.setFocusProxy(self._line)
        self._line.ended.connect(self._add)
        self._line.chosen.connect(self._add_chosen)
        self._line.back.connect(self._take_last)
        self._show()

    def value(self) -> tuple[str, ...]:
        """Return the tags, with one that is typed and not ended yet."""
        typed = self._line.text().strip()
        return tuple(self._tags) if not typed or typed in self._tags else (*self._tags, typed)

    def set_value(self, value: object) -> None:
        """Show other tags without a signal."""
        self._tags = [str(one) for one in cast("list[object]", value)] if isinstance(value, list | tuple) else []
        self._line.show_key("", "")
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def setAccessibleName(self, name: str) -> None:
        """Give the line the name too: it has the focus."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def _add(self, text: str) -> None:
        tag = " ".join(text.split())
        self._line.show_key("", "")
        if tag and tag not in self._tags:
            self._tags.append(tag)
            self._changed()

    def _add_chosen(self, key: str) -> None:
        if key:
            self._add(key)

    def _remove(self, text: str) -> None:
        self._tags.remove(text)
        self._line.setFocus()
        self._changed()

    def _take_last(self) -> None:
        if self._tags:
            self._tags.pop()
            self._changed()

    def _changed(self) -> None:
        self._show()
        self.edited.emit(self.value())

    def _show(self) -> None:
        self._flow.clear()
        for tag in self._tags:
            button = TagButton(tag, self._chips)
            button.removed.connect(self._remove)
            self._flow.addWidget(button)
        self._chips.setVisible(bool(self._tags))
