"""Giving scripts out: a folder is chosen, every script becomes a file in it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.errors import AppError
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.world import ScriptsWorld


class Exporter(QObject):
    """``exported(count)`` after the last file, ``refused(error)`` when one could not be written."""

    exported = Signal(int)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, world: ScriptsWorld, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._world, self._window = jobs, world, parent
        self._folder: Path | None = None

    def choose(self) -> None:
        """Let a person choose a folder, then write into it."""
        dialog = QFileDialog(self._window)
        dialog.setObjectName("scripts.export.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.write)
        dialog.open()

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

    def _done(self, count: int) -> None:
        self.exported.emit(count)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def open_folder(self) -> None:
        """Show the folder that was written last."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
