"""The left rail: one button for each pane that the person may see, icon over word."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit import icons, theme
from app.ui.shell.bars import Bar, PaintedButton
from app.ui.shell.pane_specs import PaneSpec

#: A button is so much higher than its word: ten of them stand in the least window with the largest texts.
_ICON, _WIDTH, _OVER, _PAD = 24, 84, 38, 6


class RailButton(PaintedButton):
    """Icon over word; a small count at its corner when something waits there. `asked(pane id)` when pressed.

    Only the rail marks it: a group of Qt would take the unmarked ones out of the Tab order.
    """

    asked = Signal(str)

    def __init__(self, spec: PaneSpec, parent: QWidget) -> None:
        super().__init__(f"rail.{spec.id}", parent)
        self.spec = spec
        self._badge = ""
        self.setCheckable(True)
        self.toggled.connect(self._color)
        self.clicked.connect(self._ask)
        self._color()
        self.retranslate()

    def retranslate(self) -> None:
        """Set word and tip in the language of the window."""
        going = self.spec.going
        keys = " / ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in going.keys)
        self.setText(going.say(going.text))
        self.setAccessibleName(self.text())
        self.setToolTip(f"{going.say(going.tip)}\n{keys}")
        self.updateGeometry()
        self.update()

    def set_badge(self, text: str) -> None:
        """Show a short count, "" for none."""
        if text != self._badge:
            self._badge = text
            self.setAccessibleDescription(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size for the longest of the words."""
        scale = max(1.0, theme.of_app().scale)
        return QSize(round(_WIDTH * scale) - 2 * _PAD, _OVER + theme.of_app().px("small"))

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint icon, word and count."""
        looks = theme.of_app()
        token = "accent" if self.isChecked() else "muted"
        area = field.toRect()
        icon = QRect(area.center().x() - _ICON // 2 + 1, area.top() + 4, _ICON, _ICON)
        self.icon().paint(painter, icon)
        painter.setFont(looks.font("small", bold=self.isChecked()))
        painter.setPen(looks.color(token))
        line = QRect(area.left(), icon.bottom() + 1, area.width(), area.bottom() - icon.bottom() - 3)
        # What hangs below the line of writing (g, p) needs a pixel more than a button of the least window has.
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), self.text())
        if self._badge:
            self._paint_badge(painter, icon)

    def _paint_badge(self, painter: QPainter, icon: QRect) -> None:
        looks = theme.of_app()
        width = max(16, painter.fontMetrics().horizontalAdvance(self._badge) + 8)
        field = QRectF(icon.right() - 4, icon.top() - 4, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(looks.color("danger"))
        painter.drawRoundedRect(field, 8, 8)
        painter.setPen(looks.color("on_danger"))
        painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), self._badge)

    def nextCheckState(self) -> None:
        """Stay as it is: who shows the pane marks it."""

    def _ask(self) -> None:
        self.asked.emit(self.spec.id)

    def _color(self) -> None:
        icons.give(self, self.spec.going.icon, "accent" if self.isChecked() else "muted", _ICON)


class Rail(Bar):
    """The buttons of a person's panes: `chosen(pane id)`."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PaneSpec], parent: QWidget | None = None) -> None:
        super().__init__("rail", "right", parent)
        self._buttons = {spec.id: RailButton(spec, self) for spec in specs}
        self._build(specs)
        theme.of_app().changed.connect(self._resize)

    def mark(self, pane: str) -> None:
        """Mark the pane that is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == pane)

    def set_badge(self, pane: str, text: str) -> None:
        """Show a count on a pane's button; a pane that the person does not see has none."""
        if pane in self._buttons:
            self._buttons[pane].set_badge(text)

    def button(self, pane: str) -> RailButton:
        """Return a pane's button. Raises KeyError for a pane that the person does not see."""
        return self._buttons[pane]

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _build(self, specs: Sequence[PaneSpec]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 8, _PAD, 8)
        column.setSpacing(4)
        for spec in sorted(specs, key=_last):
            button = self._buttons[spec.id]
            button.asked.connect(self.chosen)
            if spec.at_the_end:
                column.addStretch(1)
            column.addWidget(button)
        if not any(spec.at_the_end for spec in specs):
            column.addStretch(1)
        self._name()
        self._resize()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Parts of the window"))
        for button in self._buttons.values():
            button.retranslate()

    def _resize(self) -> None:
        self.setFixedWidth(round(_WIDTH * max(1.0, theme.of_app().scale)))
        for button in self._buttons.values():
            button.updateGeometry()


def _last(spec: PaneSpec) -> bool:
    return spec.at_the_end
