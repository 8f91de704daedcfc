"""The doors of a real house for tests: bootstrap and outside behind them, a key file instead of a keyring."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app import bootstrap
from app.models.errors import AppError
from app.models.key_errors import KeyringMissing
from app.outside import center_recovery, key_change, recovery_sheet, restoring, secrets
from app.outside.files import write_whole
from app.outside.key_choice import KeyChoice
from app.outside.key_file import KeyFile
from app.services.office import Office
from app.ui.shell.doors import MISSING, PASSPHRASE, READY, Doors, SetUp, Sheet


class HouseDoors:
    """Opens houses as the command line does. ``choice`` "keyring" is a key file beside the data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard: list[Callable[[dict[str, str]], None]] = []
        self.opened: list[bootstrap.House] = []
        self.written: dict[Path, str] = {}
        self.why_no_keyring: AppError | None = None
        self.trouble: AppError | None = None
        self.listener: Callable[[str], None] = hears_nothing

    def doors(self, **changed: object) -> Doors:
        """Return the doors."""
        made = Doors(
            data_dir=self.folder,
            standing=self.standing,
            open_house=self.open_house,
            create=self.create,
            recover=self.recover,
            restore=self.restore,
            demo=self.demo,
            keyring=self.keyring,
            sheet=self.sheet,
            write_file=self.write,
            new_key=self.new_key,
            change_key=self.change_key,
            cut_short=lambda: bool(bootstrap.cut_short(self.folder)),
            listen=self.heard.append,
            demo_sign_in=("admin", bootstrap.DEMO_PASSWORD),
            version="0.1.0",
        )
        return replace(made, **changed)

    def standing(self) -> str:
        if not bootstrap.database_in(self.folder).exists():
            return MISSING
        return READY if self._key.exists() else PASSPHRASE

    def open_house(self, passphrase: str) -> bootstrap.House:
        if self.trouble is not None:
            raise self.trouble
        return self._keep(bootstrap.open_house(self.folder, self._choice(passphrase)))

    def create(self, wanted: SetUp) -> bootstrap.Made:
        made = bootstrap.create(
            self.folder,
            self._choice(wanted.passphrase),
            admin=wanted.admin,
            display=wanted.display,
            password=wanted.password,
            center=wanted.center,
        )
        self._keep(made.house)
        return made

    def recover(self, typed: str, passphrase: str, center_key: Path | None = None) -> bootstrap.House:
        database, choice = bootstrap.database_in(self.folder), self._choice(passphrase)
        store = secrets.choose_store(database, choice, moving=True)
        center_recovery.by_sheet_or_key(database, typed, store, center_key)
        self.trouble = None
        return self.open_house(passphrase)

    def restore(self, backup: Path) -> bootstrap.House | None:
        return restoring.bring_back(self, bootstrap.database_in(self.folder), backup)

    def new_key(self, house: bootstrap.House) -> key_change.KeyChange:
        return key_change.prepare(house.office.store.path, KeyFile(self._key))

    def change_key(self, change: key_change.KeyChange, told: Callable[[str], None]) -> bootstrap.House:
        if self.trouble is not None:
            raise self.trouble

        def tell(step: str) -> None:
            told(step)
            self.listener(step)

        key_change.carry_out(change, tell)
        return self.open_house("")

    def demo(self) -> bootstrap.House:
        return self._keep(bootstrap.demo(self.folder / "demo", nothing_to_fill))

    def keyring(self) -> AppError | None:
        return self.why_no_keyring

    def sheet(self, fresh: bootstrap.Made) -> Sheet:
        paper = recovery_sheet.RecoverySheet("station", datetime(2026, 3, 2, tzinfo=UTC), "computer", fresh.recovery)
        return Sheet(recovery_sheet.as_text(paper), recovery_sheet.as_html(paper))

    def write(self, path: Path, text: str) -> None:
        write_whole(path, text.encode())
        self.written[path] = text

    @property
    def _key(self) -> Path:
        return self.folder / "desk.key"

    def _choice(self, passphrase: str) -> KeyChoice:
        if passphrase:
            return KeyChoice(passphrase=lambda: passphrase, wants_passphrase=True)
        return KeyChoice(key_file=self._key)

    def _keep(self, house: bootstrap.House) -> bootstrap.House:
        self.opened.append(house)
        return house


def hears_nothing(_step: str) -> None:
    """Let every step pass."""


def nothing_to_fill(office: Office) -> None:
    """Leave a demo empty: tests make what they need."""


NO_KEYRING = KeyringMissing(backend="fail.Keyring")
