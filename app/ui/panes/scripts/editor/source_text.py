"""A file's text with the numbers of its lines, those with a finding marked."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase, QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from app.ui.kit import theme
from app.ui.kit.long_text import LongText


class LineNumbers(QWidget):
    """The strip at the left."""

    def __init__(self, text: "SourceText") -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """Return the room of the highest number."""
        return QSize(self._text.strip_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers that are on the screen."""
        self._text.paint_numbers(self, event)

    def event(self, event: QEvent) -> bool:
        """Say what is wrong at the line under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._text.wrong_at(event.pos().y()), self)
            return True
        return super().event(event)


class SourceText(LongText):
    """A text whose lines are numbered; ``show_wrong`` marks lines with a sentence each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._wrong: Mapping[int, str] = {}
        super().__init__(20, parent)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.of_app().px("base"))
        self.setFont(font)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._strip = LineNumbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._make_room()

    @property
    def wrong(self) -> Mapping[int, str]:
        """The marked lines, counted from 1."""
        return self._wrong

    def value(self) -> str:
        """Return the text with every character as it was: the plain text of Qt has no unbroken blanks."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_wrong(self, wrong: Mapping[int, str]) -> None:
        """Mark lines, each with what is wrong."""
        self._wrong = wrong
        self._strip.update()

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the beginning of a line, counted from 1."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def strip_width(self) -> int:
        """Return the width of the numbers."""
        return self.fontMetrics().horizontalAdvance("9") * max(3, len(str(self.blockCount()))) + 16

    def wrong_at(self, y: int) -> str:
        """Return what is wrong at a height."""
        block = self.cursorForPosition(QRect(0, y, 1, 1).topLeft()).block()
        return self._wrong.get(block.blockNumber() + 1, "")

    def paint_numbers(self, strip: QWidget, event: QPaintEvent) -> None:
        """Paint the numbers of the lines that are on the screen."""
        looks = theme.of_app()
        painter = QPainter(strip)
        painter.fillRect(event.rect(), looks.color("sunken"))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            number = block.blockNumber() + 1
            is_wrong = number in self._wrong
            row = QRect(0, int(top), strip.width(), self.fontMetrics().height())
            if is_wrong:
                painter.fillRect(row, looks.color("danger_soft"))
            painter.setPen(looks.color("danger" if is_wrong else "faint"))
            painter.drawText(row.adjusted(0, 0, -8, 0), int(Qt.AlignmentFlag.AlignRight), str(number))
            top += height
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strip as high as the text."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._strip.setGeometry(QRect(area.left(), area.top(), self.strip_width(), area.height()))

    def _make_room(self, _count: int = 0) -> None:
        self.setViewportMargins(self.strip_width(), 0, 0, 0)

    def _follow(self, area: QRect, dy: int) -> None:
        if dy:
            self._strip.scroll(0, dy)
        else:
            self._strip.update(0, area.y(), self._strip.width(), area.height())
