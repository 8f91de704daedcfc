"""What was opened once is kept in the encrypted database, and opened again under another key."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.models.errors import WrongKey
from app.outside import kept_secrets, key_change, key_escrow, secrets
from tests.fakes import EPOCH, FakeKeyStore
from tests.outside.test_secrets import CHEAP


class Facts:
    """Facts in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str | int | bytes] = {}

    def meta(self, name: str) -> str | int | bytes | None:
        return self.kept.get(name)

    def set_meta(self, **facts: str | int | bytes) -> None:
        self.kept |= facts


def test_both_are_opened_once_and_kept(tmp_path: Path) -> None:
    store, facts = FakeKeyStore(), Facts()
    fresh = secrets.create_keys(tmp_path / "db", store, now=EPOCH, cost=CHEAP)
    found = secrets.unlock_database(tmp_path / "db", store)
    wanted = (fresh.keys.center, fresh.keys.database)
    assert kept_secrets.of(found, facts) == wanted
    assert kept_secrets.of(replace(found, database=bytes(32)), facts)[0] == wanted[0]  # no key is needed any more
    with pytest.raises(WrongKey):
        kept_secrets.of(replace(found, database=bytes(32)), Facts())


def test_after_a_change_the_documents_keep_their_key(tmp_path: Path) -> None:
    store, facts = FakeKeyStore(), Facts()
    fresh = secrets.create_keys(tmp_path / "db", store, now=EPOCH, cost=CHEAP)
    kept_secrets.of(secrets.unlock_database(tmp_path / "db", store), facts)
    (tmp_path / "db").touch()
    change = key_change.prepare(tmp_path / "db", store)
    assert change.after.documents == fresh.keys.database != change.after.database
    entries = secrets.entries_of(change.after, change.recovery, cost=CHEAP)
    sidecar = secrets.read_sidecar(secrets.sidecar_path(tmp_path / "db"))
    secrets.write_sidecar(
        secrets.sidecar_path(tmp_path / "db"), replace(sidecar, key_id=change.after.key_id, entries=entries)
    )
    store.write(change.after.install_id, change.after.key_id, key=change.after.database)
    found = secrets.unlock_database(tmp_path / "db", store)
    assert kept_secrets.of(found, facts) == kept_secrets.of(found, facts) == (fresh.keys.center, fresh.keys.database)


def test_a_secret_that_an_older_keys_file_takes_the_place_of_can_still_be_read(tmp_path: Path) -> None:
    store, facts = FakeKeyStore(), Facts()
    fresh = secrets.create_keys(tmp_path / "db", store, now=EPOCH, cost=CHEAP)
    older = secrets.unlock_database(tmp_path / "db", store)
    key_escrow.adopt_center(tmp_path / "db", fresh.keys, bytes(32))
    assert kept_secrets.of(secrets.unlock_database(tmp_path / "db", store), facts)[0] == bytes(32)
    assert kept_secrets.of(older, facts)[0] == fresh.keys.center
    assert facts.kept["center_secret_before"] == bytes(32)
