"""Which keys the copies of a database need, and that what cannot be told is said."""

from pathlib import Path

from app.outside import key_change, key_copies
from app.outside.key_sidecar import read_sidecar, sidecar_path
from tests.fakes import FakeKeyStore
from tests.outside.test_key_change import made_in
from tests.outside.test_secrets import CHEAP


def test_each_copy_names_its_key_and_one_that_cannot_makes_it_unknown(tmp_path: Path) -> None:
    made, backup = made_in(tmp_path, FakeKeyStore()), tmp_path / "far" / "b.backup"
    backup.parent.mkdir()
    for number in (1, 2):
        copy = backup.with_name(f"b.backup.{number}")
        copy.write_bytes(made.database.read_bytes())
        sidecar_path(copy).write_bytes(sidecar_path(made.database).read_bytes())
    key_change.carry_out(key_change.prepare(made.database, made.store), cost=CHEAP)
    here = read_sidecar(sidecar_path(made.database))
    assert key_copies.needed(made.database, here, made.store, [backup]) - {""} == {made.fresh.keys.key_id}
    assert key_copies.opening(made.database, "", here, made.store) == here.key_id
    backup.with_name("b.backup.2").write_bytes(b"cut")
    assert key_copies.needed(made.database, here, made.store, [backup]) is None


def test_what_lies_beside_a_copy_is_none(tmp_path: Path) -> None:
    made, backup = made_in(tmp_path, FakeKeyStore()), tmp_path / "far" / "b.backup"
    backup.parent.mkdir()
    for left in (".keys.lock", ".keys.tmp", "-wal", "-shm"):
        backup.with_name(backup.name + left).write_bytes(b"x")
    here = read_sidecar(sidecar_path(made.database))
    assert key_copies.needed(made.database, here, made.store, [backup]) == set()


def test_a_damaged_keys_file_beside_a_copy_makes_the_keys_unknown(tmp_path: Path) -> None:
    made, backup = made_in(tmp_path, FakeKeyStore()), tmp_path / "far" / "b.backup"
    backup.parent.mkdir()
    backup.write_bytes(made.database.read_bytes())
    here = read_sidecar(sidecar_path(made.database))
    assert key_copies.needed(made.database, here, made.store, [backup]) == {here.key_id}
    sidecar_path(backup).write_text("x")
    assert key_copies.needed(made.database, here, made.store, [backup]) is None
