"""Hand-written fakes of the world. Each passes the same contract test as what it stands for (tests/outside)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from keyring.backend import KeyringBackend
from keyring.errors import InitError, NoKeyringError, PasswordDeleteError

from app.models.key_errors import KeyMissing

EPOCH = datetime(2025, 3, 3, 8, 0, tzinfo=UTC)


class FakeClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: datetime = EPOCH) -> None:
        self._now = now
        self._monotonic_s = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self._now += by
        self._monotonic_s += by.total_seconds()

    def set(self, now: datetime) -> None:
        """Set the computer's clock, forward or back; measured durations do not notice."""
        self._now = now


class FakeKeyStore:
    """A key provider in memory."""

    kind = "fake"

    def __init__(self, name: str = "fake") -> None:
        self.name = name
        self.keys: dict[tuple[str, str], bytes] = {}

    def read(self, install_id: str, key_id: str) -> bytes:
        if (install_id, key_id) not in self.keys:
            raise KeyMissing(provider=self.name)
        return self.keys[install_id, key_id]

    def write(self, install_id: str, key_id: str, *, key: bytes) -> None:
        self.keys[install_id, key_id] = key

    def delete(self, install_id: str, key_id: str) -> None:
        self.keys.pop((install_id, key_id), None)


class FakeKeyring(KeyringBackend):
    """A keyring backend in memory that can be locked, missing, forgetful, or keep what it is told to delete."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[tuple[str, str], str] = {}
        self.raises: Exception | None = None
        self.forgetful = False
        self.keeping = False

    def lock(self) -> None:
        """Behave as a collection whose unlocking prompt was dismissed."""
        self.raises = InitError("Failed to create the collection: Prompt dismissed.")

    def remove(self) -> None:
        """Behave as a machine without a keyring service."""
        self.raises = NoKeyringError("No recommended backend was available.")

    def get_password(self, service: str, username: str) -> str | None:
        self._maybe_raise()
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._maybe_raise()
        if not self.forgetful:
            self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._maybe_raise()
        if not self.keeping and self.passwords.pop((service, username), None) is None:
            raise PasswordDeleteError("No such password!")

    def _maybe_raise(self) -> None:
        if self.raises is not None:
            raise self.raises


class LateExecutor:
    """Reads wait until they are let go, as on a reader thread."""

    inline = False
    raise_faults = True

    def __init__(self) -> None:
        self.waiting: list[Callable[[], Any]] = []

    def write(self, work: Callable[[], Any]) -> None:
        work()

    def read(self, work: Callable[[], Any]) -> None:
        self.waiting.append(work)

    def answer(self) -> None:
        """Let all go that wait."""
        while self.waiting:
            self.waiting.pop(0)()

    def let_through(self) -> None:
        """Nothing waits to be written."""

    def close(self) -> None:
        self.waiting.clear()

    def ended(self) -> bool:
        return not self.waiting
