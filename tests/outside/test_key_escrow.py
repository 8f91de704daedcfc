"""A station seals its key for the center it trusts, and for no other."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.models.key_errors import CenterKeyChanged, CenterKeyNone, KeyChangedMeanwhile, KeyChanging
from app.outside import center_key, key_change, key_locks, secrets
from app.outside.center_key import CenterKey
from app.outside.former_keys import FormerKeys
from app.outside.key_escrow import KeyEscrow, adopt_center
from app.outside.key_sidecar import RECOVERY, Escrow, read_sidecar, sidecar_path, write_sidecar
from tests.fakes import EPOCH, FakeKeyStore
from tests.outside.test_secrets import CHEAP


class FakeHub:
    """A hub in memory, with a recovery key unless told otherwise."""

    def __init__(self, pair: CenterKey | None = None, *, names: bool = True) -> None:
        self.pair, self.names = pair or center_key.make(), names
        self.kept: list[Escrow] = []

    def recovery_key(self) -> bytes | None:
        return self.pair.public if self.names else None

    def keep_key(self, install_id: str, key_id: str, public: bytes, sealed: bytes) -> None:
        self.kept.append(Escrow(key_id, public, sealed))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "onewindow.db"


@pytest.fixture
def store() -> FakeKeyStore:
    return FakeKeyStore()


@pytest.fixture
def fresh(database: Path, store: FakeKeyStore) -> secrets.FreshKeys:
    return secrets.create_keys(database, store, now=EPOCH, cost=CHEAP)


@pytest.fixture
def escrow(database: Path, store: FakeKeyStore, fresh: secrets.FreshKeys) -> KeyEscrow:
    return KeyEscrow(database, store)


def test_the_key_lies_sealed_beside_the_database_and_at_the_hub(
    escrow: KeyEscrow, fresh: secrets.FreshKeys, database: Path
) -> None:
    hub = FakeHub()
    assert [escrow.keep(hub), escrow.keep(hub)] == [center_key.fingerprint(hub.pair.public)] * 2
    assert read_sidecar(sidecar_path(database)).escrows == (hub.kept[0],) == (hub.kept[1],)
    assert center_key.opened(hub.kept[0], fresh.keys.install_id, hub.pair) == fresh.keys
    assert escrow.trusted == center_key.fingerprint(hub.pair.public)


def test_nothing_is_sealed_for_nobody(escrow: KeyEscrow) -> None:
    with pytest.raises(CenterKeyNone):
        escrow.keep(FakeHub(names=False))
    assert escrow.trusted == ""


def test_another_center_key_is_trusted_only_by_its_fingerprint(escrow: KeyEscrow) -> None:
    escrow.keep(FakeHub())
    hub = FakeHub()
    named = center_key.fingerprint(hub.pair.public)
    with pytest.raises(CenterKeyChanged) as caught:
        escrow.keep(hub)
    assert caught.value.facts["now"] == named
    with pytest.raises(CenterKeyChanged):
        escrow.keep(hub, trust="0000-0000")
    assert hub.kept == []
    assert escrow.keep(hub, trust=named.lower()) == named == escrow.trusted


def test_another_database_key_is_sealed_before_it_is_used(
    escrow: KeyEscrow, store: FakeKeyStore, database: Path
) -> None:
    database.touch()
    hub = FakeHub()
    escrow.keep(hub)
    change = key_change.prepare(database, store)
    key_change._escrow(change, CHEAP)
    sidecar = read_sidecar(sidecar_path(database))
    assert center_key.opened(sidecar.escrows[-1], sidecar.install_id, hub.pair) == change.after
    assert [one.key_id for one in center_key.escrows_of(sidecar)] == [sidecar.key_id, sidecar.next_key_id]


class Interrupted(FakeKeyStore):
    """Another program begins a change of the key while this one is asked for the old one."""

    def __init__(self) -> None:
        super().__init__()
        self.change: key_change.KeyChange | None = None

    def read(self, install_id: str, key_id: str) -> bytes:
        change, self.change = self.change, None
        if change is not None:
            key_change._escrow(change, CHEAP)
        return super().read(install_id, key_id)

    def delete(self, install_id: str, key_id: str) -> None:
        if self.change is not None:
            self.read(install_id, self.change.before.key_id)
        super().delete(install_id, key_id)


@pytest.fixture
def interrupted(database: Path) -> Interrupted:
    made = Interrupted()
    secrets.create_keys(database, made, now=EPOCH, cost=CHEAP)
    database.touch()
    write_sidecar(sidecar_path(database), replace(read_sidecar(sidecar_path(database)), former=("past",)))
    made.change = key_change.prepare(database, made)
    return made


def test_a_copy_that_is_sealed_while_another_program_begins_a_change_leaves_the_change_named(
    database: Path, interrupted: Interrupted
) -> None:
    change = interrupted.change
    assert change is not None
    KeyEscrow(database, interrupted).keep(FakeHub())
    sidecar = read_sidecar(sidecar_path(database))
    assert (sidecar.next_key_id, len(sidecar.escrows)) == (change.key_id, 1)
    assert sidecar.entry(RECOVERY, change.key_id) is not None


def test_no_key_is_retired_where_another_program_begins_a_change_and_the_change_stays_named(
    database: Path, interrupted: Interrupted
) -> None:
    change = interrupted.change
    assert change is not None
    FormerKeys(database, interrupted).retire(database.with_name("b.backup"))
    sidecar = read_sidecar(sidecar_path(database))
    assert (sidecar.next_key_id, sidecar.former) == (change.key_id, ("past",))


def test_the_secret_of_a_center_is_sealed_anew_and_goes_to_the_hub(
    escrow: KeyEscrow, fresh: secrets.FreshKeys, database: Path
) -> None:
    hub = FakeHub()
    escrow.keep(hub)
    before = escrow.mark
    adopt_center(database, fresh.keys, bytes(32))
    assert escrow.mark != before
    escrow.keep(hub)
    assert center_key.opened(hub.kept[-1], fresh.keys.install_id, hub.pair).center == bytes(32)
    assert len(read_sidecar(sidecar_path(database)).escrows) == 1


def test_a_secret_for_a_key_that_was_changed_meanwhile_is_not_taken(fresh: secrets.FreshKeys, database: Path) -> None:
    with pytest.raises(KeyChangedMeanwhile):
        adopt_center(database, replace(fresh.keys, key_id="another"), bytes(32))


def test_while_a_key_is_changed_nothing_is_sealed(escrow: KeyEscrow, database: Path) -> None:
    hub = FakeHub()
    with key_locks.alone(database), pytest.raises(KeyChanging):
        escrow.keep(hub)
    assert hub.kept == []
