"""Quality review: contacts to be looked at, one contact beside its score sheet, appeals, and how evaluators agree."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.models.evaluations import ReviewReason
from app.services import evaluations, quality_desk, wording
from app.services.evaluations import Figures, Scored
from app.services.office import View
from app.services.quality_desk import ReviewLine, Seen
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import presenting_review
from app.ui.panes.training.commands import REVIEW
from app.ui.panes.training.ink import ink
from app.ui.panes.training.sheet_view import HalfFilled, SheetView

#: Why, which contact, and the evaluation that is there already.
Key = tuple[str, bytes, bytes]


@dataclass(frozen=True)
class Waiting:
    """What is to be looked at, the figures, and the time and zone in which times are said."""

    lines: tuple[ReviewLine, ...]
    figures: Figures
    now: datetime
    zone: ZoneInfo


def waiting(view: View) -> Waiting:
    """Return everything that the page shows at first."""
    lines = tuple(quality_desk.queue(view))
    return Waiting(lines, evaluations.figures(view), view.now, ZoneInfo(view.settings.time_zone))


class ReviewPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting = Waiting((), Figures({}, {}, None), datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
        self._line: ReviewLine | None = None
        self._seen: Seen | None = None
        self._asked: Key | None = None
        self._left: dict[Key, HalfFilled] = {}
        self.commands = CommandTable(REVIEW, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look again at what waits."""
        self._jobs.ask(waiting, key="training.review", done=self._show, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus()

    def may_score(self) -> bool:
        """Whether the chosen contact is to be scored."""
        return self._line is not None and self._line.reason in quality_desk.TO_SCORE

    def may_decide(self) -> bool:
        """Whether the chosen contact has an appeal to decide."""
        return self._line is not None and self._line.reason is ReviewReason.APPEAL

    def save(self) -> None:
        """Save the score of the contact."""
        scored = self._scored()
        if scored is not None:
            self._jobs.do(
                evaluations.evaluate, done=self._saved, failed=self._refuse, initiator=self, scored=scored
            )  # fmt: skip

    def let_stand(self) -> None:
        """Decide that the score stands."""
        self._decide(upheld=False)

    def uphold(self) -> None:
        """Decide that the appeal is right: the sheet on the screen counts instead."""
        self._decide(upheld=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Quality review"))
        self.view.setAccessibleName(self.tr("Contacts to look at"))
        self.contact.setAccessibleName(self.tr("The contact"))
        self._empty.show_text(
            self.tr("No contact waits for a review"), self.tr("The draw of a month takes three of each operator.")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.review")
        pad = theme.of_app().px("pad")
        self._empty = EmptyState("training.review.empty", "done", parent=self)
        self.rows = WholeList(self._columns(), _key_of, self)
        self.view = TableView(self.rows, name="training.review.list", empty=self._empty, parent=self)
        self.contact = QTextBrowser(self)
        self.contact.setObjectName("training.review.contact")
        self.sheet = SheetView(self)
        self._figures = QLabel(self)
        self._figures.setWordWrap(True)
        self._figures.setProperty("type", "muted")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        left = QSplitter(Qt.Orientation.Vertical, split)
        left.setChildrenCollapsible(False)
        left.addWidget(self.view)
        left.addWidget(self.contact)
        split.addWidget(left)
        split.addWidget(self.sheet)
        split.setSizes([560, 440])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(split, 1)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.setSpacing(pad)
        buttons.addWidget(self._figures, 1)
        for name in ("stands", "upheld", "save"):
            tone = "primary" if name == "save" else ""
            buttons.addWidget(self.commands.button(f"training.review_{name}", self, tone=tone))

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        theme.of_app().changed.connect(self._say)

    def _show(self, found: Waiting) -> None:
        self._waiting = found
        kept = self._asked
        self._leave_sheet()
        self._line = self._seen = None
        self.rows.show_lines(found.lines)
        keys = [_key_of(one) for one in found.lines]
        if keys:
            self.view.select(keys.index(kept) if kept in keys and kept in self._left else 0)
        self._say()
        self.commands.refresh()

    def _leave_sheet(self) -> None:
        """Keep what was filled in, for when somebody comes back to this contact."""
        half = self.sheet.half_filled() if self._asked else None
        if self._asked and half is not None:
            self._left[self._asked] = half
        self._asked = None

    def _pick(self, line: ReviewLine | None) -> None:
        self._leave_sheet()
        self._line = line
        self.commands.refresh()
        if line is not None:
            self._jobs.ask(
                quality_desk.seen, key="training.seen", done=self._take, failed=self._refuse, contact=line.contact
            )  # fmt: skip

    def _open(self, _line: ReviewLine) -> None:
        self.sheet.items.setFocus()

    def _take(self, seen: Seen) -> None:
        self._seen = seen
        before = self._line.evaluation if self._line else None
        self.sheet.ask(evaluations.sheet(), seen.points, before)
        self._asked = _key_of(self._line) if self._line else None
        if self._asked in self._left:
            self.sheet.put_back(self._left.pop(self._asked))
        self.sheet.setEnabled(self.may_score() or self.may_decide())
        self._say()

    def _scored(self) -> Scored | None:
        points = self.sheet.points()
        if self._line is None or points is None:
            self.told.emit(self.tr("Some items are open: 0, 1, 2, or N where one did not apply."))
            return None
        errors, note = tuple(self.sheet.errors), self.sheet.note.text()
        return Scored(self._line.contact, points, self._line.sample, errors, note)

    def _decide(self, *, upheld: bool) -> None:
        scored = self._scored() if upheld else None
        if self._line is None or self._line.evaluation is None or (upheld and scored is None):
            return
        self._jobs.do(
            evaluations.decide, done=self._decided, failed=self._refuse, initiator=self,
            evaluation=self._line.evaluation.id, upheld=upheld, scored=scored, note=self.sheet.note.text(),
        )  # fmt: skip

    def _saved(self, _evaluation: bytes) -> None:
        self._asked = None
        self.told.emit(self.tr("Scored. Errors about key points come back as practice tomorrow."))
        self.reload()
        self.view.setFocus()

    def _decided(self, _evaluation: object) -> None:
        self._asked = None
        self.told.emit(self.tr("Decided"))
        self.reload()
        self.view.setFocus()

    def _say(self) -> None:
        words = {
            "agree": self.tr("{count} scored twice: κ {kappa}, critical {critical}"),
            "little": self.tr("below 85 %: calibrate again"),
            "rewrite": self.tr("evaluators differ, write the item anew: {items}"),
        }
        self._figures.setText(
            presenting_review.figures_text(self._waiting.figures, evaluations.sheet(), languages.current(), words)
        )
        if self._seen is None:
            self.contact.clear()
            return
        said = {
            "given": self.tr("Given:"),
            "critical": self.tr("critical"),
            "nothing": self.tr("No script was given."),
        }
        html = presenting_review.contact_html(self._seen, ink(), said)
        appeal = quality_desk.appeal_of(self._line) if self._line else None
        if appeal is not None:
            html = presenting_review.reason_html(appeal.reason, ink(), self.tr("Appeal:")) + html
        self.contact.setHtml(html)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "reason", QT_TRANSLATE_NOOP("tables", "Why"), 150, "chip", show=_reason, tone=_tone, sortable=False
            ),
            Column("operator", QT_TRANSLATE_NOOP("tables", "Operator"), 100, sortable=False),
            Column("at", QT_TRANSLATE_NOOP("tables", "When"), 120, show=self._when, sortable=False),
            Column("summary", QT_TRANSLATE_NOOP("tables", "Summary"), 0, sortable=False),
            Column("score", QT_TRANSLATE_NOOP("tables", "Score"), 72, "number", show=_score, sortable=False),
            Column("read", QT_TRANSLATE_NOOP("tables", "Read"), 56, show=_read, sortable=False),
        )  # fmt: skip

    def _when(self, line: ReviewLine) -> str:
        return moment(line.at, self._waiting.now, languages.current(), self._waiting.zone)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _key_of(line: ReviewLine) -> Key:
    return line.reason.value, line.contact, line.evaluation.id if line.evaluation else b""


def _reason(line: ReviewLine) -> str:
    return wording.label("review_reason", line.reason.value, languages.current())


def _tone(line: ReviewLine) -> str:
    return presenting_review.TONES.get(line.reason, "")


def _read(line: ReviewLine) -> str:
    return "✓" if line.evaluation is not None and line.evaluation.read_at is not None else ""


def _score(line: ReviewLine) -> str:
    return presenting_review.percent(line.score) if line.evaluation else ""
