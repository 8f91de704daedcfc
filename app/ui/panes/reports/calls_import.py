"""Call records of the telephone system: choose a file, say which column is which, look, import, read, take back."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.models.errors import AppError
from app.models.line_records import LineCall, LineField
from app.services import line_records, wording
from app.services.line_records import Batch, LineRefused, LineReport, OpenedFile
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.parts.column_choice import ColumnChoice

#: Rows of the file that are looked at before it is imported.
_LOOKED_AT = 200


def _call_key(one: LineCall) -> str:
    return one.key


def _call_at(one: LineCall) -> str:
    return f"{one.at:%Y-%m-%d %H:%M:%S}"


def _call_answered(one: LineCall) -> str:
    return wording.label("tri_state", "yes" if one.answered else "no", languages.current())


def _call_wait(one: LineCall) -> str:
    return f"{one.wait.total_seconds():,.0f} s"


def _call_talk(one: LineCall) -> str:
    return f"{one.talk.total_seconds():,.0f} s"


def _call_agent(one: LineCall) -> str:
    return one.agent


def _refused_key(one: LineRefused) -> tuple[int, str]:
    return one.line_no, one.field


def _refused_line(one: LineRefused) -> str:
    return str(one.line_no)


def _refused_field(one: LineRefused) -> str:
    return wording.label("line_field", one.field, languages.current())


def _refused_reason(one: LineRefused) -> str:
    return wording.label("line_reason", one.reason.value, languages.current())


def _refused_value(one: LineRefused) -> str:
    return one.value


def _batch_key(one: Batch) -> bytes:
    return one.id


def _batch_source(one: Batch) -> str:
    return one.source


def _batch_at(one: Batch) -> str:
    return f"{one.at:%Y-%m-%d %H:%M}"


def _batch_added(one: Batch) -> str:
    return f"{one.report.get('added', 0):,}"


def _batch_gone(one: Batch) -> str:
    return f"{one.undone_at:%Y-%m-%d %H:%M}" if one.undone_at else "–"


CALLS = (
    Column("at", QT_TRANSLATE_NOOP("tables", "Came"), 150, show=_call_at, sortable=False),
    Column("answered", QT_TRANSLATE_NOOP("tables", "Answered"), 88, show=_call_answered, sortable=False),
    Column("wait", QT_TRANSLATE_NOOP("tables", "Waited"), 88, "number", show=_call_wait, sortable=False),
    Column("talk", QT_TRANSLATE_NOOP("tables", "Talked"), 88, "number", show=_call_talk, sortable=False),
    Column("agent", QT_TRANSLATE_NOOP("tables", "Operator"), 0, show=_call_agent, sortable=False),
)
REFUSED = (
    Column("line", QT_TRANSLATE_NOOP("tables", "Line"), 72, "number", show=_refused_line, sortable=False),
    Column("field", QT_TRANSLATE_NOOP("tables", "Field"), 140, show=_refused_field, sortable=False),
    Column("reason", QT_TRANSLATE_NOOP("tables", "Not taken because"), 200, show=_refused_reason, sortable=False),
    Column("value", QT_TRANSLATE_NOOP("tables", "What it says"), 0, show=_refused_value, sortable=False),
)
BATCHES = (
    Column("source", QT_TRANSLATE_NOOP("tables", "Imported before"), 0, show=_batch_source, sortable=False),
    Column("at", QT_TRANSLATE_NOOP("tables", "When"), 140, show=_batch_at, sortable=False),
    Column("added", QT_TRANSLATE_NOOP("tables", "Calls"), 88, "number", show=_batch_added, sortable=False),
    Column("gone", QT_TRANSLATE_NOOP("tables", "Taken back"), 140, show=_batch_gone, sortable=False),
)


class CallsImport(QWidget):
    """``counted()`` calls were added or taken back, ``refused(error)``, ``left()`` on Close."""

    counted = Signal()
    refused = Signal(object)
    left = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._file: OpenedFile | None = None
        self._progress: Progress | None = None
        self._report: LineReport | None = None
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Start anew, with what was imported before beneath."""
        self._file = self._report = None
        self.columns.hide()
        self.calls.hide()
        self.rows.hide()
        self._say()
        self._jobs.ask(line_records.imported, key="batches", done=self._show_batches, failed=self.refused.emit)
        self._choose.setFocus()

    def read(self, file: str) -> None:
        """Read a file whole, and show how its columns are understood."""
        if file:
            self._jobs.ask(
                line_records.open_file, key="file", done=self._show, failed=self.refused.emit, path=Path(file)
            )

    def run(self) -> None:
        """Import every row with the columns as they are chosen."""
        if self._file is None or self._progress is not None:
            return
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self._say()
        self._stop.setFocus()
        self._jobs.do(
            line_records.import_calls, done=self._done, failed=self._refuse, ended=self._end, initiator=self,
            rows=self._file.rows, column_map=self.columns.chosen(), source=self._file.name, progress=self._progress,
        )  # fmt: skip

    def stop(self) -> None:
        """Stop the import; what is added by then stays and can be taken back."""
        if self._progress is not None:
            self._progress.cancel()

    def undo(self) -> None:
        """Take the chosen import back, with every figure that it made."""
        one = self.batches.row()
        if one is not None and one.undone_at is None:
            self._jobs.do(line_records.undo, done=self._undone, failed=self.refused.emit, initiator=self, batch=one.id)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button, text in (
            (self._choose, self.tr("Choose file…")), (self.go, self.tr("Import")), (self._stop, self.tr("Stop")),
            (self._undo, self.tr("Take back")), (self._close, self.tr("Close")),
        ):  # fmt: skip
            button.setText(text)
            button.setAccessibleName(text)
        self.calls.setAccessibleName(self.tr("First calls of the file"))
        self.rows.setAccessibleName(self.tr("Rows that are not taken"))
        self.batches.setAccessibleName(self.tr("Imports so far"))
        self.bar.setAccessibleName(self.tr("Work under way"))
        self._none.show_text(self.tr("No call records yet"), self.tr("Figures of answered calls say “not measured”."))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._choose, self.go, self._stop = QPushButton(self), QPushButton(self), QPushButton(self)
        self._undo, self._close = QPushButton(self), QPushButton(self)
        for button, name, icon in (
            (self._choose, "choose", "folder"), (self.go, "run", "import"), (self._stop, "stop", ""),
            (self._undo, "undo", ""), (self._close, "close", ""),
        ):  # fmt: skip
            button.setObjectName(f"reports.calls.{name}")
            if icon:
                icons.give(button, icon, "text")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self.columns, self.bar = ColumnChoice("reports.calls", "line_field", LineField, self), QProgressBar(self)
        self.call_model, self.row_model = WholeList(CALLS, _call_key, self), WholeList(REFUSED, _refused_key, self)
        self._none = EmptyState("reports.no_calls", "import")
        self.batch_model = WholeList(BATCHES, _batch_key, self)
        self.calls = TableView(self.call_model, name="reports.calls.first", parent=self)
        self.rows = TableView(self.row_model, name="reports.calls.rows", parent=self)
        self.batches = TableView(self.batch_model, name="reports.calls.batches", empty=self._none, parent=self)
        self.batches.setSelectionMode(self.batches.SelectionMode.SingleSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        _row(column, self._choose, self.go, self._stop, self.bar, self._close)
        column.addWidget(self._text)
        column.addWidget(self.columns)
        for view, share in ((self.calls, 3), (self.rows, 3), (self.batches, 2)):
            column.addWidget(view, share)
        _row(column, self._undo)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._ask_file)
        self.go.clicked.connect(self.run)
        self._stop.clicked.connect(self.stop)
        self._undo.clicked.connect(self.undo)
        self._close.clicked.connect(self.left)
        self.columns.changed.connect(self._look)
        self.batches.picked.connect(self._offer)

    def _ask_file(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.xlsx)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import call records"), "", kinds)
        self.read(file)

    def _show(self, found: OpenedFile) -> None:
        self._file, self._report = found, None
        self.columns.show_file(found.columns, found.column_map)
        self.columns.show()
        self._look()

    def _look(self) -> None:
        if self._file is not None:
            self._jobs.ask(
                line_records.preview, key="preview", done=self._look_at, failed=self._refuse,
                rows=self._file.rows[:_LOOKED_AT], column_map=self.columns.chosen(),
            )  # fmt: skip

    def _look_at(self, report: LineReport) -> None:
        self._show_report(report)
        self.call_model.show_lines(report.calls)
        self.calls.setVisible(bool(report.calls))

    def _show_report(self, report: LineReport) -> None:
        self._report = report
        self.row_model.show_lines(report.refused)
        self.rows.setVisible(bool(report.refused))
        self._say()

    def _move(self, done: int, total: int, _note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _done(self, report: LineReport) -> None:
        self._file = None
        self.columns.hide()
        self.calls.hide()
        self._show_report(report)
        self.counted.emit()
        self._jobs.ask(line_records.imported, key="batches", done=self._show_batches, failed=self.refused.emit)

    def _refuse(self, error: AppError) -> None:
        self._report = None
        self.calls.hide()
        self.rows.hide()
        self._say()
        self.columns.lead_to(str(error.facts.get("field", "")))
        self.refused.emit(error)

    def _end(self) -> None:
        self._progress = None
        held = self._stop.hasFocus()
        self._say()
        if held:
            (self.rows if self.rows.isVisible() else self._choose).setFocus()

    def _undone(self, _count: int) -> None:
        self.begin()
        self.counted.emit()

    def _show_batches(self, found: Sequence[Batch]) -> None:
        self.batch_model.show_lines(found)
        self._offer(None)

    def _offer(self, _line: object) -> None:
        one = self.batches.row()
        self._undo.setEnabled(one is not None and one.undone_at is None)

    def _say(self) -> None:
        busy = self._progress is not None
        self.bar.setVisible(busy)
        self._stop.setVisible(busy)
        self.go.setEnabled(self._file is not None and bool(self._file.rows) and not busy and self._report is not None)
        self._text.setText(self._told())

    def _told(self) -> str:
        parts: list[str] = []
        if self._file is not None:
            how = self._file.encoding or self.tr("workbook")
            told = self.tr("{file}: {count} rows, read as {how}.")
            parts.append(told.format(file=self._file.name, count=f"{len(self._file.rows):,}", how=how))
        elif self._report is None:
            parts.append(self.tr("A file of the telephone system (CSV, workbook). Numbers of callers are not kept."))
        if self._report is not None:
            parts.append(self._counted(self._report))
        return wording.sentences(parts, languages.current())

    def _counted(self, report: LineReport) -> str:
        counts = {"added": report.added, "unchanged": report.unchanged, "refused": len(report.refused)}
        text = self.tr("Call records: {added} added, {unchanged} known, {refused} refused")
        if self._file is not None:
            text = self.tr("Of the first {looked} rows {added} would be taken and {refused} not.")
            counts["looked"] = min(_LOOKED_AT, len(self._file.rows))
        parts = [text.format(**counts)]
        parts += [self.tr("It was stopped; what is added can be taken back.")] if report.stopped else []
        if report.unknown_agents:
            names = ", ".join(report.unknown_agents[:12])
            parts.append(self.tr("No account is called {names}; their calls count for nobody.").format(names=names))
        return wording.sentences(parts, languages.current())


def _row(column: QVBoxLayout, *widgets: QWidget) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(theme.of_app().px("pad"))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
