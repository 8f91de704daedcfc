"""A mock call: the real intake pane at the practice desk, the caller above it, and the band over both."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.errors import AppError
from app.models.mock_calls import Answer, Scenario
from app.models.mock_records import Written
from app.services import mock_calls, mock_scenarios, practice_desk, speaking, wording
from app.services.mock_calls import Call
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.practice import presenting
from app.ui.panes.practice.band import Band
from app.ui.panes.practice.caller_panel import CallerPanel
from app.ui.panes.practice.commands import PRACTICE

_TALKING = "talking"


@dataclass(frozen=True)
class Played:
    """A mock call that is over, and what was saved of it at the practice desk."""

    call: Call
    started_at: datetime
    written: Written | None = None


def now(view: View) -> datetime:
    """Return the time now."""
    return view.now


class PracticePane(QWidget):
    """``ended(Played)`` when the call is over, ``wanted()`` when a command given elsewhere is done on this pane.

    ``room`` are the jobs of the practice desk, ``intake`` its intake pane. The telephone rings at once; the caller
    speaks when it is picked up.
    """

    ended = Signal(object)
    wanted = Signal()

    def __init__(self, room: Jobs, call: Call, intake: Any, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice.pane")
        self._room, self._call, self.intake = room, call, intake
        self._scenario: Scenario = mock_scenarios.find(call.scenario)
        self._started_at: datetime = room.office.ask(now)
        self._talks = self._over = self._aloud = self._said_end = False
        self.commands = CommandTable(PRACTICE, self)
        # Intake puts the cursor into the summary when a call is picked up; here one speaks first.
        self._to_line = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self.retranslate()
        intake.screen_pop(self._scenario.number[call.language], None)

    @property
    def started_at(self) -> datetime:
        """When the telephone rang."""
        return self._started_at

    @property
    def call(self) -> Call:
        """The call as it stands."""
        return self._call

    def focus_first(self) -> None:
        """Put the cursor where something is to be done: the line once the caller talks, intake before."""
        if self.may_speak():
            self.panel.focus_line()
        else:
            self.intake.focus_first()

    def may_speak(self) -> bool:
        """Whether the caller is on the line."""
        return self._talks and not self._over

    def focus_line(self) -> None:
        """Go to the line."""
        self.wanted.emit()
        self.panel.focus_line()

    def read_out(self) -> None:
        """Put the open answer into the line."""
        self.wanted.emit()
        text = presenting.answer_of(self.intake.front.say.page.script)
        if text:
            self.panel.put(text)
        else:
            self._note(self.tr("No answer is open on the right. F3 searches."))

    def speak_aloud(self) -> None:
        """Hear the caller from now on, or no longer; says plainly where no voice of the language is installed."""
        voice = self._room.office.ask(speaking.voice)
        if self._aloud:
            self._aloud = False
            voice.stop()
            self._note(self.tr("The caller is not read aloud any more."))
        elif voice.can_speak(self._call.language):
            self._aloud = True
            self._note(self.tr("The caller is read aloud."))
            self._speak_last()
        else:
            self._note(self.tr("No voice of this language is installed on this computer; the call goes on in writing."))

    def end(self) -> None:
        """End the call without having saved it."""
        self._finish(None)

    def hush(self) -> None:
        """Let the caller be silent."""
        if self._aloud:
            self._room.office.ask(speaking.voice).stop()

    def again(self) -> None:
        """Let the call be ended once more: it could not be kept."""
        self._said_end = False

    def masked(self, masked: bool) -> None:
        """Cover what was said while the window is locked."""
        self.panel.setVisible(not masked)
        self.intake.masked(masked)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("Mock call"))
        self._show_call()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the transcript more lines in a high window."""
        self.panel.fit(self.height())
        super().resizeEvent(event)

    def _build(self) -> None:
        gap = theme.of_app().px("pad")
        self.band = Band(self._scenario.title[self._call.language], self)
        self.panel = CallerPanel(self._scenario.name[self._call.language], self.commands, self)
        self.intake.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        above = QVBoxLayout()
        column.addLayout(above)
        above.setContentsMargins(gap, gap, gap, 0)
        above.addWidget(self.panel)
        column.addWidget(self.intake, 1)
        # Whoever speaks to the caller searches, gives, writes and saves with the keys of intake, without a way back.
        self.panel.addActions(self.intake.actions())

    def _connect(self) -> None:
        self.panel.said.connect(self._say)
        self.intake.state_changed.connect(self._follow_state)
        self._room.changed.connect(self._follow_save)
        self._to_line.timeout.connect(self._begin_to_speak)

    def _follow_state(self, state: str, _contact: object) -> None:
        if state == _TALKING and not self._talks:
            self._talks = True
            self._show_call()
            self._to_line.start()
            self._speak_last()

    def _begin_to_speak(self) -> None:
        """Go to the line, with the form below where it begins: its first question is what is asked next."""
        self.panel.focus_line()
        front = self.intake.front
        front.what.reach(front.what.editor("category"))

    def _say(self, text: str) -> None:
        self._room.ask(
            mock_calls.say, key="practice.say", done=self._hear, failed=self._refuse, call=self._call, text=text
        )

    def _hear(self, answered: tuple[Call, Answer]) -> None:
        self._call, answer = answered
        self._over = answer.state.over
        if self._over:
            self.intake.hang_up()
        self._show_call()
        self._speak_last()

    def _speak_last(self) -> None:
        if self._aloud and self._talks:
            theirs = [one.text for one in self._call.turns if not one.by_operator]
            self._room.office.ask(speaking.voice).say(theirs[-1], self._call.language)

    def _show_call(self) -> None:
        if not self._talks:
            self._note(self.tr("The telephone rings. F2 picks it up."))
        elif self._over:
            self._note(self.tr("The call is over. Save what was written (F8, F9 …), or Ctrl+E ends without saving."))
        else:
            self._note("")
        self.commands.refresh()

    def _note(self, text: str) -> None:
        turns = self._call.turns if self._talks else ()
        state = mock_calls.state_of(self._scenario, self._call.turns) if self._talks else None
        self.panel.show_call(turns, state, text)

    def _follow_save(self, changes: Changes, _initiator: object) -> None:
        for contact in changes.of("contact"):
            self._room.ask(
                practice_desk.written, key="practice.written", done=self._finish, failed=self._refuse, contact=contact
            )

    def _finish(self, written: Written | None) -> None:
        if self._said_end:
            return
        self._said_end = True
        self.hush()
        self.ended.emit(Played(self._call, self._started_at, written))

    def _refuse(self, error: AppError) -> None:
        self._note(wording.told(error, languages.current()))
