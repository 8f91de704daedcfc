"""What a person wrote into a document is kept while they write; a line says so, and a button makes it anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QWidget

from app.models.errors import AppError
from app.services import report_drafts
from app.services.report_drafts import Draft
from app.ui.kit import icons
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports.filling import Filling

#: Seconds after which what is being written is kept although nobody pauses.
_LATEST_S = 5


@dataclass(frozen=True)
class Named:
    """Which document it is."""

    kind: str
    period: str
    language: str


class DraftBar(QWidget):
    """``anew`` the document is wanted as it is made; ``refused(error)`` it could not be kept."""

    anew = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, page: QTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._page, self._filling = jobs, page, Filling(page)
        self._named: Named | None = None
        self._asked: Named | None = None
        self._draft: Draft | None = None
        self._former: Draft | None = None
        self._seen, self._waited_s = 0, 0
        self._build()
        self._connect()
        self.retranslate()

    @property
    def named(self) -> Named | None:
        """Return which document is on the page."""
        return self._named

    def html(self) -> str:
        """Return the whole document as it is edited, also where it is still coming onto the page."""
        self._filling.finish()
        return self._page.toHtml()

    def show_document(self, named: Named, html: str, draft: Draft | None) -> None:
        """Put a document on the page: as this person edited it, where they did.

        What is being edited stays as it is: nobody loses a line, or their place, because figures were counted.
        """
        if named == self._named and (self._draft is not None or self._page.document().isModified()):
            return
        if named != self._named or draft is not None:
            self._former = None
        self._draft = draft
        self._put(named, html if draft is None else draft.html)

    def show_made(self, named: Named, html: str) -> None:
        """Put a document on the page as it was made; what this person wrote since can be had back."""
        self.keep()
        self._draft = self._former = None
        self._put(named, html)
        self._look(self._know_former)

    def _put(self, named: Named, html: str) -> None:
        self._named = named
        self._filling.put(html)
        self.retranslate()

    def keep(self) -> None:
        """Keep now what was written and is not kept yet."""
        document = self._page.document()
        if document.isModified():
            document.setModified(False)
            self._keep(self.html())

    def _keep(self, html: str) -> None:
        self._waited_s = 0
        one = self._named
        if one is None:
            return
        self._jobs.do(
            report_drafts.keep, done=self._kept, failed=self._fail, initiator=self, kind=one.kind, period=one.period,
            language=one.language, html=html,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._button.setText(self.tr("Make it anew") if self._former is None else self.tr("Back to what I wrote"))
        self._button.setAccessibleName(self._button.text())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was written when the page goes out of sight."""
        if watched is self._page and event.type() == QEvent.Type.Hide:
            self.keep()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._label, self._button = QLabel(self), QPushButton(self)
        self._label.setProperty("type", "hint")
        self._label.setWordWrap(True)
        self._button.setObjectName("reports.document.anew")
        icons.give(self._button, "refresh", "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self.hide()

    def _connect(self) -> None:
        self._button.clicked.connect(self._choose)
        self._jobs.ticked.connect(self._tick)
        self._page.installEventFilter(self)

    def _tick(self, _now: object) -> None:
        """Keep it where nobody has written for a second, or not for longer than is good."""
        document = self._page.document()
        if self._named is None or not document.isModified():
            return
        self._waited_s += 1
        paused = document.revision() == self._seen
        self._seen = document.revision()
        if paused or self._waited_s >= _LATEST_S:
            self.keep()

    def _kept(self, _value: object) -> None:
        self._look(self._know)

    def _look(self, done: Callable[[Draft | None], None]) -> None:
        """Ask how this person edited the document that is on the page."""
        one = self._asked = self._named
        if one is not None:
            self._jobs.ask(
                report_drafts.kept, key="draft", done=done, failed=self.refused.emit, kind=one.kind,
                period=one.period, language=one.language,
            )  # fmt: skip

    def _know(self, draft: Draft | None) -> None:
        if self._asked == self._named:
            self._draft = draft
            self.retranslate()

    def _know_former(self, draft: Draft | None) -> None:
        if self._asked == self._named:
            self._former = draft
            self.retranslate()

    def _fail(self, error: AppError) -> None:
        """Say it, and try again: what was written stays on the page."""
        self._filling.finish()
        self._page.document().setModified(True)
        self.refused.emit(error)

    def _choose(self) -> None:
        former, self._former = self._former, None
        if former is not None:
            self._filling.put(former.html)
            self._keep(former.html)
            return
        self.keep()
        one = self._named
        if one is not None:
            self._jobs.do(
                report_drafts.drop, done=self._dropped, failed=self.refused.emit, initiator=self, kind=one.kind,
                period=one.period, language=one.language,
            )  # fmt: skip

    def _dropped(self, _value: object) -> None:
        draft, html = self._draft, self.html()
        if draft is None:
            return
        self._draft = None
        self._former = replace(draft, html=html)
        self.retranslate()
        self.anew.emit()

    def _say(self) -> None:
        if self._former is not None:
            self._label.setText(self.tr("What you wrote is not on this page."))
        elif self._draft is not None:
            text = self.tr("As you edited it, {at}; its figures are of then.")
            self._label.setText(text.format(at=f"{self._draft.at:%Y-%m-%d %H:%M}"))
        self.setVisible(self._former is not None or self._draft is not None)
