"""The way to another key: whoever wants one signs out first, and finds the sign-in page again behind it."""

from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from app.models.errors import AppError
from app.ui.kit import languages
from app.ui.shell.doors import Doors, Opened
from app.ui.shell.reception import Reception


class SeatLike(Protocol):
    """Who sits at the desk (``Seat``)."""

    house: Opened | None
    left: Any
    stayed: Any

    def leave(self) -> None:
        """Sign out."""
        ...

    def open(self, house: Opened) -> None:
        """Take an open house."""
        ...

    def close_house(self) -> None:
        """Close it."""
        ...


class KeyWay(QObject):
    """Leads from the desk of an administrator through the change of the key, and back to the reception."""

    def __init__(self, seat: SeatLike, doors: Doors, reception: Reception, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._seat, self._doors, self._reception, self._stack = seat, doors, reception, stack
        self._wanted = False
        self.renewal: Any = None
        seat.left.connect(self._begin)
        seat.stayed.connect(self._forget)

    def want(self) -> None:
        """Sign out; the change begins when everything typed is saved."""
        self._wanted = True
        self._seat.leave()

    def _forget(self) -> None:
        self._wanted = False

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

        made = KeyRenewal(self._doors, self._reception.errands, self._stack)
        made.closing.connect(self._seat.close_house)
        made.changed.connect(self._open)
        made.kept_as_it_was.connect(self._back)
        made.refused.connect(self._refuse)
        self._stack.addWidget(made)
        return made

    def _open(self, house: Opened) -> None:
        self._back()
        self._seat.open(house)
        self._reception.say(self.tr("The key was changed. From now on the new recovery sheet counts."))

    def _refuse(self, error: AppError) -> None:
        from app.services.wording import sentence

        self._back()
        if self._seat.house is None:
            self._reception.begin()
        self._reception.say(" ".join(sentence(error, languages.current())).strip())

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._reception)
        self._reception.welcome()
