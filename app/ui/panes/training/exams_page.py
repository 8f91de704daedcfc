"""The exam room: one's own exams, the paper that is sat, and the results once they are out."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.models.papers import Paper as Printed
from app.models.papers import as_text
from app.services import certificates, exam_appeals, exam_results, exams
from app.services.exam_results import AnswerGot, Result
from app.services.exams import Mine, Paper
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import presenting, presenting_exams
from app.ui.panes.training.commands import EXAMS
from app.ui.panes.training.mark_appeal_row import MarkAppealRow
from app.ui.panes.training.paper_view import PaperView
from app.ui.panes.training.result_view import ResultView
from app.ui.panes.training.script_flagging import ScriptFlagging
from app.ui.parts.paper_window import PaperWindow

Found = list[tuple[Result, list[AnswerGot]]]


@dataclass(frozen=True)
class Room:
    """One's own exams, and the time and zone in which they are said."""

    mine: tuple[Mine, ...]
    now: datetime
    zone: ZoneInfo


def room(view: View) -> Room:
    """Return one's own exams as they stand."""
    return Room(tuple(exams.mine(view)), view.now, ZoneInfo(view.settings.time_zone))


class ExamsPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._room = Room((), datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
        self._chosen: Mine | None = None
        self._found: Found = []
        self.paper: PaperView | None = None
        self.certificate: PaperWindow | None = None
        self.commands = CommandTable(EXAMS, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the exams again; a paper that is being sat stays."""
        if not self.is_sitting():
            self._jobs.ask(room, key="training.exams", done=self._show, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus into the paper, else into the list."""
        if self.paper is not None and self.paper.is_open:
            self.paper.focus_answer()
        else:
            self.view.setFocus()

    def chosen(self) -> Mine | None:
        """Return the exam that is chosen in the list."""
        return self._chosen

    def may_begin(self) -> bool:
        """Whether the chosen exam can be sat now."""
        one = self.chosen()
        return not self.is_sitting() and one is not None and one.may_begin

    def is_sitting(self) -> bool:
        """Whether a paper is open."""
        return self.paper is not None and self.paper.is_open

    def has_former(self) -> bool:
        """Whether there is a question before."""
        return self.paper is not None and self.paper.can_step(-1)

    def has_later(self) -> bool:
        """Whether there is a question after."""
        return self.paper is not None and self.paper.can_step(1)

    def begin(self) -> None:
        """Begin the chosen exam, or go on where it was."""
        one = self.chosen()
        if one is not None:
            self._jobs.do(
                exams.begin, done=self._sit, failed=self._refuse, initiator=self, exam=one.exam.id,
                language=presenting.spoken(languages.current()),
            )  # fmt: skip

    def has_passed(self) -> bool:
        """Whether the chosen exam was passed and its results are out."""
        return any(result.passed for result, _ in self._found)

    def show_certificate(self) -> None:
        """Show the certificate of the chosen exam in a window of its own."""
        if self._chosen is not None:
            self._jobs.ask(
                certificates.certificate, key="training.certificate", done=self._print, failed=self._refuse,
                exam=self._chosen.exam.id, language=languages.current(),
            )  # fmt: skip

    def may_appeal(self) -> bool:
        """Whether there are results with which one can disagree."""
        open_ones = any(not one.appeal for _, answers in self._found for one in answers)
        return open_ones and not self.is_sitting()

    def appeal(self) -> None:
        """Disagree with what the chosen answer got; the reason is asked for first."""
        said = self.appeals.disagreement()
        if said is None:
            self.appeals.reason.setFocus()
        else:
            self._jobs.do(
                exam_appeals.appeal, done=self._appealed, failed=self._refuse, initiator=self, sitting=said.sitting,
                version=said.version, reason=said.reason,
            )  # fmt: skip

    def go_back(self) -> None:
        """Go to the question before."""
        if self.paper is not None:
            self.paper.step(-1)

    def go_on(self) -> None:
        """Go to the question after."""
        if self.paper is not None:
            self.paper.step(1)

    def hand_in(self) -> None:
        """Hand the paper in, asked twice."""
        if self.paper is not None:
            self.paper.hand_in()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Exams"))
        self.view.setAccessibleName(self.tr("My exams"))
        self._empty.show_text(self.tr("No exam is set for you"), self.tr("The next one appears here before it opens."))
        self._say_result()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.exams")
        pad = theme.of_app().px("pad")
        self._stack = QStackedWidget(self)
        self._list = QWidget(self._stack)
        self.rows = WholeList(self._columns(), _key_of, self)
        self._empty = EmptyState("training.exams.empty", "training", parent=self)
        self.view = TableView(self.rows, name="training.exams.list", empty=self._empty, parent=self._list)
        self.result, self.flagging = ResultView(self._list), ScriptFlagging(self._jobs, self._list)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.view, 2)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.addWidget(self.commands.button("training.exam_begin", self._list, tone="primary"))
        buttons.addWidget(self.commands.button("training.certificate", self._list))
        buttons.addStretch(1)
        column.addWidget(self.flagging)
        column.addWidget(self.result, 3)
        self.appeals = MarkAppealRow(self._list)
        self.appeals.row.addWidget(self.commands.button("training.exam_appeal", self.appeals))
        column.addWidget(self.appeals)
        self._stack.addWidget(self._list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        self.appeals.wanted.connect(self.appeal)
        self.result.flag_wanted.connect(self.flagging.ask_about)
        self.flagging.told.connect(self.told)
        self.flagging.refused.connect(self.refused)
        self.flagging.closed.connect(self.result.setFocus)

    def _show(self, found: Room) -> None:
        before = self.chosen()
        self._room = found
        self.rows.show_lines(found.mine)
        kept = [at for at, one in enumerate(found.mine) if before is not None and one.exam.id == before.exam.id]
        waiting = [at for at, one in enumerate(found.mine) if one.may_begin]
        if found.mine:
            self.view.select((kept or waiting or [0])[0])
        self.commands.refresh()

    def _pick(self, one: Mine | None) -> None:
        before, self._chosen = self._chosen, one
        if before is None or one is None or before.exam.id != one.exam.id:
            self._found = []
        self.flagging.hide()
        self._say_result()
        self.commands.refresh()
        if one is not None and one.exam.released_at is not None:
            self._jobs.ask(
                exam_results.my_answers, key="training.result", done=self._take, failed=self._refuse,
                exam=one.exam.id,
            )  # fmt: skip

    def _open(self, _one: Mine) -> None:
        if self.may_begin():
            self.begin()

    def _take(self, found: Found) -> None:
        self._found = found
        self._say_result()
        self.commands.refresh()

    def _print(self, paper: Printed) -> None:
        if self.certificate is None:
            self.certificate = PaperWindow(self._jobs, self)
        self.certificate.show_paper(paper, text=as_text(paper), name="certificate")

    def _sit(self, paper: Paper) -> None:
        if self.paper is None:
            self.paper = PaperView(self._jobs, self.commands, parent=self._stack)
            self._stack.addWidget(self.paper)
            self.paper.ended.connect(self._leave)
            self.paper.refused.connect(self.refused)
            self.paper.told.connect(self.told)
        self._stack.setCurrentWidget(self.paper)
        self.paper.open(paper)
        self.commands.refresh()

    def _leave(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self.reload()
        self.view.setFocus()

    def _appealed(self, _appeal: bytes) -> None:
        self.told.emit(self.tr("Another person decides; the answer stands here."))
        self.reload()

    def _say_result(self) -> None:
        self.appeals.show_answers(self._found)
        again_at = self._chosen.again_at if self._chosen else None
        self.result.show_results(self._found, again_at, self._room.zone)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _columns(self) -> Sequence[Column]:
        return (
            Column("name", QT_TRANSLATE_NOOP("tables", "Exam"), 0, show=_name, sortable=False),
            Column("opens", QT_TRANSLATE_NOOP("tables", "Opens"), 140, show=self._opens, sortable=False),
            Column("closes", QT_TRANSLATE_NOOP("tables", "Closes"), 140, show=self._closes, sortable=False),
            Column("minutes", QT_TRANSLATE_NOOP("tables", "Minutes"), 80, "number", show=_minutes, sortable=False),
            Column(
                "state", QT_TRANSLATE_NOOP("tables", "State"), 160, "chip", show=self._state, tone=self._tone,
                sortable=False,
            ),
        )  # fmt: skip

    def _opens(self, one: Mine) -> str:
        return moment(one.exam.opens_at, self._room.now, languages.current(), self._room.zone)

    def _closes(self, one: Mine) -> str:
        return moment(one.exam.closes_at, self._room.now, languages.current(), self._room.zone)

    def _state(self, one: Mine) -> str:
        return presenting_exams.state_word(presenting_exams.standing(one, self._room.now), languages.current())

    def _tone(self, one: Mine) -> str:
        return presenting_exams.TONES.get(presenting_exams.standing(one, self._room.now), "")


def _key_of(one: Mine) -> bytes:
    return one.exam.id


def _name(one: Mine) -> str:
    return one.exam.name


def _minutes(one: Mine) -> str:
    return f"{one.exam.minutes}"
