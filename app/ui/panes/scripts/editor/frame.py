"""The parts of the editor in their places, without what makes them work together."""

from datetime import datetime, tzinfo

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.clash import Clash
from app.ui.panes.scripts.editor.conflict_bar import ConflictBar
from app.ui.panes.scripts.editor.document_bar import DocumentBar
from app.ui.panes.scripts.editor.head import EditorHead
from app.ui.panes.scripts.editor.pages import EditorPages
from app.ui.panes.scripts.editor.saving import Saving
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.side import Side
from app.ui.panes.scripts.editor.sketch_keeper import SketchKeeper


class EditorFrame(QWidget):
    """Head, conflict, pages and side around one sheet; its clock follows the ticks of the jobs."""

    def __init__(self, jobs: Jobs, *, now: datetime, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._now = jobs, now
        self.sheet = Sheet(self)
        self.keeper = SketchKeeper(jobs, self.sheet, self)
        self.saving = Saving(jobs, self.sheet, self.keeper, self)
        self.head = EditorHead(zone, self)
        self.pages = EditorPages(self.sheet, self._time, zone, self)
        self.documents = DocumentBar(jobs, self.pages.basis.editors["sources"], zone, self)
        self.pages.basis.put_under("sources", self.documents)
        self.side, self.conflict = Side(self), ConflictBar(self)
        self.clash = Clash(jobs, self.sheet, self.conflict, self)
        self._place()
        jobs.ticked.connect(self._tick)

    def _place(self) -> None:
        gap = theme.of_app().px("gap")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.head)
        column.addWidget(self.conflict)
        row = QHBoxLayout()
        column.addLayout(row, 1)
        row.setSpacing(gap)
        row.addWidget(self.pages, 58)
        row.addWidget(self.side, 42)

    def _time(self) -> datetime:
        return self._now

    def _tick(self, now: datetime) -> None:
        self._now = now
