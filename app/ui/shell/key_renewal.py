"""Another key for the database: keep its sheet first, then wait while every page is encrypted anew."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QWidget

from app.models.errors import AppError
from app.models.key_errors import KeyWorkRunning
from app.ui.kit.jobs import Jobs
from app.ui.shell.doors import Doors, NewKey, Opened
from app.ui.shell.recovery import RecoveryPage
from app.ui.shell.start_page import StartPage

#: How often, and how many times, it is looked whether something is still being answered (milliseconds).
_LOOK_MS, _LOOKS = 100, 600
_STEPS = ("checking", "escrow", "keeping", "rewriting", "proving", "finishing")


class HouseHolder(Protocol):
    """Who has the house open (``Seat``)."""

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is not answered yet."""
        ...

    def let_go(self) -> Callable[[], None]:
        """Take everything down, and return what closes the house on another thread."""
        ...


class ChangingPage(StartPage):
    """Says that the key is being changed, and how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("changing_key", parent, width=520)
        self._step = _STEPS[0]
        self._bar, self._doing = QProgressBar(self.card), QLabel(self.card)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, len(_STEPS))
        self._doing.setWordWrap(True)
        for part in (self._bar, self._doing):
            self.body.addWidget(part)
        self.retranslate()

    def enter(self) -> None:
        """Begin anew."""
        self.show_step(_STEPS[0])

    def show_step(self, step: str) -> None:
        """Say which step is under way."""
        self._step = step
        self._bar.setValue(_STEPS.index(step))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self.tr("The key is being changed"))
        self.says.setText(
            self.tr(
                "Nobody can work here meanwhile; a large desk takes some minutes. Should the computer go off, the desk "
                "opens all the same at the next start."
            )
        )
        self._doing.setText(
            {
                "checking": self.tr("Looking for room on the disk…"),
                "escrow": self.tr("Keeping the recovery copy of the new key…"),
                "keeping": self.tr("Keeping the new key beside the old one…"),
                "rewriting": self.tr("Encrypting every page with the new key…"),
                "proving": self.tr("Reading every page with the new key…"),
                "finishing": self.tr("Leaving the old key to the backups…"),
            }[self._step]
        )
        self._bar.setAccessibleName(self._doing.text())


class KeyRenewal(QStackedWidget):
    """`changed(house, NewKey)` when it is open again under the new key, `kept_as_it_was()` when nobody wants it any
    more, `refused(error, NewKey or None)` where it could not be done, and with no error after a fault of ours.
    """

    changed = Signal(object, object)
    kept_as_it_was = Signal()
    refused = Signal(object, object)
    stepped = Signal(str)

    def __init__(self, doors: Doors, errands: Jobs, house: HouseHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_renewal")
        self._doors, self._errands, self._house = doors, errands, house
        self._change: NewKey | None = None
        self._answered, self._looks = True, 0
        self._patience = QTimer(self)
        self._patience.setInterval(_LOOK_MS)
        self._patience.timeout.connect(self._look)
        self.sheet, self.waiting = RecoveryPage(self, may_go_back=True), ChangingPage(self)
        self.addWidget(self.sheet)
        self.addWidget(self.waiting)
        self.sheet.save_wanted.connect(self._save)
        self.sheet.kept.connect(self._carry_out)
        self.sheet.back_wanted.connect(self._leave)
        self.stepped.connect(self.waiting.show_step)
        self.retranslate()

    def begin(self, house: Opened) -> None:
        """Make another key for an open house and show its sheet; nothing is changed before the sheet was kept."""
        self.setCurrentWidget(self.waiting)
        self.waiting.enter()
        self._change, self._answered = None, False
        self._errands.ask(self._made, done=self._show_sheet, failed=self._refuse, ended=self._end, house=house)

    def retranslate(self) -> None:
        """Name it in the language of the window."""
        self.setAccessibleName(self.tr("Another key for the database"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_sheet(self, change: NewKey) -> None:
        self._change, self._answered = change, True
        self.sheet.show_sheet(change.recovery, self._doors.sheet(change))
        self.setCurrentWidget(self.sheet)
        self.sheet.enter()

    def _made(self, *, house: Opened) -> NewKey:
        return self._doors.new_key(house)

    def _save(self, path: Path, text: str) -> None:
        self._errands.ask(self._written, done=self.sheet.say_saved, failed=self.sheet.refuse, path=path, text=text)

    def _written(self, *, path: Path, text: str) -> Path:
        self._doors.write_file(path, text)
        return path

    def _carry_out(self) -> None:
        self.waiting.enter()
        self.setCurrentWidget(self.waiting)
        self._answered, self._looks = False, 0
        self._look()

    def _look(self) -> None:
        """Begin when everything that was asked for is answered: no reader may live on while the pages are written."""
        self._looks += 1
        busy = self._house.busy
        if busy and self._looks < _LOOKS:
            self._patience.start()
            return
        self._patience.stop()
        if busy:
            self._refuse(KeyWorkRunning(path=str(self._doors.data_dir)))
            return
        self._errands.ask(
            self._changed,
            done=self._open,
            failed=self._refuse,
            ended=self._end,
            change=self._change,
            close=self._house.let_go(),
        )

    def _changed(self, *, change: Any, close: Callable[[], None]) -> Opened:
        close()
        return self._doors.change_key(change, self.stepped.emit)

    def _open(self, house: Opened) -> None:
        self._answered, change, self._change = True, self._change, None
        self.changed.emit(house, change)

    def _refuse(self, error: AppError | None) -> None:
        self._answered, change, self._change = True, self._change, None
        self.refused.emit(error, change)

    def _end(self) -> None:
        if not self._answered:  # a fault of ours: its sheet tells it, and nobody is left waiting
            self._refuse(None)

    def _leave(self) -> None:
        self._change = None
        self.kept_as_it_was.emit()
