"""The texts of an inquiry on one page: details as told, what was answered, what was promised."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.services.worklists import Dossier
from app.ui.kit import theme
from app.ui.panes.work.words import Words


class Story(QTextBrowser):
    """Shows texts under small headings, to be read and copied; whatever they hold is shown, never taken for markup."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[Dossier, datetime, tzinfo] | None = None
        self.setObjectName("work.story")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.of_app().changed.connect(self._again)
        self._again()

    def show_dossier(self, dossier: Dossier, now: datetime, zone: tzinfo) -> None:
        """Show another inquiry's texts."""
        self._shown = dossier, now, zone
        self._again()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._again()
        super().changeEvent(event)

    def _again(self) -> None:
        self.setAccessibleName(self.tr("Details, answer and promises"))
        if self._shown is None:
            return
        dossier, now, zone = self._shown
        promises = [self._words.promise(one, now, zone) for one in dossier.detail.promises]
        self.clear()
        self._section(self.tr("Details"), [dossier.detail.details or self.tr("Nothing was written down.")])
        self._section(self.tr("Answer"), [dossier.detail.outcome] if dossier.detail.outcome else [])
        self._section(self.tr("Reply in writing"), list(self._words.replies(dossier, now, zone)))
        self._section(self.tr("Promises"), promises)
        self._section(self.tr("Calls made"), list(self._words.calls(dossier, now, zone)))
        note = dossier.caller.note if dossier.caller else None
        self._section(self.tr("Note on the caller"), [note] if note else [])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _section(self, title: str, texts: Sequence[str | None]) -> None:
        if not texts:
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        looks = theme.of_app()
        heading, plain = QTextCharFormat(), QTextCharFormat()
        heading.setFont(looks.font("small", bold=True))
        heading.setForeground(looks.color("muted"))
        plain.setFont(looks.font())
        plain.setForeground(looks.color("text"))
        above, below = QTextBlockFormat(), QTextBlockFormat()
        above.setTopMargin(0 if self.document().isEmpty() else 12)
        below.setTopMargin(2)
        below.setLineHeight(130, 1)
        if not self.document().isEmpty():
            cursor.insertBlock()
        cursor.setBlockFormat(above)
        cursor.insertText(title, heading)
        for text in texts:
            cursor.insertBlock(below, plain)
            cursor.insertText(text or "", plain)
