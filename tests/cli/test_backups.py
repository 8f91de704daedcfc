"""Backups on the line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_backup_is_made_and_proven(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "far" / "day.backup"
    assert run("backup", str(target), "--json") == 0
    records = json.loads(capsys.readouterr().out)["records"]
    assert run("verify", str(target), "--json") == 0
    assert json.loads(capsys.readouterr().out)["records"] == records
    assert run("restore", str(target)) == 1  # this folder has a database
    assert run("verify", str(tmp_path / "nothing")) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_backup_is_put_into_no_cloud_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "day.backup"
    assert run("backup", str(target)) == 0
    monkeypatch.setenv("ONEWINDOW_DATA_DIR", str(tmp_path / "Dropbox" / "desk"))
    assert run("restore", str(target)) == 1
    assert "Dropbox" in capsys.readouterr().err
    assert not (tmp_path / "Dropbox").exists()


def test_without_a_name_it_lies_in_the_data_folder(run: Run, folder: Path) -> None:
    assert run("backup") == 0
    assert (folder / "backups" / "onewindow.backup").exists()


@pytest.mark.parametrize("far_gone", [False, True], ids=["a page", "cut"])
def test_a_damaged_backup_leaves_the_folder_empty_for_an_earlier_one(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], far_gone: bool
) -> None:
    good, bad, empty = tmp_path / "good.backup", tmp_path / "bad.backup", tmp_path / "empty"
    assert run("backup", str(good)) == 0
    shutil.copy(good, bad)
    shutil.copy(tmp_path / "good.backup.keys", tmp_path / "bad.backup.keys")
    content = bad.read_bytes()
    middle = len(content) // 2
    bad.write_bytes(content[:middle] if far_gone else content[:middle] + b"damaged" + content[middle + 7 :])
    empty.mkdir()
    capsys.readouterr()
    assert run("--data-dir", str(empty), "restore", str(bad)) == 1
    assert f"{bad}: damaged" in capsys.readouterr().err
    assert not list(empty.glob("onewindow.db")) + list(empty.glob("onewindow.db.*[!g]"))
    assert run("--data-dir", str(empty), "restore", str(good)) == 0
    assert "sound" in capsys.readouterr().out


def test_a_backup_whose_key_is_not_at_hand_stays_in_the_folder_and_that_is_said(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup, there = tmp_path / "day.backup", tmp_path / "new"
    assert run("backup", str(backup)) == 0
    capsys.readouterr()
    assert run("--data-dir", str(there), "--key-file", str(tmp_path / "other.key"), "restore", str(backup)) == 1
    said = capsys.readouterr().err
    assert f"stands in {there} now" in said
    assert f'--data-dir "{there}" recover' in said
    assert (there / "onewindow.db").exists()
    assert run("--data-dir", str(there), "accounts", "list") == 0
    assert "root" in capsys.readouterr().out
