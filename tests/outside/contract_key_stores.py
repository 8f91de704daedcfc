"""What every key provider promises; the tests of each provider, and of the fake one, run all of it."""

import pytest

from app.models.key_errors import KeyMissing

INSTALL = "0190a1b2c3d47e5f8a9b0c1d2e3f4a5b"
KEY_ID = "8f3a5c7e9b1d2f40"
KEY = bytes(range(32))
OTHER = bytes(range(1, 33))


class KeyStoreContract:
    """Inherit and give a fixture ``store`` that holds no key."""

    def test_a_written_key_is_read_back(self, store):
        store.write(INSTALL, KEY_ID, key=KEY)
        assert store.read(INSTALL, KEY_ID) == KEY

    def test_the_last_written_key_stands(self, store):
        store.write(INSTALL, KEY_ID, key=KEY)
        store.write(INSTALL, KEY_ID, key=OTHER)
        assert store.read(INSTALL, KEY_ID) == OTHER

    def test_a_deleted_key_is_missing(self, store):
        store.write(INSTALL, KEY_ID, key=KEY)
        store.write(INSTALL, "another", key=OTHER)
        store.delete(INSTALL, KEY_ID)
        with pytest.raises(KeyMissing):
            store.read(INSTALL, KEY_ID)

    def test_deleting_a_key_that_is_not_there_is_no_error(self, store):
        store.delete(INSTALL, KEY_ID)
        store.write(INSTALL, KEY_ID, key=KEY)
        assert store.read(INSTALL, KEY_ID) == KEY

    def test_it_says_what_it_is(self, store):
        assert store.kind
        assert store.name
