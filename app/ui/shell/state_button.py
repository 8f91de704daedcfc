"""What the operator is doing now and for how long, always in sight; pressed, it offers ready and away with a reason."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QMenu, QWidget

from app.models.accounts import AwayReason, OperatorState
from app.models.errors import AppError, WorldFailed
from app.services import accounts, presence, wording
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import timer
from app.ui.shell import commands
from app.ui.shell.bars import PaintedButton

#: During these the person is with a caller: nothing else can be said.
BUSY = frozenset({OperatorState.RINGING, OperatorState.TALKING, OperatorState.HOLD})
_TONES = {
    OperatorState.READY: ("accent", "sunken"),
    OperatorState.RINGING: ("warning", "warning_soft"),
    OperatorState.TALKING: ("accent", "accent_soft"),
    OperatorState.HOLD: ("warning", "warning_soft"),
    OperatorState.WRAP_UP: ("accent", "accent_soft"),
    OperatorState.AWAY: ("muted", "sunken"),
}
_PAD, _DOT, _GAP = 14, 8, 10
#: After what the disk refused.
AGAIN_MS = 5_000


class _Owed(NamedTuple):
    """What is to be recorded, with its moment: it stays so where a full disk lets it wait."""

    state: OperatorState
    reason: AwayReason | None
    contact: bytes | None
    since: datetime


class StateButton(PaintedButton):
    """Shows and records what the signed-in person is doing. Its time comes from ``Jobs.ticked``.

    ``readied()`` when she says that the next call can come.
    """

    readied = Signal()
    radius = 16

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("desk.state", parent)
        self._jobs = jobs
        self._clock = clock
        self._state, self._reason = OperatorState.READY, ""
        self._since = self._now = self._noted = clock()
        self._menu: QMenu | None = None
        self._owed: list[_Owed] = []
        self._told = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._pay)
        self.table = CommandTable(commands.STATES, self, scope=Qt.ShortcutContext.WindowShortcut)
        self.clicked.connect(self.choose_reason)
        jobs.ticked.connect(self.tick)
        self._say()

    @property
    def state(self) -> OperatorState:
        """What the person is doing."""
        return self._state

    @property
    def since(self) -> datetime:
        """Since when."""
        return self._since

    @property
    def time_text(self) -> str:
        """How long already, as on a telephone."""
        return timer(max(timedelta(), self._now - self._since))

    def may_change(self) -> bool:
        """Whether ready or away can be said now."""
        return self._state not in BUSY

    def announce(self) -> None:
        """Record that the person is at the desk and ready, at sign-in, and when a program that was cut off had her."""
        self._jobs.do(presence.come, failed=self._refused_at_first)

    def sign_off(self) -> None:
        """Record that the person has left the desk; the button, which goes with the desk, shows nothing new."""
        self._jobs.do(accounts.set_state, state=OperatorState.SIGNED_OUT)

    def be_ready(self) -> None:
        """Say and record that the next call can come."""
        self.take(OperatorState.READY)
        self.readied.emit()

    def be_away(self, reason: str) -> None:
        """Say and record why no call can come."""
        self.take(OperatorState.AWAY, reason=reason)

    def take(self, state: OperatorState, *, reason: str = "", contact: bytes | None = None) -> None:
        """Show a state and record it; the same one is said once."""
        if (state, reason) == (self._state, self._reason) and contact is None:
            return
        if state != self._state or reason != self._reason:
            self._since = self._now = self._clock()
        self._state, self._reason = state, reason
        self._say()
        self._record(contact)

    def choose_reason(self) -> None:
        """Open the menu: ready, and the reasons to be away."""
        menu = self._filled_menu()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def tick(self, now: datetime) -> None:
        """Let the time go on."""
        before = self.time_text
        self._now = now
        if (now - self._noted).total_seconds() >= presence.EVERY_S:
            self._noted = now
            self._jobs.do(presence.note, failed=self._let_go)
        if self.time_text != before:
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the words and an hour."""
        looks = theme.of_app()
        bold, plain = looks.font(bold=True), looks.font(tabular=True)
        words = QFontMetrics(bold).horizontalAdvance(self.text())
        time = QFontMetrics(plain).horizontalAdvance("0:00:00")
        return QSize(words + time + 2 * _PAD + _DOT + 2 * _GAP + 14, max(32, looks.px("field")))

    def ground(self) -> str:
        """Return the ground of the state; a paler one on hover."""
        return "hover" if self.underMouse() else _TONES[self._state][1]

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint dot, words, time and a small arrow."""
        looks = theme.of_app()
        tone = looks.color(_TONES[self._state][0])
        middle = field.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawEllipse(QRectF(field.left() + _PAD, middle - _DOT / 2, _DOT, _DOT))
        inner = field.adjusted(_PAD + _DOT + _GAP, 0, -_PAD, 0)
        line = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(looks.font(bold=True))
        painter.setPen(looks.color("text"))
        painter.drawText(inner, line, self.text())
        taken = painter.fontMetrics().horizontalAdvance(self.text())
        painter.setFont(looks.font(tabular=True))
        painter.setPen(looks.color("muted"))
        painter.drawText(inner.adjusted(taken + _GAP, 0, 0, 0), line, self.time_text)
        _paint_arrow(painter, QRectF(inner.right() - 8, middle - 2, 8, 5))

    def _refused_at_first(self, _error: AppError) -> None:
        """Go on trying, with a word where it fails again."""
        self._record(None)

    def _let_go(self, _error: AppError) -> None:
        """A mark that could not be kept is no loss: the next one is a minute away."""

    def _record(self, contact: bytes | None) -> None:
        reason = AwayReason(self._reason) if self._reason else None
        self._owed.append(_Owed(self._state, reason, contact, self._clock()))
        if len(self._owed) == 1 or self._again.isActive():
            self._pay()

    def _pay(self) -> None:
        self._again.stop()
        self._jobs.do(accounts.set_state, **self._owed[0]._asdict(), done=self._paid, failed=self._refused)

    def _paid(self, _nothing: object) -> None:
        del self._owed[0]
        self._told = False
        if self._owed:
            self._pay()

    def _refused(self, error: AppError) -> None:
        if isinstance(error, WorldFailed):
            self._again.start(AGAIN_MS)
        else:
            self._owed.clear()
        if not self._told:
            self._jobs.failed.emit(error)
        self._told = isinstance(error, WorldFailed)

    def _say(self) -> None:
        language = languages.current()
        text = wording.label("operator_state", self._state.value, language)
        if self._reason:
            text = wording.label("away_reason", self._reason, language)
        self.setText(text)
        self.setAccessibleName(self.tr("What you are doing: {state}").format(state=text))
        self.setToolTip(self.tr("Say that you are ready or away"))
        self.table.refresh()
        self.updateGeometry()
        self.update()

    def _filled_menu(self) -> QMenu:
        menu = self._menu or QMenu(self)
        if self._menu is None:
            self._menu = menu
            menu.setObjectName("desk.state.menu")
            menu.triggered.connect(self._chosen)
        menu.clear()
        menu.addAction(self.table.action("state.ready"))
        menu.addSection(self.tr("Away"))
        for code, text in wording.labels("away_reason", languages.current()).items():
            action = QAction(text, menu)
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code == self._reason)
            action.setEnabled(self.may_change())
            menu.addAction(action)
        return menu

    def _chosen(self, action: QAction) -> None:
        if action.data():
            self.be_away(str(action.data()))


def _paint_arrow(painter: QPainter, field: QRectF) -> None:
    corners = [field.topLeft(), field.topRight(), field.center() + (field.bottomLeft() - field.topLeft()) / 2]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.of_app().color("muted"))
    painter.drawPolygon(QPolygonF(corners))
