"""Several answers out of a few: a check box for each, in lines like words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.fields import Option, say
from app.ui.kit.flow import FlowLayout
from app.ui.parts.tick_box import TickBox


class MultiChoice(QWidget):
    """The value is a tuple of option keys in the order of the options. `edited(object)` after a person's change."""

    edited = Signal(object)

    def __init__(self, options: Sequence[Option], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = tuple(options)
        self._flow = FlowLayout(self, gap=12)
        self._boxes: dict[str, TickBox] = {}
        self._unknown: tuple[str, ...] = ()
        for option in self.options:
            box = TickBox(self)
            box.clicked.connect(self._say_edited)
            self._boxes[option.key] = box
            self._flow.addWidget(box)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self.show_options(self.options, language)

    def show_options(self, options: Sequence[Option], language: str) -> None:
        """Show the words of the same options in another language."""
        for option in options:
            box = self._boxes[option.key]
            box.setText(say(option.label, language))
            box.setAccessibleName(box.text())

    def setObjectName(self, name: str, /) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Name the boxes with it."""
        super().setObjectName(name)
        for key, box in self._boxes.items():
            box.setObjectName(f"{name}.{key}")

    def value(self) -> tuple[str, ...]:
        """Return the keys chosen; keys that are no option (any more) are not lost."""
        return (*(key for key, box in self._boxes.items() if box.isChecked()), *self._unknown)

    def set_value(self, value: object) -> None:
        """Choose these keys without a signal."""
        keys = [str(one) for one in value] if isinstance(value, list | tuple) else []  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        self._unknown = tuple(key for key in keys if key not in self._boxes)
        for key, box in self._boxes.items():
            box.setChecked(key in keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the boxes with Left and Right."""
        steps = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        if Qt.Key(event.key()) in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _say_edited(self) -> None:
        self.edited.emit(self.value())
