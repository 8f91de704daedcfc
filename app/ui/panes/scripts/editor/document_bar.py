"""The document of the current source: which file is attached, and the buttons that attach, open and replace it."""

from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.models.script_documents import Document
from app.scripts_library.script import Source
from app.services import object_fetching, script_documents
from app.services.script_documents import Kept
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.document_commands import DOCUMENTS
from app.ui.panes.scripts.editor.rows_editor import RowsEditor
from app.ui.parts.document_opener import DocumentOpener
from app.ui.parts.reader_documents import size_text


class DocumentBar(QWidget):
    """Belongs to a list of sources. ``told(text)`` after a commit, ``refused(error)``."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, sources: RowsEditor, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._sources, self._zone = jobs, sources, zone
        self._document: Document | None = None
        self._asked = ""
        self._waiting: Source | None = None
        self._build()
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Show what is attached to the current source."""
        source = self._source()
        sha256 = source.sha256 if source else ""
        if sha256 != self._asked:
            self._asked, self._document = sha256, None
            if sha256:
                self._jobs.ask(script_documents.about, key="document", hashes=(sha256,), done=self._take)
        self.retranslate()

    # What the commands do.

    def can_attach(self) -> bool:
        """Whether a file may be attached: no other one is, and none is being attached."""
        return self._waiting is None and not self._asked

    def can_replace(self) -> bool:
        """Whether a file is named that another may take the place of."""
        return self._waiting is None and bool(self._asked)

    def has_document(self) -> bool:
        """Whether the file of this source can be opened here."""
        return self._document is not None

    def attach(self) -> None:
        """Let a person choose the file; a source is made where there is none yet."""
        if self._source() is None:
            self._sources.add()
        dialog = self._dialog("attach", QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def take_in(self, path: str) -> None:
        """Attach a file to the current source."""
        self._waiting = self._source()
        if path and self._waiting is not None:
            self._jobs.ask(
                script_documents.take_in, key="take_in", path=Path(path), done=self._commit, failed=self._refuse
            )
        self.retranslate()

    def open_document(self) -> None:
        """Open the attached document."""
        if self._document is not None:
            self.opener.open(self._document.sha256)

    def save_as(self) -> None:
        """Let a person choose where the document is written to."""
        if self._document is not None:
            dialog = self._dialog("save_as", QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(self._document.name)
            dialog.fileSelected.connect(self.write)
            dialog.open()

    def write(self, path: str) -> None:
        """Write the document to a file."""
        if self._document is not None and path:
            self._jobs.ask(
                object_fetching.save_document,
                key="save_document",
                sha256=self._document.sha256,
                target=Path(path),
                done=self._written,
                failed=self._refuse,
            )

    def detach(self) -> None:
        """Name no file at the current source."""
        source = self._source()
        if source is not None:
            self._sources.put_row(replace(source, sha256=""), self._sources.place)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._says.setText(self._words())
        self.commands.refresh()
        for name, button in self._buttons.items():
            wanted = {"attach": not self._asked, "replace": bool(self._asked), "detach": bool(self._asked)}
            button.setVisible(wanted.get(name, self._document is not None))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _words(self) -> str:
        found = self._document
        if self._waiting is not None:
            return self.tr("The file is being encrypted…")
        if found is not None:
            day = f"{found.at.astimezone(self._zone):%Y-%m-%d}"
            text = self.tr("Attached file: {name} · {size} · {day}, {person}")
            return text.format(name=found.name, size=size_text(found.size), day=day, person=found.by or "–")
        if self._asked:
            return self.tr("The file with this check sum was never attached on this computer.")
        return self.tr("No file is attached. With one, whoever reads the script can open the document itself.")

    def _build(self) -> None:
        self._says = QLabel(self)
        self._says.setProperty("type", "hint")
        self._says.setWordWrap(True)
        self.opener = DocumentOpener(self._jobs, self)
        self.commands = CommandTable(DOCUMENTS, self)
        names = [one.id.rpartition(".")[2] for one in DOCUMENTS]
        tones = {"attach": "", "open": ""}
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=6)
        self._buttons: dict[str, QWidget] = {}
        for name in names:
            button = self.commands.button(f"scripts.document.{name}", holder, tone=tones.get(name, "quiet"))
            self._buttons[name] = button
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self._says)
        column.addWidget(holder)

    def _connect(self) -> None:
        self._sources.chosen.connect(self._follow)
        self._sources.edited.connect(self._follow)

    def _dialog(self, name: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self.window())
        dialog.setObjectName(f"scripts.document.{name}.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        return dialog

    def _source(self) -> Source | None:
        rows, place = self._sources.rows, self._sources.place
        return rows[place] if 0 <= place < len(rows) else None

    def _follow(self, _changed: Any) -> None:
        self.follow()

    def _take(self, found: dict[str, Document]) -> None:
        self._document = found.get(self._asked)
        self.retranslate()

    def _commit(self, kept: Kept) -> None:
        self._jobs.do(script_documents.attach, done=self._attached, failed=self._refuse, kept=kept)

    def _attached(self, document: Document) -> None:
        source, self._waiting = self._waiting, None
        rows = self._sources.rows
        if source is None or source not in rows:  # it went, or was written on, while the file was read
            self.told.emit(
                self.tr("{name} is stored. Choose its source and attach it again.").format(name=document.name)
            )
            self.follow()
            return
        named = replace(source, sha256=document.sha256, doc=source.doc or Path(document.name).stem)
        self._sources.put_row(named, rows.index(source))
        self.told.emit(self.tr("Attached: {name}.").format(name=document.name))

    def _written(self, _nothing: object) -> None:
        self.told.emit(self.tr("The document is written."))

    def _refuse(self, error: AppError) -> None:
        self._waiting = None
        self.retranslate()
        self.refused.emit(error)
