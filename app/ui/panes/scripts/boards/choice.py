"""The choice among the boards: buttons with counts, of which one is down."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.services.wording import counted
from app.ui.kit import languages


class _BoardButton(QPushButton):
    """The button of one board: ``pressed_for(place)``. A button group would leave all but one out of the Tab order."""

    pressed_for = Signal(int)

    def __init__(self, name: str, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.setObjectName(name)
        self.setCheckable(True)
        self.clicked.connect(self._press)

    def _press(self) -> None:
        self.pressed_for.emit(self._place)


class BoardChoice(QWidget):
    """``chosen(place)`` when a person or ``choose`` goes to a board."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._buttons: list[_BoardButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        for place, name in enumerate(names):
            button = _BoardButton(f"scripts.boards.{name}", place, self)
            button.pressed_for.connect(self.choose)
            self._buttons.append(button)
        self._place = 0
        self.show_only(self._names)

    @property
    def place(self) -> int:
        """The place of the chosen board."""
        return self._place

    @property
    def name(self) -> str:
        """The name of the chosen board."""
        return self._names[self._place]

    def choose(self, place: int) -> None:
        """Go to a board, with the signal."""
        self._show(place)
        self.chosen.emit(place)

    def show_only(self, names: Sequence[str]) -> None:
        """Show the buttons of these boards, two in a row; from a board that goes to the first one that stays."""
        shown = [place for place, name in enumerate(self._names) if name in names]
        for place, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            button.setVisible(place in shown)
        for number, place in enumerate(shown):
            self._grid.addWidget(self._buttons[place], number // 2, number % 2)
        self._shown = shown
        if shown and self._place not in shown:
            self.choose(shown[0])
        else:
            self._show(self._place)

    def next(self) -> None:
        """Go to the next board that is shown, from the last to the first."""
        if self._shown:
            self.choose(next((place for place in self._shown if place > self._place), self._shown[0]))

    def take_focus(self) -> None:
        """Put the cursor on the chosen button."""
        self._buttons[self._place].setFocus()

    def show_texts(self, texts: Sequence[tuple[str, int]]) -> None:
        """Show the boards' names with how much is on each."""
        for button, (text, count) in zip(self._buttons, texts, strict=True):
            button.setText(counted(text, count, languages.current()))
            button.setAccessibleName(button.text())

    def _show(self, place: int) -> None:
        self._place = place
        for number, button in enumerate(self._buttons):
            button.setChecked(number == place)
