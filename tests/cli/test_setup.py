"""An installation from the command line, and its key back after a loss."""

import re
from pathlib import Path

import pytest

from app.cli import main
from tests.cli.conftest import PASSWORD, Run


def test_init_prints_a_sheet_that_brings_the_key_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    where = ["--lang", "en", "--data-dir", str(tmp_path / "new"), "--key-file", str(tmp_path / "first")]
    assert main([*where, "init", "--admin", "root", "--country", "US"]) == 0
    groups = re.findall(r"[1-8]:([0-9A-Z]{4})", capsys.readouterr().out)[:8]
    (tmp_path / "first").unlink()
    assert main([*where, "--as", "root", "accounts", "list"]) == 1
    again = ["--lang", "en", "--data-dir", str(tmp_path / "new"), "--key-file", str(tmp_path / "second")]
    monkeypatch.setenv("ONEWINDOW_RECOVERY", "-".join(groups[:-1]) + "-0000")
    assert main([*again, "recover"]) == 1
    monkeypatch.setenv("ONEWINDOW_RECOVERY", "-".join(groups))
    assert main([*again, "recover"]) == 0
    assert main([*again, "--as", "root", "accounts", "list"]) == 0


def test_an_existing_installation_is_never_made_again(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "--admin", "root") == 1
    assert "already" in capsys.readouterr().err


def test_a_sheet_goes_to_a_file_that_only_its_owner_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    sheet = tmp_path / "sheet.html"
    line = ["--lang", "en", "--data-dir", str(tmp_path / "new"), "--key-file", str(tmp_path / "key")]
    assert main([*line, "init", "--admin", "root", "--sheet", str(sheet)]) == 0
    assert "恢复单" in sheet.read_text(encoding="utf-8")
    assert sheet.stat().st_mode & 0o077 == 0
    assert not re.search(r"[1-8]:[0-9A-Z]{4}", capsys.readouterr().out)


def test_what_a_killed_creation_left_is_cleared_away_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "onewindow.db.making").write_bytes(b"half of a page")
    assert (
        main(["--lang", "en", "--data-dir", str(folder), "--key-file", str(tmp_path / "key"), "init", "--admin", "a"])
        == 0
    )
    assert "cut short" in capsys.readouterr().err
    assert [one.name for one in folder.iterdir() if "making" in one.name] == []


def test_a_desk_of_somebody_is_not_taken_for_a_demo_whose_key_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    where = ["--lang", "en", "--data-dir", str(tmp_path / "desk")]
    assert (
        main([*where, "--key-file", str(tmp_path / "key"), "init", "--admin", "a", "--sheet", str(tmp_path / "s")]) == 0
    )
    capsys.readouterr()
    assert main([*where, "demo", "fill"]) == 1
    said = capsys.readouterr().err
    assert "no demo folder" in said
    assert "demo.key" not in said
