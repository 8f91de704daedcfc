"""A backup that the window brings back into an empty data folder: proven there where its key is at hand."""

from pathlib import Path
from typing import Any, Protocol

from app.models.errors import AppError, DatabaseBusy, DatabaseDamaged, DatabaseTooNew
from app.models.file_errors import BackupDamaged


class Door(Protocol):
    """Opens the installation of a data folder with what is at hand."""

    def standing(self) -> str:
        """Say whether a passphrase has to be typed first."""
        ...

    def open_house(self, passphrase: str) -> Any:
        """Open it."""
        ...


def bring_back(door: Door, database: Path, backup: Path) -> Any | None:
    """Put a backup in the place of a database, and return it open; None where its key has to be typed first.

    One that turns out damaged is taken out again, so that an earlier one can be chosen: ``BackupDamaged``. Raises what
    ``check_data_dir`` and ``backups.restore`` raise, and ``DatabaseBusy`` and ``DatabaseTooNew``, which leave it there.
    """
    # The window has this door from its start on, and goes through it once in years.
    from app.outside.data_folder import check_data_dir
    from app.outside.key_sidecar import PASSPHRASE
    from app.services import backups

    check_data_dir(database.parent)
    backups.restore(backup, database)
    if door.standing() == PASSPHRASE:
        return None
    try:
        house = door.open_house("")
    except (DatabaseBusy, DatabaseTooNew):
        raise
    except DatabaseDamaged as error:
        backups.take_out(database)
        raise BackupDamaged(path=str(backup)) from error
    except AppError:  # nothing here has its key
        return None
    if backups.prove(database, house.keys.database).sound:
        return house
    house.close()
    backups.take_out(database)
    raise BackupDamaged(path=str(backup))
