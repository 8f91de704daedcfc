"""What became of every row of a table: how many were taken, and each refused one with what to do about it."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services import callback_rules, frame_sheets, wording
from app.services.frame_rows import FrameRefusal, FrameRemark
from app.services.frames import ReadFrame
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.campaigns.tables import RowsTable

#: How many refused rows are shown; all of them can be saved.
SHOWN = 5_000


class FrameReport(QWidget):
    """Shows what was read; choosing a reason shows its rows only. ``told(text)`` after saving, ``refused(error)``."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._found: ReadFrame | None = None
        self._reason: tuple[str, int] | None = None
        self._build()
        self.reasons_view.picked.connect(self._narrow)
        self.save_button.clicked.connect(self.ask_where)
        self.retranslate()

    def show_found(self, found: ReadFrame) -> None:
        """Show what was read."""
        self._found = found
        self.reasons.show_lines(list(found.by_reason.items()))
        self._narrow(None)

    def ask_where(self) -> None:
        """Let a person choose where the report of refused rows is written to."""
        dialog = QFileDialog(self.window())
        dialog.setObjectName("campaigns.report.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Workbook (*.xlsx)"), self.tr("Table (*.csv)")])
        dialog.fileSelected.connect(self.save_report)
        dialog.open()

    def save_report(self, file: str) -> None:
        """Write the report of refused rows."""
        if file and self._found is not None:
            self._jobs.ask(
                frame_sheets.save_report, key="save_report", done=self._saved, failed=self.refused.emit,
                found=self._found, path=Path(file), language=languages.current(),
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.reasons_view.setAccessibleName(self.tr("Reasons for refusing rows"))
        self.rows_view.setAccessibleName(self.tr("Refused rows"))
        self._no_reasons.show_text(self.tr("Nothing was refused"), "")
        self._no_rows.show_text(
            self.tr("Every row was taken"), self.tr("Keep the frame, then plan a campaign from it.")
        )
        self.save_button.setText(self.tr("Save the report…"))
        self.save_button.setAccessibleName(self.save_button.text())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.reasons.refresh_times()
            self.rows.refresh_times()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.said, self.mend = QLabel(self), QLabel(self)
        for label in (self.said, self.mend):
            label.setWordWrap(True)
        self.save_button = QPushButton(self)
        self.save_button.setObjectName("campaigns.frame.save_button")
        count = Column("count", QT_TRANSLATE_NOOP("tables", "Rows"), 64, "number", show=_count, sortable=False)
        why = Column("why", QT_TRANSLATE_NOOP("tables", "Reason, and what to do"), 0, show=_reason, sortable=False)
        self.reasons = RowsTable([count, why], self)
        self.rows = RowsTable(
            [
                Column("line", QT_TRANSLATE_NOOP("tables", "Row"), 72, "number", sortable=False),
                Column("field", QT_TRANSLATE_NOOP("tables", "Field"), 132, show=_field, sortable=False),
                Column("value", QT_TRANSLATE_NOOP("tables", "What stands there"), 0, sortable=False),
            ],
            self,
        )
        self._no_reasons, self._no_rows = (
            EmptyState("campaigns.no_reasons", ""),
            EmptyState("campaigns.no_rows", "check"),
        )
        self.reasons_view = TableView(self.reasons, name="campaigns.reasons", empty=self._no_reasons, parent=self)
        self.rows_view = TableView(self.rows, name="campaigns.refused", empty=self._no_rows, parent=self)
        self.reasons_view.setSelectionMode(self.reasons_view.SelectionMode.SingleSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(pad)
        top.addWidget(self.said, 1)
        top.addWidget(self.save_button)
        self.mend.setObjectName("campaigns.frame.mend")
        both = QHBoxLayout()
        both.setSpacing(theme.of_app().px("gap"))
        column.addLayout(both, 1)
        both.addWidget(self.reasons_view, 1)
        both.addWidget(self.rows_view, 1)
        column.addWidget(self.mend)

    def _narrow(self, one: tuple[str, int] | None) -> None:
        if self._found is not None:
            wanted = [row for row in self._found.refusals if one is None or row.reason == one[0]]
            self.rows.show_lines(wanted[:SHOWN])
        self._reason = one
        self._say()

    def _saved(self, _lines: int) -> None:
        count = len(self._found.refusals) if self._found is not None else 0  # remarks are no rows
        self.told.emit(self.tr("{count} refused rows written").format(count=f"{count:,}"))

    def _say(self) -> None:
        found = self._found
        if found is None:
            return
        self.save_button.setVisible(bool(found.refusals or found.remarks))
        chosen = self._reason or next(iter(found.by_reason.items()), None)
        self.mend.setVisible(chosen is not None)
        self.mend.setText(_reason(chosen) if chosen is not None else "")
        text = self.tr("{taken} rows taken, {refused} refused; {groups} contact groups (who shares a number is one)")
        told = text.format(taken=f"{found.rows:,}", refused=f"{len(found.refusals):,}", groups=f"{found.groups:,}")
        if found.by_code:
            away = self.tr("{count} of them are people who are not to be asked ({codes}), {rest} are to be mended")
            language, table = languages.current(), callback_rules.table()
            named = [(table[code].words.for_language(language), count) for code, count in found.by_code.items()]
            codes = wording.names_in_a_row((f"{words} {count:,}" for words, count in named), language)
            count = sum(found.by_code.values())
            rest = len(found.refusals) - count
            told += "\n" + away.format(count=f"{count:,}", codes=codes, rest=f"{rest:,}")
        for one in found.remarks:
            told += "\n" + self._remark(one)
        self.said.setText(f"{told}\nSHA-256 {found.sha256}")

    def _remark(self, one: FrameRemark) -> str:
        language = languages.current()
        reason = wording.label("frame_reason", one.reason.value, language)
        if not one.count:
            return f"{reason} ({one.value})" if one.value else reason
        text = self.tr("{field}, {count} rows, first in row {line} ({value}): {reason}")
        field = wording.label("frame_field", one.field.value, language)
        return text.format(field=field, count=f"{one.count:,}", line=one.line, value=one.shown, reason=reason)


def _count(one: tuple[str, int]) -> str:
    return f"{one[1]:,}"


def _reason(one: tuple[str, int]) -> str:
    return wording.label("frame_reason", str(one[0]), languages.current())


def _field(one: FrameRefusal) -> str:
    return wording.label("frame_field", one.field.value, languages.current())
