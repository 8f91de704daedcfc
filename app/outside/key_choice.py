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


def or_demo(choice: KeyChoice, database: Path) -> KeyChoice:
    """Return the choice; where nothing is named and the database is a demo's, its key file."""
    named = choice.key_file or choice.key_command or choice.wants_passphrase
    return choice if named or not is_demo(database) else replace(choice, key_file=database.with_name(DEMO_KEY))


def is_demo(database: Path) -> bool:
    """Return whether a database was made as a demo: the key file is beside it, and its sidecar names no other keeper.

    A key file alone may be left of a demo whose database was deleted. Of a sidecar that cannot be read the opening
    tells; here the key file says what it is.
    """
    if not database.with_name(DEMO_KEY).exists():
        return False
    import json  # no sidecar module: the first picture of the window waits for this

    try:
        keeper = json.loads(database.with_name(f"{database.name}.keys").read_bytes())["provider"]
        return keeper["kind"] == "file" and Path(keeper["name"]).name == DEMO_KEY
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return True
