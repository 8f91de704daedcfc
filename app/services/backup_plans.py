"""Backups by plan: a station backs itself up while somebody works, proves the copy, and says how the last went."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.models.accounts import Permission
from app.models.backup_plan import CHOICES_H, BackupPlan
from app.models.errors import AppError, FieldInvalid
from app.services.office import Office, View, Work
from app.store import backup_plans as rows_of

if TYPE_CHECKING:
    from app.store.backups import Proof

#: Name of the newest backup in its folder.
NAME = rows_of.NAME


class Keeper(Protocol):
    """What makes a backup outside of any transaction."""

    def run(self) -> "Proof":
        """Back up into the folder of the plan. Raises ``BackupNotSound``, what the disk raises."""
        ...


class FormerKeys(Protocol):
    """Earlier keys of a database whose key was changed."""

    def retire(self, *backups: Path) -> None:
        """Forget those that no backup of these names needs any more. Raises what their provider raises."""
        ...


def plan(view: View) -> BackupPlan:
    """Return the plan of this station and how the last backups went. Needs no more than being signed in."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    return rows_of.plan(view.rows)


def target(view: View) -> Path:
    """Return the file that the next backup of the plan is written to."""
    return Path(rows_of.plan(view.rows).folder) / NAME


def is_due(view: View) -> bool:
    """Say whether a backup is due by the plan."""
    return rows_of.plan(view.rows).is_due(view.now)


def set_plan(work: Work, *, every_h: int, folder: str) -> None:
    """Say how often and where to this station backs up. Raises ``FieldInvalid`` for a folder that is none."""
    work.require(Permission.MAKE_BACKUPS)
    if every_h not in CHOICES_H:
        raise FieldInvalid(field="every_h", value=str(every_h))
    wanted = Path(folder.strip())
    if not wanted.is_absolute():
        raise FieldInvalid(field="folder", value=folder)
    rows_of.set_plan(work.tx, every_h, str(wanted))


def run_due(view: View) -> "Proof":
    """Back up as the plan says; whoever sits here when it is due. Raises what ``Keeper.run`` raises."""
    keeper: Keeper = view.outside["backups"]
    return keeper.run()


def run_now(view: View) -> "Proof":
    """Back up now. Raises ``NotAllowed``, and what ``Keeper.run`` raises."""
    view.require(Permission.MAKE_BACKUPS)
    return run_due(view)


class BackupKeeper:
    """Makes the backups of one office, and remembers how each went."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def run(self, target: Path | None = None, *, keep: int | None = None) -> "Proof":
        """Back up (``target`` None: into the folder of the plan) and write down how it went.

        Raises also KeyChanging.
        """
        with self._key_stays():
            return self._run(target, keep)

    def _run(self, target: Path | None, keep: int | None) -> "Proof":
        from app.services import backups  # what a backup needs, no start waits for

        office = self._office
        with office.store.reading() as rows:
            folder = Path(rows_of.plan(rows).folder)
        now = office.clock.now()
        written = (target or folder / NAME).absolute()
        office.store.set_meta(**rows_of.place(written))  # before: whoever is killed in between has a copy there
        try:
            proof = backups.make(office, written, keep=keep or backups.KEPT)
        except AppError as error:
            self._note(now, type(error).__name__)
            raise
        except OSError as error:
            from app.models.file_errors import FileNotWritten

            self._note(now, "FileNotWritten")
            raise FileNotWritten(path=str(target or folder), reason=str(error.strerror or "")) from error
        office.store.set_meta(backup_at=now.isoformat(), backup_records=proof.records)
        self._retire_keys(folder / NAME)
        self._note(now, "")
        return proof

    def _key_stays(self) -> AbstractContextManager[None]:
        outside: dict[str, Any] = self._office.outside
        stays: Callable[[], AbstractContextManager[None]] = outside.get("key_stays", nullcontext)
        return stays()

    def _retire_keys(self, planned: Path) -> None:
        outside: dict[str, Any] = self._office.outside
        former: FormerKeys | None = outside.get("former_keys")
        if former is not None:
            with suppress(AppError):  # a key that stays a day longer spoils no backup
                with self._office.store.reading() as rows:
                    places = rows_of.places(rows)
                former.retire(planned, *places)

    def _note(self, now: datetime, failed: str) -> None:
        self._office.store.set_meta(backup_tried_at=now.isoformat(), backup_failed=failed)
