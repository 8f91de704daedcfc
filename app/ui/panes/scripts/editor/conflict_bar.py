"""Somebody saved a newer version meanwhile: what differs, and the choice. Nothing is lost either way."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.scripts_library.comparer import Difference
from app.ui.kit import theme
from app.ui.panes.scripts.line_list import Line, LineList

_LONGEST = 160


class ConflictBar(QFrame):
    """``kept_mine()`` what is written goes on top of the newer version, ``taken_theirs()`` it gives way."""

    kept_mine = Signal()
    taken_theirs = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self.setObjectName("scripts.editor.conflict")
        self.setProperty("role", "strip")
        self.setProperty("tone", "warning")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self.list = LineList("scripts.editor.differences", self, wrap=3)
        self.mine, self.theirs = QPushButton(self), QPushButton(self)
        self.mine.setObjectName("scripts.editor.conflict.mine")
        self.theirs.setObjectName("scripts.editor.conflict.theirs")
        column = QVBoxLayout(self)
        column.setSpacing(theme.of_app().px("pad"))
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self._text, 1)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        column.addWidget(self.list)
        self.mine.clicked.connect(self.kept_mine)
        self.theirs.clicked.connect(self.taken_theirs)
        self.retranslate()
        self.hide()

    def show_conflict(self, number: int, differences: Sequence[Difference]) -> None:
        """Say that version `number` came meanwhile, and how what is written here differs from it."""
        self._number = number
        lines = [_line(place, one) for place, one in enumerate(differences)]
        self.list.show_lines(lines)
        self.list.fit(4)
        self.list.setVisible(bool(lines))
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        text = self.tr("Version {number} was saved meanwhile. Below: there → here.")
        self._text.setText(text.format(number=self._number))
        self.list.setAccessibleName(self.tr("Differences"))
        names = ((self.mine, self.tr("Go on with mine")), (self.theirs, self.tr("Take theirs")))
        for button, name in names:
            button.setText(name)
            button.setAccessibleName(name)
        self.mine.setToolTip(self.tr("What is written here becomes the next version; theirs stays in the history"))
        self.theirs.setToolTip(self.tr("Show the newer version; what was written here can be brought back for 15 s"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _line(place: int, one: Difference) -> Line:
    return Line(place, " · ".join(one.place), f"{_short(one.before)} → {_short(one.after)}")


def _short(text: str) -> str:
    words = " ".join(text.split()) or "–"
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
