"""Icons by name and color token, drawn with the Phosphor font that QtAwesome brings.

Only that one font file is used: importing QtAwesome takes 0.2 s and 29 MB for eleven other fonts. It is read on a
thread after the window's first paint (`load`); until then widgets hold an empty icon of the right size, and the layout
does not jump.
"""

import json
import weakref
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app.ui.kit import theme
from app.ui.kit.app_part import AppPart
from app.ui.kit.bound_methods import alive

_NAMES = Path(__file__).resolve().parents[3] / "resources" / "icons" / "icons.json"


# An action, a button, a label: whatever takes an icon or a pixmap.
Holder = QAction | QAbstractButton | QLabel


class _Wish(NamedTuple):
    """Which icon a holder wants."""

    name: str
    color: str
    size: int


@cache
def names() -> dict[str, str]:
    """Return every icon name of the window with its glyph in the font."""
    return json.loads(_NAMES.read_text(encoding="utf-8"))


class IconBook(QObject):
    """Remembers who wants which icon, so that it can come late and change its color with the theme."""

    ready = Signal()
    _imported = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._font: Any = None
        self._loading = False
        self._wishes: weakref.WeakKeyDictionary[Any, _Wish] = weakref.WeakKeyDictionary()
        self._cache: dict[tuple[str, str, bool], QIcon] = {}
        self._imported.connect(self._take_font)
        theme.of_app().changed.connect(self._repaint)

    def give(self, holder: Holder, name: str, color: str, size: int) -> None:
        """Put the icon on `holder` now or as soon as the font is there. Raises KeyError for an unknown name."""
        if name not in names():
            raise KeyError(name)
        self._wishes[holder] = wish = _Wish(name, color, size)
        self._paint(wish, holder)

    def load(self) -> None:
        """Import the font in the background; `ready()` follows."""
        if not self._loading:
            self._loading = True
            Thread(target=self._import, name="icons", daemon=True).start()

    def icon(self, name: str, color: str) -> QIcon:
        """Return the icon in a color token of the present theme; an empty one before the font is loaded."""
        if self._font is None:
            return _empty()
        looks = theme.of_app()
        key = (name, color, looks.dark)
        if key not in self._cache:
            self._cache[key] = self._font.icon(names()[name], looks.hex(color), looks.hex("faint"))
        return self._cache[key]

    def _import(self) -> None:
        from app.ui.kit.icon_font import files

        found = files(tuple(names().values()))
        if alive(self):
            self._imported.emit(found)

    def _take_font(self, found: Any) -> None:
        from app.ui.kit.icon_font import IconFont

        self._font = IconFont(*found)
        self._repaint()
        self.ready.emit()

    def _repaint(self) -> None:
        for holder, wish in list(self._wishes.items()):
            self._paint(wish, holder)

    def _paint(self, wish: _Wish, holder: Any) -> None:
        if not alive(holder):
            return
        icon = self.icon(wish.name, wish.color)
        if isinstance(holder, QLabel):
            holder.setPixmap(icon.pixmap(QSize(wish.size, wish.size), holder.devicePixelRatioF()))
        else:
            holder.setIcon(icon)


_book = AppPart(IconBook)


def book() -> IconBook:
    """Return the icons of the running application, made on first use. Raises RuntimeError before there is one."""
    return _book.get()


def give(holder: Holder, name: str, color: str = "text", size: int = 16) -> None:
    """Show the icon `name` of resources/icons/icons.json on a button, an action or a label, now and in later themes."""
    book().give(holder, name, color, size)


def load() -> None:
    """Start to load the icon font; the shell calls this after its first paint."""
    book().load()


@cache
def _empty() -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(0, 0, 0, 0))  # Qt.GlobalColor loads the 120 enumerations of Qt before the first picture
    return QIcon(pixmap)
