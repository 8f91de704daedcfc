"""A desk whose key is lost opens with the center's key, from what lies beside it or at the hub."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.errors import WrongKey
from app.models.key_errors import CenterKeyBroken, CenterKeyNone, CenterKeyOther
from app.outside import center_key, center_recovery, key_change, secrets
from app.outside.center_key import CenterKey
from app.outside.center_recovery import Escrowed
from app.outside.key_escrow import KeyEscrow
from app.outside.key_sidecar import Escrow, read_sidecar, sidecar_path, write_sidecar
from app.services import database_key
from app.store.store import Store
from tests.fakes import EPOCH, FakeClock, FakeKeyStore
from tests.killed import kills
from tests.outside.test_key_escrow import FakeHub
from tests.outside.test_secrets import CHEAP


@dataclass
class Lost:
    """A database whose keyring is empty, sealed for a pair before."""

    database: Path
    keys: secrets.Keys
    pair: CenterKey
    hub: Escrowed


@pytest.fixture
def lost(tmp_path: Path) -> Lost:
    database, store = tmp_path / "onewindow.db", FakeKeyStore()
    keys = secrets.create_keys(database, store, now=EPOCH, cost=CHEAP).keys
    Store.create(database, keys.database, FakeClock().now, install_id=keys.install_id).close()
    hub = FakeHub()
    KeyEscrow(database, store).keep(hub)
    return Lost(database, keys, hub.pair, Escrowed(keys.install_id, tuple(hub.kept)))


def test_the_copy_beside_the_database_is_enough(lost: Lost, tmp_path: Path) -> None:
    store = FakeKeyStore()
    code = center_key.save(tmp_path / "center.key", lost.pair, cost=CHEAP)
    found = center_recovery.by_sheet_or_key(lost.database, code, store, tmp_path / "center.key")
    assert found == lost.keys == secrets.unlock(lost.database, store)


def test_the_hubs_copy_makes_a_keys_file_that_is_lost_too(lost: Lost, tmp_path: Path) -> None:
    store = FakeKeyStore()
    sidecar_path(lost.database).unlink()
    center_recovery.write(tmp_path / "from-hub.json", lost.hub)
    told = center_recovery.read(tmp_path / "from-hub.json")
    found = center_recovery.found(lost.database, lost.pair, from_hub=told)
    assert not center_recovery.is_named(lost.database, found.keys)
    made = center_recovery.new_sheet(found)
    assert not sidecar_path(lost.database).exists()  # nothing is written before somebody has the sheet
    center_recovery.keep_sheet(lost.database, made, store, now=EPOCH, cost=CHEAP)
    assert secrets.unlock(lost.database, store) == lost.keys
    assert center_recovery.by_sheet_or_key(lost.database, made.recovery, FakeKeyStore(), None) == lost.keys
    assert (made.install_id, made.key_id) == (lost.keys.install_id, lost.keys.key_id)
    assert center_key.pinned(read_sidecar(sidecar_path(lost.database))) == lost.pair.public


def test_another_pair_another_database_and_no_copy_are_told_apart(lost: Lost, tmp_path: Path) -> None:
    with pytest.raises(CenterKeyOther):
        center_recovery.found(lost.database, center_key.make())
    with pytest.raises(CenterKeyNone):
        center_recovery.found(lost.database, lost.pair, from_hub=Escrowed("x", ()))
    other = tmp_path / "other.db"
    Store.create(other, bytes(32), FakeClock().now, install_id="x").close()
    with pytest.raises(WrongKey):
        center_recovery.found(other, lost.pair, from_hub=lost.hub)


def test_a_file_of_something_else_is_refused(lost: Lost, tmp_path: Path) -> None:
    (tmp_path / "x").write_text('{"onewindow_escrow": 1, "install_id": "x", "copies": [{}]}')
    with pytest.raises(CenterKeyBroken):
        center_recovery.read(tmp_path / "x")
    assert read_sidecar(sidecar_path(lost.database)).escrows


def test_a_keys_file_from_another_time_is_led_to_the_keys_that_open_and_forgets_nothing(lost: Lost) -> None:
    """The folder was put together from two times: the database stands under a key that the file does not know."""
    path, store, hub = sidecar_path(lost.database), FakeKeyStore(), FakeHub(lost.pair)
    stale = path.read_bytes()
    store.write(lost.keys.install_id, lost.keys.key_id, key=lost.keys.database)
    key_change.carry_out(key_change.prepare(lost.database, store), cost=CHEAP)
    KeyEscrow(lost.database, store).keep(hub)
    path.write_bytes(stale)
    told, fresh = Escrowed(lost.keys.install_id, tuple(hub.kept)), FakeKeyStore()
    found = center_recovery.found(lost.database, lost.pair, from_hub=told)
    assert not center_recovery.is_named(lost.database, found.keys)
    made = center_recovery.new_sheet(found)
    center_recovery.keep_sheet(lost.database, made, fresh, now=EPOCH, cost=CHEAP)
    assert database_key.opens(lost.database, secrets.unlock(lost.database, fresh).database)
    after = read_sidecar(path)
    assert (after.former, center_key.pinned(after)) == ((lost.keys.key_id,), lost.pair.public)


def test_a_sheet_whose_key_does_not_open_the_file_is_not_called_done(lost: Lost) -> None:
    path, store, sheet = sidecar_path(lost.database), FakeKeyStore(), FakeKeyStore()
    store.write(lost.keys.install_id, lost.keys.key_id, key=lost.keys.database)
    change = key_change.prepare(lost.database, store)
    key_change.carry_out(change, cost=CHEAP)
    known = path.read_bytes()
    key_change.carry_out(key_change.prepare(lost.database, store), cost=CHEAP)
    path.write_bytes(known)
    with pytest.raises(WrongKey):
        center_recovery.by_sheet_or_key(lost.database, change.recovery, sheet, None)
    assert (sheet.keys, path.read_bytes()) == ({}, known)


def test_a_trusted_recovery_key_stays_trusted_where_another_one_opened_the_desk(lost: Lost) -> None:
    """Whoever keeps the hub's copies cannot have the next key sealed for a recovery key of their own."""
    path, other = sidecar_path(lost.database), center_key.make()
    forged = center_key.seal(lost.keys, other.public)
    found = center_recovery.found(lost.database, other, from_hub=Escrowed(lost.keys.install_id, (forged,)))
    write_sidecar(path, replace(read_sidecar(path), key_id="elsewhere"))
    made = center_recovery.new_sheet(found)
    center_recovery.keep_sheet(lost.database, made, FakeKeyStore(), now=EPOCH, cost=CHEAP)
    assert center_key.pinned(read_sidecar(path)) == lost.pair.public


def test_the_file_of_another_installation_is_set_aside(lost: Lost) -> None:
    path, store = sidecar_path(lost.database), FakeKeyStore()
    path.unlink()
    other = lost.database.with_name("other.db")
    secrets.create_keys(other, store, now=EPOCH, cost=CHEAP)
    sidecar_path(other).rename(path)
    kept = path.read_bytes()
    made = center_recovery.new_sheet(center_recovery.found(lost.database, lost.pair, from_hub=lost.hub))
    center_recovery.keep_sheet(lost.database, made, store, now=EPOCH, cost=CHEAP)
    assert secrets.unlock(lost.database, store) == lost.keys
    assert path.with_name(path.name + ".1").read_bytes() == kept


def _recovered(lost: Lost, copies: tuple[Escrow, ...]) -> bytes:
    """The center secret after a recovery from these copies of the hub."""
    store = FakeKeyStore()
    found = center_recovery.found(lost.database, lost.pair, from_hub=Escrowed(lost.keys.install_id, copies))
    made = center_recovery.new_sheet(found)
    center_recovery.keep_sheet(lost.database, made, store, now=EPOCH, cost=CHEAP)
    # The next recovery, from the copy beside the database, finds the same.
    assert center_recovery.found(lost.database, lost.pair).keys.center == found.keys.center
    return secrets.unlock(lost.database, store).center


def _last_opened(lost: Lost, center: bytes, *, hub: str) -> None:
    rows = Store.open(lost.database, lost.keys.database, FakeClock().now)
    rows.set_meta(center_secret=center, hub_id=hub)
    rows.close()


NEWER, NEWEST = b"n" * 32, b"w" * 32


def test_the_newest_center_secret_counts_though_it_was_sealed_with_another_key(lost: Lost) -> None:
    """The database came back from a backup under its first key; the station had taken on another secret since."""
    later = replace(lost.keys, key_id="later", database=bytes(32), center=NEWER)
    copies = (lost.hub.copies[0], center_key.seal(later, lost.pair.public))
    assert _recovered(lost, copies) == NEWER
    assert database_key.opens(lost.database, lost.keys.database)


def test_a_secret_that_the_hub_has_not_heard_of_yet_counts(lost: Lost) -> None:
    """The station joined, and its disk failed before the next sync."""
    sidecar_path(lost.database).unlink()
    _last_opened(lost, NEWEST, hub="hub")
    assert _recovered(lost, lost.hub.copies) == NEWEST


def test_a_secret_from_before_a_station_belonged_to_a_hub_gives_way(lost: Lost) -> None:
    _last_opened(lost, NEWEST, hub="")
    joined = center_key.seal(replace(lost.keys, center=NEWER), lost.pair.public)
    sidecar_path(lost.database).unlink()
    assert _recovered(lost, (joined,)) == NEWER


def test_an_older_secret_in_the_database_gives_way_to_one_that_the_hub_was_given_later(lost: Lost) -> None:
    _last_opened(lost, lost.keys.center, hub="hub")
    joined = center_key.seal(replace(lost.keys, center=NEWER), lost.pair.public)
    write_sidecar(sidecar_path(lost.database), replace(read_sidecar(sidecar_path(lost.database)), key_id="elsewhere"))
    assert _recovered(lost, (*lost.hub.copies, joined)) == NEWER


def test_a_copy_that_the_hub_was_given_late_is_no_newer_for_that(lost: Lost) -> None:
    """The PC went back, and gave then what it had sealed before it joined; a copy of an older program has no time."""
    joined = center_key.seal(replace(lost.keys, center=NEWER), lost.pair.public, at=EPOCH + timedelta(days=2))
    before = center_key.seal(replace(lost.keys, center=NEWEST), lost.pair.public, at=EPOCH + timedelta(days=1))
    sidecar_path(lost.database).unlink()
    assert _recovered(lost, (joined, before)) == NEWER
    sidecar_path(lost.database).unlink()
    assert _recovered(lost, (before, joined)) == NEWER


def test_what_a_recovery_replaces_stays_readable_each_time(lost: Lost) -> None:
    path, kept = sidecar_path(lost.database), list[bytes]()
    for key_id in ("elsewhere", "further"):
        write_sidecar(path, replace(read_sidecar(path), key_id=key_id))
        kept.append(path.read_bytes())
        _recovered(lost, lost.hub.copies)
    asides = [path.with_name(f"{path.name}.{number}") for number in (1, 2)]
    assert [one.read_bytes() for one in asides] == kept
    assert all(one.stat().st_mode & 0o777 == 0o600 for one in asides) or sys.platform == "win32"


def test_killed_at_any_step_of_a_recovery_the_desk_opens_with_a_sheet_or_the_centers_key(
    lost: Lost, tmp_path: Path
) -> None:
    store = FakeKeyStore()
    stale = replace(read_sidecar(sidecar_path(lost.database)), key_id="elsewhere")

    def begin(folder: Path) -> Callable[[], object]:
        database = folder / "onewindow.db"
        shutil.copy2(lost.database, database)
        write_sidecar(sidecar_path(database), stale)
        found = center_recovery.found(database, lost.pair, from_hub=lost.hub)
        made = center_recovery.new_sheet(found)
        return lambda: center_recovery.keep_sheet(database, made, store, now=EPOCH, cost=CHEAP)

    for folder in kills(tmp_path, begin):
        database = folder / "onewindow.db"
        assert any(read_sidecar(one) == stale for one in folder.glob("*.keys*") if one.suffix not in (".lock", ".tmp"))
        found = center_recovery.found(database, lost.pair, from_hub=lost.hub)
        center_recovery.keep_sheet(database, center_recovery.new_sheet(found), FakeKeyStore(), now=EPOCH, cost=CHEAP)
        assert database_key.opens(database, center_recovery.found(database, lost.pair).keys.database)
