"""Opens source documents: a decrypted copy is made in the background and handed to the program for such files.

One that was attached at another station is fetched from the hub first: whoever opens it has asked for it.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.models.script_documents import DocumentNotShown
from app.services import object_fetching
from app.ui.kit.jobs import Jobs


class DocumentOpener(QObject):
    """What cannot be opened is told by the jobs' ``failed``: no pane can do more about it."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def open(self, sha256: str) -> None:
        """Open the document with this content."""
        self._jobs.ask(object_fetching.open_document, key="open_document", sha256=sha256, done=self._show)

    def _show(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._jobs.failed.emit(DocumentNotShown(name=copy.name))
