"""The trainer's desk of exams: set one, mark typed answers, read results and figures of questions, release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.angoff import JudgedCut
from app.models.errors import AppError, FieldWrong
from app.models.exams import Stock
from app.services import exam_desk, exam_ratings, exam_results, question_bank
from app.services.exam_desk import ExamLine, Marked
from app.services.exam_ratings import ToRate
from app.services.exam_results import ToMark
from app.services.exams import NewExam
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import asking, desk_columns
from app.ui.panes.training.behind_view import BehindView, behind
from app.ui.panes.training.exam_desk_commands import EXAM_DESK
from app.ui.panes.training.exam_form import ExamForm
from app.ui.panes.training.leave_button import LeaveButton
from app.ui.panes.training.marking_view import MarkingView
from app.ui.panes.training.presenting_bank import Points
from app.ui.panes.training.rating_view import RatingView


@dataclass(frozen=True)
class Desk:
    """The exams, what the bank holds, its topics with their names, and the time and zone in which they are said."""

    lines: tuple[ExamLine, ...]
    stock: Stock
    names: Mapping[str, str]
    now: datetime
    zone: ZoneInfo


def desk(view: View, language: str) -> Desk:
    """Return everything that the page shows at first."""
    stock = exam_desk.stock(view)
    names = asking.topic_names({topic for topic, _, _ in stock}, language)
    return Desk(tuple(exam_desk.listed(view)), stock, names, view.now, ZoneInfo(view.settings.time_zone))


def judging(view: View, exam: bytes) -> tuple[list[ToRate], list[JudgedCut | None], Points]:
    """Return the questions of an exam for a judge, the pass mark of each form by now, and what key points say."""
    return exam_ratings.to_rate(view, exam), exam_ratings.standing(view, exam), question_bank.points(view)


class ExamDeskPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk = Desk((), {}, {}, datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
        self._line: ExamLine | None = None
        self._wanted = b""  # the exam that was set just now
        self._setting = False
        self.commands = CommandTable(EXAM_DESK, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the exams again."""
        self._jobs.ask(
            desk, key="training.desk", done=self._show, failed=self._refuse, language=languages.current()
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus into the list, or into what is being done."""
        shown: Any = self._stack.currentWidget()
        self.exams.setFocus() if shown is self._list else shown.take_focus()

    def may_mark(self) -> bool:
        """Whether typed answers or appeals of the chosen exam wait."""
        return self._line is not None and self._line.waiting + self._line.appeals > 0

    def may_release(self) -> bool:
        """Whether the results of the chosen exam can be let out."""
        one = self._line
        done = one is not None and one.sat > 0 and not one.waiting and not one.still
        return one is not None and done and one.exam.released_at is None

    def may_rate(self) -> bool:
        """Whether the questions of the chosen exam can be rated: until its results are out."""
        return self._line is not None and self._line.exam.released_at is None

    def is_setting(self) -> bool:
        """Whether an exam is being set."""
        return self._setting

    def new_exam(self) -> None:
        """Ask for an exam."""
        self._setting = True
        self._stack.setCurrentWidget(self.form)
        self.form.ask(self._desk.stock, self._desk.names, self._desk.zone)
        self.commands.refresh()

    def save_exam(self) -> None:
        """Set what was asked for."""
        self.form.save()

    def mark(self) -> None:
        """Mark the typed answers of the chosen exam."""
        if self._line is not None:
            self._jobs.ask(
                exam_results.to_mark, key="training.to_mark", done=self._begin_marking, failed=self._refuse,
                exam=self._line.exam.id,
            )  # fmt: skip

    def rate(self) -> None:
        """Judge the questions of the chosen exam."""
        if self._line is not None:
            self._jobs.ask(
                judging, key="training.to_rate", done=self._begin_rating, failed=self._refuse, exam=self._line.exam.id
            )

    def release(self) -> None:
        """Let everybody see their results."""
        if self._line is not None:
            self._jobs.do(
                exam_results.release, done=self._released, failed=self._refuse, initiator=self, exam=self._line.exam.id
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Exams of the center"))
        self.exams.setAccessibleName(self.tr("Exams that were set"))
        self._empty.show_text(
            self.tr("No exam was set yet"), self.tr("Fill the question bank first, then set one with Alt+N.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _now(self) -> datetime:
        return self._desk.now

    def _build(self) -> None:
        self.setObjectName("training.exam_desk")
        self._stack = QStackedWidget(self)
        self._list = QWidget(self._stack)
        self._empty = EmptyState("training.exam_desk.empty", "training", parent=self)
        self.exam_rows = WholeList(desk_columns.exams(self._when), desk_columns.exam_key, self)
        self.exams = TableView(self.exam_rows, name="training.desk.exams", empty=self._empty, parent=self._list)
        self.behind = BehindView(self._list)
        self.form, self.marking = ExamForm(self._now, self._stack), MarkingView(self._stack)
        self.rating = RatingView(self._stack)
        self._lay_out()
        for widget in (self._list, self._with_foot(self.form), self.marking, self.rating):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _lay_out(self) -> None:
        pad = theme.of_app().px("pad")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.exams, 2)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.setSpacing(pad)
        for name in ("new", "rate", "mark", "release"):
            tone = "primary" if name == "mark" else ""
            buttons.addWidget(self.commands.button(f"training.desk_{name}", self._list, tone=tone))
        buttons.addStretch(1)
        column.addWidget(self.behind, 5)

    def _with_foot(self, form: ExamForm) -> QWidget:
        foot = QHBoxLayout()
        form.body.addLayout(foot)
        foot.addWidget(self.commands.button("training.desk_save", form, tone="primary"))
        foot.addWidget(LeaveButton("training.desk_leave", form.left, form))
        foot.addStretch(1)
        return form

    def _connect(self) -> None:
        self.exams.picked.connect(self._pick)
        self.exams.opened.connect(self._open)
        self.form.wanted.connect(self._set)
        self.form.proposing.connect(self._propose)
        self.form.left.connect(self._back)
        self.marking.marked.connect(self._keep)
        self.rating.rated.connect(self._keep_rating)
        for view in (self.marking, self.rating):
            view.left.connect(self._back)

    def _show(self, found: Desk) -> None:
        before = self._wanted or (self._line.exam.id if self._line else b"")
        self._desk, self._wanted = found, b""
        self.exam_rows.show_lines(found.lines)
        if found.lines:
            ids = [one.exam.id for one in found.lines]
            self.exams.select(ids.index(before) if before in ids else 0)
        self.commands.refresh()

    def _pick(self, line: ExamLine | None) -> None:
        self._line = line
        self.commands.refresh()
        if line is not None:
            self._jobs.ask(
                behind, key="training.behind", done=self.behind.show_behind, failed=self._refuse, exam=line.exam.id
            )  # fmt: skip

    def _open(self, _line: ExamLine) -> None:
        if self.may_mark():
            self.mark()

    def _begin_marking(self, waiting: list[ToMark]) -> None:
        self._stack.setCurrentWidget(self.marking)
        self.marking.show_waiting(waiting)

    def _begin_rating(self, found: tuple[list[ToRate], list[JudgedCut | None], Points]) -> None:
        self._stack.setCurrentWidget(self.rating)
        self.rating.show_questions(*found)

    def _keep_rating(self, version: bytes, share: float) -> None:
        if self._line is not None:
            self._jobs.do(
                exam_ratings.rate, done=self._was_rated, failed=self._refuse, initiator=self, exam=self._line.exam.id,
                version=version, share=share,
            )  # fmt: skip

    def _was_rated(self, _none: None) -> None:
        if self._line is not None and self._stack.currentWidget() is self.rating:
            self._jobs.ask(
                exam_ratings.standing, key="training.standing", done=self.rating.show_standing, exam=self._line.exam.id
            )

    def _keep(self, marks: list[Marked]) -> None:
        self._jobs.do(exam_desk.mark_all, done=self._kept, failed=self._refuse, initiator=self, marks=marks)

    def _kept(self, _count: int) -> None:
        if self._stack.currentWidget() is self._list:
            self.reload()

    def _propose(self, count: int) -> None:
        self._jobs.ask(
            exam_desk.propose, key="training.propose", done=self.form.show_lines, failed=self._refuse, count=count
        )  # fmt: skip

    def _set(self, new: NewExam, extra: dict[str, float]) -> None:
        self._jobs.do(
            exam_desk.set_named, done=self._was_set, failed=self._refuse, initiator=self, new=new, extra=extra
        )

    def _was_set(self, exam: bytes) -> None:
        self._wanted = exam
        self.told.emit(self.tr("The exam is set; its questions are drawn and frozen."))
        self._back()

    def _released(self, _none: None) -> None:
        self.told.emit(self.tr("The results are out."))
        self.reload()

    def _back(self) -> None:
        self._setting = False
        self._stack.setCurrentWidget(self._list)
        self.reload()
        self.exams.setFocus()

    def _when(self) -> tuple[datetime, ZoneInfo]:
        return self._desk.now, self._desk.zone

    def _refuse(self, error: AppError) -> None:
        if not (isinstance(error, FieldWrong) and self.is_setting() and self.form.refuse(error)):
            self.refused.emit(error)
