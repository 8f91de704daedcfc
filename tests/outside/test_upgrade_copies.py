"""A copy from before an upgrade opens after its database was given another key, or is named."""

from pathlib import Path

import pytest

from app.outside import center_recovery, key_change, upgrade_copies
from app.outside.former_keys import FormerKeys, key_of_backup
from app.outside.key_sidecar import read_sidecar, sidecar_path
from app.services import backups
from app.store.store import Store
from tests.fakes import FakeClock, FakeKeyStore
from tests.outside.test_key_change import Made, made_in
from tests.outside.test_secrets import CHEAP


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return made_in(tmp_path, FakeKeyStore())


@pytest.fixture
def copy(made: Made) -> Path:
    """What an upgrade before this program left: a copy without a keys file."""
    rows = Store.open(made.database, made.fresh.keys.database, FakeClock().now)
    found = made.database.with_name("onewindow.before-3.db")
    rows.copy_to(found)
    rows.close()
    return found


def _change(made: Made) -> key_change.KeyChange:
    change = key_change.prepare(made.database, made.store)
    key_change.carry_out(change, cost=CHEAP)
    return change


def test_a_copy_opens_with_its_own_keys_file_after_two_changes(made: Made, copy: Path, tmp_path: Path) -> None:
    _change(made)
    keys = _change(made).after
    assert backups.prove(copy, key_of_backup(made.database, copy, keys, made.store)).sound
    restored = tmp_path / "restored" / "onewindow.db"
    backups.restore(copy, restored)
    center_recovery.by_sheet_or_key(restored, made.fresh.recovery, FakeKeyStore(), None)
    assert upgrade_copies.looked_at(made.database, made.store) == [upgrade_copies.Copy(copy, opens=True, today=False)]


def test_its_key_stays_as_long_as_the_copy_does(made: Made, copy: Path) -> None:
    _change(made)
    backup, old = made.database.with_name("b.backup"), made.fresh.keys
    FormerKeys(made.database, made.store).retire(backup)
    assert made.store.read(old.install_id, old.key_id) == old.database
    for path in (copy, sidecar_path(copy)):
        path.unlink()
    FormerKeys(made.database, made.store).retire(backup)
    assert read_sidecar(sidecar_path(made.database)).former == ()


def test_a_copy_that_was_left_behind_by_an_earlier_change_is_given_the_key_of_its_time(made: Made, copy: Path) -> None:
    hidden = copy.rename(copy.with_suffix(".away"))
    _change(made)
    hidden.rename(copy)
    change = key_change.prepare(made.database, made.store)
    assert change.closed == ()
    key_change.carry_out(change, cost=CHEAP)
    assert read_sidecar(sidecar_path(copy)).key_id == made.fresh.keys.key_id


def test_a_copy_that_no_kept_key_opens_is_named(made: Made, copy: Path) -> None:
    copy.unlink()
    Store.create(copy, bytes(32), FakeClock().now, install_id="x").close()
    change = _change(made)
    assert change.closed == (copy,)
    assert not sidecar_path(copy).exists()
    assert upgrade_copies.looked_at(made.database, made.store) == [upgrade_copies.Copy(copy, opens=False, today=False)]


@pytest.mark.parametrize("text", ["x", ""])
def test_a_damaged_keys_file_of_a_copy_is_as_good_as_none(made: Made, copy: Path, text: str) -> None:
    sidecar_path(copy).write_text(text)
    assert _change(made).closed == ()
    assert read_sidecar(sidecar_path(copy)).key_id == made.fresh.keys.key_id


def test_a_copy_that_is_damaged_hinders_no_change(made: Made, copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:100])
    assert _change(made).closed == (copy,)
    assert made.changed
