"""Past inquiries of a former system: choose a file, say which column is which, look, import, read, take back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton

from app.models.errors import AppError, FieldWrong
from app.services import import_files, wording
from app.services.import_files import ImportReport, ImportTable, Look
from app.services.imports import Undone
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress, Stopped
from app.ui.panes.settings.commands import PAST
from app.ui.panes.settings.page import Page, muted
from app.ui.panes.settings.past_batches import PastBatches
from app.ui.panes.settings.past_file import PastFile
from app.ui.panes.settings.past_report import PastReport


class PastPage(Page):
    """The imports so far; while a file is looked at, the file in their place; the report of its import above them."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__("past", jobs)
        self.setAcceptDrops(True)
        self._table: ImportTable | None = None
        self._report: ImportReport | None = None
        self._seen: Look | None = None
        self._progress: Progress | None = None
        self._taking_back = False
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask which imports there are."""
        if not self.busy:
            self.batches.refresh()

    @property
    def busy(self) -> bool:
        """Whether a file is being read or imported, or a batch taken back."""
        return self._progress is not None or self._taking_back

    def may_choose(self) -> bool:
        """Whether a file may be chosen now."""
        return not self.busy

    def ask_file(self) -> None:
        """Let a person choose the file."""
        dialog = QFileDialog(self.window())
        dialog.setObjectName("settings.past.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt *.gz *.xlsx)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def open_file(self, file: str, sheet: str | None = None) -> None:
        """Read a file whole, and show how its columns are understood."""
        if file and not self.busy:
            question = partial(import_files.open_table, path=Path(file), sheet=sheet)
            self.jobs.ask(question, done=self._show, failed=self._fail, ended=self._end, progress=self._begin())

    def run(self) -> None:
        """Import every row with the columns as they are chosen."""
        if self._table is None or self.busy:
            return
        command = partial(
            import_files.take_in,
            table=self._table,
            column_map=self.file.columns.chosen(),
            source=self.file.source.text(),
            update=self.file.update_known.isChecked(),
        )
        self.jobs.do(command, done=self._done, failed=self._fail, ended=self._end, progress=self._begin())

    def stop(self) -> None:
        """Stop what runs; what is added by then stays and can be taken back."""
        if self._progress is not None:
            self._progress.cancel()

    def leave_form(self) -> bool:
        """Go one step back: from a question, from the file, from the report; False where nothing is open."""
        if self.batches.leave_question():
            return True
        if self.busy or (self._table is None and self._report is None):
            return False
        self._table = self._report = self._seen = None
        self._say()
        self.choose.setFocus()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dropped here."""
        if self.may_choose() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.open_file(files[0])
            event.acceptProposedAction()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Past inquiries"),
            self.tr("Bring in what a former system or a list knows (CSV, workbook); every row is reported."),
        )
        for button, text in (
            (self.go, self.tr("Import")), (self.stop_button, self.tr("Stop")), (self.close_it, self.tr("Close")),
        ):  # fmt: skip
            button.setText(text)
            button.setAccessibleName(text)
        self.bar.setAccessibleName(self.tr("Work under way"))
        self._say()

    def _build(self) -> None:
        self.table = CommandTable(PAST, self)
        self.choose = self.table.button("settings.import_past", self, tone="primary")
        self.go, self.stop_button, self.close_it = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, name in ((self.go, "run"), (self.stop_button, "stop"), (self.close_it, "close")):
            button.setObjectName(f"settings.past.{name}")
        self.go.setProperty("tone", "primary")
        self.bar, self._said = QProgressBar(self), muted(QLabel(self))
        self.file, self.report, self.batches = PastFile(self), PastReport(self.jobs, self), PastBatches(self.jobs, self)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for widget in (self.choose, self.go, self.stop_button, self.close_it):
            line.addWidget(widget)
        line.addWidget(self.bar, 1)
        line.addStretch(1)
        self.body.addWidget(self._said)
        for part, share in ((self.file, 3), (self.report, 3), (self.batches, 2)):
            self.body.addWidget(part, share)

    def _connect(self) -> None:
        self.go.clicked.connect(self.run)
        self.stop_button.clicked.connect(self.stop)
        self.close_it.clicked.connect(self.leave_form)
        self.file.changed.connect(self._look)
        self.file.sheet_chosen.connect(self._open_sheet)
        self.report.saved.connect(self._saved)
        self.report.refused.connect(self.refuse)
        self.batches.refused.connect(self.refuse)
        self.batches.began.connect(self._follow_batches)
        self.batches.ended.connect(self._follow_batches)
        self.batches.taken_back.connect(self._taken_back)

    def _begin(self) -> Progress:
        """Return a progress that outlives the page: whoever signs out stops what runs at its next step."""
        self._progress = Progress(self.jobs)
        self._progress.moved.connect(self._move)
        self.destroyed.connect(self._progress.cancel)
        self.bar.setRange(0, 0)
        self._say()
        self.stop_button.setFocus()
        return self._progress

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.deleteLater()
        self._progress = None
        held = self.stop_button.hasFocus()
        self._say()
        if held:
            heir = self.go if self.go.isEnabled() and self._table else self.choose
            (self.report.view if self.report.view.isVisible() else heir).setFocus()
        self.batches.refresh()

    def _open_sheet(self, sheet: str) -> None:
        if self._table is not None:
            self.open_file(str(self._table.path), sheet)

    def _show(self, found: ImportTable) -> None:
        self._table, self._report = found, None
        self.strip.clear()
        self.file.show_table(found)
        self._look()

    def _look(self) -> None:
        if self._table is not None:
            self.jobs.ask(
                import_files.look, key="look", done=self._look_at, failed=self._fail, table=self._table,
                column_map=self.file.columns.chosen(),
            )  # fmt: skip

    def _look_at(self, seen: Look) -> None:
        self._seen = seen
        self.strip.clear()
        self.file.show_look(seen)
        self._say()

    def _done(self, report: ImportReport) -> None:
        odd = self._table.odd if self._table else ()
        self._table, self._seen, self._report = None, None, report
        self.report.show_report(report, odd)

    def _fail(self, error: AppError) -> None:
        if isinstance(error, Stopped):
            return
        field = str(error.facts.get("field", "")) if isinstance(error, FieldWrong) else ""
        if field and field != "source":
            self._seen = None
            self.file.show_look(None)
        self._say()
        self.file.lead_to(field)
        self.refuse(error)

    def _follow_batches(self) -> None:
        self._taking_back = self.batches.running
        self._say()

    def _saved(self, count: int, file: str) -> None:
        self.strip.success(self.tr("%n line(s) written to {file}", "", count).format(file=file))

    def _taken_back(self, found: Undone) -> None:
        text = self.tr("{gone} inquiries taken back; {kept} stay, because somebody worked on them.")
        said = text.format(gone=f"{found.deleted:,}", kept=f"{len(found.kept):,}")
        more = self.tr("It was stopped; take it back once more for the rest.") if found.stopped else ""
        self.strip.success(wording.sentences((said, more), languages.current()))

    def _move(self, done: int, total: int, _note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _say(self) -> None:
        busy, opened = self._progress is not None, self._table is not None
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        self.choose.setVisible(not opened)  # one next step at a time: the chosen file is taken in, or closed
        self.go.setVisible(opened)
        self.go.setEnabled(self._seen is not None and bool(self._seen.rows) and not self.busy)
        self.close_it.setVisible((opened or self._report is not None) and not busy)
        self.file.setVisible(opened)
        self.file.setEnabled(not busy)
        self.report.setVisible(not opened and self._report is not None)
        self._shares()
        self.batches.setVisible(not opened)
        self.batches.lock(busy)
        self.table.refresh()
        self._said.setText(self._told())
        self._said.setVisible(bool(self._said.text()))

    def _shares(self) -> None:
        """Give the room of a report without lines to the imports so far."""
        lines = self.report.model.rowCount() > 0
        self.body.setStretchFactor(self.report, 3 if lines else 0)

    def _told(self) -> str:
        report = self._report
        if report is None or self._table is not None:
            return ""
        told = self.tr(
            "{source}: {added} added, {unchanged} as before, {updated} taken over anew, {differs} known that say "
            "something else, {refused} refused."
        )
        counts = ("added", "unchanged", "updated", "differs", "refused")
        parts = [told.format(source=report.source, **{name: f"{len(getattr(report, name)):,}" for name in counts})]
        late = self.tr(
            "%n (is/are) open and overdue, and listed so; the supervision ladder does not fire for what was passed "
            "before the import.", "", report.overdue,
        )  # fmt: skip
        parts += [late] if report.overdue else []
        parts += [self.tr("It was stopped; what is added can be taken back.")] if report.stopped else []
        return wording.sentences(parts, languages.current())
