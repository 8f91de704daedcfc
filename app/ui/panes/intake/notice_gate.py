"""Between a person and her next call stands what was published urgently: it is read first. A call that is there already
goes before it, and then it is asked for right after the wrap-up.
"""

from PySide6.QtCore import QObject, Signal

from app.models.contacts import Channel
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.call_clock import READY
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.conversation_tabs import ConversationTabs
from app.ui.parts.notice_watch import NoticeWatch

_CALLS = (Channel.PHONE_IN, Channel.PHONE_OUT)


class NoticeGate(QObject):
    """`begun(channel)` when a conversation may begin, `released(number, call-back)` when a call that waited goes on."""

    begun = Signal(object)
    released = Signal(str, object)

    def __init__(self, jobs: Jobs, tabs: ConversationTabs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._held: tuple[str, bytes | None] | None = None
        self.watch = NoticeWatch(jobs, self)
        self.watch.changed.connect(self._go_on)

    def join(self, conversation: Conversation) -> None:
        """Tell what has changed in a conversation's say column; who has read it goes on where it begins."""
        conversation.say.notices.left.connect(conversation.focus_first)
        conversation.say.notices.follow(self.watch)

    def take_state(self, state: str, _contact: object = None) -> None:
        """Take what the operator is doing."""
        self.watch.set_busy(state != READY)

    def asks(self) -> bool:
        """Open what must be read before the next call, and say whether the call waits for it.

        Whoever wants the call a second time has somebody on the line: then she is asked right after it.
        """
        front = self._tabs.current
        if front is None or self.watch.is_busy or not self.watch.urgent or front.say.notices.is_asking:
            return False
        front.say.notices.ask()
        return True

    def holds(self, number: str, callback: bytes | None) -> bool:
        """Keep an outgoing call until what must be read is read, and say whether it waits."""
        self._held = (number, callback) if self.asks() else None
        return self._held is not None

    def begin(self, channel: Channel) -> None:
        """Begin what was chosen from a menu; a call waits."""
        if channel not in _CALLS or not self.asks():
            self.begun.emit(channel)

    def _go_on(self) -> None:
        if self._held is not None and not self.watch.urgent:
            held, self._held = self._held, None
            self.released.emit(*held)
