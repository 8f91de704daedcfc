"""An enrollment file opens with its code, says nothing without it, and refuses what was changed."""

import json
from pathlib import Path

import pytest

from app.models.key_errors import RecoveryMistyped
from app.models.sync_errors import EnrollmentBroken, EnrollmentCodeWrong
from app.outside import enrollment
from app.outside.enrollment import EnrollmentFile
from app.outside.recovery_words import new_passphrase
from app.outside.wrapping import Cost

TOLD = EnrollmentFile("hub", "north", "Seat 1", {"host": "x", "password": "secret-word"}, bytes(range(32)))
CHEAP = Cost(64, 1, 1)


def test_what_was_written_is_read_with_the_code(tmp_path: Path) -> None:
    path = tmp_path / "seat.json"
    code = enrollment.write(path, TOLD, cost=CHEAP)
    assert enrollment.read(path, code.lower().replace("-", " ")) == TOLD
    assert b"secret-word" not in path.read_bytes()


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
