"""Tables of rules from and to JSON files: a file is chosen, read or written on a reader thread."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.errors import AppError
from app.services import routing_rules
from app.services.office import View
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.world import SettingsWorld


class RuleFiles(QObject):
    """``saved(table name)`` after an import, ``written(path)`` after an export, ``refused(error)``."""

    saved = Signal(str)
    written = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, world: SettingsWorld | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._window = jobs, parent
        self._read = world.read_text if world else None
        self._write = world.write_text if world else None
        self._name, self._number, self._file = "", 0, ""

    def choose_source(self) -> None:
        """Let a person choose a file, then keep its table to go on with."""
        dialog = self._dialog(self.tr("Rules to import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def choose_target(self, name: str, number: int) -> None:
        """Let a person say where to write a version of a table (0: the one in force), then write it."""
        self._name, self._number = name, number
        dialog = self._dialog(self.tr("Write the rules to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{name}.json")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def read(self, file: str) -> None:
        """Import a file."""
        if self._read is not None and file:
            self._file = file
            self._jobs.ask(_text_of, done=self._import, failed=self._refuse, path=Path(file), read=self._read)

    def write(self, file: str) -> None:
        """Write the table that was chosen."""
        if self._write is not None and file:
            self._file = file
            told: dict[str, Any] = {"name": self._name, "number": self._number}
            told |= {"path": Path(file), "write": self._write}
            self._jobs.ask(_write_to, done=self._wrote, failed=self._refuse, **told)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName("settings.rules.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Routing rules (*.json)"), self.tr("All files (*)")])
        return dialog

    def _import(self, text: str) -> None:
        told: dict[str, Any] = {"text": text, "file": Path(self._file).name}
        self._jobs.do(routing_rules.import_text, done=self._saved, failed=self._refuse, initiator=self._window, **told)

    def _saved(self, name: str) -> None:
        self.saved.emit(name)

    def _wrote(self, _nothing: object) -> None:
        self.written.emit(self._file)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _text_of(view: View, path: Path, read: Callable[[Path], str]) -> str:
    return read(path)


def _write_to(view: View, name: str, number: int, path: Path, write: Callable[[Path, str], None]) -> None:
    write(path, routing_rules.export_text(view, name, number=number))
