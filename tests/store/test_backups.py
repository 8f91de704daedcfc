"""A copy is read whole before it counts."""

from pathlib import Path

from app.services.office import Office
from app.store import backups
from tests.desk import KEY


def test_a_sound_copy_says_how_many_records_it_has(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    proof = backups.copy_proven(office.store, target, keep=1)
    assert proof.sound
    assert proof == backups.prove(target, KEY)
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy"]
