"""The one window: reception, then the desk of the signed-in person, over it the lock."""

from collections.abc import Callable, Mapping
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from app.ui.kit import icons, theme
from app.ui.kit.executors import Executor, ThreadExecutor
from app.ui.kit.faults import Fault
from app.ui.kit.jobs import Jobs
from app.ui.kit.popups import PageStack
from app.ui.shell import mark
from app.ui.shell.appearance import Appearance
from app.ui.shell.copies import CopyKeeper
from app.ui.shell.demo_banner import DemoBanner
from app.ui.shell.doors import DoorOffice, Doors, Message, Opened, StartChoice
from app.ui.shell.first_picture import Ground
from app.ui.shell.preferences import Looks, Preferences
from app.ui.shell.reception import Reception
from app.ui.shell.seat import Seat

if TYPE_CHECKING:
    from app.models.accounts import Person
    from app.services.office import View
    from app.ui.shell.pane_specs import PaneSpec

T = TypeVar("T")
_SIZE = (1280, 720)
_LEAST = (1200, 660)
_WARNED_MS = 10_000


class MainWindow(QMainWindow):
    """Made once. `seated(Person)` when a desk can be worked at, `left()` when nobody is signed in any more,
    `ended()` when everything is saved and closed.
    """

    seated = Signal(object)
    left = Signal()
    ended = Signal()

    def __init__(
        self,
        doors: Doors,
        choice: StartChoice | None = None,
        *,
        specs: "tuple[PaneSpec, ...] | None" = None,
        executor: Callable[[], Executor] = ThreadExecutor,
    ) -> None:
        super().__init__()
        self.doors, self._choice = doors, choice or StartChoice()
        self._waiting_call: Message | None = self._choice.message
        self._faults: Any = None
        self._warned = self._closing = self._over = False
        fixed = Looks(self._choice.language, self._choice.theme, "", "")
        self.appearance = Appearance(Preferences(doors.data_dir), self, fixed=fixed)
        self.appearance.show_for()
        self._build(specs, executor)
        self._connect()
        self._restore()
        self._say_title()

    @property
    def desk(self) -> Any:
        """The desk of the signed-in person, or None."""
        return self.seat.desk

    @property
    def jobs(self) -> Jobs | None:
        """The jobs of the open house."""
        return self.seat.jobs

    def begin(self) -> None:
        """Show the page that the data folder asks for, or open the demo. Who comes back types the password at once."""
        self._ground.expect()
        (self.reception.open_demo if self._choice.demo else self.reception.begin)()
        if self.reception.page == "sign_in":
            self.reception.sign_in.set_name(self.appearance.preferences.last_name)

    def take(self, message: Mapping[str, str]) -> None:
        """Do what a second start says: come to the front, and show the call that rings."""
        self.raise_up()
        if message.get("action") != "screen_pop" or not message.get("number"):
            return
        if self.desk is None:
            self._waiting_call = message
            self.reception.sign_in.announce(call=True)
        elif not self.desk.links.pop(message):
            self.desk.strip.danger(partial(_missed, self.desk.person))
        self.seat.show_call()

    def ask(self, question: "Callable[[View], T]") -> T:
        """Answer a small question at once; for the tour and tests. Raises RuntimeError before a house is open."""
        if self.seat.house is None:
            raise RuntimeError("no house is open")
        return self.seat.house.office.ask(question)

    def shut_down(self) -> None:
        """Save all that was typed and close, without a question; `ended()` follows."""
        self._warned = True
        self.close()

    def raise_up(self) -> None:
        """Come to the front."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        """Serve as ``sys.excepthook``: what left a slot is told, and the window goes on."""
        (self.jobs or self._errands).on_uncaught(kind, error, trace)

    def lock(self) -> None:
        """Cover the desk."""
        self.seat.lock()

    def leave(self) -> None:
        """Sign out."""
        self.seat.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End once everything is saved; a running call or an unread recovery sheet asks for a second try."""
        if self._closing:
            self._end()
            event.accept()
            return
        event.ignore()
        if not self._warned and self._warn():
            self._warned = True
            QTimer.singleShot(_WARNED_MS, self._forget_warning)
        elif self.desk is None:
            self._close_now()
        elif not self.seat.settling:
            self.seat.settle(self._close_now, self._not_saved)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch for an idle desk: only a window on the screen has a surface to watch."""
        super().showEvent(event)
        self.seat.watch()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_title()
        super().changeEvent(event)

    def _build(self, specs: "tuple[PaneSpec, ...] | None", executor: Callable[[], Executor]) -> None:
        self.setObjectName("window")
        self.setMinimumSize(*_LEAST)
        ground = self._ground = Ground(self)
        self.banner = DemoBanner(self.doors.demo_sign_in, ground)
        self._stack = PageStack(ground)
        self._stack.setObjectName("window.pages")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(ground)
        self._errand_threads = executor()
        self._errands = Jobs(DoorOffice(), executor=self._errand_threads, version=self.doors.version, parent=self)
        picture = None if self._errand_threads.inline else ground
        self.reception = Reception(self.doors, self._errands, self._stack, picture=picture)
        self._stack.addWidget(self.reception)
        self.seat = Seat(
            self.doors, self.reception, self._stack, appearance=self.appearance, specs=specs, executor=executor
        )
        self._copies = CopyKeeper(self.seat)

    def _connect(self) -> None:
        self._ground.rested.connect(self._listen)
        self._ground.rested.connect(self._fetch_the_rest)
        self._errands.faulted.connect(self.show_fault)
        self.reception.close_wanted.connect(self.close)
        self.reception.language_wanted.connect(self._speak)
        self.seat.opened.connect(self._opened)
        self.seat.seated.connect(self._seated)
        self.seat.left.connect(self._left)
        self.seat.covered.connect(self._say_title)
        self.seat.faulted.connect(self.show_fault)
        self.seat.close_wanted.connect(self.close)

    def show_fault(self, fault: Fault) -> None:
        """Show a mistake of ours over the corner of the window."""
        if self._faults is None:
            from app.ui.kit.fault_sheet import FaultSheet

            self._faults = FaultSheet(self)
        self._faults.show_fault(fault)

    def _restore(self) -> None:
        self.resize(*_SIZE)
        geometry = self.appearance.preferences.geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _opened(self, house: Opened) -> None:
        self.banner.setVisible(house.demo)

    def _seated(self, person: "Person") -> None:
        self.desk.panes.shown.connect(self._say_title)
        self._say_title()
        waiting, self._waiting_call = self._waiting_call, None
        self.reception.sign_in.announce(call=False)
        if waiting is not None:
            self.take(waiting)
        self.seated.emit(person)

    def _left(self) -> None:
        self._say_title()
        self.left.emit()

    def _say_title(self, *_pane: str) -> None:
        parts = [self.tr("OneWindow")]
        if self.seat.locked:
            parts.insert(0, self.tr("Locked"))
        elif self.desk is not None and (spec := self.desk.panes.spec(self.desk.panes.current)):
            parts.insert(0, spec.going.say(spec.going.text))
        self.setWindowTitle(" – ".join(parts))

    def _speak(self, language: str) -> None:
        self.appearance.choose(language=language)

    def _listen(self) -> None:
        from app.ui.shell.incoming import Incoming, listening

        incoming = Incoming(self)
        incoming.heard.connect(self.take)
        told = self.reception.sign_in.notice.show_error
        self._errands.ask(listening, failed=told, doors=self.doors, heard=incoming.hear)

    def _fetch_the_rest(self) -> None:
        """Load what the first picture did not wait for: icons and the mark, and whether the system is dark."""
        icons.load()
        theme.of_app().apply()
        self.setWindowIcon(mark.icon())
        missing = theme.missing_cjk_font()
        if missing:
            self.reception.say(missing)

    def _warn(self) -> bool:
        if self.reception.must_stay:
            self.reception.warn_of_sheet()
            return True
        if self.desk is not None and self.desk.is_with_a_caller():
            text = self.tr("A call is going on. Close once more to leave it; what you typed is kept.")
            self.desk.strip.ask_to_leave(text, step_text=self.tr("Close now"), step=self.close)
            return not self.seat.locked
        return False

    def _forget_warning(self) -> None:
        self._warned = False

    def _not_saved(self, count: int) -> None:
        self.seat.say_unsaved(count)
        self._warned = False

    def _close_now(self) -> None:
        self._closing = True
        # A window that is just being asked to close cannot be told to.
        QTimer.singleShot(0, self.close)

    def _end(self) -> None:
        if self._over:
            return
        self._over = True
        self._ground.blockSignals(True)  # nothing is opened by a first picture any more
        kept = self.appearance.preferences
        kept.geometry = self.saveGeometry()
        kept.save()
        self.reception.opened.disconnect(self.seat.open)
        self.reception.opened.connect(self._close_late)
        self._errands.close()
        self.seat.close_house()
        self.ended.emit()

    def _close_late(self, house: Opened) -> None:
        """Close a house that was still being opened when the window ended."""
        house.close()


def _missed(person: "Person") -> str:
    told = QCoreApplication.translate("MainWindow", "A call rings, but {person} takes no calls here.")
    return told.format(person=person.display)
