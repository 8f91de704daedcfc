"""Five steps through the window: one part lit at a time, with a few words; by keyboard, and Esc ends it at any step."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.shell.overlay import Overlay

_SHADE = QColor(8, 14, 20, 140)
_WIDTH, _GAP, _MARGIN, _RADIUS = 380, 14, 12, 8
_ONWARD = (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Step:
    """One step: the part of the window, a title and a few sentences, both in the language of the window."""

    part: QWidget
    title: str
    says: str


class Coach(Overlay):
    """`steps` is asked for at each step, so that they speak the language of the moment."""

    def __init__(self, steps: Callable[[], list[Step]], parent: QWidget) -> None:
        super().__init__("coach", parent)
        self._steps = steps
        self._place = 0
        self._lit = QRect()
        self._build()

    @property
    def step(self) -> int:
        """The step that is shown, counted from 0."""
        return self._place

    def open(self) -> None:
        """Begin with the first step."""
        self._place = 0
        self._show_step()
        super().open()
        self._next.setFocus()

    def go_on(self) -> None:
        """Show the next step; after the last one close."""
        if self._place + 1 >= len(self._steps()):
            self.close_it()
            return
        self._place += 1
        self._show_step()
        self.place()

    def go_back(self) -> None:
        """Show the step before."""
        self._place = max(0, self._place - 1)
        self._show_step()
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_step()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right, Enter and Space go on, Left goes back, Esc ends."""
        if event.key() in _ONWARD:
            self.go_on()
        elif event.key() == Qt.Key.Key_Left:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card goes on: nobody loses the way by a click."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.go_on()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim everything but the part, and draw a ring around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark, hole = QPainterPath(), QPainterPath()
        dark.addRect(QRectF(self.rect()))
        hole.addRoundedRect(QRectF(self._lit), _RADIUS, _RADIUS)
        painter.fillPath(dark.subtracted(hole), _SHADE)
        painter.setPen(QPen(theme.of_app().color("focus"), 2))
        painter.drawRoundedRect(QRectF(self._lit), _RADIUS, _RADIUS)

    def place(self) -> None:
        """Light the part and put the card beside it, where there is room."""
        steps = self._steps()
        part = steps[min(self._place, len(steps) - 1)].part
        corner = part.mapTo(self.over, part.rect().topLeft())
        self._lit = QRect(corner, part.size()).adjusted(-3, -3, 3, 3).intersected(self.rect().adjusted(2, 2, -2, -2))
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        height = self._column.totalHeightForWidth(width)
        self._card.setGeometry(beside(self._lit, self.rect(), width, height))
        self.update()

    def _build(self) -> None:
        self._card = QFrame(self)
        self._card.setProperty("role", "popup")
        self._title, self._says, self._count = QLabel(self._card), QLabel(self._card), QLabel(self._card)
        self._title.setProperty("type", "section")
        self._count.setProperty("type", "hint")
        self._says.setWordWrap(True)
        self._skip, self._back, self._next = (QPushButton(self._card) for _ in range(3))
        for button, name, tone in (
            (self._skip, "skip", "quiet"),
            (self._back, "back", ""),
            (self._next, "next", "primary"),
        ):
            button.setObjectName(f"coach.{name}")
            button.setProperty("tone", tone)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(20, 16, 16, 16)
        self._column.setSpacing(8)
        for part in (self._count, self._title, self._says):
            self._column.addWidget(part)
        self._column.addSpacing(4)
        foot = QHBoxLayout()
        self._column.addLayout(foot)
        foot.addWidget(self._skip)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        self._skip.clicked.connect(self.close_it)
        self._back.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)

    def _show_step(self) -> None:
        steps = self._steps()
        if self._place >= len(steps):
            return
        step, last = steps[self._place], self._place + 1 == len(steps)
        self._title.setText(step.title)
        self._says.setText(step.says)
        self._count.setText(self.tr("Step {number} of {count}").format(number=self._place + 1, count=len(steps)))
        self._skip.setText(self.tr("Skip (Esc)"))
        self._back.setText(self.tr("Back"))
        self._next.setText(self.tr("Start working") if last else self.tr("Next"))
        self._skip.setVisible(not last)
        self._back.setEnabled(self._place > 0)
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(step.says)


def beside(part: QRect, room: QRect, width: int, height: int) -> QRect:
    """Return where a card fits best: right of the part, left, under, over; inside it where there is no other place."""
    left = min(max(part.left(), _MARGIN), room.width() - width - _MARGIN)
    top = min(max(part.top(), _MARGIN), room.height() - height - _MARGIN)
    if part.right() + _GAP + width + _MARGIN <= room.width():
        return QRect(part.right() + _GAP, top, width, height)
    if part.left() - _GAP - width >= _MARGIN:
        return QRect(part.left() - _GAP - width, top, width, height)
    if part.bottom() + _GAP + height + _MARGIN <= room.height():
        return QRect(left, part.bottom() + _GAP, width, height)
    if part.top() - _GAP - height >= _MARGIN:
        return QRect(left, part.top() - _GAP - height, width, height)
    center = part.center()
    return QRect(center.x() - width // 2, center.y() - height // 2, width, height)
