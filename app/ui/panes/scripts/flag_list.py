"""The open flags of all scripts as a list."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit import languages
from app.ui.kit.presenting_time import relative
from app.ui.panes.scripts.asking import Shelf
from app.ui.panes.scripts.line_list import Line, LineList


class FlagList(LineList):
    """``script_opened(key)`` and ``script_picked(key)`` of the script that a line is about."""

    script_opened = Signal(str)
    script_picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.opened.connect(self._open_script)
        self.picked.connect(self._pick_script)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the flags of the library as it is now."""
        language = languages.current()
        lines: list[Line] = []
        for flag in shelf.flags:
            titles = (flag.title_zh, flag.title_en) if language.startswith("zh") else (flag.title_en, flag.title_zh)
            title = titles[0] or titles[1] or flag.key
            lines.append(Line(flag, title, flag.note, hint=relative(flag.at, shelf.now, language, shelf.zone)))
        self.show_lines(lines)

    def _open_script(self, flag: Any) -> None:
        self.script_opened.emit(flag.key)

    def _pick_script(self, flag: Any) -> None:
        self.script_picked.emit(flag.key)
