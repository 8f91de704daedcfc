"""One list of a script: its rows, the buttons that add, move and remove them, and the form of the current row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import icons, theme
from app.ui.kit.cards import SectionHeader
from app.ui.kit.forms import Form
from app.ui.kit.line_editors import Clock
from app.ui.panes.scripts.editor.row_kind import RowKind, Rows
from app.ui.panes.scripts.editor.row_list import RowList
from app.ui.panes.scripts.line_list import Line

_BUTTONS = (("add", "add"), ("up", "up"), ("down", "down"), ("remove", "delete"))


class RowsEditor(QWidget):
    """``edited(rows)`` after a person's change, ``chosen(place)`` when another row is the current one, ``removed()``
    after a row went; ``put_back`` brings it back."""

    edited = Signal(object)
    chosen = Signal(int)
    removed = Signal()

    def __init__(self, kind: RowKind, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._clock = clock
        self._rows: Rows = ()
        self._place = -1
        self._wrong: Mapping[int, str] = {}
        self._gone: tuple[int, Any] | None = None
        self.setObjectName(f"scripts.editor.{kind.name}")
        self._build()
        self._connect()
        self.retranslate()

    @property
    def rows(self) -> Rows:
        """The rows as they stand."""
        return self._rows

    @property
    def place(self) -> int:
        """Which row is the current one, -1 for none."""
        return self._place

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows without a signal; the same place stays current."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._go(min(max(self._place, 0), len(self._rows) - 1))

    def show_wrong(self, wrong: Mapping[int, str]) -> None:
        """Mark rows (by place) at which something is wrong, each with a short word."""
        if wrong != self._wrong:
            self._wrong = wrong
            self._show_lines()

    def go_to(self, place: int, field: str = "") -> None:
        """Put the cursor into a row's field, its first one where none is named."""
        if 0 <= place < len(self._rows):
            self._go(place)
            self.form.focus(field or self.kind.fields[0].name)
        else:
            self.list.setFocus()

    def add(self) -> None:
        """Add a row after the current one."""
        place = self._place + 1
        rows = (*self._rows[:place], self.kind.blank(self._rows), *self._rows[place:])
        self._become(rows, place)
        self.form.focus(self.kind.fields[0].name)

    def put_row(self, row: Any, place: int) -> None:
        """Put a row in the place of another one, as a person's change."""
        if 0 <= place < len(self._rows):
            self._become((*self._rows[:place], row, *self._rows[place + 1 :]), place)

    def remove(self) -> None:
        """Take the current row away."""
        if self._place >= 0:
            self._gone = (self._place, self._rows[self._place])
            rows = self._rows[: self._place] + self._rows[self._place + 1 :]
            self._become(rows, min(self._place, len(rows) - 1))
            self.list.setFocus()
            self.removed.emit()

    def put_back(self) -> None:
        """Bring back the row that went last."""
        if self._gone is not None:
            place, row = self._gone
            self._gone = None
            self._become((*self._rows[:place], row, *self._rows[place:]), min(place, len(self._rows)))

    def shift(self, by: int) -> None:
        """Move the current row up or down."""
        there = self._place + by
        if self._place >= 0 and 0 <= there < len(self._rows):
            rows = list(self._rows)
            rows.insert(there, rows.pop(self._place))
            self._become(tuple(rows), there)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        titles, empties = self._titles(), self._empties()
        self._head.set_title(titles[self.kind.name])
        self.list.setAccessibleName(titles[self.kind.name])
        self._none.setText(empties[self.kind.name])
        words = {
            "add": self.tr("Add a row (Insert)"),
            "up": self.tr("Move up (Alt+Up)"),
            "down": self.tr("Move down (Alt+Down)"),
            "remove": self.tr("Remove the row (Delete)"),
        }
        for name, button in self.buttons.items():
            button.setToolTip(words[name])
            button.setAccessibleName(f"{titles[self.kind.name]}: {words[name]}")
        self.buttons["add"].setText(self.tr("Add"))
        self._show_lines()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _titles(self) -> dict[str, str]:
        return {
            "sources": self.tr("Sources"),
            "placeholders": self.tr("Placeholders"),
            "key_points": self.tr("Key points"),
            "must_not_say": self.tr("Must not be said"),
            "dialect_notes": self.tr("Dialects"),
            "nodes": self.tr("Questions and answers that lead to what is said"),
            "options": self.tr("Answers of the caller"),
        }

    def _empties(self) -> dict[str, str]:
        return {
            "sources": self.tr("No document yet. An answer is approved only with one."),
            "placeholders": self.tr("None. Write {name} in a wording where a value is filled in, then describe it."),
            "key_points": self.tr("None yet. Write what every answer must contain."),
            "must_not_say": self.tr("None. Write words here that would be a promise or wrong."),
            "dialect_notes": self.tr("None. Write how dialects say it otherwise."),
            "nodes": self.tr("No questions: the answer is read at once. Add the first question."),
            "options": self.tr("No answers: the node goes on by itself."),
        }

    def _build(self) -> None:
        name = self.objectName()
        self._head = SectionHeader("", self)
        self.buttons: dict[str, QPushButton] = {}
        for button, icon in _BUTTONS:
            self.buttons[button] = made = QPushButton(self)
            made.setObjectName(f"{name}.{button}")
            made.setProperty("tone", "" if button == "add" else "quiet")
            icons.give(made, icon, "text" if button == "add" else "muted")
            self._head.add(made)
        self.list = RowList(f"{name}.rows", self)
        self._none = QLabel(self)
        self._none.setProperty("type", "hint")
        self._none.setWordWrap(True)
        self.form = Form(
            self.kind.fields, name=f"{name}.form", clock=self._clock, columns=self.kind.columns, parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        for widget in (self._head, self._none, self.list, self.form):
            column.addWidget(widget)

    def _connect(self) -> None:
        slots: dict[str, Callable[[], None]] = {
            "add": self.add, "up": self._up, "down": self._down, "remove": self.remove
        }  # fmt: skip
        for name, button in self.buttons.items():
            button.clicked.connect(slots[name])
        self.list.adding.connect(self.add)
        self.list.removing.connect(self.remove)
        self.list.moving.connect(self.shift)
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self.go_to)
        self.form.changed.connect(self._edit)

    def _up(self) -> None:
        self.shift(-1)

    def _down(self) -> None:
        self.shift(1)

    def _pick(self, place: int) -> None:
        self._go(place)

    def _edit(self, name: str, value: object) -> None:
        if self._place < 0:
            return
        row = self.kind.write(self._rows[self._place], name, value)
        self._rows = (*self._rows[: self._place], row, *self._rows[self._place + 1 :])
        self._show_lines()
        self.edited.emit(self._rows)

    def _become(self, rows: Rows, place: int) -> None:
        self._rows = rows
        self._go(place)
        self.edited.emit(rows)

    def _go(self, place: int) -> None:
        self._place = place
        self._show_lines()
        if place >= 0:
            self.form.set_values(self.kind.read(self._rows[place]))
        self.chosen.emit(place)

    def _show_lines(self) -> None:
        self.list.show_lines([self._line(place, row) for place, row in enumerate(self._rows)])
        if self._place >= 0:
            self.list.mark(self._place)
        self.list.fit(4)
        has_rows = bool(self._rows)
        self.list.setVisible(has_rows)
        self.form.setVisible(self._place >= 0)
        self._none.setVisible(not has_rows)
        for name in ("up", "down", "remove"):
            self.buttons[name].setEnabled(self._place >= 0)

    def _line(self, place: int, row: Any) -> Line:
        title, detail, word = self.kind.says(row)
        chips: list[tuple[str, str]] = []
        if word:
            chips.append((self.tr("Critical") if word == "critical" else word, ""))
        if place in self._wrong:
            chips.append((self._wrong[place], "danger"))
        return Line(place, title, detail, tuple(chips))
