"""The sign-in page: name, password, Enter. What is wrong is said beside the fields, never in a box."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.models.errors import AppError
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.shell.start_page import LabeledLine, Notice, SecretLine, StartPage

if TYPE_CHECKING:
    from app.models.accounts import Person


class SignInPage(StartPage):
    """`signed_in(Person)` when name and password belong together, `begun(name)` at the first key of a password.
    ``jobs`` come with `open_for`.

    Until the house is open the page can be typed in; Enter is remembered.
    """

    signed_in = Signal(object)
    begun = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sign_in", parent, width=380)
        self._jobs: Jobs | None = None
        self._waiting = self._rings = self._left = self._closed = False
        self._tried = ""
        self._demo: tuple[str, str] = ("", "")
        #: Whose names are closed since this computer joined a center, and whose have another password.
        self._news: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._organization = self._why = ""
        self._build()
        self.retranslate()

    def open_for(self, jobs: Jobs, *, organization: str, demo: tuple[str, str] = ("", "")) -> None:
        """Check passwords with these jobs from now on; ``demo`` is name and password that the page may tell."""
        from app.models.settings import Settings
        from app.services import accounts

        named = organization != Settings.organization  # else the program's own name, in the language of the page
        self._jobs, self._organization, self._demo = jobs, organization if named else "", demo
        self._news = ((), ())  # until it is told anew: somebody may have signed in since

        jobs.ask(accounts.settled, key="joined", done=self._tell_joined)
        self.retranslate()
        if self._waiting:
            self._waiting = False
            self.submit()

    def hold(self) -> None:
        """Let nobody in until `open_for`: somebody is still leaving, and most likely another one comes."""
        self._jobs = None
        self._left = True

    def enter(self) -> None:
        """Empty the password and put the cursor where typing begins: on the name, marked, when somebody left."""
        self._password.line.clear()
        if isinstance(self._password.line, SecretLine):
            self._password.line.hide_again()
        self._clear()
        self._set_busy(busy=False)
        if self._name.text() and not self._left:
            self._password.setFocus()
        else:
            self._name.line.selectAll()
            self._name.setFocus()
        self._left = False

    def announce(self, *, call: bool) -> None:
        """Say, apart from what went wrong, that a call waits for somebody to sign in; or that none does any more."""
        self._rings = call
        if call:
            self._call.say(self.tr("A call rings. Sign in to take it."))
        else:
            self._call.clear()

    def tell_closed(self, *, closed: bool) -> None:
        """Say why somebody had to leave, where their account was closed."""
        self._closed = closed
        self._say_why()

    def _tell_joined(self, news: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        self._news = news
        self._say_why()

    def _say_why(self) -> None:
        """Say why a name or a password that opened this computer before does so no more; not over a refusal."""
        closed, taken_over = (_named(names) for names in self._news)
        said: list[str] = []
        if self._closed:
            said.append(
                self.tr(
                    "Your account was closed, or this computer has joined a center."
                    " Sign in with an account of the center."
                )
            )
        elif closed or taken_over:
            said.append(self.tr("This computer has joined a center. Sign in with an account of the center."))
        if closed:
            said.append(self.tr("Closed on this computer: {names}.").format(names=closed))
        if taken_over:
            said.append(self.tr("Open by the center's password now: {names}.").format(names=taken_over))
        stands = not self.notice.isHidden() and self.notice.text() == self._why
        self._why = _sentences(said) if said else ""
        if self._why and (stands or self._closed or self.notice.isHidden()):
            self.notice.say(self._why, "warning")
        elif stands and not self._why:
            self.notice.clear()

    @property
    def awaited(self) -> str:
        """The name for which a password is being typed, "" where none is."""
        return self._name.text().strip() if self._password.text() else ""

    def set_name(self, name: str) -> None:
        """Fill in who signed in last, unless somebody began to type. The cursor goes on to the password: where it stood
        on the empty name, the first letter of a password would take the name away again.
        """
        if name in ("", self._name.text()) or self._name.line.isModified():
            return
        was_first = self.focusWidget() is self._name.line
        self._name.line.setText(name)
        if was_first:
            self._password.setFocus()

    def submit(self) -> None:
        """Check name and password on a reader thread: argon2 takes its time on purpose."""
        # The page is on the screen before the services are loaded, in the time that a person needs to type.
        from app.services import accounts

        if not self._name.text().strip():
            self._name.setFocus()
            return
        if not self._password.text():
            self._password.setFocus()
            return
        # A button that is switched off hands the keyboard to its neighbor, where the next Space would press that.
        if self._button.hasFocus():
            self._password.setFocus()
        self._set_busy(busy=True)
        if self._jobs is None:
            self._waiting = True  # what is said by then is why the house is not open yet
            return
        self._clear()
        self._tried = self._name.text()
        self._password.line.setModified(False)
        self._jobs.ask(
            accounts.sign_in,
            key="sign_in",
            done=self._welcome,
            failed=self._refuse,
            ended=self._free,
            name=self._name.text(),
            password=self._password.text(),
        )

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self._organization or self.tr("OneWindow"))
        self.says.setText(self.tr("Sign in to your desk"))
        name, password = self._demo
        hint = self.tr("In the demo: {name}").format(name=name) if name else ""
        self._name.set_words(self.tr("Name"), hint)
        self._password.set_words(
            self.tr("Password"), self.tr("In the demo: {name}").format(name=password) if name else ""
        )
        self._button.setText(self.tr("Sign in"))
        self._button.setAccessibleName(self.tr("Sign in"))
        self.announce(call=self._rings)
        self._say_why()

    def _clear(self) -> None:
        self._closed = False
        self.notice.clear()

    def _build(self) -> None:
        self._call = Notice("sign_in.call", self.card)
        self._name = LabeledLine("sign_in.name", self.card)
        self._password = LabeledLine("sign_in.password", self.card, secret=True)
        self._button = QPushButton(self.card)
        self._button.setObjectName("sign_in.enter")
        self._button.setProperty("tone", "primary")
        for part in (self._call, self._name, self._password, self.notice, self._button):
            self.body.addWidget(part)
        self._name.entered.connect(self.submit)
        self._password.entered.connect(self.submit)
        self._button.clicked.connect(self.submit)
        self._password.line.textEdited.connect(self._say_begun)
        if isinstance(self._password.line, SecretLine):
            self._password.line.caps.connect(self._warn)

    def _say_begun(self, text: str) -> None:
        if len(text) == 1:
            self.begun.emit(self.awaited)

    def _welcome(self, person: "Person") -> None:
        self._password.line.clear()
        self.signed_in.emit(person)

    def _refuse(self, error: AppError) -> None:
        self.notice.show_error(error)
        # Checking takes its time: who went on typing meanwhile keeps it, and the cursor where it is.
        if self._name.text() == self._tried and not self._password.line.isModified():
            self._password.line.selectAll()
            self._password.setFocus()

    def _free(self) -> None:
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self._button.setEnabled(not busy)
        self._button.setText(self.tr("Signing in …") if busy else self.tr("Sign in"))

    def _warn(self, caps: bool) -> None:
        self._password.set_hint(self.tr("Caps Lock seems to be on") if caps else "")


def _sentences(said: list[str]) -> str:
    """Join sentences. What does so is loaded only where there is something to say: the sign-in comes first."""
    from app.services import wording

    return wording.sentences(said, languages.current())


def _named(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    from app.services import wording

    return wording.names_in_a_row(names, languages.current())
