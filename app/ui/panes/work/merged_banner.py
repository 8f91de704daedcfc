"""What an inquiry is merged into, or what is merged into it: each with a way there and a way to take them apart.

Of one that another center works on, or had before, the same strip says so.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.models.inquiries import InquiryRow
from app.services import merging
from app.services.inquiries import Detail
from app.ui.kit import icons
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import ElidedLabel

#: Inquiries merged here that are shown; the others are a click further, on their own pages.
_MOST = 5


class MergedLine(QWidget):
    """One inquiry of a merge. ``opened(id)`` and ``apart(id)``: the one that is shown, the one that is merged."""

    opened = Signal(bytes)
    apart = Signal(bytes)

    def __init__(self, row: InquiryRow, merged: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._merged = row, merged
        self.text = ElidedLabel("", self)
        self.open = QPushButton(self)
        self.take_apart = QPushButton(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.text, 1)
        for name, button in (("open", self.open), ("apart", self.take_apart)):
            button.setObjectName(f"work.merged.{name}.{row.id.hex()}")
            button.setProperty("tone", "tag")
            line.addWidget(button)
        self.open.clicked.connect(self._open)
        self.take_apart.clicked.connect(self._apart)

    def say(self, text: str, open_text: str, apart_text: str, *, may: bool) -> None:
        """Say it; the buttons name their inquiry to a screen reader."""
        self.text.setText(text)
        for button, words in ((self.open, open_text), (self.take_apart, apart_text)):
            button.setText(words)
            button.setAccessibleName(f"{words} {self._row.number}")
        self.take_apart.setVisible(may)

    def _open(self) -> None:
        self.opened.emit(self._row.id)

    def _apart(self) -> None:
        self.apart.emit(self._merged)


class MergedBanner(QFrame):
    """Hidden for an inquiry that has nothing to do with a merge or another center.

    ``opened(inquiry id)`` to go there, ``told(text)`` after they were taken apart, ``refused(error)``.
    """

    opened = Signal(bytes)
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work.merged")
        self.setProperty("role", "strip")
        self._jobs = jobs
        self._shown: tuple[Detail, bool] | None = None
        self._lines: list[MergedLine] = []
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        icon = QLabel(self)
        icons.give(icon, "link", "muted", 18)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        top = QHBoxLayout()
        self._column.addLayout(top)
        top.addWidget(icon)
        top.addWidget(self._title, 1)
        self.hide()

    def show_detail(self, detail: Detail, *, may: bool) -> None:
        """Show what this inquiry was merged with; ``may``: the person may take it apart."""
        self._shown = detail, may
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        if detail.into is not None:
            self._add(detail.into, detail.row.id)
        for row in detail.merged[:_MOST]:
            self._add(row, row.id)
        row = detail.row
        self.setVisible(bool(self._lines or row.moved_to or row.came_from))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _add(self, row: InquiryRow, merged: bytes) -> None:
        line = MergedLine(row, merged, self)
        line.opened.connect(self.opened)
        line.apart.connect(self._take_apart)
        self._lines.append(line)
        self._column.addWidget(line)

    def _say(self) -> None:
        if self._shown is None:
            return
        detail, may = self._shown
        if not self._lines:
            self._title.setText(self._moved(detail.row))
            return
        rows = [detail.into] if detail.into is not None else []
        rows += detail.merged[:_MOST]
        if detail.into is not None:
            self._title.setText(self.tr("This inquiry is merged into another one. What is added to it goes there."))
        else:
            self._title.setText(self.tr("%n inquir(y/ies) merged into this one", "", len(detail.merged)))
        for line, row in zip(self._lines, rows, strict=True):
            line.say(f"{row.number}  {row.summary or ''}", self.tr("Open"), self.tr("Take apart"), may=may)

    def _moved(self, row: InquiryRow) -> str:
        if row.moved_to:
            told = self.tr("{center} works on this inquiry now. What becomes of it there is told in the timeline.")
            return told.format(center=row.moved_to)
        told = self.tr("This inquiry came from {center}, which is told when it is answered or closed here.")
        return told.format(center=row.came_from) if row.came_from else ""

    def _take_apart(self, inquiry: bytes) -> None:
        self._jobs.do(merging.take_apart, done=self._taken_apart, failed=self._refuse, initiator=self, inquiry=inquiry)

    def _taken_apart(self, number: str) -> None:
        self.told.emit(self.tr("{number} stands for itself again").format(number=number))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
