"""A database gets another key while nobody else is in it, and opens with exactly one."""

from pathlib import Path

import pytest

from app.models.errors import DatabaseDamaged, DatabaseMissing, WrongKey
from app.models.key_errors import OthersAtWork
from app.services.office import Office
from app.store import rekey
from app.store.store import Store
from tests.desk import KEY
from tests.fakes import FakeClock

NEW = bytes([7]) * 32


@pytest.fixture
def path(office: Office) -> Path:
    office.store.set_meta(marked=1)
    office.store.close()
    return office.store.path


def test_the_new_key_opens_and_the_old_one_does_not(path: Path, clock: FakeClock) -> None:
    rekey.rewrite(path, KEY, NEW)
    assert (rekey.opens(path, KEY), rekey.opens(path, NEW)) == (False, True)
    rekey.prove(path, NEW)
    with pytest.raises(WrongKey):
        rekey.prove(path, KEY)
    again = Store.open(path, NEW, clock.now)
    assert again.meta("marked") == 1
    again.close()


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        rekey.opens(tmp_path / "none.db", KEY)
    assert not (tmp_path / "none.db").exists()


def test_whoever_has_the_file_open_keeps_its_key(path: Path, clock: FakeClock) -> None:
    other = Store.open(path, KEY, clock.now)
    with pytest.raises(OthersAtWork):
        rekey.rewrite(path, KEY, NEW)
    other.set_meta(marked=2)
    other.close()
    assert rekey.opens(path, KEY)


def test_a_flipped_bit_is_found(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        rekey.prove(path, KEY)
