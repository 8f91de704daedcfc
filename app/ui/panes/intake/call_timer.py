"""The call's state and running time with its three keys; works beside an ordinary telephone."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QWidget

from app.services.wording import label
from app.ui.kit import icons, languages, theme
from app.ui.kit.labels import Chip
from app.ui.kit.line_editors import Clock
from app.ui.kit.presenting_time import timer
from app.ui.panes.intake import presenting
from app.ui.panes.intake.call_clock import HOLD, ON_LINE, RINGING, TALKING, WRAP_UP, may, moved, spent, state_of
from app.ui.panes.intake.conversation_state import ConversationState

_TONES = {RINGING: "warning", TALKING: "accent", HOLD: "warning", WRAP_UP: ""}
#: Typing into one of these begins the talk of a call that nobody announced.
_SPEAKS = frozenset({"number", "caller_name", "category", "summary", "details", "answers"})
#: Unless they say who was looked for: a card is read also where nobody rings.
_SAYS_WHO = frozenset({"number", "caller_name"})


class CallTimer(QWidget):
    """Moves the spans of one conversation. `moved(state)` when a state began; written channels have no timer."""

    moved = Signal(str)

    def __init__(self, state: ConversationState, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.timer")
        self._state, self._clock = state, clock
        self._build()
        self._pick_up.clicked.connect(self.pick_up)
        self._hold.clicked.connect(self.hold)
        self._hang_up.clicked.connect(self.hang_up)
        state.changed.connect(self._follow)
        state.renewed.connect(self.refresh)
        self.retranslate()

    @property
    def running(self) -> str:
        """The state of the call now, "" before and after it."""
        return state_of(self._state.draft.spans)

    def go(self, state: str) -> None:
        """Go to a state if it can follow."""
        if may(self._state.draft.spans, state):
            self._state.span(moved(self._state.draft.spans, state, self._clock()))
            self.moved.emit(state)

    @property
    def live(self) -> bool:
        """Whether there is somebody to talk to; what came in writing has no talk."""
        return presenting.is_live(self._state.draft)

    def pick_up(self) -> bool:
        """Begin to talk; False where somebody talked in this conversation before."""
        former = self._state.draft.spans
        self.go(TALKING)
        return all(span.state == RINGING for span in former)

    def hold(self) -> None:
        """Put the caller on hold, or talk again."""
        self.go(TALKING if self.running == HOLD else HOLD)

    def hang_up(self) -> None:
        """End the talk; what is left is wrap-up."""
        self.go(WRAP_UP)

    def refresh(self) -> None:
        """Show state, time and the keys that make sense now."""
        live = presenting.is_live(self._state.draft)
        running = self.running
        self._chip.setVisible(bool(running))  # before a call the top bar alone says how the operator is
        self._time.setVisible(bool(self._state.draft.spans))
        self._chip.show_text(label("operator_state", running, languages.current()), _TONES.get(running, ""))
        shown = ON_LINE if running in ON_LINE or not running else frozenset({running})
        text = timer(spent(self._state.draft.spans, self._clock(), shown))
        if text != self._time.text():
            self._time.setText(text)
        self._pick_up.setVisible(live and may(self._state.draft.spans, TALKING) and running != HOLD)
        self._hold.setVisible(running in ON_LINE)
        self._hang_up.setVisible(running in ON_LINE or running == RINGING)
        self._hold.setText(self.tr("Resume  F4") if running == HOLD else self.tr("Hold  F4"))
        self._hold.setAccessibleName(self._hold.text())

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._pick_up.setText(self.tr("Pick up  F2"))
        self._hang_up.setText(self.tr("Hang up  F6"))
        for button in (self._pick_up, self._hang_up):
            button.setAccessibleName(button.text())
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._chip = Chip("", "", self)
        self._time = QLabel(self)
        self._time.setFont(theme.of_app().font("section", bold=True, tabular=True))
        self._pick_up, self._hold, self._hang_up = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, name, icon in (
            (self._pick_up, "pick_up", "phone"),
            (self._hold, "hold", "hold"),
            (self._hang_up, "hang_up", "phone_end"),
        ):
            button.setObjectName(f"intake.timer.{name}")
            icons.give(button, icon, "danger" if name == "hang_up" else "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (self._chip, self._time, self._pick_up, self._hold, self._hang_up):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _follow(self, name: str) -> None:
        draft = self._state.draft
        speaks = name in _SPEAKS and not (name in _SAYS_WHO and draft.caller)
        if speaks and not draft.spans and presenting.is_live(draft) and getattr(draft, name):
            self.go(TALKING)
        if name in ("spans", "channel"):
            self.refresh()


class TimerStack(QStackedWidget):
    """The timers of all conversations, as wide as the one in front: room for another left a gap beside cut tabs."""

    def sizeHint(self) -> QSize:
        """Return what the timer in front wants."""
        front = self.currentWidget()
        return super().sizeHint() if front is None else front.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same: its keys have one width each."""
        return self.sizeHint()
