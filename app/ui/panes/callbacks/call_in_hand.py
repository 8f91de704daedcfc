"""The call in hand: which one was taken, whether it is being made, and so what can be done now."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from app.services import callback_attempts, wording
from app.services.callback_attempts import Begun, Ended
from app.services.callback_sheets import Sheet
from app.services.callbacks import Waiting
from app.ui.kit import languages
from app.ui.kit.messages import Message, Words, error
from app.ui.kit.presenting_time import moment
from app.ui.panes.callbacks.asking import Board, Taken
from app.ui.panes.callbacks.layout import CallbacksLayout

#: The outcome by which a person asks never to be called again.
NEVER = "234"
#: For how long it is said that a call has rung long enough, in seconds.
_RANG_S = 8


class CallInHand(CallbacksLayout):
    """What the pane knows of its queue and its call; the commands ask it what they may do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._board: Board | None = None
        self._taken: Taken | None = None
        self._begun: Begun | None = None
        self._dialing = False
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        self._rang: Message | None = None
        self._refused: Message | None = None
        super().__init__(self.now, parent)
        self.watch.rang_enough.connect(self._tell_rang)
        self.watch.moved.connect(self._forget_rang)

    def now(self) -> datetime:
        """Return the time as the pane knows it."""
        return self._now_at

    def _tell_rang(self) -> None:
        asked = self.tr("It has rung long enough: hang up, then F8 and 2 for no answer.")
        text = asked if self._asking else self.tr("It has rung long enough: hang up and press 2 for no answer.")
        self._rang = Message("info", text, seconds=_RANG_S)
        self.strip.post(self._rang)

    def _forget_rang(self, _state: str) -> None:
        """Take that back once somebody answers, or the outcome is said."""
        if self._rang is not None:
            self.strip.withdraw(self._rang)

    def say_refused(self, text: Words) -> None:
        """Say what cannot be; it stands until it is closed, the next one is said, or the outcome is saved."""
        self.forget_refused()
        self._refused = error(text)
        self.strip.post(self._refused)

    def forget_refused(self) -> None:
        """Take back what could not be: the outcome is saved, and that is to be read."""
        if self._refused is not None:
            self.strip.withdraw(self._refused)

    def may_take(self) -> bool:
        """Whether the next call can be taken: none is in progress."""
        return self._begun is None

    def in_hand(self) -> bytes | None:
        """Return the call that was taken and is to be dialed; None, and nothing is dialed, when it is put back."""
        if self._taken is None or self._begun is not None:
            self._dialing = False
            return None
        return self._taken.sheet.callback.id

    def may_begin(self) -> bool:
        """Whether a call is in hand, is shown, and none is in progress."""
        return self._taken is not None and self._board is not None and self._begun is None

    def may_dial(self) -> bool:
        """Whether the call in hand may be dialed now."""
        return self.may_begin() and self._taken is not None and isinstance(self._taken.said, Waiting)

    def is_ringing(self) -> bool:
        """Whether a number rings."""
        return self.watch.ringing

    def is_calling(self) -> bool:
        """Whether a call waits for its outcome."""
        return self._begun is not None

    def has_sheet(self) -> bool:
        """Whether a call is in hand."""
        return self._taken is not None

    def may_decide(self) -> bool:
        """Whether the person decides about calls that wait for a supervisor."""
        return self._board is not None and self._board.decides

    def explain(self) -> None:
        """Show what the queue waits for, or take it away again."""
        if self.explanation.isVisibleTo(self):
            self.explanation.hide()
        elif self._board is not None:
            self.explanation.show_explained(self._board.explained, self._board.now_at, self._board.zone)

    def is_documented(self, sheet: Sheet, ended: Ended) -> bool:
        """Say whether a contact in intake is to tell of a call that ended so; of a verification the ledger tells."""
        told = sheet.callback.reason in callback_attempts.DOCUMENTED and sheet.callback.finding is None
        return ended.code == "110" and told

    def told_of(self, ended: Ended, *, findings: int = 0) -> str:
        """Return what followed from an outcome and from what was answered, in words."""
        told = self._followed(ended)
        if findings:
            text = self.tr("{told} Findings opened: {count}; they stand in the ledger.")
            return text.format(told=told, count=findings)
        return told

    def _followed(self, ended: Ended) -> str:
        if ended.code == NEVER and not ended.others_closed:
            return self.tr("Saved; nobody calls this person again.")
        if ended.others_closed:
            text = self.tr("Never called again; other calls to this person that are taken out too: {count}.")
            return text.format(count=ended.others_closed)
        if ended.unspoken:
            text = self.tr("Ended: nobody here speaks {language}. It comes back as soon as somebody does.")
            return text.format(language=wording.label("language", ended.unspoken, languages.current()))
        if ended.closed:
            return self.tr("Saved; this call is done.")
        if ended.waits is not None:
            why = wording.label("hindrance", ended.waits.value, languages.current())
            return self.tr("Saved; it does not come again by itself. {why}.").format(why=why)
        if ended.again_at is None or self._board is None:
            return self.tr("Saved.")
        at = moment(ended.again_at, self._now_at, languages.current(), self._board.zone)
        return self.tr("Saved; it comes again {time}.").format(time=at)
