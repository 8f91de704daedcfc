"""Call-backs: the queue beside the call in hand. Enter takes a call, one key dials, one says how it ended."""

from datetime import datetime

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from app.models.changes import Changes
from app.models.claims import Claim
from app.models.errors import AppError, FieldWrong, NotSignedIn
from app.services import callback_appointments, callback_attempts, callback_claims, callbacks, interview_calls
from app.services.callback_appointments import AgendaHour
from app.services.callback_attempts import Begun
from app.services.callbacks import Waiting
from app.services.interview_calls import InterviewEnded
from app.ui.kit import languages
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks import asking
from app.ui.panes.callbacks.asking import Board, Taken
from app.ui.panes.callbacks.boards import SupervisorBoards
from app.ui.panes.callbacks.call_in_hand import NEVER
from app.ui.panes.callbacks.commands import AROUND, CALLING
from app.ui.panes.callbacks.interview_desk import InterviewDesk
from app.ui.parts.refusal import Refusal
from app.ui.parts.reveal_line import RevealLine

_FOLLOWED = frozenset({"callback", "attempt", "attempt_outcome", "appointment", "dnc", "lease", "campaign"})


class CallbacksPane(SupervisorBoards):
    """``document_wanted(number, callback id)`` asks the shell for a conversation in intake about a call."""

    document_wanted = Signal(str, object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.commands = CommandTable((*CALLING, *AROUND), self)
        self.place_buttons(self.commands)
        self.interview = InterviewDesk(jobs, self)
        self.place_interview(self.interview)
        self.place_boards(jobs, self.commands)
        self.card.place(RevealLine("callbacks.reveal", jobs, self.card), self._refuse)
        self._connect()
        self._show_card()

    def refresh(self) -> None:
        """Look at the queue again; another person finds nothing of the former one."""
        self._jobs.ask(asking.board, key="callbacks.board", done=self._show_board, failed=self._refuse)

    def focus_first(self) -> None:
        """Put the focus where a person begins: the question or the outcome of a call in progress, else the queue."""
        if self._begun is None:
            self.focus_shown()
        elif self._asking:
            self.interview.focus_line()
        else:
            self.outcome.focus_line()

    def masked(self, masked: bool) -> None:
        """Cover the number while the window is locked."""
        self.card.cover(covered=masked)

    def take_next(self) -> None:
        """Take whoever is to be called now."""
        self._jobs.ask(callbacks.next_for, key="callbacks.take", done=self._take_next, failed=self._refuse)

    def take(self, waiting: Waiting) -> None:
        """Take one call of the queue."""
        if self.may_take():
            self._open(waiting.sheet.callback.id)

    def dial(self) -> None:
        """Write the attempt down, then hand the number to the telephone program."""
        if self._taken is not None and self.may_dial() and not self._dialing:
            self._dialing = True
            self._jobs.ask(
                callback_claims.secure, done=self._secured, failed=self._refuse, callback=self._taken.sheet.callback.id
            )

    def answer(self) -> None:
        """Somebody answers."""
        self.watch.answer(self._now_at)
        self.commands.refresh()

    def choose_never(self) -> None:
        """Choose the outcome by which a person asks never to be called again; nothing more is asked then."""
        if self._asking:
            self.interview.end_here()
        self.outcome.choose(NEVER)
        self.outcome.focus_line()

    def finish(self) -> None:
        """Say how the call ended."""
        begun = self._begun
        if begun is not None and self._asking:
            self.interview.end_here()
            return
        outcome = self.outcome.outcome(*self.watch.spent(self._now_at)) if begun else None
        if begun is None or outcome is None:
            return
        self._jobs.do(
            interview_calls.finish, done=self._finished, failed=self._refuse, initiator=self,
            attempt=begun.attempt, interview_id=self.interview.interview, outcome=outcome,
        )  # fmt: skip

    def document(self) -> None:
        """Ask the shell for a conversation in intake about this call."""
        if self._taken is not None:
            sheet = self._taken.sheet
            self.document_wanted.emit(sheet.number.key or sheet.callback.number, sheet.callback.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self._sweep()

    def _connect(self) -> None:
        self.view.opened.connect(self.take)
        self.caller_line.returnPressed.connect(self.find_caller)
        self.agenda.hour_chosen.connect(self.outcome.put_time)
        self.outcome.time_wanted.connect(self.show_agenda)
        self.outcome.edited.connect(self._show_day)
        self.outcome.ready.connect(self.commands.refresh)
        self.interview.asking.connect(self._give_room)
        self.interview.over.connect(self._suggest)
        self.interview.heard.connect(self.answer)
        self.interview.told.connect(self.strip.success)
        self.interview.flagged.connect(self.outcome.keep_raised)
        self.interview.failed.connect(self._refuse)
        self._jobs.changed.connect(self._follow)
        self._jobs.ticked.connect(self._tick)

    def _sweep(self) -> None:
        """Appointments whose time is over without a call were missed by us; then look at the queue."""
        try:
            self._jobs.office.ask(callback_attempts.pending)
        except (NotSignedIn, AppError):
            return
        self._jobs.do(callback_appointments.sweep, failed=self._refuse, initiator=self)
        self.refresh()

    def _show_board(self, board: Board) -> None:
        first, self._board = self._board is None, board
        self._now_at = max(self._now_at, board.now_at)
        self.show_queue(board)
        if first and self._taken is not None:  # it was taken before the queue was known
            self._show_card()
        self.commands.refresh()
        if board.pending is not None and self._begun is None and not self._dialing:
            self._go_on_with(board.pending.id, board.pending.callback)
            self.strip.warning(self.tr("Your last call has no outcome yet. How did it end?"))
        elif self._taken is None and not board.calls and self.view.isVisibleTo(self):
            self.explanation.show_explained(board.explained, board.now_at, board.zone)

    def _go_on_with(self, attempt: bytes, callback: bytes) -> None:
        self._begun = Begun(attempt, "", 0, 0)
        self.watch.wrap_up()
        self._open(callback)
        self.interview.begin(callback)

    def _take_next(self, waiting: Waiting | None) -> None:
        if waiting is not None:
            self.take(waiting)
        else:
            self.refresh()
            self.strip.info(self.tr("Nobody is to be called now; under the queue stands what it waits for."))
            if self._board is not None:
                self.explanation.show_explained(self._board.explained, self._board.now_at, self._board.zone)

    def _open(self, callback: bytes) -> None:
        self._jobs.ask(
            asking.taken, key="callbacks.card", done=self._show_taken, failed=self._refuse, callback=callback,
            language=languages.current(),
        )  # fmt: skip

    def _show_taken(self, taken: Taken) -> None:
        self._taken = taken
        self.explanation.hide()
        self._show_card()
        self.begin_if_came_in()

    def _show_card(self) -> None:
        taken, board = self._taken, self._board
        self.show_parts(taken=taken is not None and board is not None, calling=self._begun is not None)
        if taken is not None and board is not None:
            begun = self._begun is not None
            self.card.never = taken.never
            self.card.show_call(
                taken.sheet, taken.said, board.zone, calling=begun, hidden=taken.hidden,
                to_tell=taken.to_tell,
            )  # fmt: skip
            self.outcome.me = taken.me
            self.outcome.offer(
                taken.offered, taken.flags, taken.languages, board.zone, known=taken.known, condolence=taken.condolence
            )
            self.agenda.turn_to(None)
            self._show_hours(taken.agenda)
        self.commands.refresh()
        if self._begun is not None:
            self.focus_first()

    def _show_day(self, _field: str, value: object) -> None:
        """Show the agenda of the day for which a call is agreed, as soon as it is typed."""
        if isinstance(value, datetime) and self.agenda.turn_to(value):
            self._jobs.ask(
                callback_appointments.agenda, key="callbacks.agenda", done=self._show_hours, failed=self._refuse,
                day_of=value,
            )  # fmt: skip

    def _show_hours(self, hours: tuple[AgendaHour, ...]) -> None:
        if self._board is not None and self.agenda.is_wanted(hours):
            self.agenda.show_hours(hours, self._now_at, self._board.zone, me=self.outcome.me)

    def _secured(self, claim: Claim | None) -> None:
        if (callback := self.in_hand()) is not None:
            self._jobs.do(
                callback_attempts.begin, done=self._dialed, failed=self._refuse, initiator=self,
                callback=callback, claim=claim,
            )  # fmt: skip

    def _dialed(self, begun: Begun) -> None:
        self.card.by_hand = not QDesktopServices.openUrl(QUrl(begun.uri))
        self._begin(begun)

    def _begin(self, begun: Begun) -> None:
        self._begun, self._dialing = begun, False
        self.watch.ring(self._now_at, begun.rings, begun.ring_s)
        if self._taken is not None:
            self.interview.begin(self._taken.sheet.callback.id)
        self._show_card()

    def _finished(self, found: InterviewEnded) -> None:
        ended = found.call
        sheet = self._taken.sheet if self._taken else None
        flags = self.outcome.raised()
        self._begun, self._taken = None, None
        self.card.by_hand = False
        self.watch.stop()
        self.interview.stop()
        self._show_card()
        self.forget_refused()
        self.strip.success(self.told_of(ended, findings=len(found.findings)))
        if sheet is not None:
            self.call_over.emit(sheet.callback.id)
            self._jobs.ask(callback_claims.give_back, callback=sheet.callback.id)
        if sheet is not None and (flags or self.is_documented(sheet, ended)):
            self.document_wanted.emit(sheet.number.key or sheet.callback.number, sheet.callback.id)
        else:
            self.focus_shown()

    def _give_room(self, asking: bool) -> None:
        self.make_room(asking, raising=self.interview.is_raising)

    def _suggest(self, code: str) -> None:
        self.make_room(asking=False)
        if code and not self.is_ringing():
            self.outcome.choose(code)
        self.outcome.focus_line()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes.entities & _FOLLOWED and (self._board is not None or self.isVisible()):
            self.refresh()
            self.reload_boards()

    def _tick(self, now: datetime) -> None:
        minute = now.replace(second=0, microsecond=0) != self._now_at.replace(second=0, microsecond=0)
        self._now_at = now
        self.watch.follow(now)
        if minute and self._board is not None and self.isVisible():
            self.refresh()

    def _refuse(self, error: AppError) -> None:
        self._dialing = False
        if isinstance(error, FieldWrong) and self.outcome.refuse(error, languages.current()):
            return
        self.say_refused(Refusal(error))
