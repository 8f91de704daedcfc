"""What stands before the desk: sets up, opens, restores, recovers, asks for a passphrase, tells trouble, signs in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.models.errors import AppError
from app.models.key_errors import PassphraseWrong
from app.ui.kit.jobs import Jobs
from app.ui.shell.backup_way import BackupWay
from app.ui.shell.doors import MISSING, PASSPHRASE, Doors, Fresh, Opened, SetUp
from app.ui.shell.first_picture import Ground
from app.ui.shell.patience import Patience
from app.ui.shell.sign_in import SignInPage
from app.ui.shell.start_page import StartPage


class Reception(QStackedWidget):
    """`opened(house)` when the house is open and somebody may sign in, `close_wanted()`, `language_wanted(language)`.

    Doors are called on a thread of ``errands``, because keys and files take their time. The house is opened behind the
    sign-in page once that was seen (``picture``): two threads that load modules wait for each other.
    """

    opened = Signal(object)
    close_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(
        self, doors: Doors, errands: Jobs, parent: QWidget | None = None, *, picture: Ground | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reception")
        self._doors = doors
        self.errands = errands
        self._pages: dict[str, Any] = {}
        self._fresh: Fresh | None = None
        self._picture = picture
        self._waiting: Callable[[], None] | None = None
        self.patience = Patience(self)
        doors.follow(self.patience.moved.emit)
        if picture is not None:
            picture.pictured.connect(self._go_through)
        self._last_try = self.begin
        self._backup = BackupWay(doors, errands, self)
        self._backup.lead(
            opened=self._open, asked=self.begin, locked=self._ask_recovery, refused=self._trouble, told=self.say
        )

    @property
    def page(self) -> str:
        """The page that is shown: sign_in, first_run, set_up, recovery, passphrase, recover or trouble."""
        current = self.currentWidget()
        return current.objectName() if current is not None else ""  # pyright: ignore[reportUnnecessaryComparison]

    @property
    def must_stay(self) -> bool:
        """Whether a recovery passphrase is on the screen that nobody has proved to have kept."""
        return self.page == "recovery" and bool(self._pages["recovery"].waiting)

    @property
    def sign_in(self) -> SignInPage:
        """The sign-in page."""
        return self._page("sign_in")

    def begin(self) -> None:
        """Show the page that fits what lies in the data folder, and open the house where no question is needed."""
        self._last_try = self.begin
        try:
            standing = self._doors.standing()
        except AppError as error:
            self._trouble(error)
            return
        if standing == MISSING:
            self._page("first_run").cut_short = self._doors.cut_short()
            self._show("first_run")
        elif standing == PASSPHRASE:
            self._show("passphrase")
        else:
            self._show("sign_in")
            self._behind_the_page(self._open_with_what_is_kept)

    def open_demo(self) -> None:
        """Open the demo folder, filled on first use. At the start it was named as the data folder: where it is filled
        already, one can begin to type.
        """
        self._last_try = self.open_demo
        if self.page == "sign_in" and self._is_filled():
            self.welcome()
        else:
            self._show_filling()
        self._behind_the_page(self._enter_demo)

    def _behind_the_page(self, door: Callable[[], None]) -> None:
        if self._picture is None or self._picture.told:
            door()
        else:
            self._waiting = door

    def _go_through(self) -> None:
        door, self._waiting = self._waiting, None
        if door is not None:
            door()

    def _open_with_what_is_kept(self) -> None:
        self.patience.begin()
        self.errands.ask(self._doors.open_house, done=self._open, failed=self._trouble, passphrase="")

    def _enter_demo(self) -> None:
        self.errands.ask(self._doors.demo, done=self._open, failed=self._trouble)

    def _is_filled(self) -> bool:
        try:
            return self._doors.standing() != MISSING
        except AppError:  # what is wrong is said when the folder is opened
            return False

    def _show_filling(self) -> None:
        if self.page != "first_run":
            self._show("first_run")
        self._pages["first_run"].set_busy(busy=True)

    def say(self, text: str, tone: str = "warning") -> None:
        """Say something on the page that is shown."""
        page: Any = self.currentWidget()
        if page is not None:
            page.notice.say(text, tone)

    def warn_of_sheet(self) -> None:
        """Say that the window is about to close over a passphrase that nobody has proved to have kept."""
        self.say(self.tr("Without this sheet a lost key cannot be recovered. Close once more to leave without it."))

    def welcome(self) -> None:
        """Show the sign-in page: somebody left, or the house was just opened."""
        self._show("sign_in")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Before the desk"))
        super().changeEvent(event)

    def _show(self, name: str) -> None:
        page = self._page(name)
        self.setCurrentWidget(page)
        page.enter()

    def _page(self, name: str) -> Any:
        if name not in self._pages:
            page: StartPage = getattr(self, f"_make_{name}")()
            page.language_wanted.connect(self.language_wanted)
            self._pages[name] = page
            self.addWidget(page)
        return self._pages[name]

    def _make_sign_in(self) -> StartPage:
        return SignInPage(self)

    def _make_first_run(self) -> StartPage:
        from app.ui.shell.first_run import FirstRunPage

        page = FirstRunPage(self)
        page.set_up_wanted.connect(self._ask_set_up)
        page.demo_wanted.connect(self.open_demo)
        self._backup.serve(page)
        page.recover_wanted.connect(self._ask_recovery)
        return page

    def _make_set_up(self) -> StartPage:
        from app.ui.shell.set_up import SetUpPage

        page = SetUpPage(self)
        page.filled.connect(self._set_up)
        page.back_wanted.connect(self.begin)
        return page

    def _make_recovery(self) -> StartPage:
        from app.ui.shell.recovery import RecoveryPage

        page = RecoveryPage(self)
        page.save_wanted.connect(self._save_sheet)
        page.kept.connect(self._go_on)
        return page

    def _make_passphrase(self) -> StartPage:
        from app.ui.shell.passphrase import PassphrasePage

        page = PassphrasePage(self)
        page.entered.connect(self._open_with)
        page.recover_wanted.connect(self._ask_recovery)
        return page

    def _make_recover(self) -> StartPage:
        from app.ui.shell.recover import RecoverPage

        page = RecoverPage(self)
        page.typed.connect(self._recover)
        page.back_wanted.connect(self.begin)
        return page

    def _make_trouble(self) -> StartPage:
        from app.ui.shell.trouble import TroublePage

        page = TroublePage(self)
        page.again.connect(self._try_again)
        page.recover_wanted.connect(self._ask_recovery)
        page.demo_wanted.connect(self.open_demo)
        page.close_wanted.connect(self.close_wanted)
        return page

    def _ask_set_up(self) -> None:
        self._show("set_up")
        self._pages["set_up"].home.look(self._doors, self.errands)

    def _ask_recovery(self) -> None:
        self._show("recover")
        self._pages["recover"].home.look(self._doors, self.errands)

    def _set_up(self, wanted: SetUp) -> None:
        refuse = self._pages["set_up"].refuse
        self.errands.ask(self._doors.create, done=self._show_recovery, failed=refuse, wanted=wanted)

    def _show_recovery(self, fresh: Fresh) -> None:
        self._fresh = fresh
        page = self._page("recovery")
        page.show_sheet(fresh.recovery, self._doors.sheet(fresh))
        self._show("recovery")

    def _save_sheet(self, path: Path, text: str) -> None:
        page = self._pages["recovery"]
        self.errands.ask(_written, done=page.say_saved, failed=page.refuse, doors=self._doors, path=path, text=text)

    def _go_on(self) -> None:
        fresh, self._fresh = self._fresh, None
        if fresh is not None:
            self._open(fresh.house)

    def _open_with(self, passphrase: str) -> None:
        self.patience.begin()
        self.errands.ask(self._doors.open_house, done=self._open, failed=self._refuse_passphrase, passphrase=passphrase)

    def _refuse_passphrase(self, error: AppError) -> None:
        self.patience.end()
        if isinstance(error, PassphraseWrong):
            self._pages["passphrase"].refuse(error)
        else:
            self._trouble(error)

    def _recover(self, typed: str, passphrase: str, center_key: Path | None) -> None:
        self.errands.ask(
            self._doors.recover, done=self._open, failed=self._pages["recover"].refuse,
            typed=typed, passphrase=passphrase, center_key=center_key,
        )  # fmt: skip

    def _open(self, house: Opened) -> None:
        self.patience.end()
        if self.page != "sign_in":
            self._show("sign_in")
        self.opened.emit(house)

    def _trouble(self, error: AppError) -> None:
        self.patience.end()
        self._page("trouble").show_error(error)
        self._show("trouble")

    def _try_again(self) -> None:
        self._last_try()


def _written(*, doors: Doors, path: Path, text: str) -> Path:
    """Write the sheet and return where it lies."""
    doors.write_file(path, text)
    return path
