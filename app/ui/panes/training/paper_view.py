"""A paper: the question on the screen, the way to the others, the time that is left, and what is saved."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.models.exams import ExamOver
from app.models.sittings import SittingStep
from app.services import exams
from app.services.exams import Paper
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.training import presenting_exams
from app.ui.panes.training.answer_place import AnswerPlace
from app.ui.panes.training.paper_head import PaperHead

_NUMBERS = 108
Answer = dict[str, Any]


class PaperView(QWidget):
    """``ended()`` when the paper was handed in or its time is up; ``refused(error)``, ``told(text)``."""

    ended = Signal()
    refused = Signal(object)
    told = Signal(str)

    def __init__(self, jobs: Jobs, commands: CommandTable, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._commands = jobs, commands
        self._paper: Paper | None = None
        self._answers: dict[bytes, Answer] = {}
        self._place = 0
        self._dirty = self._asked_twice = self._ending = False
        self._waiting = 0
        self._build()
        self._connect()
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether a paper is being sat."""
        return self._paper is not None

    def open(self, paper: Paper) -> None:
        """Sit a paper; its time runs by a clock that nobody can set."""
        self._paper = paper
        self._answers = {one.version: dict(one.answer) for one in paper.questions}
        self._dirty = self._asked_twice = self._ending = False
        self._waiting = 0
        self.head.begin(paper)
        self._numbers.clear()
        for _ in paper.questions:
            self._numbers.addItem("")
        self._place = next((at for at, one in enumerate(paper.questions) if not one.answer), 0)
        self._show()

    def can_step(self, way: int) -> bool:
        """Whether there is a question in this direction (-1, 1)."""
        return self._paper is not None and 0 <= self._place + way < len(self._paper.questions)

    def step(self, way: int) -> None:
        """Go to the question before or after; the answer is saved."""
        if self.can_step(way):
            self._save_now()
            self._place += way
            self._show()

    def hand_in(self) -> None:
        """Ask once, then hand the paper in."""
        self._save_now()
        if not self._asked_twice:
            self._asked_twice = True
            self._say_saved()
            return
        self._end()

    def focus_answer(self) -> None:
        """Put the cursor where the answer is given."""
        self.place.focus_answer()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._numbers.setAccessibleName(self.tr("Questions of this paper"))
        self._say_saved()
        if self._paper is not None:
            self._say_numbers()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.exam.paper")
        gap, pad = theme.of_app().px("gap"), theme.of_app().px("pad")
        self.head = PaperHead(self)
        self._numbers = QListWidget(self)
        self._numbers.setObjectName("training.exam.numbers")
        self._numbers.setFixedWidth(_NUMBERS)
        self.place = AnswerPlace(self)
        self._saved = QLabel(self)
        self._saved.setProperty("type", "muted")
        self._saved.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.head)
        middle = QHBoxLayout()
        column.addLayout(middle, 1)
        middle.setSpacing(gap)
        middle.addWidget(self._numbers)
        middle.addWidget(self.place, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.setSpacing(pad)
        for name in ("former", "later"):
            foot.addWidget(self._commands.button(f"training.exam_{name}", self))
        foot.addWidget(self._saved, 1)
        foot.addWidget(self._commands.button("training.exam_hand_in", self, tone="primary"))

    def _connect(self) -> None:
        self._numbers.currentRowChanged.connect(self._go)
        self.place.chose.connect(self._chosen)
        self.place.wrote.connect(self._written)
        self._jobs.ticked.connect(self._tick)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._leave_or_come)

    def _show(self) -> None:
        if self._paper is None or not self._paper.questions:
            return
        blocked = self._numbers.blockSignals(True)
        self._numbers.setCurrentRow(self._place)
        self._numbers.blockSignals(blocked)
        question = self._paper.questions[self._place]
        self.place.show_question(question, self._answers[question.version])
        self._say_numbers()
        self._say_saved()
        self._commands.refresh()

    def _go(self, place: int) -> None:
        if self._paper is not None and place >= 0 and place != self._place:
            self._save_now()
            self._place = place
            self._show()

    def _chosen(self) -> None:
        self._dirty = True
        self._save_now()

    def _written(self) -> None:
        self._dirty = True
        self._asked_twice = False
        self._say_saved()
        if self.head.is_ending():
            self._save_now()

    def _save_now(self) -> None:
        """Save the answer on the screen, if it is another one than was saved."""
        if self._paper is None or not self._dirty:
            return
        self._dirty = self._asked_twice = False
        version, answer = self._paper.questions[self._place].version, self.place.answer()
        self._answers[version] = answer
        self._waiting += 1
        self._jobs.do(
            exams.save, done=self._kept, failed=self._lost, initiator=self, sitting=self._paper.sitting,
            version=version, answer=answer, ms=self.head.ms(),
        )  # fmt: skip
        self._say_numbers()
        self._say_saved()

    def _kept(self, _none: None) -> None:
        self._waiting = max(0, self._waiting - 1)
        self._say_saved()

    def _lost(self, error: AppError) -> None:
        self._waiting = max(0, self._waiting - 1)
        self.refused.emit(error)
        if isinstance(error, ExamOver):
            self._close()

    def _end(self) -> None:
        paper = self._paper
        if paper is not None and not self._ending:
            self._ending = True
            self._jobs.do(
                exams.hand_in, done=self._handed_in, failed=self._lost, initiator=self, sitting=paper.sitting,
                ms=self.head.ms(),
            )  # fmt: skip

    def _handed_in(self, _none: None) -> None:
        self.told.emit(self.tr("Handed in. The results come when a person has marked the typed answers."))
        self._close()

    def _close(self) -> None:
        self._paper = None
        self._commands.refresh()
        self.ended.emit()

    def _tick(self, now: datetime) -> None:
        paper = self._paper
        if paper is None:
            return
        self._save_now()
        if self.head.tick(now) and not self._ending:
            self.told.emit(self.tr("The time is up. What was saved in time counts."))
            self._end()

    def _leave_or_come(self, state: Qt.ApplicationState) -> None:
        if self._paper is not None:
            here = state == Qt.ApplicationState.ApplicationActive
            step = SittingStep.CAME_BACK if here else SittingStep.LEFT
            self._jobs.do(
                exams.note, done=self._noted, failed=self._lost, initiator=self, sitting=self._paper.sitting,
                step=step, ms=self.head.ms(),
            )  # fmt: skip

    def _noted(self, _none: None) -> None:
        """Nothing changes on the screen."""

    def _open_ones(self) -> int:
        questions = self._paper.questions if self._paper else ()
        return sum(not presenting_exams.is_answered(self._answers[one.version]) for one in questions)

    def _say_numbers(self) -> None:
        for place, one in enumerate(self._paper.questions if self._paper else ()):
            mark = " ✓" if presenting_exams.is_answered(self._answers[one.version]) else ""
            self._numbers.item(place).setText(self.tr("Question {number}").format(number=place + 1) + mark)

    def _says_left(self, count: int) -> str:
        if not count:
            return self.tr("Every question has an answer. Hand in once more to finish.")
        return self.tr("{count} questions are without an answer. Hand in once more to finish.").format(count=count)

    def _say_saved(self) -> None:
        if self._asked_twice:
            self._saved.setText(self._says_left(self._open_ones()))
        elif self._dirty or self._waiting:
            self._saved.setText(self.tr("Not yet saved"))
        else:
            self._saved.setText(self.tr("Every answer is saved"))
