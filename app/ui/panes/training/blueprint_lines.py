"""The lines of a blueprint: so many questions of a topic, of a kind, of a difficulty, against what the bank holds."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.drill_items import Difficulty, DrillKind
from app.models.exams import BlueprintLine, Stock, in_stock
from app.services import wording
from app.services.exams import EXAM_KINDS
from app.ui.kit import languages, theme
from app.ui.kit.columns import Column
from app.ui.kit.count_box import CountBox
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList

_KINDS = tuple(one for one in DrillKind if one in EXAM_KINDS)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One line at its place, the name of its topic, and how many questions of the bank fit it."""

    place: int
    line: BlueprintLine
    name: str
    there: int


class LineList(TableView):
    """``typed(digit)`` for a digit: the number of questions is typed in the list itself."""

    typed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits make the number, the other keys are those of every list."""
        if event.text().isdigit() and not event.modifiers():
            self.typed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)


class BlueprintLines(QWidget):
    """Each topic of the bank with what is drawn of it; ``changed()`` at every change.

    Below the list stand number, kind and difficulty of the chosen line; a topic can have several lines.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock: Stock = {}
        self._names: Mapping[str, str] = {}
        self._lines: list[BlueprintLine] = []
        self._place = -1
        self._filling = False
        self._build()
        self._connect()
        self.retranslate()

    def ask(self, stock: Stock, names: Mapping[str, str]) -> None:
        """Offer the topics of the bank, nothing drawn yet."""
        self._stock, self._names = stock, names
        self._lines = [BlueprintLine(topic, 0) for topic in sorted({topic for topic, _, _ in stock})]
        self._show(0)

    def show_lines(self, lines: Sequence[BlueprintLine]) -> None:
        """Draw these lines, nothing of the other topics."""
        given = {one.topic for one in lines}
        rest = [BlueprintLine(topic, 0) for topic in sorted({one.topic for one in self._lines} - given)]
        self._lines = [*lines, *rest]
        self._show(0)

    def lines(self) -> tuple[BlueprintLine, ...]:
        """Return the lines of which something is drawn."""
        return tuple(one for one in self._lines if one.count)

    def another(self) -> None:
        """Add a line of the chosen topic below it, for another kind or difficulty."""
        if 0 <= self._place < len(self._lines):
            self._lines.insert(self._place + 1, BlueprintLine(self._lines[self._place].topic, 0))
            self._show(self._place + 1)
            self.count.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.list.setAccessibleName(self.tr("Questions of each topic"))
        self.count.setAccessibleName(self.tr("Questions of the chosen line"))
        self.kind.setAccessibleName(self.tr("Kind of question"))
        self.hard.setAccessibleName(self.tr("Difficulty"))
        self._add.setText(self.tr("Another line of this topic"))
        self._add.setAccessibleName(self._add.text())
        self._keys.setText(self.tr("Type the number on a topic; kind and difficulty of the chosen line stand below."))
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.rows = WholeList(_columns(), _place_of, self)
        self.list = LineList(self.rows, name="training.exam_form.lines", parent=self)
        self._keys = QLabel(self)
        self._keys.setProperty("type", "muted")
        self._keys.setWordWrap(True)
        self.count, self.kind, self.hard = CountBox(self), QComboBox(self), QComboBox(self)
        self.count.setRange(0, _MOST)
        self._add = QPushButton(self)
        named = {"line_count": self.count, "line_kind": self.kind, "line_hard": self.hard, "line_add": self._add}
        for name, widget in named.items():
            widget.setObjectName(f"training.exam_form.{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self._keys)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(pad)
        for widget in named.values():
            row.addWidget(widget)
        row.addStretch(1)

    def _connect(self) -> None:
        self.list.picked.connect(self._pick)
        self.list.typed.connect(self._type)
        self.count.valueChanged.connect(self._take)
        self.kind.currentIndexChanged.connect(self._take)
        self.hard.currentIndexChanged.connect(self._take)
        self._add.clicked.connect(self.another)

    def _offer(self) -> None:
        """Fill the choices of kind and difficulty in the language of the window."""
        language = languages.current()
        self._filling = True
        for box, group, values, any_one in (
            (self.kind, "drill_kind", _KINDS, self.tr("any kind")),
            (self.hard, "difficulty", tuple(Difficulty), self.tr("any difficulty")),
        ):
            kept = max(0, box.currentIndex())
            box.clear()
            box.addItem(any_one, "")
            for one in values:
                box.addItem(wording.label(group, one.value, language), one.value)
            box.setCurrentIndex(kept)
        self._filling = False

    def _show(self, place: int) -> None:
        rows = [
            Row(at, line, self._names.get(line.topic, line.topic), in_stock(self._stock, line))
            for at, line in enumerate(self._lines)
        ]
        self._place = place
        self.rows.show_lines(rows)
        self.list.select(place)
        self._fill()
        self.changed.emit()

    def _pick(self, row: Row | None) -> None:
        if row is not None:
            self._place = row.place
            self._fill()

    def _fill(self) -> None:
        """Put the chosen line into the fields below."""
        known = 0 <= self._place < len(self._lines)
        for widget in (self.count, self.kind, self.hard, self._add):
            widget.setEnabled(known)
        if known:
            line = self._lines[self._place]
            self._filling = True
            self.count.setValue(line.count)
            self.kind.setCurrentIndex(self.kind.findData(line.kind.value if line.kind else ""))
            self.hard.setCurrentIndex(self.hard.findData(line.difficulty.value if line.difficulty else ""))
            self._filling = False

    def _type(self, digit: int) -> None:
        """Put a digit behind the number; one that would be too many begins anew."""
        if 0 <= self._place < len(self._lines):
            line = self._lines[self._place]
            number = 10 * line.count + digit
            self.count.setValue(number if number <= in_stock(self._stock, line) else digit)

    def _take(self) -> None:
        """Take the fields below into the chosen line."""
        if self._filling or not 0 <= self._place < len(self._lines):
            return
        kind, hard = str(self.kind.currentData() or ""), str(self.hard.currentData() or "")
        line = replace(
            self._lines[self._place],
            kind=DrillKind(kind) if kind else None,
            difficulty=Difficulty(hard) if hard else None,
        )
        count = min(self.count.value(), in_stock(self._stock, line))
        self._lines[self._place] = replace(line, count=count)
        self._show(self._place)


def _place_of(row: Row) -> int:
    return row.place


def _name(row: Row) -> str:
    return row.name


def _kind(row: Row) -> str:
    return wording.label("drill_kind", row.line.kind.value, languages.current()) if row.line.kind else ""


def _hard(row: Row) -> str:
    return wording.label("difficulty", row.line.difficulty.value, languages.current()) if row.line.difficulty else ""


def _count(row: Row) -> str:
    return f"{row.line.count} / {row.there}"


def _columns() -> tuple[Column, ...]:
    return (
        Column("topic", QT_TRANSLATE_NOOP("tables", "Topic"), 0, show=_name, sortable=False),
        Column("kind", QT_TRANSLATE_NOOP("tables", "Kind of question"), 120, show=_kind, sortable=False),
        Column("difficulty", QT_TRANSLATE_NOOP("tables", "Difficulty"), 84, show=_hard, sortable=False),
        Column("count", QT_TRANSLATE_NOOP("tables", "Drawn / in the bank"), 140, "number", show=_count, sortable=False),
    )
