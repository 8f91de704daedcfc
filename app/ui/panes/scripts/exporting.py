"""Giving scripts out: a folder is chosen, every script becomes a file in it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.errors import AppError
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.boards.tables import write_board
from app.ui.panes.scripts.world import ScriptsWorld


class Exporter(QObject):
    """``exported(count)`` after the last file, ``listed(count)`` after a board's rows, ``refused(error)`` when a file
    could not be written."""

    exported = Signal(int)
    listed = Signal(int)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, world: ScriptsWorld, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._world, self._window = jobs, world, parent
        self._folder: Path | None = None
        self._board = ""

    def choose(self) -> None:
        """Let a person choose a folder, then write into it."""
        dialog = QFileDialog(self._window)
        dialog.setObjectName("scripts.export.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def choose_table(self, board: str) -> None:
        """Let a person choose a file, then write a board into it."""
        self._board = board
        dialog = QFileDialog(self._window)
        dialog.setObjectName("scripts.export_board.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["XLSX (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{board}.xlsx")
        dialog.fileSelected.connect(self.write_table)
        dialog.open()

    def write_table(self, name: str) -> None:
        """Write the board that was asked for: as CSV or XLSX, as the name says."""
        if name and self._board:
            path = Path(name)
            self._folder = path.parent
            self._jobs.ask(
                write_board,
                key="export",
                done=self._table_done,
                failed=self._refuse,
                board=self._board,
                language="zh" if languages.current().startswith("zh") else "en",
                path=path,
                write=self._world.write_table,
            )

    def write(self, folder: str) -> None:
        """Write every script as a file into a folder."""
        if folder:
            self._folder = Path(folder)
            self._jobs.ask(
                asking.export_to,
                key="export",
                done=self._done,
                failed=self._refuse,
                folder=self._folder,
                write=self._world.write_text,
            )

    def _table_done(self, count: int) -> None:
        self.listed.emit(count)

    def _done(self, count: int) -> None:
        self.exported.emit(count)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def open_folder(self) -> None:
        """Show the folder that was written last."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
