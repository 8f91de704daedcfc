"""Conversations side by side: a tab for each, the timer of the one in front, and a cover for a locked window."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.models.contacts import Channel
from app.services.wording import label
from app.ui.kit import icons, languages, theme
from app.ui.kit.messages import UNDO_S
from app.ui.kit.popups import PageStack
from app.ui.kit.tabs import TabBar
from app.ui.panes.intake import presenting
from app.ui.panes.intake.call_clock import HOLD, ON_LINE, RINGING, TALKING
from app.ui.panes.intake.call_timer import TimerStack
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.floating_strip import FloatingStrip
from app.ui.panes.intake.still_state import StillState

_OFFERED = (Channel.PHONE_IN, Channel.PHONE_OUT, Channel.WECHAT, Channel.EMAIL, Channel.LETTER, Channel.WALK_IN)


class ConversationTabs(QWidget):
    """Keeps conversations by key. `switched()` when another one is in front, `closing(key)` when its cross was
    pressed, `opening(Channel)` from the menu of the plus, `freed(conversation)` when nobody can undo its end any more.
    """

    switched = Signal()
    closing = Signal(str)
    opening = Signal(object)
    freed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: dict[str, Conversation] = {}
        self._thrown_away: list[tuple[str, Conversation]] = []
        self._undo: dict[str, QTimer] = {}
        self._count = 0
        self._masked = False
        self._over: QWidget | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def stack(self) -> QStackedWidget:
        """Where conversations stand: their parent from birth."""
        return self._stack

    @property
    def current(self) -> Conversation | None:
        """The conversation in front."""
        return self._open.get(self._bar.current())

    @property
    def key(self) -> str:
        """The key of the conversation in front, "" for none."""
        return self._bar.current()

    def put_beside(self, widget: QWidget) -> None:
        """Put a widget beside the plus; it cannot be used while the window is covered."""
        self._head.insertWidget(self._head.indexOf(self._plus) + 1, widget)
        self._beside.append(widget)

    def all(self) -> tuple[Conversation, ...]:
        """Return every open conversation from left to right."""
        return tuple(self._open[key] for key in self._bar.keys() if key in self._open)  # noqa: SIM118 - a widget, not a mapping

    def ringing_numbers(self) -> tuple[str, ...]:
        """Return the number of every call that rings, "" where it is not known."""
        return tuple(one.state.draft.number or "" for one in self.all() if one.timer.running == RINGING)

    def add(self, conversation: Conversation, *, front: bool = True) -> str:
        """Add a conversation, in front or beside; return its key."""
        self._count += 1
        key = f"c{self._count}"
        self._put(key, conversation)
        if front or len(self._open) == 1:
            self.choose(key)
        return key

    def begin_talk(self, conversation: Conversation) -> None:
        """Bring a conversation to the front and talk in it; where one talked before, the cursor stays where it is."""
        self.choose(self.key_of(conversation))
        if conversation.timer.pick_up():
            conversation.focus_first()

    def choose(self, key: str) -> None:
        """Bring one to the front."""
        self._bar.choose(key)
        self._show()

    def key_of(self, conversation: Conversation) -> str:
        """Return the key of an open conversation. Raises StopIteration for one that is not open."""
        return next(key for key, one in self._open.items() if one is conversation)

    def on_line(self) -> tuple[Conversation, ...]:
        """Return the conversations with somebody on the line: who is talked with, then who waits longest."""
        found = [one for one in self.all() if one.timer.running in ON_LINE]
        return tuple(sorted(found, key=_turn))

    def step(self, by: int) -> None:
        """Go to the neighbor, round in a circle."""
        keys = self._bar.keys()
        if keys:
            self.choose(keys[(keys.index(self._bar.current()) + by) % len(keys)])

    def remove(self, key: str) -> Conversation:
        """Take a conversation out; it is the caller's to use again or to delete."""
        conversation = self._open.pop(key)
        self._bar.remove(key)
        self._stack.removeWidget(conversation)
        self._timers.removeWidget(conversation.timer)
        conversation.moved.disconnect(self._others_wait)
        conversation.hide()
        conversation.timer.hide()
        self._show()
        return conversation

    def throw_away(self, key: str) -> None:
        """Take a conversation out and keep it for the seconds of undo; then `freed` hands it over."""
        self._thrown_away.append((key, self.remove(key)))
        timer = self._undo[key] = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._forget_oldest)
        timer.start(UNDO_S * 1000)

    @property
    def has_thrown_away(self) -> bool:
        """Whether a conversation can be brought back."""
        return bool(self._thrown_away)

    def bring_back(self) -> Conversation | None:
        """Put the conversation last thrown away back, None where its time is over."""
        if not self._thrown_away:
            return None
        key, conversation = self._thrown_away.pop()
        self._undo.pop(key).stop()
        self._put(key, conversation)
        self.choose(key)
        return conversation

    def cover(self, masked: bool) -> None:
        """Cover what is written; tabs and timer stay, without anybody's name."""
        self._masked = masked
        self._front.setCurrentWidget(self._the_cover() if masked else self._stack)
        for widget in self._beside:
            widget.setEnabled(not masked)
        for conversation in self._open.values():
            self._retitle(conversation)

    def retitle(self) -> None:
        """Say every tab anew."""
        for conversation in self._open.values():
            self._retitle(conversation)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._plus.setAccessibleName(self.tr("New conversation"))
        self._plus.setToolTip(self.tr("New conversation"))
        if self._over is not None:
            self._say_cover()
        for action in self._menu.actions():
            action.setText(label("channel", str(action.data()), languages.current()))
        self.retitle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._bar = TabBar("intake.tabs", self)
        self._timers = TimerStack(self)
        self._plus = QPushButton(self)
        self._plus.setObjectName("intake.new")
        self._plus.setProperty("tone", "quiet")
        icons.give(self._plus, "add", "muted")
        self._menu = QMenu(self)
        for channel in _OFFERED:
            action = QAction(self._menu)
            action.setData(channel.value)
            action.setObjectName(f"intake.new.{channel.value}")
            icons.give(action, presenting.icon_of(channel))
            action.triggered.connect(self._want)
            self._menu.addAction(action)
        self._plus.setMenu(self._menu)
        self._beside: list[QWidget] = [self._plus]
        self.strip = FloatingStrip(self, self._timers, self._bar, self._room_beside)
        self._stack = PageStack(self)
        self._front = QStackedWidget(self)
        self._front.addWidget(self._stack)
        column = QVBoxLayout(self)
        gap = theme.of_app().px("gap")
        column.setContentsMargins(gap, 4, gap, gap)
        column.setSpacing(8)
        self._head = QHBoxLayout()
        column.addLayout(self._head)
        self._head.addWidget(self._bar)
        self._head.addWidget(self._plus)
        self._head.addStretch(1)
        self._head.addWidget(self._timers)
        column.addWidget(self._front, 1)

    def _the_cover(self) -> QWidget:
        if self._over is None:
            over = self._over = QWidget(self._front)
            self._cover = StillState("intake.locked", "lock", over)
            middle = QVBoxLayout(over)
            middle.addStretch(1)
            middle.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignHCenter)
            middle.addStretch(2)
            self._front.addWidget(over)
            self._say_cover()
        return self._over

    def _say_cover(self) -> None:
        self._cover.show_text(
            self.tr("The window is locked"), self.tr("The call goes on. Unlock to see what is written.")
        )

    def _room_beside(self) -> int:
        """Return the pixels left of the tabs and of what stands right of them, wherever a layout under way has it."""
        beside = (one.sizeHint().width() + self._head.spacing() for one in self._beside if not one.isHidden())
        return self._bar.x() + sum(beside)

    def _connect(self) -> None:
        self._bar.chosen.connect(self._show)
        self._bar.closing.connect(self.closing)

    def _put(self, key: str, conversation: Conversation) -> None:
        self._open[key] = conversation
        self._stack.addWidget(conversation)
        self._timers.addWidget(conversation.timer)
        self._bar.add(key, conversation.title(hidden=self._masked))
        conversation.moved.connect(self._others_wait)
        self._retitle(conversation)

    def _show(self) -> None:
        conversation = self.current
        if conversation is not None:
            self._stack.setCurrentWidget(conversation)
            self._timers.setCurrentWidget(conversation.timer)
            conversation.timer.refresh()
        self.switched.emit()

    def _retitle(self, conversation: Conversation) -> None:
        key = self.key_of(conversation)
        self._bar.rename(key, conversation.title(hidden=self._masked))
        running = conversation.timer.running
        text = label("operator_state", running, languages.current()) if running in (RINGING, HOLD) else ""
        self._bar.set_badge(key, text, "warning")

    def _others_wait(self, state: str) -> None:
        """One person talks with one caller: whoever talked elsewhere waits on hold, however this talk began."""
        for one in self.all() if state == TALKING else ():
            if one is not self.sender() and one.timer.running == TALKING:
                one.timer.hold()

    def _want(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.opening.emit(Channel(action.data()))

    def _forget_oldest(self) -> None:
        if self._thrown_away:
            key, conversation = self._thrown_away.pop(0)
            self._undo.pop(key).deleteLater()
            self.freed.emit(conversation)


def _turn(one: Conversation) -> tuple[bool, datetime]:
    return one.timer.running == HOLD, one.state.draft.spans[-1].from_at
