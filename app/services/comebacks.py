"""Comebacks in a sync: who was restored waits until everybody was heard, and who knows more than the hub says so.

A station's whole sync that began at a count of comebacks leaves at the hub all that the station knows, and tells it all
that the hub knew. So who raises the count and then sees everybody at it or above has missed nothing, whatever the hub
had lost before; and where the hub goes back later, the counts that it kept go back with the records.
"""

from collections.abc import Callable, Sequence
from typing import ParamSpec, Protocol, TypeVar

from app.models.succession import Seat
from app.models.sync import Hello
from app.store import succession
from app.store import sync as rows_of
from app.store.journal import Rows, Tx

P = ParamSpec("P")
T = TypeVar("T")


class Trip(Protocol):
    """Asks the hub, and counts that."""

    def __call__(self, asked: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask."""
        ...


class Attended(Protocol):
    """What a hub counts. Each method is one round trip."""

    def attend(self, origin: bytes, name: str, returned: bool) -> int:
        """Say by which name a chain's station is known, and whether it comes back; return the count of comebacks."""
        ...

    def seats(self) -> list[Seat]:
        """Return every station of our center."""
        ...

    def went_back(self, known: int) -> int:
        """Say that we know a later moment of this life of the hub than it does; return the life that it has then."""
        ...


class Comebacks:
    """The comebacks of one sync. ``hello`` is its first greeting; ``trip`` asks the hub."""

    def __init__(self, hub: Attended, hello: Hello, trip: Trip) -> None:
        self._hub = hub
        self._hello = hello
        self._trip = trip
        self._life = hello.life
        self._known_life = 0
        self._witness = False
        self._seats: Sequence[Seat] = ()

    def arrive(self, rows: Rows) -> bool:
        """Look how this hub stands to the one that was known; return whether a claim has to be written."""
        known = rows_of.hub_known(rows)
        self._known_life = known.life
        ahead = known.origin == rows_of.facts(rows).origin and known.acknowledged > self._hello.head.seq
        self._witness = ahead or known.life > self._life > 0
        if known.life and (self._witness or known.machine != self._hello.machine):
            self.went_back(witness=self._witness)
        return succession.open_count(rows) is not None

    def went_back(self, *, witness: bool) -> None:
        """Tell the hub that it went back, once; a ``witness`` knows something that the hub had forgotten."""
        self._witness |= witness
        if self._known_life and self._life <= self._known_life:
            self._life = self._trip(self._hub.went_back, self._known_life)

    def attend(self, rows: Rows, origin: bytes) -> int:
        """Take our seat before anything is pulled; return the count to keep, 0 where it stays as it is.

        Whoever came back comes back anew where the hub has lost the count.
        """
        name, count = succession.station(rows), succession.open_count(rows)
        if not self._hello.life:
            return 0  # a hub without seats: who was restored waits until it has them
        returned = count is not None and (not count or count > self._hello.count)
        raised = 0
        if returned or self._hello.seat != name:
            raised = self._trip(self._hub.attend, origin, name, returned)
        if count is not None:
            self._seats = self._trip(self._hub.seats)
        return raised if returned else 0

    def leave(self, tx: Tx) -> None:
        """Succeed where everybody was heard; doubt ourselves where the hub came back and we know nothing that is later.

        Station and hub may have gone back together, and nothing here can tell.
        """
        rows_of.keep_hub_known(tx, self._life, self._hello.machine)
        if not self._hello.life:
            return
        waited = succession.confirm(tx, self._seats) is not None
        if self._known_life and self._life > self._known_life and not self._witness and not waited:
            succession.doubt(tx)
