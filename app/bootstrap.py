"""Put the house together: the only module that knows every concrete class.

``create`` makes an installation, ``open_house`` opens one, ``demo`` the throw-away one. The window is built by
``app.ui.shell`` from what these return.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.models.accounts import Role
from app.models.errors import DatabaseExists, DatabaseMissing
from app.outside import secrets
from app.outside.clock import SystemClock
from app.services import accounts
from app.services.office import Office
from app.store.store import Store

#: Name of the database inside the data folder.
DATABASE = "onewindow.db"
_DEMO_KEY = "demo.key"


@dataclass(frozen=True)
class House:
    """An open installation."""

    office: Office
    data_dir: Path
    keys: secrets.Keys = field(repr=False)
    provider: str = ""
    demo: bool = False

    def close(self) -> None:
        """Close the database."""
        self.office.store.close()


@dataclass(frozen=True)
class Made:
    """A new installation, and the recovery passphrase that must be printed now: it is kept nowhere."""

    house: House
    recovery: str = field(repr=False)


def database_in(data_dir: Path) -> Path:
    """Return where the database of a data folder is."""
    return data_dir / DATABASE


def create(data_dir: Path, choice: secrets.KeyChoice, *, admin: str, display: str, password: str) -> Made:
    """Make a data folder with keys, escrow, database and its first administrator.

    The folder appears whole or not at all: a failure takes back what was made. Raises ``DatabaseExists``.
    """
    database = database_in(data_dir)
    if database.exists():
        raise DatabaseExists(path=str(data_dir))
    data_dir.mkdir(parents=True, exist_ok=True)
    clock = SystemClock()
    store = secrets.choose_store(database, choice, moving=True)
    fresh = secrets.create_keys(database, store, now=clock.now())
    rows = Store.create(database, fresh.keys.database, clock.now, install_id=fresh.keys.install_id)
    office = Office(rows, clock, _world(fresh.keys))
    try:
        office.do(accounts.create, admin, display, password, (Role.ADMINISTRATOR, Role.SUPERVISOR, Role.OPERATOR))
    except BaseException:
        rows.close()
        for path in data_dir.glob(f"{DATABASE}*"):
            path.unlink()
        store.delete(fresh.keys.install_id, fresh.keys.key_id)
        raise
    return Made(House(office, data_dir, fresh.keys, store.name), fresh.recovery)


def open_house(data_dir: Path, choice: secrets.KeyChoice) -> House:
    """Open an existing installation. Raises ``DatabaseMissing``, what the keys raise, and what the store raises."""
    database = database_in(data_dir)
    if not database.exists():
        raise DatabaseMissing(path=str(data_dir))
    store = secrets.choose_store(database, choice)
    keys = secrets.unlock(database, store)
    clock = SystemClock()
    rows = Store.open(database, keys.database, clock.now)
    return House(Office(rows, clock, _world(keys)), data_dir, keys, store.name)


def demo(data_dir: Path, fill: Callable[[Office], Any]) -> House:
    """Open the throw-away demo folder, its key beside it, made and filled by ``fill`` on first use."""
    from dataclasses import replace

    choice = secrets.KeyChoice(key_file=data_dir / _DEMO_KEY)
    if database_in(data_dir).exists():
        return replace(open_house(data_dir, choice), demo=True)
    made = create(data_dir, choice, admin="admin", display="Admin", password=DEMO_PASSWORD)
    made.house.office.sign_in(made.house.office.ask(accounts.sign_in, "admin", DEMO_PASSWORD))
    fill(made.house.office)
    made.house.office.sign_in(None)
    return replace(made.house, demo=True)


#: Password of every account of the demo folder; the banner says it.
DEMO_PASSWORD = "onewindow"  # noqa: S105 - shown on the demo's own sign-in page


def _world(keys: secrets.Keys) -> dict[str, Any]:
    return {"center_secret": keys.center}
