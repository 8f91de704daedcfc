"""A line with a list under it that narrows while typing; by keyboard alone, safe for input methods."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.kit.ime_line import ImeLine
from app.ui.kit.suggestion_delegate import HINT_ROLE, SuggestionDelegate

_SHOWN = 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
#: Why the focus goes though the person stays in this line.
AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Suggestion(NamedTuple):
    """One line of the list: `key` is the value, `label` goes into the line, `hint` stands beside it."""

    key: str
    label: str
    hint: str = ""


Suggest = Callable[[str], Sequence[Suggestion]]

#: The list is this wide where its field is narrower, so that two long names can be told apart.
_WIDE = 360


class TypeAhead(ImeLine):
    """Type, Down/Up, Enter or Tab. `chosen(key)` when a line of the list was taken, "" when the line was emptied;
    `entered()` after it where Enter took the line; `left(text)` before what was typed and not taken goes away.

    `suggest` is called with the text (preedit included) on every keystroke and must answer within some milliseconds.
    """

    chosen = Signal(str)
    entered = Signal()
    left = Signal(str)
    #: Whether another window is looked at. Of the class, too: a line is also hidden when all that it knew is gone.
    _away = False

    def __init__(self, name: str, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._suggest = suggest
        self._key = ""
        self._label = ""
        self._quiet = False
        self._popup: QFrame | None = None
        self._list: QListWidget | None = None
        self.typed.connect(self._follow)

    @property
    def key(self) -> str:
        """The key of the line last taken, "" for none."""
        return self._key

    @property
    def open(self) -> bool:
        """Whether the list is on the screen."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def is_taken(self) -> bool:
        """Whether the line shows what was taken last, and nothing that was typed since."""
        return self.text() == self._label

    def show_key(self, key: str, label: str) -> None:
        """Put a value into the line without a signal; of one that is too long the beginning is seen."""
        self._take(key, label)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def take_marked(self) -> bool:
        """Take the marked line of the list as Tab does; False where no list is on the screen."""
        was_open = self.open
        self._choose()
        return was_open

    def close_list(self) -> None:
        """Take the list off the screen."""
        self._close()

    def suggest_for(self, text: str) -> Sequence[Suggestion]:
        """Return what the source offers for `text`."""
        return self._suggest(text)

    def set_suggest(self, suggest: Suggest) -> None:
        """Ask another source from now on."""
        self._suggest = suggest

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list and take from it, unless an input method is composing."""
        if self.composing or not self._is_command(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take the marked line on Tab before the focus goes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self._choose()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list; text that is no choice goes back to the last one. What is too long shows its beginning.

        While another window or a menu is looked at, what was typed stays as it is, unless the program puts the cursor
        elsewhere meanwhile or takes the line off the screen: the line is told of no other focus that goes.
        """
        super().focusOutEvent(event)
        if event.reason() in AWAY:
            self._close()
            self._look_away(away=True)
        else:
            self._leave()

    def _look_away(self, *, away: bool) -> None:
        app = QApplication.instance()
        if away is self._away or not isinstance(app, QApplication):
            return
        self._away = away
        if away:
            app.focusChanged.connect(self._come_back)
        else:
            app.focusChanged.disconnect(self._come_back)

    def _come_back(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and now.window() is self.window():
            self._leave()

    def _leave(self) -> None:
        self._look_away(away=False)
        if not self.is_taken:
            self.left.emit(self.text())
        self._close()
        if not self.is_taken:
            self.leave_untaken()
        self.setCursorPosition(0)

    def leave_untaken(self) -> None:
        """Show again what was taken last: the line is left, and what stands there was not taken."""
        self._take(self._key, self._label)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer again what was typed before another window or a menu was looked at."""
        super().focusInEvent(event)
        self._look_away(away=False)
        if event.reason() in AWAY and self.text() and not self.is_taken:
            self._fill()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the line that the program takes off the screen while another window is looked at."""
        super().hideEvent(event)
        if self._away and not event.spontaneous():
            self._leave()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the list under the line."""
        super().moveEvent(event)
        self._follow_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list under the line."""
        super().resizeEvent(event)
        self._follow_place()

    def _follow_place(self) -> None:
        if self.open and self._popup is not None and self._list is not None:
            self._place(self._popup, self._list)

    def _follow(self) -> None:
        if self._quiet:
            return
        if self.query:
            self._fill()
            return
        self._close()  # nothing was typed: Tab and Enter take nothing, Down opens the whole list
        if self._key:
            self._take("", "")
            self.chosen.emit("")

    def _fill(self) -> None:
        found = self._suggest(self.query)[:_SHOWN]
        if not found:
            self._close()
            return
        popup, rows = self._parts()
        rows.setAccessibleName(self.accessibleName())
        rows.clear()
        for suggestion in found:
            item = QListWidgetItem(suggestion.label, rows)
            item.setData(Qt.ItemDataRole.UserRole, suggestion.key)
            item.setData(HINT_ROLE, suggestion.hint)
        rows.setCurrentRow(0)
        self._place(popup, rows)

    def _parts(self) -> tuple[QFrame, QListWidget]:
        window = self.window()
        if self._popup is None or self._list is None or self._popup.parent() is not window:
            # A child of the window, not a popup window: that would take the focus and with it the input method.
            self._popup = QFrame(window)
            self._popup.setProperty("role", "popup")
            self._list = QListWidget(self._popup)
            self._list.setObjectName(f"{self.objectName()}.list")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setFrameShape(QFrame.Shape.NoFrame)
            self._list.setItemDelegate(SuggestionDelegate(self._list))
            self._list.itemClicked.connect(self._choose)
            column = QVBoxLayout(self._popup)
            column.setContentsMargins(4, 4, 4, 4)
            column.addWidget(self._list)
        return self._popup, self._list

    def _place(self, popup: QFrame, rows: QListWidget) -> None:
        height = sum(rows.sizeHintForRow(row) for row in range(rows.count())) + 12
        top = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        if top.y() + height > self.window().height():
            above = self.mapTo(self.window(), QPoint(0, 0)).y() - height - 2
            top.setY(max(0, above))
        width = max(self.width(), min(_WIDE, self.window().width()))
        left = max(0, min(top.x(), self.window().width() - width))  # at the right edge it grows to the left
        popup.setGeometry(left, top.y(), width, height)
        popup.show()
        popup.raise_()

    def _is_command(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.open:
            self._choose()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.open:
            self._close()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        if not self.open or self._list is None:
            self._fill()
        else:
            self._list.setCurrentRow(min(max(self._list.currentRow() + by, 0), self._list.count() - 1))

    def _choose(self) -> None:
        item = self._list.currentItem() if self.open and self._list else None
        if item is None or self.composing:
            return
        self._take(item.data(Qt.ItemDataRole.UserRole), item.text())
        self._close()
        self.chosen.emit(self._key)

    def _take(self, key: str, label: str) -> None:
        self._key, self._label, self._quiet = key, label, True
        self.setText(label)
        self._quiet = False

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()
