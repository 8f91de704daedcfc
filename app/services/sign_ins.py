"""Failed sign-ins: who guesses waits, longer each time, and is never shut out for good.

What is remembered is a local fact of this station, written at once and kept over a restart: how often in a row an
account refused a password, and when it last did. A clock that was set back ends the wait.
"""

from datetime import datetime, timedelta

from app.models.errors import SignInTooSoon
from app.models.ids import derived_id
from app.store.newcomers import NEWS
from app.store.store import Store

#: Wrong passwords in a row that cost nothing: people mistype.
FREE = 3
#: The first wait; each further wrong password doubles it, up to the longest.
FIRST_WAIT_S = 5
LONGEST_WAIT_S = 300
#: Names that belong to nobody share so many memories, so that guessing names fills no table and tells nothing.
_STRANGERS = 256


def wait_after(failures: int) -> timedelta:
    """Return how long an account waits after so many wrong passwords in a row."""
    if failures < FREE:
        return timedelta()
    return timedelta(seconds=min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(failures - FREE, 16)))


class SignIns:
    """What a station remembers of failed sign-ins, by the name that was typed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._marks: dict[bytes, bytes] = {}

    def refuse_too_soon(self, name: str, now: datetime, *, known: bool) -> None:
        """Raise ``SignInTooSoon`` while this account waits."""
        failures, last = self._kept(name, known=known)
        wait = wait_after(failures)
        passed = now - last if last else wait
        if timedelta() <= passed < wait:
            raise SignInTooSoon(seconds=max(1, round((wait - passed).total_seconds())))

    def failed(self, name: str, now: datetime, *, known: bool) -> None:
        """Remember one more wrong password."""
        failures, _ = self._kept(name, known=known)
        self._store.set_meta(**{_key(name, known=known): f"{failures + 1} {now.isoformat()}"})

    def succeeded(self, name: str, person: bytes, mark: bytes) -> None:
        """Forget the wrong passwords of an account: the right one was typed, among accounts of this mark."""
        self._marks[person] = mark
        if mark and self._store.meta(NEWS):  # whose names opened this computer before is told until then
            self._store.set_meta(**{NEWS: ""})
        if self._kept(name, known=True)[0]:
            self._store.set_meta(**{_key(name, known=True): ""})

    def take_mark(self, person: bytes) -> bytes | None:
        """Return, once, among which accounts (``newcomers.settled``) a password was right; None: none was typed."""
        return self._marks.pop(person, None)

    def _kept(self, name: str, *, known: bool) -> tuple[int, datetime | None]:
        kept = self._store.meta(_key(name, known=known))
        if not isinstance(kept, str) or not kept:
            return 0, None
        failures, _, at = kept.partition(" ")
        return int(failures), datetime.fromisoformat(at)


def _key(name: str, *, known: bool) -> str:
    if known:
        return f"sign_in_{name}"
    return f"sign_in_stranger_{derived_id('stranger', name)[0] % _STRANGERS}"
