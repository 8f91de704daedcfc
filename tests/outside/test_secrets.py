"""The life of the keys: escrow before use, read at every start, got back after a loss, never half made."""

import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.models import key_errors
from app.models.errors import DatabaseExists, WrongKey
from app.outside import secrets
from app.outside.key_command import KeyCommand
from app.outside.key_file import KeyFile
from app.outside.key_keyring import KeyringStore
from app.outside.key_passphrase import KeyPassphrase
from app.outside.key_sidecar import RECOVERY, Provider, read_sidecar, sidecar_path, write_sidecar
from app.outside.wrapping import Cost
from tests.fakes import FakeKeyring, FakeKeyStore

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
NOW = datetime(2025, 3, 3, 8, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    return tmp_path / "onewindow.db"


@pytest.fixture
def store():
    return FakeKeyStore()


def _create(database, store) -> secrets.FreshKeys:
    return secrets.create_keys(database, store, now=NOW, cost=CHEAP)


def recover(database, typed, store):
    """Get the keys back as every recovery with a sheet does."""
    keys = secrets.of_sheet(database, typed)
    secrets.take_back(database, keys, store)
    return keys


def test_new_keys_open_at_the_next_start(database, store):
    fresh = _create(database, store)
    assert secrets.unlock(database, store) == fresh.keys
    assert len(fresh.keys.database) == len(fresh.keys.center) == 32
    assert fresh.keys.database != fresh.keys.center


def test_no_open_secret_stands_in_the_sidecar_or_in_a_repr(database, store):
    fresh = _create(database, store)
    said = sidecar_path(database).read_text() + repr(fresh)
    for secret in (fresh.keys.database.hex(), fresh.keys.center.hex(), fresh.recovery):
        assert secret not in said


def test_a_lost_key_comes_back_with_the_recovery_passphrase(database, store):
    fresh = _create(database, store)
    store.keys.clear()
    with pytest.raises(key_errors.KeyMissing):
        secrets.unlock(database, store)
    assert recover(database, fresh.recovery.lower(), store) == fresh.keys
    assert secrets.unlock(database, store) == fresh.keys


def test_recovery_into_another_provider_is_remembered(database, store, tmp_path):
    fresh = _create(database, store)
    file = KeyFile(tmp_path / "key")
    recover(database, fresh.recovery, file)
    assert read_sidecar(sidecar_path(database)).provider == Provider("file", str(tmp_path / "key"))
    assert secrets.unlock(database, file) == fresh.keys


def test_recovery_into_a_passphrase_keeps_its_wrap(database, store):
    fresh = _create(database, store)
    recover(database, fresh.recovery, KeyPassphrase(database, lambda: "a long passphrase", cost=CHEAP))
    again = secrets.choose_store(database, secrets.KeyChoice(passphrase=lambda: "a long passphrase"))
    assert secrets.unlock(database, again) == fresh.keys


def test_a_wrong_checksum_is_refused_before_anything_is_tried(database, store):
    fresh = _create(database, store)
    wrong = fresh.recovery[:-1] + ("0" if fresh.recovery[-1] != "0" else "1")
    before = sidecar_path(database).read_bytes()
    with pytest.raises(key_errors.RecoveryMistyped):
        recover(database, wrong, store)
    assert sidecar_path(database).read_bytes() == before


def test_the_sheet_of_another_installation_is_refused(database, store, tmp_path):
    fresh, other = _create(database, store), _create(tmp_path / "other.db", store)
    with pytest.raises(key_errors.RecoveryWrong) as caught:
        recover(database, other.recovery, store)
    assert caught.value.facts["install_id"] == fresh.keys.install_id


def test_when_the_escrow_cannot_be_written_no_key_is_stored(tmp_path, store):
    with pytest.raises(key_errors.EscrowFailed):
        _create(tmp_path / "gone" / "onewindow.db", store)
    assert store.keys == {}


def test_when_the_provider_fails_nothing_is_left(database):
    backend = FakeKeyring()
    store = KeyringStore(backend)
    backend.lock()
    with pytest.raises(key_errors.KeyringLocked):
        _create(database, store)
    assert list(database.parent.iterdir()) == []


def test_a_provider_that_gives_back_another_key_is_refused(database):
    class Forgetful(FakeKeyStore):
        def read(self, install_id, key_id):
            return bytes(32)

    store = Forgetful()
    with pytest.raises(key_errors.KeyringFailed):
        _create(database, store)
    assert store.keys == {}
    assert not sidecar_path(database).exists()


def test_an_existing_database_keeps_its_keys(database, store):
    database.touch()
    with pytest.raises(DatabaseExists):
        _create(database, store)


def test_the_escrow_of_a_vanished_database_is_set_aside_and_never_overwritten(database, store):
    first = _create(database, store)
    second = _create(database, store)
    _create(database, store)
    aside = sidecar_path(database).with_name("onewindow.db.keys.1")
    assert read_sidecar(aside).install_id == first.keys.install_id
    assert read_sidecar(aside.with_suffix(".2")).install_id == second.keys.install_id


def test_a_key_that_somebody_prepared_is_taken(database, tmp_path):
    path = tmp_path / "key"
    path.write_text("ab" * 32)
    path.chmod(0o600)
    assert _create(database, KeyFile(path)).keys.database == b"\xab" * 32
    command = KeyCommand(f'"{sys.executable}" -c "print(\'cd\' * 32)"')
    assert _create(tmp_path / "other.db", command).keys.database == b"\xcd" * 32


def test_a_key_file_of_another_database_gets_a_second_key(database, tmp_path):
    file = KeyFile(tmp_path / "key")
    first, second = _create(database, file), _create(tmp_path / "other.db", file)
    assert first.keys.database != second.keys.database
    assert secrets.unlock(database, file) == first.keys


def test_a_key_of_another_database_is_told_before_the_database_is_opened(database, store):
    fresh = _create(database, store)
    store.write(fresh.keys.install_id, fresh.keys.key_id, key=bytes(32))
    with pytest.raises(WrongKey):
        secrets.unlock(database, store)


def test_a_changed_keyring_is_named_with_both_names(database):
    _create(database, KeyringStore(FakeKeyring()))
    other = type("KWallet", (FakeKeyring,), {"__module__": "backends"})
    with pytest.raises(key_errors.KeyringChanged) as caught:
        secrets.unlock(database, KeyringStore(other()))
    assert caught.value.facts == {"was": "tests.fakes.FakeKeyring", "now": "backends.KWallet"}


def test_a_key_asked_from_the_wrong_provider_names_the_right_one(database, tmp_path):
    _create(database, KeyFile(tmp_path / "key"))
    with pytest.raises(key_errors.KeyElsewhere) as caught:
        secrets.unlock(database, KeyringStore(FakeKeyring()))
    assert caught.value.facts == {"keeper": "file", "name": str(tmp_path / "key"), "asked": "keyring"}
    with pytest.raises(key_errors.KeyElsewhere):
        secrets.choose_store(database, secrets.KeyChoice())


def test_a_sidecar_without_escrow_is_broken(database, store):
    fresh = _create(database, store)
    path = sidecar_path(database)
    sidecar = read_sidecar(path)
    write_sidecar(path, replace(sidecar, entries=()))
    with pytest.raises(key_errors.KeySidecarBroken):
        recover(database, fresh.recovery, store)
    with pytest.raises(key_errors.KeySidecarBroken):
        secrets.unlock(database, store)
    assert sidecar.entry(RECOVERY) is not None


def test_what_somebody_named_is_taken_and_nothing_else(database, tmp_path):
    choose = secrets.choose_store
    file, command = secrets.KeyChoice(key_file=tmp_path / "k"), secrets.KeyChoice(key_command="pass show x")
    asked = secrets.KeyChoice(passphrase=lambda: "", wants_passphrase=True)
    assert [choose(database, choice).kind for choice in (file, command, asked)] == ["file", "command", "passphrase"]
    with pytest.raises(key_errors.KeyChoiceUnclear):
        choose(database, secrets.KeyChoice(key_file=tmp_path / "k", key_command="pass show x"))


def test_a_named_keyring_that_is_gone_is_told_with_the_former_one(database, monkeypatch):
    import keyring
    from keyring.backends import fail

    _create(database, KeyringStore(FakeKeyring()))
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    with pytest.raises(key_errors.KeyringChanged) as caught:
        secrets.choose_store(database, secrets.KeyChoice())
    assert caught.value.facts == {"was": "tests.fakes.FakeKeyring", "now": "keyring.backends.fail.Keyring"}
    with pytest.raises(key_errors.KeyringMissing):
        secrets.choose_store(database, secrets.KeyChoice(), moving=True)
