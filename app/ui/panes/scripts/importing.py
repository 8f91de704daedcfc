"""Taking scripts in: choose files or a folder, see line by line what would change, then import; nothing is hidden."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import script_imports
from app.services.script_imports import ImportReport
from app.services.script_previews import Preview
from app.ui.kit import icons, theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.asking import Intake
from app.ui.panes.scripts.import_foot import ImportFoot
from app.ui.panes.scripts.import_lines import ImportLines
from app.ui.panes.scripts.world import ScriptsWorld

_READING, _IMPORTING = "reading", "importing"


class ImportPage(QFrame):
    """``left()`` when a person is done here, ``imported(ImportReport)`` after the commit, ``refused(error)``."""

    left = Signal()
    imported = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, world: ScriptsWorld, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._world = jobs, world
        self._intake: Intake | None = None
        self._is_done = False
        self._busy = ""
        self.setObjectName("scripts.import")
        self.setProperty("role", "card")
        self._build()
        self._connect()
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether files are read or scripts written just now."""
        return bool(self._busy)

    def begin(self) -> None:
        """Start anew with nothing chosen."""
        self._intake, self._is_done, self._busy = None, False, ""
        self.foot.publish.setChecked(False)
        self.lines.clear()
        self._show()
        self._files.setFocus()

    def choose_files(self) -> None:
        """Let a person choose script files."""
        dialog = self._dialog(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Scripts") + " (*.md *.markdown *.csv *.tsv *.xlsx *.jsonl *.ndjson)")
        dialog.open()

    def choose_folder(self) -> None:
        """Let a person choose a folder with script files, in folders of any depth."""
        dialog = self._dialog(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files and folders and show what importing them would do."""
        self._intake, self._is_done, self._busy = None, False, _READING
        self.lines.clear()
        self._show()
        self._jobs.ask(
            asking.read_files,
            key="read",
            done=self._take,
            failed=self._fail,
            paths=tuple(paths),
            read=self._world.read_sources,
        )

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._files.setText(self.tr("Choose files…"))
        self._folder.setText(self.tr("Choose a folder…"))
        self._back.setText(self.tr("Back"))
        for button in (self._files, self._folder, self._back):
            button.setAccessibleName(button.text())
        self._progress.setAccessibleName(self.tr("Work under way"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self._busy:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title = QLabel(self)
        self._title.setProperty("type", "title")
        self._back, self._files, self._folder = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, name, icon, color in (
            (self._back, "back", "back", "muted"),
            (self._files, "files", "file", "text"),
            (self._folder, "folder", "folder", "text"),
        ):
            button.setObjectName(f"scripts.import.{name}")
            icons.give(button, icon, color)
        self._back.setProperty("tone", "quiet")
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self.lines, self.foot = ImportLines(self), ImportFoot(self)
        column = QVBoxLayout(self)
        pad = theme.of_app().px("gap")
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.of_app().px("pad"))
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(theme.of_app().px("pad"))
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self._files)
        head.addWidget(self._folder)
        column.addWidget(self._progress)
        column.addWidget(self.lines, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self._files.clicked.connect(self.choose_files)
        self._folder.clicked.connect(self.choose_folder)
        self._back.clicked.connect(self.left)
        self.lines.files_wanted.connect(self.choose_files)
        self.foot.started.connect(self._go)
        self.foot.publish_changed.connect(self._look_again)

    def _dialog(self, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self)
        dialog.setObjectName("scripts.import.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._read_chosen)
        return dialog

    def _read_chosen(self, names: Sequence[str]) -> None:
        if names:
            self.read([Path(name) for name in names])

    def _take(self, intake: Intake) -> None:
        self._intake, self._busy = intake, ""
        if self.foot.publish.isChecked():
            self._look_again()
        else:
            self._take_preview(intake.preview)
        if self.isVisible():  # the button that had the keyboard was off while the files were read
            self.lines.table.setFocus()

    def _look_again(self) -> None:
        if self._intake is not None and not self._is_done:
            publish, sources = self.foot.publish.isChecked(), self._intake.sources
            self._jobs.ask(
                asking.look_again,
                key="read",
                done=self._take_preview,
                failed=self._fail,
                sources=sources,
                publish=publish,
            )

    def _take_preview(self, preview: Preview) -> None:
        if self._intake is not None:
            self._intake = Intake(self._intake.sources, preview)
            self._show_report(preview.report)

    def _go(self) -> None:
        if self._is_done:
            self.left.emit()
        elif self._intake is not None and not self._busy:
            self._busy = _IMPORTING
            self._show()
            self._jobs.do(
                script_imports.import_scripts,
                done=self._finish,
                failed=self._fail,
                sources=self._intake.sources,
                publish=self.foot.publish.isChecked(),
            )

    def _finish(self, report: ImportReport) -> None:
        self._is_done, self._busy = True, ""
        self._show_report(report)
        if self.isVisible():
            self.foot.start.setFocus()
        self.imported.emit(report)

    def _fail(self, error: AppError) -> None:
        self._busy = ""
        self._show()
        self.refused.emit(error)

    def _show_report(self, report: ImportReport) -> None:
        if self._intake is not None:
            self.lines.show_report(report, self._intake.preview, publish=self.foot.publish.isChecked())
        self._show()

    def _show(self) -> None:
        self._progress.setVisible(bool(self._busy))
        self.lines.setVisible(self._busy != _READING)
        self.foot.setVisible(self._intake is not None)
        for button in (self._files, self._folder, self._back):
            button.setEnabled(not self._busy)
        counts = self.lines.rows.counts
        changing = counts["added"] + counts["updated"] + counts["draft"]
        self.foot.show_state(changing, done=self._is_done, busy=bool(self._busy))
        titles = {_READING: self.tr("Reading the files…"), _IMPORTING: self.tr("Importing…")}
        state = self.tr("What the import will do") if self._intake is not None else self.tr("Import scripts")
        self._title.setText(titles.get(self._busy) or (self.tr("What the import did") if self._is_done else state))
