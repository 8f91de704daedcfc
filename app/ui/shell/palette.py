"""Ctrl+K: one line that finds commands, callers, inquiries, units and scripts, and opens what is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.callers import Caller
from app.models.inquiries import InquiryRow
from app.models.script_searches import EndedSearch, SearchEnd, SearchPlace
from app.models.units import Unit
from app.services import everything, script_searches, wording
from app.services.everything import Everything
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.early_choice import EarlyChoice
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint
from app.ui.kit.search_box import SearchBox
from app.ui.shell.command_book import CommandBook
from app.ui.shell.overlay import Overlay
from app.ui.shell.palette_list import PaletteList
from app.ui.shell.presenting import Choice, Row, fitting

_LIMIT, _COMMANDS, _RECENT = 6, 5, 8
_WIDTH, _TOP, _LINE = 680, 72, 44

#: Under this name the world holds the one search over the library of scripts.
_SCRIPT_SEARCH = "script_search"


def find(view: View, text: str, limit: int, language: str) -> Everything:
    """Answer the palette's question; runs on a reader thread."""
    library: Any = view.outside.get(_SCRIPT_SEARCH)
    if library is None:
        return everything.search(view, text, limit=limit)

    def scripts(typed: str, most: int) -> Sequence[Any]:
        return library.query(view, text=typed, language=language, limit=most)

    return everything.search(view, text, limit=limit, scripts=scripts)


class Palette(Overlay):
    """`chosen(Row)` when something other than a command is to be opened; commands are given through the book."""

    chosen = Signal(object)

    def __init__(self, jobs: Jobs, book: CommandBook, parent: QWidget) -> None:
        super().__init__("palette", parent)
        self._jobs = jobs
        self._book = book
        self._choices: list[Choice] = []
        self._found = Everything("")
        self._early = EarlyChoice()
        self._recent: list[Row] = []
        self._build()
        self._connect()
        self.retranslate()

    def open(self) -> None:
        """Open with an empty line: what was opened last, and the ways to the panes."""
        self._choices = self._book.choices()
        self._found = Everything("")
        self._line.clear()
        self._refresh()
        super().open()
        self._line.setFocus()

    def rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._list.rows

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self.setAccessibleName(self.tr("Search everything"))
        self._line.setAccessibleName(self.tr("Search everything"))
        self._line.setPlaceholderText(self.tr("Number, name, inquiry, script, unit or command"))
        self._list.setAccessibleName(self.tr("Results"))
        for label, text in zip(self._hints, (self.tr("choose"), self.tr("open"), self._escape_does()), strict=True):
            label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a press beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            super().mousePressEvent(event)

    def place(self) -> None:
        """Put the card at the upper third, as tall as its rows allow."""
        width = min(_WIDTH, self.width() - 32)
        foot = self._foot.sizeHint().height()
        room = self.height() - _TOP - _LINE - foot - 60
        rows = min(self._list.height_of_rows() + 12, max(120, room))
        self._card.setGeometry((self.width() - width) // 2, _TOP, width, rows + _LINE + foot + 20)

    def _build(self) -> None:
        self._card = QFrame(self)
        self._card.setProperty("role", "popup")
        self._line = SearchBox("palette.line", self._card)
        self._line.setMinimumHeight(_LINE - 4)
        self._list = PaletteList(self._card)
        self._list.setFocusProxy(self._line)
        self._foot = QWidget(self._card)
        self._hints = (QLabel(self._foot), QLabel(self._foot), QLabel(self._foot))
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(8, 4, 8, 0)
        foot.setSpacing(6)
        for keys, label in zip(("", "Enter", "Esc"), self._hints, strict=True):
            label.setProperty("type", "hint")
            key = KeyHint(keys, self._foot) if keys else QLabel("↑ ↓", self._foot)
            key.setProperty("type", "key")
            foot.addWidget(key)
            foot.addWidget(label)
            foot.addSpacing(10)
        foot.addStretch(1)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._line.typed.connect(self._ask)
        self._line.chosen.connect(self._choose)
        self._line.moved.connect(self._list.step)
        self._line.picked.connect(self._pick)
        self._line.left.connect(self.close_it)
        self._list.picked.connect(self._open)
        theme.of_app().changed.connect(self.place)

    def _ask(self, _text: str, _preedit: str) -> None:
        typed = self._line.query.strip()
        if not typed:
            self._found = Everything("")
        self._refresh()
        if typed:
            self._early.asked()
            self._jobs.ask(
                find,
                key="palette",
                done=self._show,
                text=typed,
                limit=_LIMIT,
                language=languages.current(),
            )

    def _show(self, found: Everything) -> None:
        if self._line.query.strip():
            self._found = found
            self._refresh()
            if self._early.answered() is not None:
                self._choose()

    def _refresh(self) -> None:
        self._hints[-1].setText(self._escape_does())
        typed = self._line.query.strip()
        self._list.show_rows(self._rows_for(typed) if typed else self._rows_at_rest())
        self.place()

    def _escape_does(self) -> str:
        return self.tr("empty the line") if self._line.text() else self.tr("close")

    def _rows_at_rest(self) -> list[Row]:
        going = [one for one in self._choices if one.id.startswith("go.") and one.enabled]
        rows = [Row("heading", title=self.tr("Go to")), *(_command_row(one) for one in going)]
        if self._recent:
            rows = [Row("heading", title=self.tr("Opened last")), *self._recent, *rows]
        return rows

    def _rows_for(self, typed: str) -> list[Row]:
        found, language = self._found, languages.current()
        callers = zip(found.callers, found.numbers, strict=True)
        answers, nearest = _parted(found.scripts)
        groups = (
            (self.tr("Commands"), [_command_row(one) for one in fitting(self._choices, typed, _COMMANDS)]),
            (self.tr("Callers"), [_caller_row(caller, numbers, language) for caller, numbers in callers]),
            (self.tr("Inquiries"), [_inquiry_row(one, language) for one in found.inquiries]),
            (self.tr("Units"), [_unit_row(one, language) for one in found.units]),
            (self.tr("Scripts"), [_script_row(one) for one in answers]),
            (self._nearest_title(answers), [_script_row(one) for one in nearest]),
        )
        rows = [line for title, lines in groups if lines for line in (Row("heading", title=title), *lines)]
        return rows or [Row("note", title=self.tr("Nothing found for “{text}”").format(text=typed))]

    def _nearest_title(self, answers: Sequence[Any]) -> str:
        """Return what scripts are called that do not answer what was typed, alone or below those that do."""
        if answers:
            return self.tr("Scripts: nearest, not approved for this")
        return self.tr("Scripts: none fits, these are nearest")

    def _note(self, key: str) -> None:
        """Keep the search that found a script; one that was opened again from the list at rest is none."""
        typed, hits = self._line.query.strip(), self._found.scripts
        keys = [str(getattr(one, "key", "")) for part in _parted(hits) for one in part]
        if typed and key in keys:
            ended = EndedSearch(
                typed,
                SearchEnd.OPENED,
                SearchPlace.PALETTE,
                language=languages.current(),
                key=key,
                rank=keys.index(key) + 1,
                results=len(keys),
                first=keys[0],
                fits=_fits(hits[0]),
            )
            self._jobs.do(script_searches.note, search=ended)

    def _choose(self) -> None:
        row = self._list.marked()
        is_command = row is not None and row.kind == "command"
        if (is_command or self._early.entered()) and row is not None and row.can_be_chosen:
            self._open(row)

    def _pick(self, place: int) -> None:
        rows = [row for row in self._list.rows if row.can_be_chosen]
        if place < len(rows):
            self._open(rows[place])

    def _open(self, row: Row) -> None:
        if row.kind == "script":
            self._note(str(row.key))
        self.close_it()
        if row.kind == "command":
            self._book.run(str(row.key))
            return
        self._recent = [row, *(one for one in self._recent if one.key != row.key)][:_RECENT]
        self.chosen.emit(row)


def _command_row(choice: Choice) -> Row:
    return Row("command", choice.id, choice.text, choice.keys, choice.tip, choice.enabled)


def _caller_row(caller: Caller, numbers: tuple[str, ...], language: str) -> Row:
    kind = wording.label("caller_kind", caller.kind.value, language) if caller.kind else ""
    shown = numbers[0] if numbers else ""
    key = (caller.id, caller.numbers[0] if caller.numbers else "")
    return Row("caller", key, caller.name or shown, shown if caller.name else "", kind)


def _inquiry_row(inquiry: InquiryRow, language: str) -> Row:
    state = wording.label("inquiry_state", inquiry.state.value, language)
    note = " · ".join(text for text in (state, inquiry.caller_name or "") if text)
    return Row("inquiry", inquiry.id, inquiry.summary or inquiry.number, inquiry.number, note)


def _unit_row(unit: Unit, language: str) -> Row:
    name = unit.name_en if language == "en" and unit.name_en else unit.name
    return Row("unit", unit.code, name, unit.phone or "", unit.handles or "")


def _fits(script: Any) -> bool:
    return bool(getattr(script, "fits", True))


def _parted(scripts: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Return those that answer what was typed, then the nearest ones; where the first does not, none is surer."""
    answers = [one for one in scripts if _fits(one)] if scripts and _fits(scripts[0]) else []
    return answers, [one for one in scripts if one not in answers]


def _script_row(script: Any) -> Row:
    why = str(getattr(script, "why", "") or "")
    return Row("script", str(script.key), str(script.title), str(script.key), why if why != script.title else "")
