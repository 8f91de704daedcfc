"""The imports of past inquiries so far, and taking one of them back: asked for twice, with a bar, to be stopped."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.services import import_files, imports
from app.services.import_files import Batch
from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings.page import muted
from app.ui.panes.settings.past_tables import BATCHES, batch_key


class PastBatches(QWidget):
    """``taken_back(Undone)`` once done or stopped, ``refused(error)``, ``began()`` and ``ended()`` around it."""

    taken_back = Signal(object)
    refused = Signal(object)
    began = Signal()
    ended = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._progress: Progress | None = None
        self._asking = self._locked = False
        self._build()
        self._connect()
        self.retranslate()

    @property
    def running(self) -> bool:
        """Whether a batch is being taken back."""
        return self._progress is not None

    def refresh(self) -> None:
        """Ask which imports there are."""
        self._jobs.ask(import_files.imported, key="batches", done=self._show, failed=self.refused.emit)

    def lock(self, locked: bool) -> None:
        """Take nothing back while an import runs."""
        self._locked = locked
        self._say()

    def take_back(self) -> None:
        """Ask first; the second time, do it."""
        one = self._chosen()
        if one is None or self.running:
            return
        if not self._asking:
            self._asking = True
            self._say()
            return
        self._asking, self._progress = False, Progress(self._jobs)
        self._progress.moved.connect(self._move)
        self.destroyed.connect(self._progress.cancel)
        self.bar.setRange(0, 0)
        self.began.emit()
        self._say()
        self.stop_button.setFocus()
        self._jobs.do(
            imports.undo_batch, done=self.taken_back.emit, failed=self.refused.emit, ended=self._end, initiator=self,
            batch=one.id, progress=self._progress,
        )  # fmt: skip

    def stop(self) -> None:
        """Stop taking back; what is gone by then stays gone, and it can be taken back once more."""
        if self._progress is not None:
            self._progress.cancel()

    def leave_question(self) -> bool:
        """Take nothing back after all; False where nothing is asked."""
        was, self._asking = self._asking, False
        self._say()
        if was:
            self.view.setFocus()
        return was

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button, text in ((self.stop_button, self.tr("Stop")), (self.cancel, self.tr("Cancel"))):
            button.setText(text)
            button.setAccessibleName(text)
        self.view.setAccessibleName(self.tr("Imports so far"))
        self.bar.setAccessibleName(self.tr("Taking back"))
        self._none.show_text(
            self.tr("Nothing was imported yet"),
            self.tr("Choose a file of your former system: its rows are shown before anything is added."),
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._none = EmptyState("settings.no_past", "import")
        self.model = WholeList(BATCHES, batch_key, self)
        self.view = TableView(self.model, name="settings.past.batches", empty=self._none, parent=self)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.undo, self.stop_button, self.cancel = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, name in ((self.undo, "undo"), (self.stop_button, "undo_stop"), (self.cancel, "undo_cancel")):
            button.setObjectName(f"settings.past.{name}")
        self.cancel.setProperty("tone", "quiet")
        self.bar, self._said = QProgressBar(self), muted(QLabel(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.view, 1)
        line = QHBoxLayout()
        line.setSpacing(theme.of_app().px("pad"))
        column.addLayout(line)
        for widget in (self.undo, self.cancel, self.stop_button, self.bar):
            line.addWidget(widget)
        line.addWidget(self._said, 1)

    def _connect(self) -> None:
        self.view.picked.connect(self._offer)
        self.undo.clicked.connect(self.take_back)
        self.cancel.clicked.connect(self.leave_question)
        self.stop_button.clicked.connect(self.stop)

    def _chosen(self) -> Batch | None:
        one = self.view.row()
        return one if one is not None and one.undone_at is None and not self._locked else None

    def _show(self, found: Sequence[Batch]) -> None:
        self._asking = False
        self.model.show_lines(found)
        self._say()

    def _offer(self, _line: object) -> None:
        self._asking = False
        self._say()

    def _move(self, done: int, total: int, _note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.deleteLater()
        self._progress = None
        held = self.stop_button.hasFocus()
        self._say()
        if held:
            self.view.setFocus()
        self.ended.emit()
        self.refresh()

    def _say(self) -> None:
        one = self._chosen()
        self.undo.setEnabled(one is not None and not self.running)
        ask = self.tr("Yes, take it back") if self._asking else self.tr("Take back…")
        self.undo.setText(ask)
        self.undo.setAccessibleName(ask)
        self.cancel.setVisible(self._asking)
        self.stop_button.setVisible(self.running)
        self.bar.setVisible(self.running)
        self._said.setText(self._told(one))

    def _told(self, one: Batch | None) -> str:
        if one is None or self.running:
            return ""
        if self._asking:
            told = self.tr("Every inquiry of {source} goes; those that somebody worked on since stay.")
            return told.format(source=one.source)
        return self.tr("It ended before it was done: import the file again, and it goes on.") if one.running else ""
