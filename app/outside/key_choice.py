"""Which provider somebody named for the database key: known before any of them is loaded."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.errors import AppError


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """The provider that somebody named; when nothing is named the keyring, or the passphrase if it was set up so."""

    key_file: Path | None = None
    key_command: str | None = None
    passphrase: Callable[[], str] | None = field(default=None, repr=False)
    wants_passphrase: bool = False

    def place(self) -> tuple[str, str]:
        """Return the key file, and the program of the command without its arguments, which may be confidential."""
        if self.key_file or not self.key_command:
            return str(self.key_file or ""), ""
        from app.outside.key_command import arguments_of

        try:
            return "", arguments_of(self.key_command)[0]
        except AppError:  # told when the key is asked for
            return "", (self.key_command.split() or [""])[0]


#: Key of a demo folder, open beside its database: nothing of anybody's is in it.
DEMO_KEY = "demo.key"


def or_demo(choice: KeyChoice, folder: Path) -> KeyChoice:
    """Return the choice; where nothing is named and the folder is a demo, its key file."""
    named = choice.key_file or choice.key_command or choice.wants_passphrase
    return choice if named or not is_demo(folder) else replace(choice, key_file=folder / DEMO_KEY)


def is_demo(folder: Path) -> bool:
    """Return whether a data folder was made as a demo."""
    return (folder / DEMO_KEY).exists()
