"""A score sheet to be filled by keyboard: 0, 1, 2 or N for each item, errors with their class and key point."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.models.evaluations import MOST, ErrorClass, ErrorFound, Evaluation, Sheet
from app.services import wording
from app.services.quality_desk import GivenPoint
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.panes.training import presenting_review
from app.ui.panes.training.presenting import spoken

#: So many errors are seen at once.
_MOST_SEEN = 3


class ItemList(QListWidget):
    """``scored(place, points)`` by a digit or N; the next item is the current one then."""

    scored = Signal(int, object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0, 1 and 2 give points, N says that the item did not apply."""
        text = event.text()
        if text.isdigit() and int(text) <= MOST:
            self._give(int(text))
        elif event.key() == Qt.Key.Key_N and not event.modifiers():
            self._give(None)
        else:
            super().keyPressEvent(event)

    def _give(self, points: int | None) -> None:
        place = self.currentRow()
        if place >= 0:
            self.scored.emit(place, points)
            self.setCurrentRow(min(place + 1, self.count() - 1))


class ErrorList(QListWidget):
    """``removed(place)`` by Delete."""

    removed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes an error away."""
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class HalfFilled:
    """A sheet that somebody left before it was saved."""

    points: Mapping[str, int | None]
    errors: tuple[ErrorFound, ...]
    what: str
    note: str


class SheetView(Card):
    """The sheet of one contact; ``changed()`` at each point."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._sheet: Sheet | None = None
        self._points: dict[str, int | None] = {}
        self._given: tuple[GivenPoint, ...] = ()
        self.errors: list[ErrorFound] = []
        self._begun: tuple[dict[str, int | None], tuple[ErrorFound, ...]] = ({}, ())
        self._build()
        self._connect()
        self.retranslate()

    def ask(self, sheet: Sheet, given: Sequence[GivenPoint], before: Evaluation | None = None) -> None:
        """Show a sheet with what was given before, nothing where nobody scored yet."""
        self._sheet, self._given = sheet, tuple(given)
        self._points = dict(before.points) if before else {}
        self.errors = list(before.errors) if before else []
        self._begun = dict(self._points), tuple(self.errors)
        self.what.clear()
        self.note.clear()
        self._fill()
        self.items.setCurrentRow(0)

    def half_filled(self) -> HalfFilled | None:
        """Return what was filled in since it was asked for, None where nothing was."""
        found = HalfFilled(dict(self._points), tuple(self.errors), self.what.text(), self.note.text())
        return found if (found.points, found.errors, found.what, found.note) != (*self._begun, "", "") else None

    def put_back(self, half: HalfFilled) -> None:
        """Go on with a sheet that was left; the first open item is the current one."""
        self._points, self.errors = dict(half.points), list(half.errors)
        self.what.setText(half.what)
        self.note.setText(half.note)
        self._fill()
        items = self._sheet.items if self._sheet else ()
        self.items.setCurrentRow(next((at for at, one in enumerate(items) if one.id not in self._points), 0))

    def points(self) -> dict[str, int | None] | None:
        """Return the points of all items; None while some are open."""
        whole = self._sheet is not None and len(self._points) == len(self._sheet.items)
        return dict(self._points) if whole else None

    def add_error(self) -> None:
        """Add the error that is typed in."""
        kind = ErrorClass(self.kind.currentData())
        place = self.about.currentData()
        about = self._given[place] if isinstance(place, int) and place >= 0 else None
        self.errors.append(
            ErrorFound(kind, self.what.text().strip(), about.script if about else "", about.point if about else "")
        )
        self.what.clear()
        self._say_errors()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.items.setAccessibleName(self.tr("Items of the score sheet"))
        self._keys.setText(self.tr("0, 1, 2 points · N did not apply · Del takes an error away"))
        self.found.setAccessibleName(self.tr("Errors"))
        self.kind.setAccessibleName(self.tr("Class of the error"))
        self.about.setAccessibleName(self.tr("Key point of the error"))
        self.what.setAccessibleName(self.tr("What was wrong"))
        self.what.setPlaceholderText(self.tr("What was wrong; Enter adds the error"))
        self.add.setText(self.tr("Add the error"))
        self.add.setAccessibleName(self.add.text())
        self.note.setAccessibleName(self.tr("Word to the operator"))
        self.note.setPlaceholderText(self.tr("A word to the operator"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.sheet")
        self.items, self.found = ItemList(self), ErrorList(self)
        self.items.setObjectName("training.sheet.items")
        self.found.setObjectName("training.sheet.errors")
        self.kind, self.about = QComboBox(self), QComboBox(self)
        self.kind.setObjectName("training.sheet.kind")
        self.about.setObjectName("training.sheet.about")
        self.what, self.note = QLineEdit(self), QLineEdit(self)
        self.what.setObjectName("training.sheet.what")
        self.note.setObjectName("training.sheet.note")
        self.add = QPushButton(self)
        self.add.setObjectName("training.sheet.add")
        self._keys = QLabel(self)
        self._keys.setProperty("type", "muted")
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.about.setMinimumContentsLength(8)
        self.body.addWidget(self.items, 1)
        self.body.addWidget(self._keys)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.addWidget(self.kind)
        row.addWidget(self.about, 1)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.addWidget(self.what, 1)
        line.addWidget(self.add)
        self.body.addWidget(self.found)
        self.body.addWidget(self.note)

    def _connect(self) -> None:
        self.items.scored.connect(self._score)
        self.found.removed.connect(self._remove)
        self.what.returnPressed.connect(self.add_error)
        self.add.clicked.connect(self.add_error)

    def _score(self, place: int, points: int | None) -> None:
        if self._sheet is not None:
            self._points[self._sheet.items[place].id] = points
            self._say_item(place)
            self.changed.emit()

    def _remove(self, place: int) -> None:
        del self.errors[place]
        self._say_errors()
        self.changed.emit()

    def _fill(self) -> None:
        language = languages.current()
        self.kind.clear()
        for one in ErrorClass:
            self.kind.addItem(wording.label("error_class", one.value, language), one.value)
        self.about.clear()
        self.about.addItem(self.tr("about no key point"), -1)
        for place, one in enumerate(self._given):
            self.about.addItem(wording.named(one.title, one.text, language), place)
        before = self.items.currentRow()
        self.items.clear()
        for place in range(len(self._sheet.items) if self._sheet else 0):
            self.items.addItem(QListWidgetItem())
            self._say_item(place)
        self.items.setCurrentRow(before)
        self._say_errors()

    def _say_item(self, place: int) -> None:
        if self._sheet is not None:
            item = self._sheet.items[place]
            given = self._points.get(item.id, presenting_review.OPEN)
            mark = presenting_review.NONE if given is None else given
            self.items.item(place).setText(f"{mark}   {item.words[spoken(languages.current())]}")

    def _say_errors(self) -> None:
        self.found.clear()
        for one in self.errors:
            self.found.addItem(presenting_review.error_text(one, languages.current()))
        rows = min(len(self.errors), _MOST_SEEN)
        self.found.setFixedHeight(max(1, rows) * theme.of_app().px("row") + 2 * self.found.frameWidth())
        self.found.setVisible(bool(self.errors))
