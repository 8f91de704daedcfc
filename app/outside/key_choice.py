"""Which provider somebody named for the database key: known before any of them is loaded."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """The provider that somebody named; when nothing is named the keyring, or the passphrase if it was set up so."""

    key_file: Path | None = None
    key_command: str | None = None
    passphrase: Callable[[], str] | None = field(default=None, repr=False)
    wants_passphrase: bool = False
