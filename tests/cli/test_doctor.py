"""The doctor finds what is wrong and says how to mend it."""

import json
from pathlib import Path

import pytest

from app.cli import main
from app.store.sqlcipher import connect
from tests.cli.conftest import Run


def _states(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    return {one["what"]: one["state"] for one in json.loads(capsys.readouterr().out)}


def test_a_sound_desk_is_called_good(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("doctor", "--json")
    found = _states(capsys)
    assert {found["key"], found["escrow"], found["chain"], found["folder"]} == {"good"}


def test_a_damaged_file_is_called_wrong(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "onewindow.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert run("doctor", "--json") == 1
    assert "bad" in _states(capsys).values()


def test_a_missing_key_is_named(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "key").unlink()
    assert run("doctor", "--quick") == 1
    assert "[wrong]" in capsys.readouterr().out


def test_a_rebuild_asks_who_wants_it_and_says_that_the_tables_are_the_same(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "doctor", "--rebuild"]) == 2
    assert "--as NAME" in capsys.readouterr().err
    run("doctor", "--rebuild", "--json")
    assert _states(capsys)["tables"] == "good"


def test_a_desk_whose_tables_are_lost_is_rebuilt_for_who_the_journal_says_may_want_it(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = bytes.fromhex((folder.parent / "key").read_text().split()[1])
    outsider = connect(folder / "onewindow.db", key)
    outsider.execute("DROP TABLE person")
    outsider.execute("DROP TABLE script")
    outsider.close()
    assert run("doctor", "--json") == 1
    assert _states(capsys)["schema"] == "bad"
    assert run("doctor", "--rebuild") == 0
    assert "person" in capsys.readouterr().out
    assert run("doctor", "--rebuild", "--json") == 0
    assert _states(capsys)["tables"] == "good"


def test_rows_that_a_sync_put_aside_are_named(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = bytes.fromhex((folder.parent / "key").read_text().split()[1])
    outsider = connect(folder / "onewindow.db", key)
    outsider.execute("INSERT INTO quarantine VALUES (?, 'inquiry: ValueError', '2026-11-30T08:00:00')", (b"j" * 16,))
    outsider.close()
    assert run("doctor") == 0
    assert "1 row(s) from a sync could not be shown and are put aside (inquiry: ValueError 6a6a6a6a6a6a" in (
        capsys.readouterr().out
    )
