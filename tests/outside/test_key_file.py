"""A key file is for its owner alone, and keeps the keys of a rotation beside each other."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.models.key_errors import KeyFileExposed, KeyFileMissing, KeyFileWrong
from app.outside.key_file import KeyFile
from tests.outside.contract_key_stores import INSTALL, KEY, KEY_ID, OTHER, KeyStoreContract

posix = pytest.mark.skipif(os.name == "nt", reason="Windows protects by the folder's access list")


@pytest.fixture
def store(tmp_path):
    return KeyFile(tmp_path / "钥匙")


class TestKeyFile(KeyStoreContract):
    """The contract on a real file."""


def _by_hand(store: KeyFile, text: str, mode: int = 0o600) -> None:
    store.path.write_text(text)
    store.path.chmod(mode)


@posix
def test_the_file_is_made_for_its_owner_alone(store):
    store.write(INSTALL, KEY_ID, key=KEY)
    assert store.path.stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601])
def test_a_file_that_others_can_reach_is_refused(store, mode):
    _by_hand(store, KEY.hex(), mode)
    with pytest.raises(KeyFileExposed) as caught:
        store.read(INSTALL, KEY_ID)
    assert caught.value.facts == {"path": str(store.path), "mode": f"{mode:04o}"}


def test_a_key_made_by_hand_is_taken_and_never_deleted(store):
    _by_hand(store, KEY.hex() + "\n")
    store.write(INSTALL, KEY_ID, key=KEY)
    assert store.path.read_text() == KEY.hex() + "\n"
    store.delete(INSTALL, KEY_ID)
    assert store.read(INSTALL, KEY_ID) == KEY


def test_two_keys_live_beside_each_other_during_a_rotation(store):
    store.write(INSTALL, "old", key=KEY)
    store.write(INSTALL, "new", key=OTHER)
    assert (store.read(INSTALL, "old"), store.read(INSTALL, "new")) == (KEY, OTHER)


def test_the_file_goes_with_its_last_key(store):
    store.write(INSTALL, KEY_ID, key=KEY)
    store.delete(INSTALL, KEY_ID)
    assert not store.exists()
    with pytest.raises(KeyFileMissing):
        store.read(INSTALL, KEY_ID)


@pytest.mark.parametrize("text", ["", "\n \n", "secret", KEY.hex()[:-1], f"{KEY.hex()}\nnonsense", "\x00" * 70000])
def test_a_file_without_a_proper_key_is_refused(store, text):
    _by_hand(store, text)
    with pytest.raises(KeyFileWrong):
        store.read(INSTALL, KEY_ID)


def test_keys_of_several_desks_that_are_written_at_the_same_time_all_stand(store):
    names = [f"k{number}" for number in range(8)]

    def write(key_id):
        KeyFile(store.path).write(INSTALL, key_id, key=KEY)

    with ThreadPoolExecutor(len(names)) as threads:
        list(threads.map(write, names))
    assert [store.read(INSTALL, key_id) for key_id in names] == [KEY] * len(names)
