"""Today's drill question by question, what was right and where it is written, strong and weak topics."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.models.drill_queue import Candidate
from app.models.errors import AppError
from app.services import drills
from app.services.drills import Asked, Drill, Feedback
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.panes.training import asking, presenting
from app.ui.panes.training.answer_view import AnswerView
from app.ui.panes.training.drill_commands import DRILL
from app.ui.panes.training.drill_progress import DrillEnd, DrillProgress
from app.ui.panes.training.kept_answer import KeptAnswer
from app.ui.panes.training.mode_choice import ModeChoice
from app.ui.panes.training.question_view import QuestionView
from app.ui.panes.training.script_flagging import ScriptFlagging
from app.ui.panes.training.topics_view import TopicsView

_SHARES = (68, 32)


class DrillPage(QWidget):
    """The drill of whoever sits at the desk. ``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._drill: Drill | None = None
        self._asked: Asked | None = None
        self._feedback: Feedback | None = None
        self._skipped: set[tuple[str, str]] = set()
        self._grading = False
        self.commands = CommandTable(DRILL, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at today's drill again; another person finds nothing of the former one."""
        self._jobs.ask(asking.look, key="training.look", done=self._look, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus where a person begins: the answer, or the way on."""
        if self._feedback is not None:
            self._go.setFocus()
        elif self._asked is not None:
            self.question.focus_answer()
        else:
            self.mode.setFocus()

    def has_question(self) -> bool:
        """Whether something is asked or was just answered."""
        return self._asked is not None and not self._grading

    def may_answer(self) -> bool:
        """Whether an answer is waited for."""
        return self.has_question() and self._feedback is None

    def was_answered(self) -> bool:
        """Whether the answer is on the screen."""
        return self._feedback is not None

    def go_on(self) -> None:
        """Have the answer graded; go to the next question where it was."""
        if self._feedback is not None:
            self._next()
        else:
            self._answer(gave_up=False)

    def give_up(self) -> None:
        """Show the answer without having given one."""
        self._answer(gave_up=True)

    def skip(self) -> None:
        """Leave a question for another day."""
        if self._asked is not None:
            self._skipped.add((self._asked.card.script, self._asked.card.point))
            self._next()

    def again(self) -> None:
        """Put the key point into today's drill once more."""
        if self._asked is not None:
            card = self._asked.card
            self._jobs.do(
                drills.want, done=self._wanted, failed=self._refuse, initiator=self, script=card.script,
                point=card.point,
            )  # fmt: skip

    def flag(self) -> None:
        """Ask what is wrong with the script of this question."""
        if self._asked is not None:
            self.flagging.ask_about(self._asked.card.script, self._asked.card.point)

    def may_have_hint(self) -> bool:
        """Whether a hint helps and none was shown."""
        return self.may_answer() and self.question.may_have_hint()

    def give_hint(self) -> None:
        """Say which script answers it."""
        self.question.give_hint()
        self.commands.refresh()

    def next_mode(self) -> None:
        """Practice in the next way."""
        self.mode.go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here; a question that is open stays."""
        super().showEvent(event)
        if self._asked is None:
            self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Today's drill"))
        self._say_progress()
        self._say_feedback()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.drill")
        self.topics, gap = TopicsView(self), theme.of_app().px("gap")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_split(self, self._drill_side(gap), _behind_line(self.topics, gap)), 1)

    def _drill_side(self, gap: int) -> QWidget:
        side = QWidget(self)
        self.question, self.mode = QuestionView(side), ModeChoice(side)
        self.progress = DrillProgress(self.mode, side)
        self._result, self._answer_shown = Chip("", parent=side), AnswerView(side)
        self._empty = DrillEnd(side)
        self.flagging = ScriptFlagging(self._jobs, side)
        self._go = self.commands.button("training.go", side, tone="primary")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, gap // 2, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.progress)
        column.addWidget(self.question, 2)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        _fill(buttons, self.commands, self._go)
        column.addWidget(self.flagging)
        column.addWidget(self._result, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._answer_shown, 3)
        column.addWidget(self._empty, 3, Qt.AlignmentFlag.AlignCenter)
        self._show_parts()
        return side

    def _connect(self) -> None:
        KeptAnswer(self._jobs, self.question)
        self.question.ready.connect(self.go_on)
        self.question.searched.connect(self._search)
        self.mode.activated.connect(self._ask_anew)
        self.flagging.told.connect(self.told)
        self.flagging.refused.connect(self.refused)
        self.flagging.closed.connect(self.take_focus)

    def _look(self, stale: bool) -> None:
        """Ask, where nothing moved since; else have the cards folded first, which writes."""
        if stale:
            self._jobs.do(drills.start, done=self._begin, failed=self._refuse, initiator=self)
        else:
            self._jobs.ask(drills.today, key="training.today", done=self._begin, failed=self._refuse)
        self._jobs.ask(
            asking.topics, key="training.topics", done=self.topics.take, failed=self._refuse,
            language=languages.current(),
        )  # fmt: skip

    def _begin(self, drill: Drill) -> None:
        self._drill = drill
        self._say_progress()
        self._ask(next(iter(self._waiting()), None))

    def _waiting(self) -> list[Candidate]:
        cards = self._drill.cards if self._drill is not None else ()
        return [one for one in cards if (one.script, one.point) not in self._skipped]

    def _ask(self, card: Candidate | None) -> None:
        self._asked = self._feedback = None
        if card is not None:
            self._jobs.ask(
                drills.ask, key="training.ask", done=self._show, failed=self._gone, card=card,
                kinds=self.mode.kinds(), language=presenting.spoken(languages.current()),
            )  # fmt: skip
        self._show_parts()

    def _ask_anew(self) -> None:
        if self.may_answer() and self._asked is not None:
            self._ask(self._asked.card)

    def _gone(self, error: AppError) -> None:
        """Pass a question over whose script went meanwhile."""
        self._refuse(error)
        waiting = self._waiting()
        if waiting:
            self._skipped.add((waiting[0].script, waiting[0].point))
            self._ask(next(iter(self._waiting()), None))

    def _show(self, asked: Asked) -> None:
        self._asked = asked
        self.question.ask(asked)
        self._show_parts()

    def _answer(self, *, gave_up: bool) -> None:
        given = self.question.given(gave_up=gave_up)
        if given is None:
            self.question.focus_answer()
            return
        self._grading = True
        self.question.open_for_answer(wanted=False)
        self._jobs.do(
            drills.answer, done=self._graded, failed=self._refuse, ended=self._free, initiator=self, given=given
        )

    def _free(self) -> None:
        self._grading = False
        self.question.open_for_answer(wanted=self._feedback is None)
        self.commands.refresh()
        self.take_focus()

    def _graded(self, feedback: Feedback) -> None:
        self._feedback = feedback
        self._say_feedback()
        self._show_parts()

    def _next(self) -> None:
        self._asked = self._feedback = None
        self._show_parts()
        self.reload()

    def _wanted(self, _none: None) -> None:
        self.told.emit(self.tr("This key point comes once more today."))

    def _search(self, text: str) -> None:
        self._jobs.ask(
            asking.found, key="training.find", done=self.question.show_found, failed=self._refuse, text=text,
            language=languages.current(),
        )  # fmt: skip

    def _show_parts(self) -> None:
        asking_now = self._asked is not None
        self.flagging.hide()
        self.question.setVisible(asking_now)
        self._answer_shown.setVisible(self._feedback is not None)
        self._result.setVisible(self._feedback is not None)
        self._empty.setVisible(not asking_now)
        self.commands.refresh()

    def _say_progress(self) -> None:
        self.progress.show_drill(self._drill)
        self._empty.show_end(begun=self.progress.has_begun())

    def _say_feedback(self) -> None:
        found, language = self._feedback, languages.current()
        if found is None or self._drill is None:
            return
        self._answer_shown.show_feedback(found)
        text = presenting.result(found, self._drill.day, language, self.tr("again in {count} d"))
        self._result.show_text(text, presenting.tone(found))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _behind_line(card: QWidget, gap: int) -> QWidget:
    """Return a card with room between its frame and the line that parts it from the drill."""
    side = QWidget(card.parentWidget())
    column = QVBoxLayout(side)
    column.setContentsMargins(gap // 2, 0, 0, 0)
    column.addWidget(card)
    return side


def _split(page: QWidget, left: QWidget, right: QWidget) -> QSplitter:
    split = QSplitter(Qt.Orientation.Horizontal, page)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(1)
    split.addWidget(left)
    split.addWidget(right)
    split.setSizes([share * 10 for share in _SHARES])
    for place, share in enumerate(_SHARES):
        split.setStretchFactor(place, share)
    return split


def _fill(row: QHBoxLayout, commands: CommandTable, go: QWidget) -> None:
    """Fill the row under a question: the way on, and what else can be done with it."""
    side = go.parentWidget()
    row.setSpacing(theme.of_app().px("pad"))
    row.addWidget(go)
    for name in ("give_up", "skip", "again"):
        row.addWidget(commands.button(f"training.{name}", side))
    row.addStretch(1)
    for name in ("hint", "flag_script"):
        row.addWidget(commands.button(f"training.{name}", side, tone="quiet"))
