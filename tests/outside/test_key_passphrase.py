"""A passphrase wraps the key into the sidecar; a wrong one opens nothing."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.models.key_errors import KeyMissing, PassphraseTooShort, PassphraseWrong
from app.outside.key_passphrase import KeyPassphrase
from app.outside.key_sidecar import Provider, Sidecar, read_sidecar, sidecar_path, write_sidecar
from app.outside.wrapping import Cost
from tests.outside.contract_key_stores import INSTALL, KEY, KEY_ID, KeyStoreContract

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
LONG = "四个随机的词 battery staple"


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "onewindow.db"
    now = datetime(2025, 1, 2, tzinfo=UTC)
    write_sidecar(sidecar_path(path), Sidecar(INSTALL, KEY_ID, Provider("passphrase", "passphrase"), now))
    return path


@pytest.fixture
def store(database):
    return _store(database, LONG)


def _store(database, *answers: str) -> KeyPassphrase:
    return KeyPassphrase(database, iter(answers).__next__, cost=CHEAP)


class TestKeyPassphrase(KeyStoreContract):
    """The contract on a sidecar; one answer must do for a whole test."""


def test_another_start_with_the_same_passphrase_opens_it(database, store):
    store.write(INSTALL, KEY_ID, key=KEY)
    assert _store(database, LONG).read(INSTALL, KEY_ID) == KEY


def test_after_a_wrong_answer_it_is_asked_again(database, store):
    store.write(INSTALL, KEY_ID, key=KEY)
    second = _store(database, "wrong", LONG)
    with pytest.raises(PassphraseWrong):
        second.read(INSTALL, KEY_ID)
    assert second.read(INSTALL, KEY_ID) == KEY


def test_a_short_passphrase_wraps_nothing(database):
    store = _store(database, "hunter2", LONG)
    with pytest.raises(PassphraseTooShort) as caught:
        store.write(INSTALL, KEY_ID, key=KEY)
    assert caught.value.facts == {"field": "passphrase", "limit": 12}
    assert read_sidecar(sidecar_path(database)).entries == ()
    store.write(INSTALL, KEY_ID, key=KEY)
    assert store.read(INSTALL, KEY_ID) == KEY


def test_the_wrap_of_another_installation_does_not_open(database, store):
    store.write(INSTALL, KEY_ID, key=KEY)
    path = sidecar_path(database)
    write_sidecar(path, replace(read_sidecar(path), install_id="other"))
    with pytest.raises(PassphraseWrong):
        store.read("other", KEY_ID)


def test_a_key_that_was_never_wrapped_is_missing(store):
    with pytest.raises(KeyMissing):
        store.read(INSTALL, "other")


def test_wraps_that_are_written_at_the_same_time_all_stand(database):
    names = [f"k{number}" for number in range(8)]

    def wrap(key_id):
        _store(database, LONG).write(INSTALL, key_id, key=KEY)

    with ThreadPoolExecutor(len(names)) as threads:
        list(threads.map(wrap, names))
    assert {entry.key_id for entry in read_sidecar(sidecar_path(database)).entries} == set(names)
