"""Imports a frame: choose the file, see its lines, say which heading is which, read, look at the report, keep."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.models.errors import AppError
from app.services import frame_sheets, frames
from app.services.frame_sheets import FrameLook
from app.services.frames import ReadFrame
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import ElidedLabel, KeyHint
from app.ui.kit.progress import Progress, Stopped
from app.ui.panes.campaigns import asking_results
from app.ui.panes.campaigns.choice import Choice
from app.ui.panes.campaigns.frame_columns_form import FrameColumnsForm
from app.ui.panes.campaigns.frame_lines import FrameLines
from app.ui.panes.campaigns.frame_report import FrameReport


class FramePage(QWidget):
    """``began()`` a file is tried, ``kept(name)``, ``left()``, ``told(text)``, ``refused(error)``."""

    began = Signal()
    kept = Signal(str)
    told = Signal(str)
    left = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._seen: FrameLook | None = None
        self._found: ReadFrame | None = None
        self._progress: Progress | None = None
        self._places: Mapping[str, str] = {}
        self._build()
        self._connect()
        self.retranslate()

    @property
    def reading(self) -> bool:
        """Whether a table is being read."""
        return self._progress is not None

    def begin(self) -> None:
        """Begin with no file."""
        self._seen = self._found = None
        self._stack.setCurrentWidget(self._nothing)
        self._jobs.ask(asking_results.names, key="names", done=self._name, language=languages.current())
        self._say()
        self.choose.setFocus()

    def ask_file(self) -> None:
        """Let a person choose the file."""
        dialog = _dialog(self.window(), [self.tr("Tables (*.csv *.xlsx *.txt *.tsv)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def open_file(self, file: str) -> None:
        """Look at a file."""
        if file:
            self.began.emit()
            self._look(Path(file))

    def read(self) -> None:
        """Read the whole table and check every row; nothing is written."""
        if self._seen is None or self.reading or self.columns.problems():
            return
        self.began.emit()
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self.bar.setRange(0, 0)
        self._say()
        self._jobs.ask(
            frame_sheets.read, done=self._read, failed=self._fail, ended=self._end, seen=self._seen,
            wishes=self.columns.wishes(), progress=self._progress,
        )  # fmt: skip

    def leave(self) -> bool:
        """Go one step back: stop reading, from the report to the columns, from there away. Always True."""
        if self._progress is not None:
            self._progress.cancel()
        elif self._stack.currentWidget() is self.report:
            self._stack.setCurrentWidget(self._file)
            self._found = None
            self._say()
        else:
            self.left.emit()
        return True

    def keep(self) -> None:
        """Keep what was read as a frame."""
        if self._found is not None and self._found.rows:
            self.keep_button.setEnabled(False)
            self._jobs.do(frames.keep, done=self._keep, failed=self.refused.emit, ended=self._say, found=self._found)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = {
            self.choose: self.tr("Choose a file…"), self.read_button: self.tr("Read and check"),
            self.stop: self.tr("Stop"), self.keep_button: self.tr("Keep the frame"), self.back: self.tr("Back"),
        }  # fmt: skip
        for button, text in texts.items():
            button.setText(text)
            button.setAccessibleName(text)
        self._title.setText(self.tr("Import a frame"))
        self.sheet.setAccessibleName(self.tr("Sheet of the workbook"))
        self.bar.setAccessibleName(self.tr("Reading"))
        self._nothing.show_text(
            self.tr("The list that an institution hands over: CSV or a workbook, one row a stay or visit."),
            self.tr(
                "Choose a file. Headings are found, also below a title or a line of groups; nothing is written yet."
            ),
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self._title, self.said, self.where = QLabel(self), QLabel(self), ElidedLabel("", parent=self)
        self._title.setProperty("type", "section")
        self.choose, self.read_button, self.stop, self.keep_button, self.back = (QPushButton(self) for _ in range(5))
        named = {
            "choose": self.choose, "read": self.read_button, "stop": self.stop, "keep": self.keep_button,
            "back": self.back,
        }  # fmt: skip
        for name, button in named.items():
            button.setObjectName(f"campaigns.frame.{name}_button")
        self.read_button.setProperty("tone", "primary")
        self.keep_button.setProperty("tone", "primary")
        self.back.setProperty("tone", "quiet")
        self.sheet, self.bar = Choice("campaigns.frame.sheet", self), QProgressBar(self)
        self.bar.setObjectName("campaigns.frame.bar")
        self._nothing, self.report = EmptyState("campaigns.no_file", "import"), FrameReport(self._jobs, self)
        self.lines, self.columns = FrameLines(self), FrameColumnsForm(self)
        self._file = QWidget(self)
        file = QVBoxLayout(self._file)
        file.setContentsMargins(0, 0, 0, 0)
        file.setSpacing(pad)
        file.addWidget(self.lines, 1)
        file.addWidget(self.columns)
        self._stack = QStackedWidget(self)
        for page in (self._nothing, self._file, self.report):
            self._stack.addWidget(page)
        self._lay_out(pad)

    def _lay_out(self, pad: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for line in (head, foot):
            line.setSpacing(pad)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        for widget in (self._title, self.choose):
            head.addWidget(widget)
        head.addWidget(self.where, 1)
        head.addWidget(self.sheet)
        self._goes_on = KeyHint("Ctrl+Return", self)
        for widget in (self.read_button, self.keep_button, self._goes_on, self.stop, self.bar, self.said):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(KeyHint("Esc", self))

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_file)
        self.read_button.clicked.connect(self.read)
        self.stop.clicked.connect(self.leave)
        self.keep_button.clicked.connect(self.keep)
        self.back.clicked.connect(self.leave)
        self.report.told.connect(self.told)
        self.report.refused.connect(self.refused)
        self.sheet.decided.connect(self._turn_to)
        self.lines.heading_wanted.connect(self._take_heading)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._go_on)

    def _go_on(self) -> None:
        if self._stack.currentWidget() is self.report:
            self.keep()
        else:
            self.read()

    def _look(self, path: Path, *, sheet: str | None = None, heading: int | None = None) -> None:
        self._jobs.ask(
            frame_sheets.look, key="look", done=self._show, failed=self.refused.emit, path=path, sheet=sheet,
            heading=heading,
        )  # fmt: skip

    def _turn_to(self, sheet: str) -> None:
        if self._seen is not None:
            self._look(self._seen.path, sheet=sheet)

    def _take_heading(self, line: int) -> None:
        if self._seen is not None:
            self._look(self._seen.path, sheet=self._seen.sheet or None, heading=line)

    def _show(self, seen: FrameLook) -> None:
        fresh = self._seen is None or self._seen.path != seen.path
        self._seen, self._found = seen, None
        self.lines.show_lines(seen)
        self.columns.ask(seen, self._places)
        self.sheet.offer([(one, one) for one in seen.sheets], seen.sheet)
        self._stack.setCurrentWidget(self._file)
        self._say()
        if fresh:
            self.read_button.setFocus()

    def _name(self, places: Mapping[str, str]) -> None:
        self._places = places

    def _move(self, done: int, total: int, _note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        share = f" · {100 * done // total} %" if total else ""
        self.said.setText(self.tr("{count} rows read").format(count=f"{done:,}") + share)

    def _read(self, found: ReadFrame) -> None:
        self._found = found
        self.report.show_found(found)
        self._stack.setCurrentWidget(self.report)

    def _fail(self, error: AppError) -> None:
        seen = self._seen
        if isinstance(error, Stopped):
            self.told.emit(self.tr("Stopped: nothing was kept."))
        else:
            self.refused.emit(error)
        if isinstance(error, frames.FrameWithoutPhones):
            self.columns.ask_for("phone")
        if isinstance(error, frame_sheets.FrameChanged) and seen is not None:
            self._look(seen.path, sheet=seen.sheet or None)

    def _end(self) -> None:
        self._progress = None
        self._say()
        if self._found is not None:
            self.keep_button.setFocus()

    def _keep(self, _frame: bytes) -> None:
        found, self._found, self._seen = self._found, None, None
        self.kept.emit(found.name if found else "")

    def _say(self) -> None:
        seen, found, reading = self._seen, self._found, self.reading
        for widget in (self.stop, self.bar):
            widget.setVisible(reading)
        if not reading:
            self.said.setText("")
        self.read_button.setVisible(seen is not None and found is None)
        self.read_button.setEnabled(not reading)
        self.choose.setEnabled(not reading)
        self.keep_button.setVisible(found is not None)
        self._goes_on.setVisible(seen is not None)
        self.keep_button.setEnabled(found is not None and found.rows > 0)
        self.sheet.setVisible(seen is not None and len(seen.sheets) > 1)
        lines = seen.heading_lines if seen else ""
        two = lines and self.tr("headings in rows {lines}").format(lines=lines)
        parts = (seen.path.name, seen.sheet, seen.encoding, two) if seen else ()
        self.where.setText(" · ".join(filter(None, parts)))


def _dialog(parent: QWidget, filters: list[str]) -> QFileDialog:
    made = QFileDialog(parent)
    made.setObjectName("campaigns.frame.dialog")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setFileMode(QFileDialog.FileMode.ExistingFile)
    made.setNameFilters(filters)
    return made
