"""Bundles from the command line."""

import json
from pathlib import Path

import pytest

from app.models.errors import DiskFull
from app.outside import bundle_files
from tests.cli.conftest import Run


def test_a_bundle_is_written_and_taken_in_again_without_a_change(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = tmp_path / "day.bundle"
    assert run("sync", "export", str(bundle), "--everything") == 0
    assert run("sync", "import", str(bundle)) == 0
    assert ", 0 new" in capsys.readouterr().out
    bundle.write_bytes(b"something else")
    assert run("sync", "import", str(bundle)) == 1


def test_whoever_writes_a_bundle_stands_in_the_read_log(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("sync", "export", str(tmp_path / "all.bundle"), "--everything") == 0
    capsys.readouterr()
    assert run("accounts", "readings", "--json") == 0
    [one] = json.loads(capsys.readouterr().out)
    assert (one["did"], one["entity"], one["person"]) == ("exported", "bundle", "Root")
    assert one["rows"] > 0


def test_a_full_disk_is_said_of_the_bundle_and_nothing_stands_in_the_read_log(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_given: object, **_more: object) -> int:
        raise DiskFull(path=str(path))

    monkeypatch.setattr(bundle_files, "write", full)
    assert run("sync", "export", str(tmp_path / "all.bundle")) != 0
    assert "The disk has no room for the bundle" in capsys.readouterr().err
    assert run("accounts", "readings", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
