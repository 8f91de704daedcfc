"""The open flags of all scripts as a list; who sees to them has the first due at the top, with its day and owner."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.script_flags import FlagToSee
from app.services.script_outline import OpenFlag
from app.ui.kit import languages
from app.ui.kit.presenting_time import day, relative
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
        self.show_lines([self._line(flag, shelf) for flag in shelf.flags])

    def _line(self, flag: OpenFlag, shelf: Shelf) -> Line:
        language = languages.current()
        titles = (flag.title_zh, flag.title_en) if language.startswith("zh") else (flag.title_en, flag.title_zh)
        title = titles[0] or titles[1] or flag.key
        due = shelf.due.get(flag.id)
        if due is None:
            return Line(flag, title, flag.note, hint=relative(flag.at, shelf.now, language, shelf.zone))
        until = day(due.due_on, shelf.now.astimezone(shelf.zone).date(), language)
        hint = (self.tr("was due {day}") if due.overdue else self.tr("due {day}")).format(day=until)
        return Line(flag, title, flag.note, chips=tuple(self._chips(due, shelf.me)), hint=hint)

    def _chips(self, due: FlagToSee, me: str) -> Iterator[tuple[str, str]]:
        if due.overdue:
            yield self.tr("overdue"), "danger"
        if due.critical:
            yield self.tr("critical point"), "warning"
        if due.owner == me:
            yield self.tr("your script"), "accent"
        elif due.owner:
            yield due.owner, ""

    def _open_script(self, flag: Any) -> None:
        self.script_opened.emit(flag.key)

    def _pick_script(self, flag: Any) -> None:
        self.script_picked.emit(flag.key)
