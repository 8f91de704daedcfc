"""Put the house together: the only module that knows every concrete class.

``create`` makes an installation, ``open_house`` opens one, ``demo`` the throw-away one. ``doors`` hands all of them to
the window, which may know none of what is behind.
"""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.models.errors import AppError, DatabaseExists, DatabaseMissing, DataFolderInUse, NoDemoFolder

if TYPE_CHECKING:
    # Read by a checker only: the sign-in page is on the screen before services, store and keys are loaded.
    from app.outside.instance import Hold
    from app.outside.key_change import KeyChange
    from app.outside.key_choice import KeyChoice
    from app.outside.secrets import Keys, KeyStore
    from app.services.demo import Progress
    from app.services.office import Office
    from app.store.store import Store
    from app.ui.shell.doors import Doors, Fresh, Opened, SetUp, Sheet, Told

#: Name of the database inside the data folder.
DATABASE = "onewindow.db"
#: Folder of the source documents beside it, and of the decrypted copies that somebody looks at.
DOCUMENTS, COPIES = "documents", "opened"
#: Name of the database until its first administrator is in it.
_MAKING = "onewindow.db.making"
_SUFFIXES = ("", "-wal", "-shm")
#: Local fact of a demo folder: 1 while it is being filled, 0 when it is full.
_FILLING = "demo_filling"


@dataclass(frozen=True)
class House:
    """An open installation."""

    office: "Office"
    data_dir: Path
    keys: "Keys" = field(repr=False)
    kept_by: "KeyStore | None" = None
    demo: bool = False

    @property
    def provider(self) -> str:
        """Say who keeps the key of the database."""
        return self.kept_by.name if self.kept_by else ""

    def close(self) -> None:
        """Close the database; decrypted copies of documents that were looked at here go."""
        documents: Any = self.office.outside["documents"]
        if documents.lent:
            documents.close_copies()
        self.office.store.close()


@dataclass(frozen=True)
class Made:
    """A new installation, and the recovery passphrase that must be printed now: it is kept nowhere."""

    house: House
    recovery: str = field(repr=False)

    @property
    def install_id(self) -> str:
        """Name the installation."""
        return self.house.keys.install_id

    @property
    def key_id(self) -> str:
        """Name the key."""
        return self.house.keys.key_id


def database_in(data_dir: Path) -> Path:
    """Return where the database of a data folder is."""
    return data_dir / DATABASE


def create(
    data_dir: Path, choice: "KeyChoice", *, admin: str, display: str, password: str, center: Mapping[str, str] = {}
) -> Made:
    """Make a data folder with keys, escrow, database, its first administrator and what is known of its ``center``.

    The database gets its name when everything is in it: a failure takes back what was made, and what a creation that
    was killed has left (``cut_short``) is cleared away before the next. Raises ``DatabaseExists``.
    """
    from app.outside import key_locks
    from app.outside.data_folder import check_data_dir, make_private

    database = database_in(data_dir)
    check_data_dir(data_dir)
    make_private(data_dir)
    with key_locks.alone(database):  # two programs make two folders, not one
        if database.exists():
            raise DatabaseExists(path=str(data_dir))
        return _created(data_dir, choice, (admin, display, password, center))


def _created(data_dir: Path, choice: "KeyChoice", known: tuple[str, str, str, Mapping[str, str]]) -> Made:
    from app.outside import secrets
    from app.outside.clock import SystemClock
    from app.services.founding import found
    from app.services.office import Office
    from app.store.store import Store

    database = database_in(data_dir)
    for left in cut_short(data_dir):
        left.unlink(missing_ok=True)
    clock = SystemClock()
    fresh = secrets.create_keys(database, store := secrets.choose_store(database, choice, moving=True), now=clock.now())
    making = data_dir / _MAKING
    rows: Store | None = None
    try:
        rows = Store.create(making, fresh.keys.database, clock.now, install_id=fresh.keys.install_id)
        found(Office(rows, clock, _world(fresh.keys, data_dir)), *known)
        rows.close()
        making.rename(database)
        rows = Store.open(database, fresh.keys.database, clock.now)
    except BaseException:
        if rows is not None:
            rows.close()  # Windows removes no open file
        _take_back(database, store, fresh.keys)
        raise
    return Made(_house(rows, fresh.keys, data_dir, store), fresh.recovery)


def undo(made: Made) -> None:
    """Take back what ``create`` made: nobody has its recovery sheet."""
    made.house.close()
    if made.house.kept_by is not None:
        _take_back(database_in(made.house.data_dir), made.house.kept_by, made.house.keys)


def cut_short(data_dir: Path) -> list[Path]:
    """Return what a creation that was killed halfway has left: nothing of anybody's is in it."""
    return [left for suffix in _SUFFIXES if (left := data_dir / (_MAKING + suffix)).exists()]


def _take_back(database: Path, store: "KeyStore", keys: "Keys") -> None:
    """Remove what a failed ``create`` made, and nothing else: an older escrow that was set aside stays."""
    with suppress(AppError):  # before the sidecar goes, which a passphrase needs; what failed first is what is told
        store.delete(keys.install_id, keys.key_id)
    for name in (database.name, _MAKING):
        for suffix in (*_SUFFIXES, ".keys"):
            database.with_name(name + suffix).unlink(missing_ok=True)


def open_house(data_dir: Path, choice: "KeyChoice", told: "Progress | None" = None, *, anywhere: bool = False) -> House:
    """Open one that is there; ``told`` hears of an upgrade. Raises ``DatabaseMissing``, what keys and store raise."""
    from app.outside import data_folder, secrets

    if not (database := database_in(data_dir)).exists():
        raise DatabaseMissing(path=str(data_dir))
    if not anywhere:
        data_folder.check_in_use(data_dir)
    return _open(data_dir, secrets.choose_store(database, choice), told)


def _open(data_dir: Path, store: "KeyStore", told: "Progress | None" = None) -> House:
    from app.outside import kept_secrets, key_opening
    from app.outside.clock import SystemClock
    from app.store.store import Store

    database = database_in(data_dir)
    with key_opening.unlocked(database, store) as found:
        rows = Store.open(database, found.database, SystemClock().now, told.at if told else None)
    try:
        keys = found.with_secrets(*kept_secrets.of(found, rows))
    except AppError:
        rows.close()
        raise
    return _house(rows, keys, data_dir, store)


def demo(data_dir: Path, fill: "Callable[[Office], Any]", told: "Told | None" = None) -> House:
    """Open the throw-away demo folder, its key beside it, made and filled by ``fill`` on first use.

    One whose filling was cut short is thrown away and made again. Raises ``NoDemoFolder`` for somebody's desk.
    """
    from app.outside.key_choice import DEMO_KEY, KeyChoice, is_demo
    from app.services import accounts

    choice = KeyChoice(key_file=data_dir / DEMO_KEY)
    database = database_in(data_dir)
    if database.exists():
        if not is_demo(database):
            raise NoDemoFolder(path=str(data_dir))
        house = open_house(data_dir, choice, told)
        if house.office.store.meta(_FILLING) != 1:
            return house
        house.close()
        for suffix in (*_SUFFIXES, ".keys"):
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        shutil.rmtree(data_dir / DOCUMENTS, ignore_errors=True)  # sealed with a key that goes, too
    made = create(data_dir, choice, admin="admin", display="Admin", password=DEMO_PASSWORD)
    office = made.house.office
    office.store.set_meta(**{_FILLING: 1})
    office.sign_in(office.ask(accounts.sign_in, "admin", DEMO_PASSWORD))
    try:
        fill(office)
    except BaseException:
        made.house.close()
        raise
    office.sign_in(None)
    office.store.set_meta(**{_FILLING: 0})
    return made.house


#: Password of every account of the demo folder; the banner says it.
DEMO_PASSWORD = "onewindow"  # noqa: S105 - shown on the demo's own sign-in page


def _house(rows: "Store", keys: "Keys", data_dir: Path, store: "KeyStore") -> House:
    from app.outside import world
    from app.outside.clock import SystemClock
    from app.outside.key_choice import is_demo
    from app.services.backup_plans import BackupKeeper
    from app.services.office import Office

    database = database_in(data_dir)
    office = Office(rows, SystemClock(), _world(keys, data_dir))
    office.outside |= world.of_office(office, __version__, database, store)
    office.outside["backups"] = BackupKeeper(office)
    return House(office, data_dir, keys, store, is_demo(database))


def _world(keys: "Keys", data_dir: Path) -> dict[str, Any]:
    from app.outside import world
    from app.services.script_search import ScriptSearch

    reached = world.of_installation(keys, database_in(data_dir), data_dir / DOCUMENTS, data_dir / COPIES)
    return {"script_search": ScriptSearch(), **reached}


def _poured(told: "Told | None", office: "Office") -> object:
    from app.services import demo as demo_data

    import_shipped_scripts(office)
    return demo_data.fill(office, progress=told)


def import_shipped_scripts(office: "Office") -> None:
    """Publish the sample scripts that come with the program, in the name of who is signed in."""
    from app.outside.script_files import sources
    from app.services.script_imports import import_scripts
    from resources import FOLDER

    office.do(import_scripts, list(sources([FOLDER / "scripts"])), publish=True)


@dataclass(frozen=True)
class _Door:
    """What stands behind the window's doors, for one data folder and one named key provider."""

    data_dir: Path
    choice: "KeyChoice"
    demo_dir: Path
    hold: "Hold | None" = None
    told: "Told | None" = None
    demo_hold: "Hold | None" = None

    def standing(self) -> str:
        from app.outside import key_choice
        from app.ui.shell import doors as shown

        self._held(self.hold, self.data_dir)
        database = database_in(self.data_dir)
        if not database.exists():
            return shown.MISSING
        if self.choice.key_file or self.choice.key_command or key_choice.is_demo(database):
            return shown.READY
        from app.outside import key_sidecar

        return shown.PASSPHRASE if key_sidecar.asks_passphrase(database) else shown.READY

    def cut_short(self) -> bool:
        return bool(cut_short(self.data_dir))

    def open_house(self, passphrase: str) -> "Opened":
        from app.outside.key_choice import or_demo

        return open_house(self.data_dir, or_demo(self._chosen(passphrase), database_in(self.data_dir)), self.told)

    def create(self, wanted: "SetUp") -> "Fresh":
        who = {"admin": wanted.admin, "display": wanted.display or wanted.admin, "password": wanted.password}
        return create(self.data_dir, self._chosen(wanted.passphrase), **who, center=wanted.center)

    def recover(self, typed: str, passphrase: str, center_key: Path | None) -> "Opened":
        from app.outside import center_recovery, secrets

        database, choice = database_in(self.data_dir), self._chosen(passphrase)
        store = secrets.choose_store(database, choice, moving=True)
        center_recovery.by_sheet_or_key(database, typed, store, center_key)
        return open_house(self.data_dir, choice)

    def demo(self) -> "Opened":
        self._held(self.demo_hold, self.demo_dir)
        return demo(self.demo_dir, partial(_poured, self.told), self.told)

    def _held(self, hold: "Hold | None", folder: Path) -> None:
        if hold is not None and not hold.take():
            raise DataFolderInUse(path=str(folder))

    def keyring(self) -> AppError | None:
        from app.outside.key_keyring import why_unfit

        return why_unfit()

    def new_key(self, house: Any) -> "KeyChange":
        from app.outside import key_change

        return key_change.prepare(house.office.store.path, house.kept_by)

    def change_key(self, change: Any, told: Callable[[str], None]) -> "Opened":
        from app.outside import key_change

        key_change.carry_out(change, told)
        return _open(change.database.parent, change.store)

    def sheet(self, made: Any) -> "Sheet":
        from app.outside.recovery_sheet import both_of
        from app.ui.shell.doors import Sheet

        return Sheet(*both_of(made))

    def listen(self, heard: Callable[[dict[str, str]], None]) -> None:
        for one in filter(None, {self.hold, self.demo_hold}):
            one.listen(heard)

    def _chosen(self, passphrase: str) -> "KeyChoice":
        choice = self.choice
        return replace(choice, passphrase=partial(str, passphrase), wants_passphrase=True) if passphrase else choice


def _settings_world(house: "Opened") -> object:
    from app.outside import table_doors
    from app.outside.closures import read_closures
    from app.outside.files import read_text
    from app.outside.sheets import read_sheet
    from app.ui.panes.settings.world import SettingsWorld

    provider = house.provider if isinstance(house, House) else ""
    written: dict[str, Any] = {"write_text": table_doors.write_text, "write_table": table_doors.write_table}
    return SettingsWorld(read_sheet, house.data_dir, provider, house.demo, read_closures, read_text, **written)


def _scripts_world(_house: "Opened") -> object:
    from app.outside import table_doors
    from app.outside.script_files import sources
    from app.ui.panes.scripts.world import ScriptsWorld

    return ScriptsWorld(sources, table_doors.write_text, table_doors.write_table)


def doors(data_dir: Path, choice: "KeyChoice", demo_dir: Path, *holds: "Hold") -> "Doors":
    """Return what the window needs of the world, for this data folder; ``holds`` are on it and on the demo's."""
    from app.outside.restoring import bring_back
    from app.outside.table_doors import write_text
    from app.ui.shell.doors import Doors, Told

    door = _Door(data_dir, choice, demo_dir, holds[0] if holds else None, told := Told(), holds[-1] if holds else None)
    return Doors(
        data_dir=data_dir,
        standing=door.standing,
        open_house=door.open_house,
        create=door.create,
        recover=door.recover,
        restore=partial(bring_back, door, database_in(data_dir)),
        demo=door.demo,
        keyring=door.keyring,
        key_place=choice.place(),
        sheet=door.sheet,
        write_file=write_text,
        new_key=door.new_key,
        change_key=door.change_key,
        cut_short=door.cut_short,
        listen=door.listen,
        follow=told.listen,
        settings_world=_settings_world,
        scripts_world=_scripts_world,
        demo_sign_in=("wang", DEMO_PASSWORD),
        version=__version__,
    )
