"""Documents: choose one, look at it, edit what is written in it, and save it as PDF or as a workbook."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.models.errors import AppError
from app.models.made_reports import MadeReport
from app.models.periods import Stretch
from app.services import report_drafts, reports
from app.services.report_drafts import Shown
from app.services.reports import Report
from app.ui.kit import icons, languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress, Stopped
from app.ui.panes.reports.draft_bar import DraftBar, Named
from app.ui.panes.reports.made_page import MadePage
from app.ui.panes.reports.saving import Saving


class DocumentsPage(QWidget):
    """``told(text)``, ``refused(error)``, ``chosen(span)`` a document wants periods of this length."""

    told = Signal(str)
    refused = Signal(object)
    chosen = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stretch: Stretch | None = None
        self._report: Report | None = None
        self._progress: Progress | None = None
        self.kind = "weekly"
        self._build()
        self._connect()
        self.retranslate()

    def show_period(self, stretch: Stretch) -> None:
        """Make the chosen document of a period, where it is one of its length."""
        self.draft.keep()
        self._stretch = stretch
        self._pages.setCurrentWidget(self._paper)
        if reports.templates()[self.kind].span is stretch.span:
            self.stop()
            self._progress = Progress(self)
            self._progress.moved.connect(self._move)
            self.bar.setRange(0, 0)
            self._say_busy(busy=True)
            self._jobs.ask(
                report_drafts.shown, key="document", done=self._show, failed=self._fail, kind=self.kind,
                stretch=stretch, language=languages.current(), told=self._progress.at,
            )  # fmt: skip

    def stop(self) -> None:
        """Stop making the document; what was shown before stays."""
        if self._progress is not None:
            self._progress.cancel()

    def show_made(self) -> None:
        """Show what was made so far, and what is planned."""
        self._pages.setCurrentWidget(self.made)
        self.made.reload()

    def choose(self, kind: str) -> None:
        """Choose a document of ``reports.KINDS``."""
        self.kind = kind
        for name, button in self._buttons.items():
            button.setChecked(name == kind)
        self.chosen.emit(reports.templates()[kind].span.value)

    def save_to(self, file: str) -> None:
        """Save what is shown: tables by the endings .xlsx and .json, else the edited paper as PDF."""
        if not file:
            return
        path = Path(file)
        save = {".xlsx": reports.save_xlsx, ".json": reports.save_json}.get(path.suffix.lower())
        saving = Saving(self._jobs, self.draft.named, self.draft.html(), self)
        saving.told.connect(self.told)
        saving.refused.connect(self.refused)
        if save is not None and self._report is not None:
            self._jobs.ask(save, done=saving.done, failed=saving.fail, report=self._report, path=path)
        else:
            self._jobs.ask(reports.save_edited, done=saving.done, failed=saving.fail, html=saving.html, path=path)

    def take_focus(self) -> None:
        """Put the focus where a person begins: on the chosen document."""
        self._buttons[self.kind].setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        language = languages.current()
        for name, button in self._buttons.items():
            button.setText(reports.templates()[name].title.for_language(language))
            button.setAccessibleName(button.text())
        for button, text in (
            (self._pdf, self.tr("Save as PDF…")), (self._book, self.tr("Save the tables…")),
            (self._board, self.tr("Made and planned…")), (self._stop, self.tr("Stop")),
        ):  # fmt: skip
            button.setText(text)
            button.setAccessibleName(text)
        self.page.setAccessibleName(self.tr("The document; what is written here is printed"))
        self.page.setPlaceholderText(self.tr("Choose a document on the left."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language: the document is made anew in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._stretch is not None and self.isVisible():
                self.show_period(self._stretch)
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("gap"))
        left = QVBoxLayout()
        left.setSpacing(pad)
        row.addLayout(left)
        self._buttons = {kind: QPushButton(self) for kind in reports.KINDS}
        for kind, button in self._buttons.items():
            button.setObjectName(f"reports.document.{kind}")
            button.setCheckable(True)
            button.setChecked(kind == self.kind)
            icons.give(button, "file", "muted")
            left.addWidget(button)
        left.addSpacing(pad)
        self._pdf, self._book = QPushButton(self), QPushButton(self)
        self._board, self._stop, self.bar = QPushButton(self), QPushButton(self), QProgressBar(self)
        self._pdf.setProperty("tone", "primary")
        for button, name, icon, color in (
            (self._pdf, "pdf", "print", "on_accent"),
            (self._book, "book", "table", "text"),
            (self._board, "board", "clock", "muted"),
        ):
            button.setObjectName(f"reports.document.{name}")
            icons.give(button, icon, color)
            button.setEnabled(button is self._board)
            left.addWidget(button)
        left.addStretch(1)
        self._stop.setObjectName("reports.document.stop")
        left.addWidget(self.bar)
        left.addWidget(self._stop)
        self._say_busy(busy=False)
        row.addWidget(self._sheets(), 1)

    def _sheets(self) -> QStackedWidget:
        """Return where the document is read, and what was made."""
        self.page = QTextEdit(self)
        self.page.setObjectName("reports.document.page")
        self.page.setTabChangesFocus(True)
        # A table as wide as the paper comes out a pixel wider: that is nothing to scroll to.
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        white = QPalette(self.page.palette())
        white.setColor(QPalette.ColorRole.Base, QColor("white"))
        white.setColor(QPalette.ColorRole.Text, QColor("black"))
        self.page.setPalette(white)
        # A style sheet stands before a palette: paper is white in the dark too.
        self.page.setProperty("role", "paper")
        self.draft, self._paper = DraftBar(self._jobs, self.page, self), QWidget(self)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.draft)
        column.addWidget(self.page, 1)
        self.made, self._pages = MadePage(self._jobs, self), QStackedWidget(self)
        self._pages.addWidget(self._paper)
        self._pages.addWidget(self.made)
        return self._pages

    def _connect(self) -> None:
        for button in self._buttons.values():
            button.clicked.connect(self._choose)
        self._board.clicked.connect(self.show_made)
        self._stop.clicked.connect(self.stop)
        self.draft.anew.connect(self._make_anew)
        self.draft.refused.connect(self.refused)
        self.made.opened.connect(self._show_again)
        self.made.told.connect(self.told)
        self.made.refused.connect(self.refused)
        self._pdf.clicked.connect(self._save_pdf)
        self._book.clicked.connect(self._save_book)

    def _choose(self) -> None:
        kind = next((name for name, button in self._buttons.items() if button is self.sender()), self.kind)
        self.choose(kind)

    def _move(self, done: int, total: int, _note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _say_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self._stop.setVisible(busy)

    def _fail(self, error: AppError) -> None:
        self._say_busy(busy=False)
        if not isinstance(error, Stopped):
            self.refused.emit(error)

    def _show_again(self, made: MadeReport, html: str) -> None:
        """Show a document as it was made; it can be edited and printed again, its tables were of their time."""
        self._report = None
        self.draft.show_made(Named(made.kind, made.period, made.language), html)
        self._pages.setCurrentWidget(self._paper)
        self._pdf.setEnabled(True)
        self._book.setEnabled(False)

    def _show(self, found: Shown) -> None:
        self._say_busy(busy=False)
        report = self._report = found.report
        named = Named(report.template.id, str(report.stretch), report.paper.language)
        self.draft.show_document(named, found.html, found.draft)
        for button in (self._pdf, self._book):
            button.setEnabled(True)

    def _make_anew(self) -> None:
        if self._stretch is not None:
            self.show_period(self._stretch)

    def _save_pdf(self) -> None:
        self._ask_where(self.tr("Save as PDF"), ".pdf", self.tr("PDF (*.pdf)"))

    def _save_book(self) -> None:
        self._ask_where(self.tr("Save the tables"), ".xlsx", self.tr("Workbook (*.xlsx);;JSON (*.json)"))

    def _ask_where(self, title: str, ending: str, kinds: str) -> None:
        one = self.draft.named
        name = f"{one.kind}-{one.period}" if one else "report"
        file, _ = QFileDialog.getSaveFileName(self, title, f"{name}{ending}", kinds)
        self.save_to(file)
