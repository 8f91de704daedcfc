"""Where conversations come from and go to: their widgets are used again, because building them takes a tenth of a
second, and they are built anew when the line's form or the settings have changed.
"""

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.contacts import Channel, ContactDraft
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake import asking
from app.ui.panes.intake.conversation import Conversation, ConversationInSteps
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.script_search import ScriptSearch

_MOST = 2
_SHAPES = frozenset({"setting", "form_version"})


class ConversationPool(QObject):
    """`made(Conversation)` for each that is built, so that its signals can be joined; `outdated()` when those that are
    on the screen no longer look as new ones would.
    """

    made = Signal(object)
    outdated = Signal()

    def __init__(self, jobs: Jobs, scripts: ScriptSearch, home: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._scripts, self._home = jobs, scripts, home
        self._desk = jobs.office.ask(asking.desk)
        self._spare: list[Conversation] = []
        jobs.changed.connect(self._look)

    def blank_draft(self, channel: Channel) -> ContactDraft:
        """Return the draft of a conversation that begins now."""
        return ContactDraft(NO_ID, self._jobs.office.ask(asking.now), channel)

    def take(self, draft: ContactDraft) -> Conversation:
        """Return a conversation that holds this draft and nothing else."""
        if self._spare:
            conversation = self._spare.pop()
            conversation.renew(draft)
            return conversation
        conversation = self._new(Conversation, draft)
        self.made.emit(conversation)
        return conversation

    def prepare(self) -> Generator[None]:
        """Build a conversation to be taken later, part by part: whoever asks for the next one decides when."""
        conversation = self._new(ConversationInSteps, self.blank_draft(Channel.PHONE_IN))
        while conversation.build_on():
            yield
        self.made.emit(conversation)
        self.give_back(conversation)

    def _new(self, kind: type[Conversation], draft: ContactDraft) -> Conversation:
        return kind(self._jobs, draft, self._desk, scripts=self._scripts, parent=self._home)

    def give_back(self, conversation: Conversation) -> None:
        """Take a conversation that is over, emptied at once."""
        if conversation.reusable and conversation.desk is self._desk and len(self._spare) < _MOST:
            conversation.state.renew(self.blank_draft(Channel.PHONE_IN))
            self._spare.append(conversation)
        else:
            conversation.timer.deleteLater()
            conversation.deleteLater()

    def use(self, *, scripts: ScriptSearch) -> None:
        """Search another library from now on."""
        self._scripts = scripts
        self._start_anew()

    def _look(self, changes: Any, _initiator: object) -> None:
        touched: frozenset[str] = frozenset(getattr(changes, "entities", ()))
        if touched & _SHAPES:
            self._start_anew()

    def _start_anew(self) -> None:
        self._desk = self._jobs.office.ask(asking.desk)
        spare, self._spare = self._spare, []
        for conversation in spare:
            self.give_back(conversation)
        self.outdated.emit()
