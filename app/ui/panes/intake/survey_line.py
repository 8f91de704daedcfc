"""A survey that the caller's number waits for: one key goes on with that interview, in the call that came in."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.services.callers import Met
from app.services.office import View
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import Message
from app.ui.panes.intake.call_clock import HOLD, TALKING
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.commands import SURVEY_KEY

if TYPE_CHECKING:
    from app.services.interview_calls import OpenSurvey

_FOLLOWED = frozenset({"callback", "attempt_outcome", "interview"})


def _open_for(view: View, typed: str) -> "OpenSurvey | None":
    """Return the open survey of a number. What interviews need is loaded with the first caller, by a reader."""
    from app.services import interview_calls

    return interview_calls.open_for(view, typed)


class SurveyLine(QWidget):
    """Shown only for a number with an open survey call, and made for the first; `wanted(callback id)` asks for its
    interview.

    ``taken``: the call that was asked for, for as long as the conversation is of the same number.
    """

    wanted = Signal(object)

    def __init__(self, jobs: Jobs, link: CallerLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.survey")
        self._jobs, self._link = jobs, link
        self.found: OpenSurvey | None = None
        self.taken: bytes | None = None
        self._taken_for = ""
        self._text: QLabel | None = None
        link.met.connect(self._ask)
        jobs.changed.connect(self._follow)
        self.hide()

    def take(self) -> None:
        """Ask for the interview; nothing happens where none is open."""
        if self.found is not None:
            self.taken, self._taken_for = self.found.callback, self.found.typed
            self.wanted.emit(self.found.callback)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self.found)
        super().changeEvent(event)

    def _ask(self, met: Met | None) -> None:
        if met is None or met.number.typed != self._taken_for:
            self.taken = None
        if met is None or met.number.key is None:
            self._show(None)
            return
        self._jobs.ask(_open_for, key="intake.survey", done=self._take_found, typed=met.number.typed)

    def _take_found(self, found: "OpenSurvey | None") -> None:
        met = self._link.found
        mine = found is None or (met is not None and met.number.typed == found.typed)
        self._show(found if mine else None)

    def _show(self, found: "OpenSurvey | None") -> None:
        self.found = found
        if found is None:
            self.hide()
            return
        if self._text is None:
            self._text = self._build()
        begun = found.begun
        text = (
            self.tr("Survey call-back open, interview begun: {name}")
            if begun
            else self.tr("Survey call-back open: {name}")
        )
        self._text.setText(text.format(name=found.name).rstrip(":： "))
        words = self.tr("Resume the interview") if begun else self.tr("Begin the interview")
        self.button.setText(f"{words}  {SURVEY_KEY}")
        self.button.setAccessibleName(f"{words} {found.name}".strip())
        self.show()

    def _build(self) -> QLabel:
        text = QLabel(self)
        text.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setObjectName("intake.survey.resume")
        self.button.setProperty("tone", "tag")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(text)
        column.addWidget(self.button)
        self.button.clicked.connect(self.take)
        return text

    def _follow(self, changes: Changes, _initiator: QObject | None) -> None:
        if self.found is not None and changes.entities & _FOLLOWED:
            self._ask(self._link.found)


class SurveyCommands:
    """The command that goes on with it, and calls in another pane. Whoever inherits it has a conversation in front."""

    tabs: Any
    said: Any
    aside_said: Any
    beside_held: Any
    #: What a call that is made or taken in another pane does, "" without one; and which one that came in here first.
    _beside = ""
    _talked_in: bytes | None = None
    _holds = _talks = False

    @property
    def front(self) -> Any:
        """The conversation in front."""
        raise LookupError("no conversation is open")

    def resume_survey(self) -> None:
        """Go on with the interview of whoever is on the line."""
        self.front.who.survey.take()

    def follow_line(self, state: str) -> None:
        """Count a call that is made or taken in another pane: what it does now, "" once it is over.

        One person talks with one caller: a talk there puts whoever talks here on hold, but for the call that it is.
        """
        self._beside, self._holds = state, False
        for one in self._talked_with() if state == TALKING else ():
            one.timer.hold()
        self._tell_state()

    @property
    def beside(self) -> str:
        """What the call in another pane does now, "" without one: it waits while somebody is talked with here."""
        return HOLD if self._holds else self._beside

    def take_turns(self) -> None:
        """Let the call that is talked on in another pane wait while somebody is talked with here, and go on then.

        The conversation in which it came in here is the same call: it goes on with it, and put on hold it holds it.
        """
        talked, self._talks = self._talks, bool(self._talked_with())
        own = self._asked_for(self._talked_in) if self._beside == TALKING and self._talked_in is not None else []
        for one in own if talked and not self._talks else ():
            if one.timer.running == HOLD:
                one.timer.pick_up()
        waits = self._talks or any(one.timer.running == HOLD for one in own)
        holds = self._beside == TALKING and waits
        if holds != self._holds:
            self._holds = holds
            self.beside_held.emit(holds)

    def _talked_with(self) -> list[Any]:
        """Return the conversations that talk, but for that of the call in the other pane."""
        here = self._asked_for(self._talked_in) if self._talked_in is not None else []
        return [one for one in self.tabs.all() if one not in here and one.timer.running == TALKING]

    def tell(self, message: Message, aside: str) -> None:
        """Say something in the head of the pane; where another pane is shown, in other words and there."""
        if self.tabs.isVisible():
            self.said.emit(message.level, message.text)
            self.tabs.strip.post(message)
        else:
            self.aside_said.emit(message._replace(text=aside))

    def answer_survey(self, callback: bytes) -> None:
        """Talk in the conversation that asked for an interview, as it begins in the call-backs."""
        self._talked_in = callback
        for one in self._asked_for(callback):
            one.timer.pick_up()

    def end_survey(self, callback: bytes) -> None:
        """End the talk of an interview. Where nothing else was written its conversation goes, with 15 seconds to undo:
        the interview is the record of that call, and nobody is asked for a category and a summary."""
        for one in self._asked_for(callback):
            one.who.survey.taken = None
            one.timer.hang_up()
            from_card = dict.fromkeys(one.who.link.filled)
            if replace(one.state.draft, **from_card, number=None).empty:
                key, front = self.tabs.key_of(one), self.tabs.key
                self._discard(key)
                if front != key:
                    self.tabs.choose(front)

    def _asked_for(self, callback: bytes) -> list[Any]:
        return [one for one in self.tabs.all() if one.who.survey.taken == callback]

    def _tell_state(self) -> None:
        """Tell the shell what the operator is doing. The pane does it."""

    def _discard(self, key: str) -> None:
        """Throw a conversation away, with time to undo. The pane does it."""
