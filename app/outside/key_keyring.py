"""The database key in the keyring of the operating system, the provider that is asked first.

That a keyring backend exists says nothing: without a desktop ``keyring`` offers one that refuses everything, and a
locked one raises on first use. Hence the probe: write, read back, delete.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from app.models.errors import AppError
from app.models.key_errors import KeyMissing, KeyringFailed, KeyringLocked, KeyringMissing
from app.outside.key_text import key_of_text, text_of_key

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "onewindow"
_UNFIT = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt.")
_LEAST_PRIORITY = 1


class KeyringStore:
    """Keeps database keys as ``db/<installation>/<key id>`` of the service ``onewindow``."""

    kind = "keyring"

    def __init__(self, backend: "KeyringBackend | None" = None) -> None:
        """Take the given backend or the one that the ``keyring`` package finds. Raises KeyringMissing."""
        self._backend = _fit_backend(backend)
        self.name = backend_name(self._backend)

    def read(self, install_id: str, key_id: str) -> bytes:
        """The key. Raises KeyMissing, KeyringLocked, KeyringMissing or KeyringFailed."""
        with _errors_of(self.name):
            text = self._backend.get_password(SERVICE, _username(install_id, key_id))
        key = key_of_text(text or "")
        if key is None:
            raise KeyMissing(provider=self.name)
        return key

    def write(self, install_id: str, key_id: str, *, key: bytes) -> None:
        """Store the key. Raises KeyringLocked, KeyringMissing or KeyringFailed."""
        with _errors_of(self.name):
            self._backend.set_password(SERVICE, _username(install_id, key_id), text_of_key(key))

    def delete(self, install_id: str, key_id: str) -> None:
        """Remove the key; there may be none. Raises KeyringLocked, KeyringMissing, and KeyringFailed where it stays."""
        with _errors_of(self.name):
            if self._is_left(_username(install_id, key_id)):
                raise KeyringFailed(backend=self.name)

    def _is_left(self, username: str) -> bool:
        """Delete an entry and say whether it is there still: some refuse with what they say of a missing one."""
        from keyring.errors import PasswordDeleteError

        with suppress(PasswordDeleteError):
            self._backend.delete_password(SERVICE, username)
        return self._backend.get_password(SERVICE, username) is not None

    def probe(self) -> None:
        """Write, read and delete a value of no meaning. Raises KeyringLocked, KeyringMissing or KeyringFailed."""
        username, value = f"probe/{os.urandom(8).hex()}", os.urandom(32).hex()
        with _errors_of(self.name):
            self._backend.set_password(SERVICE, username, value)
            found = self._backend.get_password(SERVICE, username)
            left = self._is_left(username)
        if found != value or left:
            raise KeyringFailed(backend=self.name)


def why_unfit() -> AppError | None:
    """Return why the keyring of this computer cannot hold a key, None where it can."""
    try:
        KeyringStore().probe()
    except AppError as error:
        return error
    return None


def backend_name(backend: "KeyringBackend") -> str:
    """The full class name of a backend, which is what the sidecar remembers."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _username(install_id: str, key_id: str) -> str:
    return f"db/{install_id}/{key_id}"


def _fit_backend(given: "KeyringBackend | None") -> "KeyringBackend":
    """The given or the found backend, or the first fit one of a chain. Raises KeyringMissing."""
    if given is None:
        import keyring

        given = keyring.get_keyring()
    chain: list[KeyringBackend] = list(getattr(given, "backends", None) or [given])
    for backend in chain:
        if not backend_name(backend).startswith(_UNFIT) and _priority(backend) >= _LEAST_PRIORITY:
            return backend
    raise KeyringMissing(backend=backend_name(given))


def _priority(backend: "KeyringBackend") -> float:
    try:
        return float(backend.priority)
    except RuntimeError:  # how a backend says that its service is not there
        return -1.0


@contextmanager
def _errors_of(name: str) -> Generator[None]:
    """Turn whatever a backend raises into our errors."""
    from keyring import errors

    try:
        yield
    except errors.NoKeyringError as error:
        raise KeyringMissing(backend=name) from error
    except (errors.InitError, errors.KeyringLocked) as error:
        raise KeyringLocked(backend=name) from error
    except errors.PasswordDeleteError:
        raise
    except (errors.KeyringError, OSError, RuntimeError, ValueError, *_service_errors()) as error:
        raise KeyringFailed(backend=name) from error


def _service_errors() -> tuple[type[Exception], ...]:
    """What Secret Service and D-Bus raise past ``keyring``: a daemon that died, a bus that is gone."""
    found: tuple[type[Exception], ...] = ()
    with suppress(ImportError):
        from secretstorage.exceptions import SecretStorageException

        found += (SecretStorageException,)
    with suppress(ImportError):
        from jeepney.wrappers import DBusErrorResponse

        found += (DBusErrorResponse,)
    return found
