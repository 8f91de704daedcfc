"""The lists of the supervisor in the place of the queue: what waits for a decision, who calls whom, what to check."""

from app.services import callback_checks
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks import asking
from app.ui.panes.callbacks.barred_board import BarredBoard, Whom
from app.ui.panes.callbacks.board import Board
from app.ui.panes.callbacks.calls_coming_in import CallsComingIn
from app.ui.panes.callbacks.checks_board import ChecksBoard
from app.ui.panes.callbacks.leases_board import LeasesBoard
from app.ui.panes.callbacks.referred_board import ReferredBoard


class SupervisorBoards(CallsComingIn):
    """The pane that inherits it turns to a list and back to its queue."""

    #: The call that was remembered as one of a person who is there twice.
    _twin: bytes | None = None

    def place_boards(self, jobs: Jobs, commands: CommandTable) -> None:
        """Make the lists, each with the button that turns to it."""
        self.referred = ReferredBoard(jobs, self.now, self)
        self.leases = LeasesBoard(jobs, self.now, self)
        self.checks = ChecksBoard(jobs, self.now, self)
        self.barred = BarredBoard(jobs, self.now, self)
        self.referred.outcome_wanted.connect(self.say_outcome_of)
        boards = {"referred": self.referred, "barred": self.barred, "leases": self.leases, "checks": self.checks}
        for name, board in boards.items():
            self.place_board(board, commands.button(f"callbacks.{name}", self, tone="quiet"))
            board.told.connect(self.strip.success)
            board.warned.connect(self.strip.ask_again)
            board.refused.connect(self._refuse)
        self.place_count()

    def turn_to_referred(self) -> None:
        """Turn to what waits for a supervisor, and back to the queue."""
        self._turn_to(self.referred)

    def focus_shown(self) -> None:
        """Put the keyboard into the list that is shown: one of the supervisor's, or the queue."""
        shown = next((one for one in self._all() if one.isVisibleTo(self)), None)
        if shown is not None:
            shown.focus_list()
        else:
            self.view.setFocus()

    def say_outcome_of(self, attempt: bytes, callback: bytes) -> None:
        """Ask how a call ended that somebody else made and left."""
        if not self.may_take():
            self._say_outcome_first()
            return
        self._go_on_with(attempt, callback)
        self.strip.info(self.tr("How did this call end? Ask who made it; if nobody knows, say no answer (201)."))

    def turn_to_leases(self) -> None:
        """Turn to which station calls whom, and back to the queue."""
        self._turn_to(self.leases)

    def turn_to_checks(self) -> None:
        """Turn to the calls that are to be looked into, and back to the queue."""
        self._turn_to(self.checks)

    def turn_to_barred(self) -> None:
        """Turn to who is never to be called, and back to the queue."""
        self.barred.look_for(Whom())
        self._turn_to(self.barred)

    def show_barred(self, text: str, caller: bytes | None, callback: bytes | None) -> None:
        """Show what one person said of never being called; ``text`` stands in the search line for them."""
        self.barred.look_for(Whom(text, caller, callback))
        self.show_board(self.barred)
        self.barred.focus_list()

    def may_merge(self) -> bool:
        """Whether the call in hand can be said to be of the same person as another one."""
        return self.may_decide() and self.may_begin()

    def merge_person(self) -> None:
        """Remember the call in hand; at another one say that both are of one person."""
        here, first = self.in_hand(), self._twin
        if here is None:
            return
        if first is None or first == here:
            self._twin = here
            self.strip.info(self.tr("Remembered. Take the other call of this person and press the same keys again."))
            return
        self._twin = None
        self._jobs.do(
            callback_checks.same_person, done=self._merged, failed=self._refuse, initiator=self,
            one=first, other=here,
        )  # fmt: skip

    def _merged(self, _later: bytes) -> None:
        self.strip.success(self.tr("One person: the first case goes on, the later one has ended as twice there (403)."))

    def reload_boards(self) -> None:
        """Ask again for the list that is shown."""
        for board in self._all():
            if board.isVisible():
                board.reload()

    def _all(self) -> tuple[Board, ...]:
        return self.referred, self.leases, self.checks, self.barred

    def _turn_to(self, board: Board) -> None:
        if board.isVisibleTo(self):
            self.show_board(None)
            self.view.setFocus()
            self._jobs.ask(asking.board, key="callbacks.board", done=self._show_board, failed=self._refuse)
        else:
            self.show_board(board)
            board.reload()
            board.focus_list()
