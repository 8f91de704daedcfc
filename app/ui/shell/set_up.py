"""The page on which the first administrator sets this desk up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services.accounts import SHORTEST_PASSWORD
from app.services.wording import sentence
from app.ui.kit import languages
from app.ui.shell.center_place import CenterPlace
from app.ui.shell.doors import SetUp
from app.ui.shell.key_home import KeyHome
from app.ui.shell.start_page import LabeledLine, StartPage

#: Two columns: one below the other, the parts do not fit into a window of 720 pixels.
_WIDTH, _GAP = 1120, 32


class SetUpPage(StartPage):
    """`filled(SetUp)`, `back_wanted()`."""

    filled = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("set_up", parent, width=_WIDTH)
        self._admin = LabeledLine("set_up.admin", self.card)
        self._display = LabeledLine("set_up.display", self.card)
        self._password = LabeledLine("set_up.password", self.card, secret=True)
        self._again = LabeledLine("set_up.password.again", self.card, secret=True)
        self.place = CenterPlace("set_up.country", self.card)
        self.home = KeyHome("set_up", self.card)
        self._back, self._go = QPushButton(self.card), QPushButton(self.card)
        self._build()
        self.retranslate()

    def enter(self) -> None:
        """Put the cursor into the first line."""
        self.set_busy(busy=False)
        self._admin.setFocus()

    def submit(self) -> None:
        """Hand over what was filled in, or lead to what is missing."""
        if self._complete():
            self.set_busy(busy=True)
            self.notice.clear()
            display = self._display.text().strip() or self._admin.text().strip()
            person = (self._admin.text().strip(), display, self._password.text())
            self.filled.emit(SetUp(*person, self.home.passphrase(), self.place.center()))

    def refuse(self, error: AppError) -> None:
        """Say beside the field, or under the fields, why it did not work; nothing was made."""
        self.set_busy(busy=False)
        line = {"name": self._admin, "password": self._password}.get(str(error.facts.get("field", "")))
        if line is not None:
            line.show_error(sentence(error, languages.current())[0])
            line.setFocus()
        else:
            self.notice.show_error(error)

    def set_busy(self, *, busy: bool) -> None:
        """Say that keys and database are being made."""
        self._go.setEnabled(not busy)
        self._back.setEnabled(not busy)
        self._go.setText(self.tr("Setting up …") if busy else self.tr("Set up"))

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self.tr("Set up this desk"))
        self.says.setText(self.tr("The first account is that of the administrator, who can add everybody else."))
        self._admin.set_words(self.tr("Name to sign in with"), self.tr("Short, in small letters"))
        self._display.set_words(self.tr("Name as colleagues read it"))
        self._password.set_words(
            self.tr("Password"), self.tr("At least {count} characters").format(count=SHORTEST_PASSWORD)
        )
        self._again.set_words(self.tr("The password again"))
        for button, text in ((self._back, self.tr("Back")), (self._go, self.tr("Set up"))):
            button.setText(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        both, left, right, foot = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self.body.addLayout(both)
        both.setSpacing(_GAP)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        for column in (left, right):
            column.setSpacing(self.body.spacing())
        right.addWidget(self.home)
        right.addWidget(self.notice)
        right.addStretch(1)
        for parts in ((self._admin, self._display), (self._password, self._again), (self.place,)):
            row = QHBoxLayout()
            left.addLayout(row)
            row.setSpacing(12)
            for part in parts:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self._back.setObjectName("set_up.back")
        self._go.setObjectName("set_up.go")
        self._go.setProperty("tone", "primary")
        self.body.addLayout(foot)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._go)
        for line in (self._admin, self._display, self._password, self._again, self.place, self.home):
            line.entered.connect(self.submit)
        self._back.clicked.connect(self.back_wanted)
        self._go.clicked.connect(self.submit)

    def _complete(self) -> bool:
        checks = (
            (self._admin, bool(self._admin.text().strip()), self.tr("This is needed")),
            (self._password, len(self._password.text()) >= SHORTEST_PASSWORD, self.tr("This is too short")),
            (self._again, self._again.text() == self._password.text(), self.tr("The two are not the same")),
        )
        for line, fine, text in checks:
            line.show_error("" if fine else text)
        wrong = [line for line, fine, _ in checks if not fine]
        if wrong:
            wrong[0].setFocus()
        return not wrong and self.place.complete() and self.home.complete()
