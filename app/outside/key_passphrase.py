"""The database key wrapped by a passphrase that a person types at every start; the wrap stands in the sidecar."""

from collections.abc import Callable
from pathlib import Path

from app.models.key_errors import KeyMissing, PassphraseTooShort, PassphraseWrong
from app.outside.key_sidecar import PASSPHRASE, Entry, Sidecar, bound, edit, read_sidecar, sidecar_path
from app.outside.wrapping import Cost, unwrap_with_passphrase, wrap_with_passphrase

LEAST_CHARACTERS = 12


class KeyPassphrase:
    """Wraps and unwraps the key with what ``ask`` returns; asks once, and again only after a wrong answer."""

    kind = "passphrase"
    name = "passphrase"

    def __init__(self, database: Path, ask: Callable[[], str], *, cost: Cost | None = None) -> None:
        self._sidecar = sidecar_path(database)
        self._ask = ask
        self._cost = cost
        self._typed: str | None = None

    def read(self, install_id: str, key_id: str) -> bytes:
        """The key. Raises KeyMissing, PassphraseWrong, or an error of the sidecar."""
        entry = read_sidecar(self._sidecar).entry(PASSPHRASE, key_id)
        if entry is None:
            raise KeyMissing(provider=self.name)
        purpose = bound(install_id, key_id, purpose=PASSPHRASE)
        key = unwrap_with_passphrase(entry.wrapped, self._answer(), purpose=purpose)
        if key is None:
            self._typed = None
            raise PassphraseWrong
        return key

    def write(self, install_id: str, key_id: str, *, key: bytes) -> None:
        """Wrap the key and put it into the sidecar. Raises PassphraseTooShort, or an error of the sidecar."""
        passphrase = self._answer()
        if len(passphrase) < LEAST_CHARACTERS:
            self._typed = None
            raise PassphraseTooShort(field="passphrase", limit=LEAST_CHARACTERS)
        wrapped = wrap_with_passphrase(
            key, passphrase, purpose=bound(install_id, key_id, purpose=PASSPHRASE), cost=self._cost
        )
        entry = Entry(PASSPHRASE, key_id, wrapped)

        def kept(found: Sidecar) -> Sidecar:
            return found.with_entry(entry)

        edit(self._sidecar, kept)

    def delete(self, install_id: str, key_id: str) -> None:
        """Take the wrap out of the sidecar."""

        def left(found: Sidecar) -> Sidecar:
            return found.without(PASSPHRASE, key_id)

        edit(self._sidecar, left)

    def _answer(self) -> str:
        if self._typed is None:
            self._typed = self._ask()
        return self._typed
