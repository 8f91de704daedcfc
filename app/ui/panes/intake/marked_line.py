"""One line of text with what was typed marked in it, laid out once and painted often.

Laying out a line costs ten times its painting, and most results of one key are there again after the next.
"""

from typing import TypeVar, cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QRegion, QTextLayout, QTextLine, QTextOption

K = TypeVar("K")
V = TypeVar("V")
_KEPT = 256
_ENDLESS = 1e6


class MarkedLines:
    """Lines in one font."""

    def __init__(self, font: QFont) -> None:
        self._font, self._metrics = font, QFontMetrics(font)
        self.height = self._metrics.height()
        self._made: dict[str, QTextLayout] = {}
        self._cut: dict[tuple[str, int], str] = {}

    def draw(self, painter: QPainter, area: QRect, text: str, typed: str, inks: tuple[QColor, QColor]) -> None:
        """Draw a text cut to the area in the first ink, the first place of what was typed in the second."""
        shown = self._fitting(text, area.width())
        start = shown.lower().find(typed.lower()) if typed else -1
        layout, place = self._layout(shown), QPointF(area.topLeft())
        painter.setPen(inks[0])
        if start < 0:
            layout.draw(painter, place)
            return
        # Twice, each ink in its own part: half of what Qt takes for a line that is given a format.
        mark = _part(layout, start, start + len(typed)).translated(area.topLeft())
        painter.save()
        painter.setClipRegion(QRegion(area) - QRegion(mark))
        layout.draw(painter, place)
        painter.setClipRect(mark)
        painter.setPen(inks[1])
        layout.draw(painter, place)
        painter.restore()

    def _fitting(self, text: str, width: int) -> str:
        """Return the text on one line, cut where it is wider."""
        key = (text, width)
        found = self._cut.get(key)
        if found is None:
            found = " ".join(text.split())
            if self._layout(found).lineAt(0).naturalTextWidth() > width:
                found = self._metrics.elidedText(found, Qt.TextElideMode.ElideRight, width)
            _keep(self._cut, key, found)
        return found

    def _layout(self, text: str) -> QTextLayout:
        made = self._made.get(text)
        if made is None:
            made = QTextLayout(text, self._font)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
            made.setTextOption(option)
            made.setCacheEnabled(True)
            made.beginLayout()
            made.createLine().setLineWidth(_ENDLESS)
            made.endLayout()
            _keep(self._made, text, made)
        return made


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    """Keep one more; the oldest goes where there are too many."""
    if len(kept) >= _KEPT:
        del kept[next(iter(kept))]
    kept[key] = value


def _part(layout: QTextLayout, start: int, end: int) -> QRect:
    """Return where letters stand in a line that is laid out; the line may run from right to left."""
    line = layout.lineAt(0)
    edges = sorted(round(_x(line, place)) for place in (start, end))
    return QRect(edges[0], 0, edges[1] - edges[0], round(line.height()))


def _x(line: QTextLine, place: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
