"""The plan of a station's backups as local facts, which are never synced."""

from pathlib import Path

from app.models.backup_plan import USUAL_H, BackupPlan
from app.models.texts import moment
from app.store.journal import Rows, Tx

#: Name of the newest backup in its folder.
NAME = "onewindow.backup"
_PLACE = "backup_place "
_PLACES = "SELECT v FROM meta WHERE k LIKE 'backup\\_place %' ESCAPE '\\' ORDER BY k"
_FACTS = "SELECT k, v FROM meta WHERE k LIKE 'backup\\_%' ESCAPE '\\'"


def plan(rows: Rows) -> BackupPlan:
    """Return the plan; where none was made, each day into the folder ``backups`` beside the database."""
    found = dict(rows.all(_FACTS))
    return BackupPlan(
        str(found.get("backup_folder") or _beside(rows)),
        int(found.get("backup_every_h", USUAL_H)),
        moment(found.get("backup_at")),
        int(found.get("backup_records") or 0),
        moment(found.get("backup_tried_at")),
        str(found.get("backup_failed") or ""),
    )


def _beside(rows: Rows) -> Path:
    return Path(str(rows.all("PRAGMA database_list")[0][2])).parent / "backups"


def places(rows: Rows) -> tuple[Path, ...]:
    """Return every file that a backup was ever written to, or was to be: copies there may need an earlier key."""
    return tuple(Path(str(row[0])) for row in rows.all(_PLACES))


def place(target: Path) -> dict[str, str]:
    """Return the local fact that backups are written there: one of its own each, so that none is lost to another."""
    return {f"{_PLACE}{target}": str(target)}


def set_plan(tx: Tx, every_h: int, folder: str) -> None:
    """Keep a plan."""
    was = Path(plan(tx).folder) / NAME  # what a program before this one wrote there was not remembered
    values = [("backup_every_h", every_h), ("backup_folder", folder), *place(was).items()]
    tx.connection.executemany("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", values)
