"""What the window tells a person without ever stopping her: a strip with one next step."""

from collections import deque
from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.ui.kit import icons
from app.ui.kit.bound_methods import Callback, call

_ICONS = {"info": "info", "success": "done", "warning": "warning", "danger": "danger"}
_TOKENS = {"info": "accent", "success": "accent", "warning": "warning", "danger": "danger"}
# A message of a higher rank does not wait behind one of a lower: that comes back after it.
# What came of a key is told before what nobody asked for.
_RANKS = {"info": 0, "success": 1, "warning": 2, "danger": 3}
# Above all: whoever cannot read what a key is asked for once more presses it for something else.
_ASKED = 4
# Seconds on the screen; errors stay until somebody has seen them.
_SECONDS = {"info": 8, "success": 5, "warning": 12, "danger": 0}
UNDO_S = 15
#: How long a question before somebody leaves stands, and the same key means it.
LEAVING_S = 10
# Pixels for what a label keeps around its text.
_SPARE = 4
#: A text, or what says it in the language of the window whenever it is asked.
Words = str | Callable[[], str]


class Message(NamedTuple):
    """One message: `level` info, success, warning or danger; texts already in the person's language.

    `step` runs when the button `step_text` is pressed; `undo` has its own button with a countdown of `seconds`
    (0 = stays until closed). Both are bound methods. One that `asks` waits for a key to be pressed again: what came of
    it takes its place. `words` say both texts anew (`error`).
    """

    level: str
    text: str
    step_text: str = ""
    step: Callback = None
    undo: Callback = None
    seconds: int = 0
    asks: bool = False
    words: tuple[Words, Words] | None = None

    def again(self) -> "Message":
        """Return the message in the language of the window, where it can be said anew."""
        return self if self.words is None else self._replace(text=_said(self.words[0]), step_text=_said(self.words[1]))

    def is_told_by(self, other: "Message") -> bool:
        """Whether the other one says the same, be it that of a former language."""
        return self.words == other.words if self.words else self == other


def error(text: Words, *, step_text: Words = "", step: Callback = None) -> Message:
    """Return what tells that something failed; it stays until it is closed or its next step taken."""
    return Message("danger", _said(text), _said(step_text), step, words=(text, step_text))


class MessageStrip(QFrame):
    """Shows one message at a time, errors first, then warnings, then what was done; never takes the focus. Made with
    the first message: most strips of a desk say nothing all day.

    An error stands until somebody has seen it: when the window's language changes it is said anew, for whoever changed
    it could not read it. All else goes by itself within seconds and stays as it was said. Taken away, it would take an
    undo or a question with it; its buttons speak the new language.

    `closed(Message, how)` with how = stepped, undone, dismissed or expired; `turned()`: another message, or none, is on
    the screen.
    """

    closed = Signal(object, str)
    turned = Signal()
    _shown = count()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[Message] = deque()
        self._current: Message | None = None
        self._left_s = 0
        self._stamp = -1
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._count)
        self.setObjectName("messages")
        self.setProperty("role", "strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()
        self.hide()

    @property
    def current(self) -> Message | None:
        """The message on the screen."""
        return self._current

    @property
    def rank(self) -> int:
        """How urgent the message on the screen is, -1 without one."""
        return _rank(self._current) if self._current is not None else -1

    @property
    def stamp(self) -> int:
        """Which of the messages of all strips came on the screen last: the greater the later."""
        return self._stamp

    def info(self, text: str, *, step_text: str = "", step: Callback = None) -> None:
        """Tell something that needs no answer."""
        self.post(Message("info", text, step_text, step, seconds=_SECONDS["info"]))

    def success(self, text: str, *, undo: Callback = None, seconds: int = UNDO_S) -> None:
        """Say that something is saved; with `undo` it can be taken back for `seconds`."""
        self.post(Message("success", text, undo=undo, seconds=seconds if undo else _SECONDS["success"]))

    def warning(self, text: str, *, step_text: str = "", step: Callback = None) -> None:
        """Tell something that may need an answer."""
        self.post(Message("warning", text, step_text, step, seconds=_SECONDS["warning"]))

    def ask_again(self, text: str) -> None:
        """Ask for the same key once more before something is done that cannot be undone; what comes of it answers."""
        self.post(Message("warning", text, seconds=_SECONDS["warning"], asks=True))

    def ask_to_leave(self, text: str, *, step_text: str, step: Callback) -> None:
        """Ask for the same key, or `step`, once more before a call is left; no error that stands there hides it."""
        self.post(Message("danger", text, step_text, step, seconds=LEAVING_S, asks=True))

    def danger(self, text: Words, *, step_text: Words = "", step: Callback = None) -> None:
        """Tell what failed; stays until it is closed or its next step taken."""
        self.post(error(text, step_text=step_text, step=step))

    def post(self, message: Message) -> None:
        """Show `message` now or in its turn; one that says what is on the screen already starts it again."""
        if self._current is not None and self._current.asks and message.level in ("success", "danger"):
            self._close("stepped", follow=False)
        same = self._current is not None and (self._current.level, self._current.text) == (message.level, message.text)
        if self._current is None or same:
            self._show(message)
        elif _rank(message) > _rank(self._current):
            self._queue.appendleft(self._current)
            self._show(message)
        elif _takes_the_place_of(self._current, message):
            self._close("expired", follow=False)
            self._show(message)
        elif message not in (one._replace(words=message.words) for one in self._queue):
            self._queue.append(message)

    def shows(self, text: str) -> bool:
        """Say whether a message of this text is on the screen where it can be read."""
        return self._current is not None and self._current.text == text and self.isVisible()

    def take_back(self) -> bool:
        """Take back what the message on the screen says is done; False where it offers nothing."""
        if self._current is None or self._current.undo is None:
            return False
        self._take_back()
        return True

    def dismiss(self) -> None:
        """Close the message on the screen; the next one follows."""
        self._close("dismissed")

    def withdraw(self, message: Message) -> None:
        """Take a message back that is no longer true, whether it is on the screen or waits."""
        waits = [one for one in self._queue if one.is_told_by(message)]
        if waits:
            self._queue.remove(waits[0])
        elif self._current is not None and self._current.is_told_by(message):
            self._close("dismissed")

    def withdraw_offer(self, step: Callback) -> None:
        """Take every message back that offers a step, or an undo, which was taken another way."""
        for message in (*self._queue, self._current):
            if message is not None and step in (message.step, message.undo):
                self.withdraw(message)

    def clear(self) -> None:
        """Forget every message, as when another person signs in."""
        self._queue.clear()
        self._close("dismissed")

    def wanted_width(self) -> int:
        """Return the width in pixels at which the message and its buttons stand in one line."""
        if self._current is None:
            return 0
        edges = self._row.contentsMargins()
        beside = [one for one in (self._icon, self._step, self._undo, self._dismiss) if not one.isHidden()]
        text = self._text.fontMetrics().size(0, self._text.text()).width() + _SPARE
        taken = sum(one.sizeHint().width() + self._row.spacing() for one in beside)
        return edges.left() + text + taken + edges.right()

    def retranslate(self) -> None:
        """Set its own texts, and those of errors, in the language of the window."""
        self._queue = deque(one.again() for one in self._queue)
        if self._current is not None and self._current.words is not None:
            self._say(self._current.again())
        self.setAccessibleName(self.tr("Messages"))
        if self._current is not None:
            self._dismiss.setAccessibleName(self.tr("Close the message"))
            self._dismiss.setToolTip(self.tr("Close the message"))
            self._step.setAccessibleName(self._step.text() or self.tr("Next step"))
            self._show_seconds()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._step = QPushButton(self)
        self._undo = QPushButton(self)
        self._dismiss = QPushButton(self)
        for button, name in (
            (self._step, "messages.step"),
            (self._undo, "messages.undo"),
            (self._dismiss, "messages.close"),
        ):
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who clicks goes on where they were
        self._dismiss.setProperty("tone", "quiet")
        icons.give(self._dismiss, "close", "muted")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        for button in (self._step, self._undo, self._dismiss):
            row.addWidget(button)
        self._step.clicked.connect(self._take_step)
        self._undo.clicked.connect(self._take_back)
        self._dismiss.clicked.connect(self.dismiss)

    def _show(self, message: Message) -> None:
        if self._stamp < 0:
            self._build()
        self._stamp = next(self._shown)
        self._left_s = message.seconds
        self._say(message)
        icons.give(self._icon, _ICONS[message.level], _TOKENS[message.level], 20)
        self._step.setVisible(message.step is not None)
        self._undo.setVisible(message.undo is not None)
        self.retranslate()
        self.setProperty("tone", _TOKENS[message.level])
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.turned.emit()
        self._announce(message)
        if message.seconds:
            self._clock.start()
        else:
            self._clock.stop()

    def _say(self, message: Message) -> None:
        self._current = message
        self._text.setText(message.text)
        self._step.setText(message.step_text)
        self._step.setAccessibleName(message.step_text or self.tr("Next step"))
        self.setAccessibleDescription(message.text)

    def _announce(self, message: Message) -> None:
        event = QAccessibleAnnouncementEvent(self, message.text)
        if message.level == "danger":
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _show_seconds(self) -> None:
        text = self.tr("Undo ({seconds} s)").format(seconds=self._left_s)
        self._undo.setText(text)
        self._undo.setAccessibleName(self.tr("Undo"))

    def _count(self) -> None:
        """Let a second go by: a message lives while it can be read, one that can be taken back by the clock alone."""
        if not self.isVisible() and self._current and self._current.undo is None:
            return
        self._left_s -= 1
        self._show_seconds()
        if self._left_s <= 0:
            self._close("expired")

    def _take_step(self) -> None:
        message = self._current
        self._close("stepped")
        if message:
            call(message.step)

    def _take_back(self) -> None:
        message = self._current
        self._close("undone")
        if message:
            call(message.undo)

    def _close(self, how: str, *, follow: bool = True) -> None:
        message, self._current = self._current, None
        self._clock.stop()
        if follow and self._queue:
            self._show(self._queue.popleft())
        elif follow:
            self.hide()
            self.turned.emit()
        if message is not None:
            self.closed.emit(message, how)


def _takes_the_place_of(standing: Message, message: Message) -> bool:
    """Say whether a message does not wait for the one that stands.

    An undo runs against its own clock: it cannot wait behind a notice. "Saved" is read as what was saved just now.
    """
    if message.undo is not None:
        return standing.level != "danger"
    return standing.undo is None and message.level == standing.level == "success"


def _said(words: Words) -> str:
    return words() if callable(words) else words


def _rank(message: Message) -> int:
    return _ASKED if message.asks else _RANKS[message.level]
