"""A station seals its key for the center it trusts, and for no other."""

from pathlib import Path

import pytest

from app.models.key_errors import CenterKeyChanged, CenterKeyNone
from app.outside import center_key, key_change, secrets
from app.outside.center_key import CenterKey
from app.outside.key_escrow import KeyEscrow, key_doors
from app.outside.key_sidecar import Escrow, read_sidecar, sidecar_path
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
    return key_doors(database, store)["escrow"]


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
