"""The glyphs of the Phosphor font as icons in any size, each in one color and a quieter one where it is disabled."""

import json
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

#: Part of a rectangle's height that the glyphs' em square takes: the rest is room for bearings.
_SHARE = 0.875


def files(wanted: Collection[str]) -> tuple[Path, dict[str, str]]:
    """Find the font and where each of these glyphs stands in it: glyph name → character. Called on any thread.

    The font has ten times as many; a name that it does not have is left out.

    The package is only looked up, not imported. Raises FileNotFoundError where it is not installed.
    """
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("qtawesome")
    folder = Path(found.origin).parent / "fonts"
    font, places = next(folder.glob("phosphor-*.ttf")), next(folder.glob("phosphor-charmap-*.json"))
    known: dict[str, str] = json.loads(places.read_text(encoding="utf-8"))
    return font, {name: chr(int(known[name], 16)) for name in wanted if name in known}


class IconFont:
    """The font, added to the application's fonts; ``glyphs`` says which character shows which glyph."""

    def __init__(self, file: Path, glyphs: dict[str, str]) -> None:
        self.glyphs = glyphs
        # By its path: of a file that is handed over as bytes Qt keeps all 1.4 MB in memory.
        number = QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.applicationFontFamilies(number)
        self._family = families[0] if families else ""

    def icon(self, glyph: str, color: str, disabled: str) -> QIcon:
        """Return a glyph as an icon. Raises KeyError for an unknown glyph."""
        return QIcon(_Glyph(self._family, self.glyphs[glyph], QColor(color), QColor(disabled)))


class _Glyph(QIconEngine):
    """Paints one character; Qt asks it for pixmaps in the size and resolution that it needs."""

    def __init__(self, family: str, character: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._family, self._character = family, character
        self._color, self._disabled = color, disabled
        #: By size and ink: a line with an icon in it paints it with every key.
        self._kept: dict[tuple[int, int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the character in the middle of a rectangle."""
        font = QFont(self._family)
        font.setPixelSize(max(1, round(rect.height() * _SHARE)))
        # A text that is all icon needs no other font where the glyph is missing.
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        painter.save()
        painter.setFont(font)
        painter.setPen(self._disabled if mode == QIcon.Mode.Disabled else self._color)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the character on a transparent ground."""
        key = (size.width(), size.height(), mode == QIcon.Mode.Disabled)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = QPixmap(size)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
            painter.end()
        return QPixmap(found)

    def clone(self) -> QIconEngine:
        """Return the same once more: an icon that is changed gets an engine of its own."""
        return _Glyph(self._family, self._character, self._color, self._disabled)
