"""The way to another key: whoever wants one signs out first, and finds the sign-in page again behind it."""

from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from app.models.errors import AppError
from app.ui.kit import languages
from app.ui.shell.doors import Doors, NewKey, Opened
from app.ui.shell.house_closing import Holder, HouseClosing
from app.ui.shell.reception import Reception


class SeatLike(Holder, Protocol):
    """Who sits at the desk (``Seat``)."""

    left: Any
    stayed: Any
    seated: Any

    def leave(self) -> None:
        """Sign out."""
        ...

    def open(self, house: Opened) -> None:
        """Take an open house."""
        ...


class KeyWay(QObject):
    """Leads from the desk of an administrator through the change of the key, and back to the reception."""

    def __init__(self, seat: SeatLike, doors: Doors, reception: Reception, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._seat, self._doors, self._reception, self._stack = seat, doors, reception, stack
        self._wanted, self._said = False, ""
        self.renewal: Any = None
        seat.left.connect(self._begin)
        seat.stayed.connect(self._forget)
        seat.seated.connect(self._be_silent)
        reception.currentChanged.connect(self._repeat)

    def want(self) -> None:
        """Sign out; the change begins when everything typed is saved."""
        self._wanted = True
        self._seat.leave()

    def _forget(self) -> None:
        self._wanted = False

    def _be_silent(self, _person: object) -> None:
        self._said = ""

    def _begin(self) -> None:
        if not self._wanted:
            return
        self._wanted = False
        if self.renewal is None:
            self.renewal = self._made()
        self._stack.setCurrentWidget(self.renewal)
        self.renewal.begin(self._seat.house)

    def _made(self) -> Any:
        from app.ui.shell.key_renewal import KeyRenewal

        made = KeyRenewal(self._doors, self._reception.errands, HouseClosing(self._seat), self._stack)
        made.changed.connect(self._open)
        made.kept_as_it_was.connect(self._back)
        made.refused.connect(self._refuse)
        self._stack.addWidget(made)
        return made

    def _open(self, house: Opened, change: NewKey) -> None:
        self._back()
        self._seat.open(house)
        said = [self.tr("The key was changed. From now on the new recovery sheet counts.")]
        if change.closed:
            names = ", ".join(one.name for one in change.closed)
            said.append(
                self.tr("No key that is kept opens these copies from before an upgrade: {names}.").format(names=names)
            )
        self._tell(said)

    def _refuse(self, error: AppError | None, change: NewKey | None) -> None:
        from app.services.wording import sentence

        self._back()
        if self._seat.house is None:
            self._reception.begin()
        if error is None:
            said = [self.tr("Something unexpected went wrong while the key was being changed.")]
        else:
            said = [*sentence(error, languages.current())]
        if change is not None:
            said.append(self._counting(change))
        self._tell(said)

    def _counting(self, change: NewKey) -> str:
        if change.counting == "old":
            return self.tr(
                "The key is the one from before: the recovery sheet from before counts; destroy the new one."
            )
        if change.counting == "new":
            return self.tr("The key was changed all the same: from now on the new recovery sheet counts.")
        return self.tr(
            "It is not settled yet which recovery sheet counts: keep both. Each names its key, and onewindow doctor "
            "says which key is in use."
        )

    def _tell(self, said: list[str]) -> None:
        from app.services import wording

        self._said = wording.sentences(said, languages.current())
        self._reception.say(self._said)

    def _repeat(self, _place: int) -> None:
        """Say it on the next page, too, where the desk does not open: it is needed there most."""
        if self._said and self._reception.page in ("trouble", "passphrase"):
            self._reception.say(self._said)

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._reception)
        self._reception.welcome()
