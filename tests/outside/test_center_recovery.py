"""A desk whose key is lost opens with the center's key, from what lies beside it or at the hub."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.models.errors import WrongKey
from app.models.key_errors import CenterKeyBroken, CenterKeyNone, CenterKeyOther
from app.outside import center_key, center_recovery, secrets
from app.outside.center_key import CenterKey
from app.outside.center_recovery import Escrowed
from app.outside.key_escrow import KeyEscrow
from app.outside.key_sidecar import read_sidecar, sidecar_path
from app.store.store import Store
from tests.fakes import EPOCH, FakeClock, FakeKeyStore
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
    keys = center_recovery.recover(lost.database, lost.pair, store, from_hub=told)
    made = center_recovery.renew_sheet(lost.database, keys, store, now=EPOCH, cost=CHEAP)
    assert secrets.unlock(lost.database, store) == lost.keys
    assert secrets.recover(lost.database, made.recovery, FakeKeyStore()) == lost.keys
    assert made.install_id == lost.keys.install_id


def test_another_pair_another_database_and_no_copy_are_told_apart(lost: Lost, tmp_path: Path) -> None:
    with pytest.raises(CenterKeyOther):
        center_recovery.recover(lost.database, center_key.make(), FakeKeyStore())
    with pytest.raises(CenterKeyNone):
        center_recovery.recover(lost.database, lost.pair, FakeKeyStore(), from_hub=Escrowed("x", ()))
    other = tmp_path / "other.db"
    Store.create(other, bytes(32), FakeClock().now, install_id="x").close()
    with pytest.raises(WrongKey):
        center_recovery.recover(other, lost.pair, FakeKeyStore(), from_hub=lost.hub)


def test_a_file_of_something_else_is_refused(lost: Lost, tmp_path: Path) -> None:
    (tmp_path / "x").write_text('{"onewindow_escrow": 1, "install_id": "x", "copies": [{}]}')
    with pytest.raises(CenterKeyBroken):
        center_recovery.read(tmp_path / "x")
    assert read_sidecar(sidecar_path(lost.database)).escrows
