"""Giving the units out: a file is chosen, every unit becomes a row in it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.errors import AppError
from app.services import unit_exports
from app.services.office import View
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.world import SettingsWorld, WriteTable


class UnitExport(QObject):
    """``written(count, path)`` after the last row, ``refused(error)`` when the file could not be written."""

    written = Signal(int, str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, world: SettingsWorld | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._window = jobs, parent
        self._write = world.write_table if world else None
        self._file = ""

    def choose(self) -> None:
        """Let a person say where to write, then write."""
        dialog = QFileDialog(self._window, self.tr("Write the units to"))
        dialog.setObjectName("settings.unit_export.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)", "Excel (*.xlsx)"])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("units.csv")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, file: str) -> None:
        """Write every unit to a file."""
        if self._write is not None and file:
            self._file = file
            self._jobs.ask(_write_to, done=self._wrote, failed=self._refuse, path=Path(file), write=self._write)

    def _wrote(self, count: int) -> None:
        self.written.emit(count, self._file)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _write_to(view: View, path: Path, write: WriteTable) -> int:
    found = unit_exports.export_units(view)
    return write(path, found.columns, found.rows)
