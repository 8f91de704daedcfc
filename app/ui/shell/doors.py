"""The doors of the house as the window sees them: what it cannot open itself is handed in when the program starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.models.errors import AppError

if TYPE_CHECKING:
    # Read by a person and a checker only: the first page does not wait for the services.
    from app.services.office import Office

#: How the key of the database is kept, as far as the window has to ask: nothing, or a passphrase at every start.
MISSING, READY, PASSPHRASE = "missing", "ready", "passphrase"


class Opened(Protocol):
    """An open installation (``app.bootstrap.House``)."""

    @property
    def office(self) -> "Office":
        """The desk's office."""
        ...

    @property
    def data_dir(self) -> Path:
        """Its data folder."""
        ...

    @property
    def demo(self) -> bool:
        """Whether everything in it is made up."""
        ...

    def close(self) -> None:
        """Close its database."""
        ...


class Fresh(Protocol):
    """A new installation with its recovery passphrase, which is kept nowhere (``app.bootstrap.Made``)."""

    @property
    def house(self) -> Any:
        """The open installation, an ``Opened``."""
        ...

    @property
    def recovery(self) -> str:
        """The recovery passphrase in groups joined by hyphens."""
        ...


class NewKey(Protocol):
    """A key that the database is to be given, with its recovery passphrase (``app.outside.key_change.KeyChange``)."""

    @property
    def recovery(self) -> str:
        """The recovery passphrase in groups joined by hyphens."""
        ...

    @property
    def counting(self) -> str:
        """Which recovery sheet counts by now: "old", "new" or "either"."""
        ...

    @property
    def closed(self) -> tuple[Path, ...]:
        """Copies from before an upgrade that no key opens that is kept."""
        ...


@dataclass(frozen=True)
class SetUp:
    """What the first administrator fills in. ``passphrase`` "" keeps the key in the keyring of the computer; ``center``
    are settings of the center, none on a desk that joins one.
    """

    admin: str
    display: str
    password: str = field(repr=False)
    passphrase: str = field(default="", repr=False)
    center: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Sheet:
    """The recovery sheet as plain text and as one HTML page."""

    text: str = field(repr=False)
    html: str = field(repr=False)


#: What a second start says: ``{"action": "raise"}`` or ``{"action": "screen_pop", "number": …, "call_id": …}``.
Message = Mapping[str, str]


def _deaf(_heard: Callable[[dict[str, str]], None]) -> None:
    """Hear nothing: a window without a second start."""


class Told:
    """Hears on any thread how far the opening or filling of a house has come; a ``Progress`` of the services."""

    def __init__(self) -> None:
        self._heard: Callable[[int, int], None] | None = None

    def listen(self, heard: Callable[[int, int], None]) -> None:
        """Call this with how many of how many are done."""
        self._heard = heard

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Say how many of how many are done."""
        if self._heard is not None:
            self._heard(done, total)


def _untold(_heard: Callable[[int, int], None]) -> None:
    """Tell nothing: doors that open at once."""


def _whole() -> bool:
    return False


def _no_world(_house: Opened) -> Any:
    return None


@dataclass(frozen=True)
class Doors:
    """Everything that bootstrap and outside do for the window. All may raise an ``AppError``.

    ``standing`` looks at the data folder and says MISSING, READY or PASSPHRASE (no key is read). ``cut_short`` says
    whether a creation that was ended halfway has left something in a folder that is MISSING. ``open_house`` takes
    the passphrase ("" for none). ``keyring`` probes the keyring by write, read and delete and returns None or why it
    is not fit; ``key_place`` is the file that was named at the start to keep the key,
    and the program that was named to print it; "" for none.
    ``recover`` takes the recovery passphrase and a new passphrase ("" keeps the key in the keyring), or the
    code of the center's recovery key with its file, and opens. ``restore`` puts a backup into the empty folder, and
    returns it open, or None where its key has to be typed first. ``new_key`` makes another key for an open house,
    ``change_key`` gives it to the database of the house that was closed, tells each step on any thread, and opens.
    ``listen`` is given a function that may be called on any
    thread. ``settings_world`` makes the ``SettingsWorld`` of an open house, ``scripts_world`` its ``ScriptsWorld``.
    ``follow`` is given what hears, on any thread, how many of how many steps an opening or the filling of the demo has
    taken. ``demo_sign_in`` is name and password of the demo folder.
    """

    data_dir: Path
    standing: Callable[[], str]
    open_house: Callable[[str], Opened]
    create: Callable[[SetUp], Fresh]
    recover: Callable[[str, str, Path | None], Opened]
    restore: Callable[[Path], Opened | None]
    demo: Callable[[], Opened]
    keyring: Callable[[], AppError | None]
    sheet: Callable[[Any], Sheet]
    write_file: Callable[[Path, str], None]
    new_key: Callable[[Opened], NewKey]
    change_key: Callable[[Any, Callable[[str], None]], Opened]
    cut_short: Callable[[], bool] = _whole
    listen: Callable[[Callable[[dict[str, str]], None]], None] = _deaf
    settings_world: Callable[[Opened], Any] = _no_world
    scripts_world: Callable[[Opened], Any] = _no_world
    follow: Callable[[Callable[[int, int], None]], None] = _untold
    demo_sign_in: tuple[str, str] = ("", "")
    key_place: tuple[str, str] = ("", "")
    version: str = ""


@dataclass(frozen=True)
class StartChoice:
    """How the window was started: ``demo`` opens the demo folder at once, ``language`` and ``theme`` win over what is
    remembered, ``message`` is a call that rings already (see ``Message``)."""

    demo: bool = False
    language: str = ""
    theme: str = ""
    message: Message | None = None


class DoorOffice:
    """Lets ``Jobs`` run doors on its threads: a question or a command is simply called."""

    #: Nobody sits at the doors whose account could be closed.
    is_closed = False

    def let_between(self, called: Callable[[], None]) -> None:
        """Doors are opened in one go; nothing comes between."""

    def ask(self, question: Callable[..., Any], /, **arguments: Any) -> Any:
        """Call `question`."""
        return question(**arguments)

    def do(self, command: Callable[..., Any], /, **arguments: Any) -> "Called":
        """Call `command`."""
        return Called(command(**arguments))

    def seat(self) -> "DoorOffice":
        """Return the doors themselves: nobody sits at them."""
        return self


@dataclass(frozen=True)
class Called:
    """What a door gave back, in the shape of a command's result; nothing of the desk changed."""

    value: Any
    changes: Mapping[str, Any] = field(default_factory=dict[str, Any])
