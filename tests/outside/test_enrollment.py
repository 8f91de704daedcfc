"""An enrollment file opens with its code, says nothing without it, and refuses what was changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.key_errors import RecoveryMistyped
from app.models.sync_errors import EnrollmentBroken, EnrollmentCodeWrong
from app.outside import center_key, enrollment, secrets
from app.outside.enrollment import EnrollmentFile, StationEnrollment
from app.outside.key_sidecar import read_sidecar, sidecar_path
from app.outside.recovery_words import new_passphrase
from app.outside.wrapping import Cost
from tests.fakes import EPOCH, FakeKeyStore

TOLD = EnrollmentFile("hub", "north", "Seat 1", {"host": "x", "password": "secret-word"}, bytes(range(32)))
CHEAP = Cost(64, 1, 1)


def test_what_was_written_is_read_with_the_code(tmp_path: Path) -> None:
    path = tmp_path / "seat.json"
    code = enrollment.write(path, TOLD, cost=CHEAP)
    assert enrollment.read(path, code.lower().replace("-", " ")) == TOLD
    assert b"secret-word" not in path.read_bytes()


def test_the_recovery_key_of_the_center_travels_in_the_sealed_part(tmp_path: Path) -> None:
    path, told = tmp_path / "seat.json", replace(TOLD, recovery=bytes(reversed(range(32))))
    code = enrollment.write(path, told, cost=CHEAP)
    assert enrollment.read(path, code) == told
    assert bytes(reversed(range(32))).hex() not in path.read_text()


def test_a_station_that_takes_the_secret_and_the_recovery_key_has_both_sealed(tmp_path: Path) -> None:
    database, store, pair = tmp_path / "onewindow.db", FakeKeyStore(), center_key.make()
    keys = secrets.create_keys(database, store, now=EPOCH, cost=CHEAP).keys
    door = StationEnrollment(database, keys)
    door.trust(pair.public)
    door.adopt(bytes(32))
    door.trust(center_key.make().public)  # another one is trusted by its fingerprint only
    (sealed,) = read_sidecar(sidecar_path(database)).escrows
    assert center_key.opened(sealed, keys.install_id, pair) == replace(keys, center=bytes(32))
    assert secrets.unlock(database, store).center == bytes(32)


def test_another_code_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "seat.json"
    code = enrollment.write(path, TOLD, cost=CHEAP)
    with pytest.raises(EnrollmentCodeWrong):
        enrollment.read(path, new_passphrase())
    with pytest.raises(RecoveryMistyped):
        enrollment.read(path, ("0" if code[0] != "0" else "1") + code[1:])


@pytest.mark.parametrize("content", ["", "[]", json.dumps({"onewindow_enrollment": 9}), '{"onewindow_enrollment": 1}'])
def test_what_is_no_enrollment_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "seat.json"
    path.write_text(content)
    with pytest.raises(EnrollmentBroken):
        enrollment.read(path, new_passphrase())
