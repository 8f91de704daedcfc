"""The lists of the supervisor in the place of the queue: what waits for a decision, and which station calls whom."""

from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.calls_coming_in import CallsComingIn
from app.ui.panes.callbacks.leases_board import LeasesBoard
from app.ui.panes.callbacks.referred_board import ReferredBoard


class SupervisorBoards(CallsComingIn):
    """The pane that inherits it turns to a list and back to its queue."""

    def place_boards(self, jobs: Jobs, commands: CommandTable) -> None:
        """Make the lists, each with the button that turns to it."""
        self.referred = ReferredBoard(jobs, self.now, self)
        self.leases = LeasesBoard(jobs, self.now, self)
        for board, name in ((self.referred, "referred"), (self.leases, "leases")):
            self.place_board(board, commands.button(f"callbacks.{name}", self, tone="quiet"))
            board.told.connect(self.strip.success)
            board.warned.connect(self.strip.warning)
            board.refused.connect(self._refuse)

    def turn_to_referred(self) -> None:
        """Turn to what waits for a supervisor, and back to the queue."""
        self._turn_to(self.referred)

    def turn_to_leases(self) -> None:
        """Turn to which station calls whom, and back to the queue."""
        self._turn_to(self.leases)

    def reload_boards(self) -> None:
        """Ask again for the list that is shown."""
        for board in (self.referred, self.leases):
            if board.isVisible():
                board.reload()

    def _turn_to(self, board: ReferredBoard | LeasesBoard) -> None:
        if board.isVisibleTo(self):
            self.show_board(None)
            self.view.setFocus()
        else:
            self.show_board(board)
            board.reload()
            board.focus_list()
