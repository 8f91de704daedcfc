"""My scores: everything that quality review recorded about the person at the desk, and the way to disagree."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import evaluations, quality_desk
from app.services.office import View
from app.services.quality_desk import ReviewLine
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import presenting_review
from app.ui.panes.training.commands import SCORES
from app.ui.panes.training.ink import ink


@dataclass(frozen=True)
class Mine:
    """One's own scores, and the time and zone in which times are said."""

    lines: tuple[ReviewLine, ...]
    now: datetime
    zone: ZoneInfo


def mine(view: View) -> Mine:
    """Return one's own scores."""
    return Mine(tuple(quality_desk.my_scores(view)), view.now, ZoneInfo(view.settings.time_zone))


class ScoresPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._mine = Mine((), datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
        self._line: ReviewLine | None = None
        self.commands = CommandTable(SCORES, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the scores again."""
        self._jobs.ask(mine, key="training.scores", done=self._show, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus()

    def may_appeal(self) -> bool:
        """Whether the chosen score can be appealed: once."""
        one = self._line
        return one is not None and one.evaluation is not None and one.evaluation.appeal is None

    def may_acknowledge(self) -> bool:
        """Whether the chosen score was not said to be read yet."""
        one = self._line
        return one is not None and one.evaluation is not None and one.evaluation.read_at is None

    def acknowledge(self) -> None:
        """Say that the chosen score was read."""
        if self._line is not None and self._line.evaluation is not None:
            self._jobs.do(
                evaluations.acknowledge, done=self._acknowledged, failed=self._refuse, initiator=self,
                evaluation=self._line.evaluation.id,
            )  # fmt: skip

    def appeal(self) -> None:
        """Disagree with the chosen score; a reason is asked for first."""
        if not self.reason.text().strip():
            self.reason.setFocus()
        elif self._line is not None and self._line.evaluation is not None:
            self._jobs.do(
                evaluations.appeal, done=self._appealed, failed=self._refuse, initiator=self,
                evaluation=self._line.evaluation.id, reason=self.reason.text(),
            )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("My scores"))
        self.view.setAccessibleName(self.tr("My contacts that were scored"))
        self.detail.setAccessibleName(self.tr("The score"))
        self.reason.setAccessibleName(self.tr("Why you disagree"))
        self.reason.setPlaceholderText(self.tr("Why you disagree; another evaluator decides"))
        self._empty.show_text(
            self.tr("No contact of yours was scored yet"), self.tr("You see everything that is recorded about you.")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.scores")
        self._empty = EmptyState("training.scores.empty", "review", parent=self)
        self.rows = WholeList(self._columns(), _key_of, self)
        self.view = TableView(self.rows, name="training.scores.list", empty=self._empty, parent=self)
        self.detail = QTextBrowser(self)
        self.detail.setObjectName("training.scores.detail")
        self.reason = QLineEdit(self)
        self.reason.setObjectName("training.scores.reason")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self.detail)
        split.setSizes([500, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(split, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.reason, 1)
        row.addWidget(self.commands.button("training.appeal", self))
        row.addWidget(self.commands.button("training.score_read", self))

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.reason.returnPressed.connect(self.appeal)
        theme.of_app().changed.connect(self._say)

    def _show(self, found: Mine) -> None:
        self._mine = found
        before = self._line.evaluation.id if self._line is not None and self._line.evaluation is not None else b""
        self.rows.show_lines(found.lines)
        if found.lines:
            ids = [one.evaluation.id if one.evaluation else b"" for one in found.lines]
            self.view.select(ids.index(before) if before in ids else 0)
        else:
            self._pick(None)

    def _pick(self, line: ReviewLine | None) -> None:
        self._line = line
        self.reason.setEnabled(self.may_appeal())
        self.commands.refresh()
        self._say()

    def _acknowledged(self, _none: None) -> None:
        self.told.emit(self.tr("Noted: you have read it."))
        self.reload()

    def _appealed(self, _appeal: bytes) -> None:
        self.reason.clear()
        self.told.emit(self.tr("Another evaluator decides; the answer stands here."))
        self.reload()

    def _say(self) -> None:
        if self._line is None:
            self.detail.clear()
            return
        words = {
            "appeal": self.tr("Your appeal:"),
            "waiting": self.tr("waits for another evaluator"),
            "upheld": self.tr("right; this score counts instead"),
            "stands": self.tr("the score stands"),
        }
        language = languages.current()
        self.detail.setHtml(presenting_review.score_html(self._line, evaluations.sheet(), language, ink(), words))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("at", QT_TRANSLATE_NOOP("tables", "When"), 120, show=self._when, sortable=False),
            Column("summary", QT_TRANSLATE_NOOP("tables", "Summary"), 0, sortable=False),
            Column("score", QT_TRANSLATE_NOOP("tables", "Score"), 72, "number", show=_score, sortable=False),
            Column("read", QT_TRANSLATE_NOOP("tables", "Read"), 56, show=_read, sortable=False),
        )

    def _when(self, line: ReviewLine) -> str:
        return moment(line.at, self._mine.now, languages.current(), self._mine.zone)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _key_of(line: ReviewLine) -> bytes:
    return line.evaluation.id if line.evaluation else line.contact


def _read(line: ReviewLine) -> str:
    return "✓" if line.evaluation is not None and line.evaluation.read_at is not None else ""


def _score(line: ReviewLine) -> str:
    return presenting_review.percent(line.score)
