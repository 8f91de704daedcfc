"""The locked window: nothing of anybody on it but the call's state and time; the same person or another goes on."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.accounts import OperatorState, Person
from app.models.errors import AppError, SignInRefused
from app.services import accounts, phone_numbers, wording
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.presenting_time import timer
from app.ui.shell.start_page import LabeledLine, StartPage

_TONES = {
    OperatorState.RINGING: "warning",
    OperatorState.TALKING: "accent",
    OperatorState.HOLD: "warning",
    OperatorState.WRAP_UP: "accent",
}


class CallLine(QWidget):
    """State, time and masked number of a call that goes on while the window is locked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lock.call")
        self._chip = Chip("", "", self)
        self._time, self._number = QLabel(self), QLabel(self)
        self._state = OperatorState.READY
        self._since: datetime | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addStretch(1)
        for part in (self._chip, self._time, self._number):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._number.setProperty("type", "muted")
        self._take_looks()
        theme.of_app().changed.connect(self._take_looks)

    @property
    def text(self) -> str:
        """What stands on the line."""
        return " ".join(part.text() for part in (self._chip, self._time, self._number) if part.text())

    def show_call(self, state: OperatorState, since: datetime, now: datetime, number: str = "") -> None:
        """Show another state; a state without a call shows nothing."""
        self._state, self._since = state, since
        self._number.setText(phone_numbers.masked(number))
        self.retranslate()
        self.tick(now)
        self.setVisible(state in _TONES)

    def tick(self, now: datetime) -> None:
        """Let the time go on."""
        if self._since is not None:
            self._time.setText(timer(max(timedelta(), now - self._since)))

    def retranslate(self) -> None:
        """Say the state in the language of the window."""
        text = wording.label("operator_state", self._state.value, languages.current())
        self._chip.show_text(text, _TONES.get(self._state, ""))

    def _take_looks(self) -> None:
        self._time.setFont(theme.of_app().font("section", bold=True, tabular=True))


class LockPage(StartPage):
    """`unlocked(Person)` when the same person typed her password, `leave_wanted()` for another one."""

    unlocked = Signal(object)
    leave_wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("lock", parent, width=380)
        self._jobs = jobs
        self._person: Person | None = None
        self.call, self.waiting = CallLine(self.card), QLabel(self.card)
        self.waiting.setObjectName("lock.waiting")
        self.waiting.setProperty("role", "chip")
        self.waiting.setProperty("tone", "warning")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rings: tuple[str, ...] = ()
        self._line = LabeledLine("lock.password", self.card, secret=True)
        self._open, self._leave = QPushButton(self.card), QPushButton(self.card)
        self._open.setObjectName("lock.open")
        self._open.setProperty("tone", "primary")
        self._leave.setObjectName("lock.leave")
        self._leave.setProperty("tone", "quiet")
        for part in (self.call, self.waiting, self._line, self.notice, self._open, self._leave):
            self.body.addWidget(part)
        self._line.entered.connect(self.submit)
        self._open.clicked.connect(self.submit)
        self._leave.clicked.connect(self.leave_wanted)
        jobs.ticked.connect(self.call.tick)
        self.retranslate()

    def lock_for(self, person: Person) -> None:
        """Wait for this person's password."""
        self._person = person
        self.retranslate()
        self.enter()

    def enter(self) -> None:
        """Empty the line and put the cursor into it."""
        self._line.line.clear()
        self.notice.clear()
        self._open.setEnabled(True)
        self._line.setFocus()

    def show_waiting(self, numbers: tuple[str, ...]) -> None:
        """Say which other calls ring, one a line, their numbers masked."""
        self._rings = numbers
        text = self.tr("Another call rings {number}")
        lines = [text.format(number=phone_numbers.masked(number)).strip() for number in numbers]
        self.waiting.setText("\n".join(lines))
        self.waiting.setVisible(bool(numbers))

    def submit(self) -> None:
        """Check the password on a reader thread."""
        # A button that is switched off hands the keyboard to its neighbor: here to the one that signs out.
        if self._open.hasFocus():
            self._line.setFocus()
        if self._person is None or not self._line.text():
            return
        self._open.setEnabled(False)
        self._line.line.setModified(False)
        self._jobs.ask(
            accounts.sign_in,
            key="unlock",
            done=self._welcome,
            failed=self._refuse,
            name=self._person.name,
            password=self._line.text(),
        )

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self._person.display if self._person else "")
        self.says.setText(self.tr("The window is locked. What you typed is kept."))
        self._line.set_words(self.tr("Password"))
        self._open.setText(self.tr("Unlock"))
        self._leave.setText(self.tr("Sign in as somebody else"))
        for button in (self._open, self._leave):
            button.setAccessibleName(button.text())
        self.call.retranslate()
        self.show_waiting(self._rings)

    def _welcome(self, person: Person) -> None:
        self._line.line.clear()
        self.unlocked.emit(person)

    def _refuse(self, error: AppError) -> None:
        self._open.setEnabled(True)
        if isinstance(error, SignInRefused):  # no name was asked for: only the password can be wrong
            self.notice.say(self.tr("This password does not open the window. Type it again."), "danger")
        else:
            self.notice.show_error(error)
        if not self._line.line.isModified():  # who went on typing meanwhile keeps it
            self._line.line.selectAll()
            self._line.setFocus()
