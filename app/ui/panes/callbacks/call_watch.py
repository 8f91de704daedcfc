"""What a call in progress shows: rings while nobody answers, then how long the conversation lasts."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.models.accounts import OperatorState
from app.ui.kit import theme
from app.ui.kit.presenting_time import timer
from app.ui.panes.callbacks import presenting


class CallWatch(QLabel):
    """Counts from ``ring`` to ``answer`` to ``stop``, what is held left out.

    ``rang_enough()`` once nobody answered for long enough.
    ``moved(state)``: "ringing", "talking", "wrap_up" for a call of before, "" once it shows nothing any more.
    """

    rang_enough = Signal()
    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callbacks.watch")
        self.setFont(theme.of_app().font("title", bold=True, tabular=True))
        self._begun_at: datetime | None = None
        self._answered_at: datetime | None = None
        self._ended_at: datetime | None = None
        self._rings, self._ring_s = 0, 0
        self._told = False
        self._held_at: datetime | None = None
        self._waited = timedelta()

    @property
    def ringing(self) -> bool:
        """Whether a number rings and nobody has answered."""
        return self._begun_at is not None and self._answered_at is None and self._ended_at is None

    @property
    def held(self) -> bool:
        """Whether whoever answered waits."""
        return self._held_at is not None

    def ring(self, at: datetime, rings: int, ring_s: int) -> None:
        """Begin to count rings; with no rings to wait for somebody speaks already."""
        self._begun_at, self._answered_at, self._ended_at = at, None if rings else at, None
        self._rings, self._ring_s, self._told = rings, ring_s, False
        self._held_at, self._waited = None, timedelta()
        self.moved.emit((OperatorState.RINGING if rings else OperatorState.TALKING).value)
        self.follow(at)

    def answer(self, at: datetime) -> None:
        """Somebody answers."""
        if self.ringing:
            self._answered_at = at
            self.moved.emit(OperatorState.TALKING.value)
            self.follow(at)

    def hold(self, at: datetime, *, held: bool) -> None:
        """Count no talk while whoever answered waits, and go on counting then."""
        if self._answered_at is None:
            return
        self._waited, self._held_at = self._waiting(at), at if held else None
        self.follow(at)

    def wrap_up(self) -> None:
        """Show no time: the call was over before the window was opened, and only its outcome is to be said."""
        self.moved.emit(OperatorState.WRAP_UP.value)

    def stop(self) -> None:
        """Show nothing any more."""
        self._begun_at = self._answered_at = self._ended_at = self._held_at = None
        self.setText("")
        self.moved.emit("")

    def spent(self, now: datetime) -> tuple[int | None, int | None]:
        """Return seconds of ringing and of talking; None for what there was not."""
        if self._begun_at is None:
            return None, None
        until = self._answered_at or now
        talked = int((now - self._answered_at - self._waiting(now)).total_seconds()) if self._answered_at else None
        return int((until - self._begun_at).total_seconds()), talked

    def follow(self, now: datetime) -> None:
        """Show the time as it goes on."""
        if self._begun_at is None:
            return
        since = now - (self._answered_at or self._begun_at)
        self._now_at = now
        if not self.ringing:
            text = self.tr("Talking {time}") if self._held_at is None else self.tr("On hold, talked {time}")
            self.setText(text.format(time=timer(since - self._waiting(now))))
            return
        seconds = max(0, int(since / timedelta(seconds=1)))
        ring = presenting.rings(seconds)
        enough = self.tr("Ringing: {ring}, {most} are enough · {time}")
        text = self.tr("Ringing: {ring} of {most} · {time}") if ring <= self._rings else enough
        self.setText(text.format(ring=ring, most=self._rings, time=timer(since)))
        if seconds >= self._ring_s and not self._told:
            self._told = True
            self.rang_enough.emit()

    def _waiting(self, now: datetime) -> timedelta:
        """Return how long whoever answered has waited so far."""
        return self._waited + (now - self._held_at if self._held_at is not None else timedelta())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange and self._begun_at is not None:
            self.follow(self._now_at)
        super().changeEvent(event)
