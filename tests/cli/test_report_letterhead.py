"""The letterhead is set and told on the line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.pictures import PNG


def test_a_letterhead_is_kept_and_its_logo_taken_away(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "logo.gif").write_bytes(b"GIF89a")
    assert run("reports", "letterhead", "--foot", "1 Main St", "--logo", str(tmp_path / "logo.png"), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"head": "OneWindow", "foot": "1 Main St", "logo_bytes": len(PNG)}
    assert run("reports", "letterhead", "--logo", str(tmp_path / "logo.gif")) == 1
    assert run("reports", "letterhead", "--head", "Health line", "--no-logo") == 0
    assert "Health line\n1 Main St\nLogo: 0 bytes" in capsys.readouterr().err
