"""A paper in a window of its own: looked at, saved as PDF, printed, copied as text. It never stops a call."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPageLayout, QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.models.papers import Paper, as_html
from app.services import papers
from app.ui.kit import icons, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.parts.refusal import Refusal

#: Width and height for paper that is read upright, and across, whose lists need the width.
_UPRIGHT, _ACROSS = QSize(720, 820), QSize(1120, 820)
#: How much of the screen the window takes at most.
_SHARE = 0.9


class PaperWindow(QWidget):
    """``gone(way)`` when the paper has left the window: saved, printed or copied."""

    gone = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._jobs = jobs
        self._paper: Paper | None = None
        self._text = self._name = self._file = ""
        self._build()
        self._connect()
        self.retranslate()

    def show_paper(self, paper: Paper, *, text: str, name: str) -> None:
        """Show a paper. ``text`` is what is copied, ``name`` that of the file without its ending."""
        if self._paper is None or self._paper.across != paper.across:
            self.resize(size_for(paper, self.screen().availableGeometry().size()))
        self._paper, self._text, self._name = paper, text, name
        self.strip.clear()
        self.page.setHtml(as_html(paper))
        self.page.setAccessibleName(paper.title)
        self.setWindowTitle(paper.title)
        self.show()
        self.raise_()
        self.activateWindow()
        self.save.setFocus()

    def save_to(self, file: str) -> None:
        """Write the paper as PDF."""
        if file:
            self._file = file
            self._leave(self._write)

    def copy_text(self) -> None:
        """Put the paper on the clipboard as text."""
        self._leave(self._copy)

    def _leave(self, then: Callable[[object], None]) -> None:
        """Go on once the read log has heard of a paper that names people."""
        if self._paper is not None and self._paper.named is None:
            then(None)
        elif self._paper is not None:
            self._jobs.do(papers.leave, done=then, failed=self._refuse, paper=self._paper)

    def _write(self, _left: object) -> None:
        if self._paper is not None:
            self._jobs.ask(
                papers.save_pdf, done=self._saved, failed=self._refuse, paper=self._paper, path=Path(self._file)
            )

    def _copy(self, _left: object) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.strip.success(self.tr("Text copied"))
        self.gone.emit("copied")

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = (
            (self.save, self.tr("Save as…")),
            (self.print_it, self.tr("Print…")),
            (self.copy, self.tr("Copy e-mail text")),
            (self.close_it, self.tr("Close")),
        )
        for button, text in texts:
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("paper.window")
        self.strip = MessageStrip(self)
        self.page = QTextBrowser(self)
        self.page.setObjectName("paper.page")
        self.page.setOpenLinks(False)
        self.page.setTabChangesFocus(True)
        white = QPalette(self.page.palette())
        white.setColor(QPalette.ColorRole.Base, QColor("white"))
        white.setColor(QPalette.ColorRole.Text, QColor("black"))
        self.page.setPalette(white)
        # A style sheet stands before a palette: paper is white in the dark too.
        self.page.setProperty("role", "paper")
        self.save, self.print_it = QPushButton(self), QPushButton(self)
        self.copy, self.close_it = QPushButton(self), QPushButton(self)
        self.save.setProperty("tone", "primary")
        self.close_it.setProperty("tone", "quiet")
        column = QVBoxLayout(self)
        column.addWidget(self.strip)
        column.addWidget(self.page, 1)
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for button, name, icon in (
            (self.save, "save", "save"),
            (self.print_it, "print", "print"),
            (self.copy, "copy", "copy"),
            (self.close_it, "close", ""),
        ):
            button.setObjectName(f"paper.{name}")
            if icon:
                icons.give(button, icon, "on_accent" if name == "save" else "text")
            if name == "close":
                line.addStretch(1)
            line.addWidget(button)

    def _connect(self) -> None:
        self.save.clicked.connect(self._choose_file)
        self.print_it.clicked.connect(self._choose_printer)
        self.copy.clicked.connect(self.copy_text)
        self.close_it.clicked.connect(self.close)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the paper as"))
        dialog.setObjectName("paper.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._name}.pdf")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _choose_printer(self) -> None:
        # The print library takes 40 ms to load and is needed now and then.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._paper is not None and self._paper.across:
            self._printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        # The stub of PySide6 knows only the form of open() that takes a receiver.
        dialog: Any = cast("Any", QPrintDialog(self._printer, self))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._printer_chosen)
        dialog.open()

    def _printer_chosen(self) -> None:
        self._leave(self._send_to_printer)

    def _send_to_printer(self, _left: object) -> None:
        self.page.document().print_(self._printer)
        self.strip.success(self.tr("Sent to the printer"))
        self.gone.emit("printed")

    def _saved(self, path: Path) -> None:
        self.strip.success(self.tr("Saved: {path}").format(path=path))
        self.gone.emit("saved")

    def _refuse(self, error: AppError) -> None:
        self.strip.danger(Refusal(error))


def size_for(paper: Paper, screen: QSize) -> QSize:
    """Return how large the window of a paper is on a screen."""
    return (_ACROSS if paper.across else _UPRIGHT).boundedTo(screen * _SHARE)
