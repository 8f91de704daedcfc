"""Mock calls of everybody, for those who evaluate: the transcript beside the sheet of real contacts."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import evaluations, mock_records
from app.services.evaluations import Scored
from app.services.mock_records import CallLine, SeenCall
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import presenting_mock, presenting_review
from app.ui.panes.training.commands import MOCK_DESK
from app.ui.panes.training.ink import ink
from app.ui.panes.training.mock_words import MockWords
from app.ui.panes.training.presenting import spoken
from app.ui.panes.training.sheet_view import HalfFilled, SheetView


@dataclass(frozen=True)
class ToScore:
    """The calls of the last quarter, who looks, and the time and zone in which times are said."""

    lines: tuple[CallLine, ...]
    me: bytes
    now: datetime
    zone: ZoneInfo


def to_score(view: View, language: str) -> ToScore:
    """Return everything that the page shows at first."""
    lines = tuple(mock_records.everyone(view, spoken(language)))
    return ToScore(lines, view.person.id, view.now, ZoneInfo(view.settings.time_zone))


class MockDeskPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._found = ToScore((), b"", datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
        self._seen: SeenCall | None = None
        self._asked = b""
        self._left: dict[bytes, HalfFilled] = {}
        self._words = MockWords(self)
        self.commands = CommandTable(MOCK_DESK, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look again at what was played."""
        self._jobs.ask(
            to_score, key="training.mock_desk", done=self._show, failed=self._refuse, language=languages.current()
        )

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus()

    def may_score(self) -> bool:
        """Whether the call is somebody else's and this person has not scored it."""
        line = self._seen.line if self._seen else None
        return line is not None and not line.scored_by_me and line.call.operator != self._found.me

    def save(self) -> None:
        """Save the score of the call."""
        points = self.sheet.points()
        if self._seen is None or points is None:
            self.told.emit(self.tr("Some items are open: 0, 1, 2, or N where one did not apply."))
            return
        scored = Scored(
            self._seen.line.call.id, points, errors=tuple(self.sheet.errors), note=self.sheet.note.text()
        )  # fmt: skip
        self._jobs.do(mock_records.score, done=self._saved, failed=self._refuse, initiator=self, scored=scored)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Mock calls to score"))
        self.view.setAccessibleName(self.tr("Mock calls"))
        self.detail.setAccessibleName(self.tr("The call"))
        self._hint.setText(self.tr("Practice: no score given here enters a figure of quality review."))
        self._empty.show_text(
            self.tr("Nobody has played a mock call yet"), self.tr("Operators begin one under Training, Mock calls.")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.reload()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.mock_desk")
        pad = theme.of_app().px("pad")
        self._empty = EmptyState("training.mock_desk.empty", "phone", parent=self)
        self.rows = WholeList(self._columns(), _key_of, self)
        self.view = TableView(self.rows, name="training.mock_desk.list", empty=self._empty, parent=self)
        self.detail = QTextBrowser(self)
        self.detail.setObjectName("training.mock_desk.call")
        self.sheet = SheetView(self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setProperty("type", "muted")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        left = QSplitter(Qt.Orientation.Vertical, split)
        left.setChildrenCollapsible(False)
        left.addWidget(self.view)
        left.addWidget(self.detail)
        left.setSizes([180, 320])
        split.addWidget(left)
        split.addWidget(self.sheet)
        split.setSizes([560, 440])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(split, 1)
        row = QHBoxLayout()
        row.setSpacing(pad)
        column.addLayout(row)
        row.addWidget(self._hint, 1)
        row.addWidget(self.commands.button("training.mock_save", self, tone="primary"))

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        theme.of_app().changed.connect(self._say)

    def _show(self, found: ToScore) -> None:
        self._found = found
        kept = self._asked
        self._leave_sheet()
        self._seen = None
        self.rows.show_lines(found.lines)
        for part in (self.detail, self.sheet):
            part.setVisible(bool(found.lines))
        keys = [_key_of(one) for one in found.lines]
        if keys:
            self.view.select(keys.index(kept) if kept in keys and kept in self._left else 0)
        self._say()

    def _leave_sheet(self) -> None:
        """Keep what was filled in, for when somebody comes back to this call."""
        half = self.sheet.half_filled() if self._asked else None
        if half is not None:
            self._left[self._asked] = half
        self._asked = b""

    def _pick(self, line: CallLine | None) -> None:
        self._leave_sheet()
        if line is not None:
            self._jobs.ask(
                mock_records.seen, key="training.mock_seen", done=self._take, failed=self._refuse, call=line.call.id,
                language=spoken(languages.current()),
            )  # fmt: skip

    def _open(self, _line: CallLine) -> None:
        self.sheet.items.setFocus()

    def _take(self, seen: SeenCall) -> None:
        self._seen = seen
        self.sheet.ask(evaluations.sheet(), seen.points)
        self._asked = _key_of(seen.line)
        if self._asked in self._left:
            self.sheet.put_back(self._left.pop(self._asked))
        self.sheet.setEnabled(self.may_score())
        self._say()

    def _saved(self, _score: bytes) -> None:
        self._asked = b""
        self.told.emit(self.tr("Scored. The operator sees it beside the call."))
        self.reload()
        self.view.setFocus()

    def _say(self) -> None:
        if self._seen is None:
            self.detail.clear()
        else:
            words = self._words.all()
            self.detail.setHtml(
                presenting_mock.call_html(self._seen, evaluations.sheet(), languages.current(), ink(), words)
            )
        self.commands.refresh()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("operator", QT_TRANSLATE_NOOP("tables", "Operator"), 100, sortable=False),
            Column("at", QT_TRANSLATE_NOOP("tables", "When"), 120, show=self._when, sortable=False),
            Column("title", QT_TRANSLATE_NOOP("tables", "Caller"), 0, sortable=False),
            Column("score", QT_TRANSLATE_NOOP("tables", "Score"), 72, "number", show=_score, sortable=False),
        )

    def _when(self, line: CallLine) -> str:
        return moment(line.call.ended_at, self._found.now, languages.current(), self._found.zone)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _key_of(line: CallLine) -> bytes:
    return line.call.id


def _score(line: CallLine) -> str:
    return presenting_review.percent(line.score.share) if line.score else ""
