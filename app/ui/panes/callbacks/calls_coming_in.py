"""Whoever we tried to reach calls us: found by the number, or sent here by intake, the call begins where it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.services import callback_attempts, callbacks
from app.services.callback_attempts import Begun
from app.services.callback_sheets import Sheet
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import Message
from app.ui.panes.callbacks import asking
from app.ui.panes.callbacks.asking import Board
from app.ui.panes.callbacks.call_in_hand import CallInHand
from app.ui.panes.callbacks.who_calls import WhoCalls

_TOLD_S = 8


class CallsComingIn(CallInHand):
    """The calls that come in. The pane that inherits it opens a call and begins it.

    ``pick_up_wanted()`` asks the shell to talk with whoever rings.
    ``came_in(callback id)`` as a call that came in begins, ``call_over(callback id)`` once any call has its
    outcome. ``line_moved(state)``: "ringing", "talking", "wrap_up" where a call only waits for its outcome, "" once a
    call that is made or taken here is over.
    """

    pick_up_wanted = Signal()
    came_in = Signal(object)
    call_over = Signal(object)
    line_moved = Signal(str)
    commands: CommandTable
    _jobs: Jobs

    def __init__(self, parent: QWidget | None = None) -> None:
        self._came_in: bytes | None = None
        self._not_owed: Message | None = None
        self._rings: Callable[[], bool] | None = None
        super().__init__(parent)
        self.watch.moved.connect(self.line_moved)
        self.who_calls = WhoCalls(self)
        self.who_calls.chosen.connect(self._open_found)

    def resume_inbound(self, callback: bytes) -> None:
        """Open the call of somebody who rings, and begin it as one that came in."""
        self._came_in = callback
        self._jobs.ask(asking.board, key="callbacks.came_in", done=self._open_came_in, failed=self._refuse)

    def take_inbound(self) -> None:
        """Begin the call that came in from this person."""
        callback = self.in_hand()
        if callback is not None:
            self._dialing = True
            self._jobs.do(
                callback_attempts.begin_inbound, done=self._begin_came_in, failed=self._refuse, initiator=self,
                callback=callback,
            )  # fmt: skip

    def focus_number(self) -> None:
        """Put the cursor where the number of whoever calls back is typed."""
        self.caller_line.setFocus()

    def hear(self, rings: Callable[[], bool]) -> None:
        """Know from the shell whether a call rings; it calls again as one begins to."""
        self._rings = rings
        self.commands.refresh()

    def may_pick_up(self) -> bool:
        """Whether a call rings."""
        return self._rings is not None and self._rings()

    def pick_up(self) -> None:
        """Talk with whoever rings; a call in hand waits meanwhile."""
        self.pick_up_wanted.emit()

    def hold_line(self, held: bool) -> None:
        """Let the call wait while somebody is talked with in intake, or go on."""
        self.watch.hold(self._now_at, held=held)
        self.show_hands()

    def begin_if_came_in(self) -> None:
        """Begin the call in hand where its person is on the line already."""
        came_in, self._came_in = self._came_in, None
        if came_in is not None and came_in == self.in_hand():
            self.take_inbound()

    def find_caller(self) -> None:
        """Look for the open call of whoever calls from the number that was typed."""
        if self._not_owed is not None:
            self.strip.withdraw(self._not_owed)
        self._jobs.ask(
            callbacks.inbound, key="callbacks.inbound", done=self._show_found, failed=self._refuse,
            typed=self.caller_line.text(),
        )  # fmt: skip

    def _begin_came_in(self, begun: Begun) -> None:
        if (callback := self.in_hand()) is not None:
            self.came_in.emit(callback)  # whose line it is stands before anybody hears that it is talked on
        self._begin(begun)

    def _open_came_in(self, board: Board) -> None:
        self._show_board(board)
        if not self.may_take():
            self._say_outcome_first()
        elif self._came_in is not None:
            self._open(self._came_in)

    def _show_found(self, found: Sequence[Sheet]) -> None:
        if not self.may_take():
            self._say_outcome_first()
        elif len(found) > 1:
            self.who_calls.choose(found, self.caller_line)
        elif found:
            self._open_found(found[0].callback.id)
        else:
            self._not_owed = Message("info", self.tr("We owe this number no call."), seconds=_TOLD_S)
            self.strip.post(self._not_owed)

    def _open_found(self, callback: bytes) -> None:
        self.caller_line.clear()
        self._open(callback)

    def _say_outcome_first(self) -> None:
        self._came_in = None
        self.strip.warning(self.tr("Say first how the call in progress ended."))

    def _open(self, callback: bytes) -> None:
        """Open one call."""

    def _go_on_with(self, attempt: bytes, callback: bytes) -> None:
        """Ask for the outcome of an attempt that was made before."""

    def _begin(self, begun: Begun) -> None:
        """Go on with a call that has begun."""

    def _show_board(self, board: Board) -> None:
        """Show the queue."""

    def _refuse(self, error: AppError) -> None:
        """Say what cannot be."""
