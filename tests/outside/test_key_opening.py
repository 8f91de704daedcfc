"""A start finds the key that opens, whatever the last program left."""

from pathlib import Path

import pytest

from app.models.key_errors import KeyWorkRunning
from app.outside import key_change, key_opening
from app.services import database_key
from tests.fakes import FakeKeyStore
from tests.outside.test_key_change import made_in
from tests.outside.test_secrets import CHEAP


def test_a_change_that_was_cut_short_is_settled_before_the_key_is_given(tmp_path: Path) -> None:
    made = made_in(tmp_path, FakeKeyStore())
    change = key_change.prepare(made.database, made.store)
    key_change._escrow(change, CHEAP)
    made.store.write(change.install_id, change.key_id, key=change.after.database)
    database_key.rewrite(made.database, change.before.database, change.after.database)
    with key_opening.unlocked(made.database, made.store) as found:
        assert found.database == change.after.database
        with pytest.raises(KeyWorkRunning):
            key_change.prepare(made.database, made.store)
