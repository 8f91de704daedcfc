"""A long document comes onto its page part by part between events; who reaches for it has it whole first."""

import re

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QTextEdit

#: Characters of HTML after which a title or a paragraph begins another part; a list stays whole.
_LEAST = {"h": 100, "p": 600}
_BODY = re.compile(r"<body[^>]*>")
_TAG = re.compile(r"<(/?)(p|h[1-6]|table|ul|ol|div|blockquote)\b[^>]*>")
#: What a person does to a page that changes it or takes from it.
_REACHES = frozenset(
    (QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.ContextMenu, QEvent.Type.Drop,
     QEvent.Type.MouseButtonRelease)
)  # fmt: skip


def parts_of(html: str) -> list[str]:
    """Return an HTML document as documents that say the same one after another: each begins with a paragraph."""
    body = _BODY.search(html)
    if body is None:
        return [html]
    head, said = html[: body.end()], html[body.end() :]
    cuts, depth = [0], 0
    for tag in _TAG.finditer(said):
        if not tag[1] and depth == 0 and tag.start() - cuts[-1] >= _LEAST.get(tag[2][0], len(said)):
            cuts.append(tag.start())
        depth += -1 if tag[1] else 1
    return [head + said[first:last] for first, last in zip(cuts, [*cuts[1:], len(said)], strict=True)]


class Filling(QObject):
    """Puts documents onto a page. While one is not whole nobody can write in it, so it never counts as edited."""

    def __init__(self, page: QTextEdit) -> None:
        super().__init__(page)
        self._page = page
        self._waiting: list[str] = []
        self._read: QTextDocument | None = None
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._step)
        page.installEventFilter(self)
        page.viewport().installEventFilter(self)

    @property
    def whole(self) -> bool:
        """Whether all of the document stands on the page."""
        return self._read is None and not self._waiting

    def put(self, html: str) -> None:
        """Show the beginning of a document at once and let the rest follow; what was still to come is forgotten."""
        first, *self._waiting = parts_of(html)
        self._read = None
        document = self._page.document()
        document.setUndoRedoEnabled(False)
        self._page.setHtml(first)
        document.setModified(False)
        self._soon.start()
        if self.whole:
            self._end()

    def finish(self) -> None:
        """Have the document whole now."""
        while not self.whole:
            self._step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have it whole before a key, a paste or a menu reaches it."""
        if not self.whole and event.type() in _REACHES:
            self.finish()
        return super().eventFilter(watched, event)

    def _step(self) -> None:
        """Read the next part, or put the one that is read at the end of the page: each is a slice of its own."""
        document = self._page.document()
        if self._read is None and self._waiting:
            self._read = QTextDocument(self)
            self._read.setDefaultFont(document.defaultFont())
            self._read.setHtml(self._waiting.pop(0))
        elif self._read is not None:
            _append(document, self._read)
            self._read.deleteLater()
            self._read = None
            document.setModified(False)
        if self.whole:
            self._end()

    def _end(self) -> None:
        self._soon.stop()
        self._page.document().setUndoRedoEnabled(True)


def _append(document: QTextDocument, part: QTextDocument) -> None:
    """Put a part at the end. Qt forgets the format of the first paragraph that it inserts, so it is made before."""
    cursor, first = QTextCursor(document), part.firstBlock()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if cursor.block().length() > 1:
        cursor.insertBlock(first.blockFormat(), first.charFormat())
    else:  # the empty paragraph that stands behind every list
        cursor.setBlockFormat(first.blockFormat())
        cursor.setBlockCharFormat(first.charFormat())
    cursor.insertFragment(QTextDocumentFragment(part))
