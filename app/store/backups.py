"""A copy of the database that is proven before it takes the place of the last good one."""

from dataclasses import dataclass
from pathlib import Path

from app.models.errors import BackupNotSound, DatabaseDamaged
from app.store.journal import Rows
from app.store.rebuild import check_chain, damaged_pages
from app.store.sqlcipher import Connection, connect, said
from app.store.store import Store


@dataclass(frozen=True)
class Proof:
    """What reading a whole copy found: records, the first that do not verify, damaged pages."""

    records: int
    broken_at: tuple[tuple[str, int], ...]
    damaged_pages: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Say whether it would restore."""
        return not self.broken_at and not self.damaged_pages


def prove(path: Path, key: bytes) -> Proof:
    """Read every page and every record of a copy. Raises ``WrongKey``, ``DatabaseMissing``, what the disk raises."""
    connection: Connection = None
    try:
        with said(path):
            connection = connect(path, key, read_only=True)
            rows = Rows(connection)
            chain = check_chain(rows)
            return Proof(chain.records, chain.broken_at, damaged_pages(rows))
    except DatabaseDamaged:  # so far gone that the records cannot even be read
        return Proof(0, (), (path.name,))
    finally:
        if connection is not None:
            connection.close()
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def copy_proven(store: Store, target: Path, *, keep: int) -> Proof:
    """Copy, prove, and only then move the earlier copies one place back (``.1``, ``.2`` …, ``keep`` of them).

    The keys file that was written for it (``keys_of_fresh``) takes its place first: no copy stands without its own.
    Raises ``BackupNotSound``: the copy goes, and every earlier one stays as it is.
    """
    fresh, keys_of_it = _fresh(target), keys_of_fresh(target)
    store.copy_to(fresh)
    proof = prove(fresh, store.key)
    if not proof.sound:
        fresh.unlink()
        keys_of_it.unlink(missing_ok=True)
        raise BackupNotSound(path=str(target))
    for place in range(keep - 1, 0, -1):
        earlier = _place(target, place - 1)
        if earlier.exists():
            earlier.replace(_place(target, place))
            if (keys := _keys_of(earlier)).exists():  # its own: the key may have been changed since
                keys.replace(_keys_of(_place(target, place)))
    if keys_of_it.exists():
        keys_of_it.replace(_keys_of(target))
    fresh.replace(target)
    return proof


def keys_of_fresh(target: Path) -> Path:
    """Return where the keys file of the copy that is about to be made is written to."""
    return _keys_of(_fresh(target))


def _fresh(target: Path) -> Path:
    return target.with_name(target.name + ".new")


def _keys_of(backup: Path) -> Path:
    return backup.with_name(backup.name + ".keys")


def _place(target: Path, place: int) -> Path:
    return target.with_name(f"{target.name}.{place}") if place else target
