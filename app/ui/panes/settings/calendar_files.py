"""Calendars from and to JSON files: a file is chosen, read or written on a reader thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.errors import AppError
from app.services import calendars
from app.services.office import View
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.world import SettingsWorld


class CalendarFiles(QObject):
    """``saved(version)`` after an import, ``written(path)`` after an export, ``refused(error)``."""

    saved = Signal(int)
    written = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, world: SettingsWorld | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._world, self._window = jobs, world, parent
        self._name = self._file = ""

    def choose_source(self) -> None:
        """Let a person choose a file, then import it."""
        dialog = self._dialog(self.tr("Calendar to import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def choose_target(self, name: str) -> None:
        """Let a person say where to write a calendar, then write it."""
        self._name = name
        dialog = self._dialog(self.tr("Write the calendar to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{name}.json")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def read(self, file: str) -> None:
        """Import a file."""
        if self._world is not None and self._world.read_text is not None and file:
            self._file = file
            self._jobs.ask(
                _text_of, done=self._import, failed=self._refuse, path=Path(file), read=self._world.read_text
            )

    def write(self, file: str) -> None:
        """Write the calendar that was chosen."""
        if self._world is not None and self._world.write_text is not None and file:
            self._file = file
            self._jobs.ask(
                _write_to,
                done=self._wrote,
                failed=self._refuse,
                name=self._name,
                path=Path(file),
                write=self._world.write_text,
            )

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName("settings.calendar.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Calendars (*.json)"), self.tr("All files (*)")])
        return dialog

    def _import(self, text: str) -> None:
        self._jobs.do(
            calendars.import_text,
            done=self._saved,
            failed=self._refuse,
            initiator=self._window,
            text=text,
            file=Path(self._file).name,
        )

    def _saved(self, version: int) -> None:
        self.saved.emit(version)

    def _wrote(self, _nothing: object) -> None:
        self.written.emit(self._file)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _text_of(view: View, path: Path, read: Callable[[Path], str]) -> str:
    return read(path)


def _write_to(view: View, name: str, path: Path, write: Callable[[Path, str], None]) -> None:
    write(path, calendars.export_text(view, name))
