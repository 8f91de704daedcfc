"""An installation from the command line, and its key back after a loss."""

import os
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from app import bootstrap
from app.cli import main, words
from app.models.settings import Settings
from app.outside.key_choice import KeyChoice
from app.services import settings
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
    assert "get the key back with the recovery sheet" in capsys.readouterr().err
    again = ["--lang", "en", "--data-dir", str(tmp_path / "new"), "--key-file", str(tmp_path / "second")]
    monkeypatch.setenv("ONEWINDOW_RECOVERY", "-".join(groups[:-1]) + "-0000")
    assert main([*again, "recover"]) == 1
    monkeypatch.setenv("ONEWINDOW_RECOVERY", "-".join(groups))
    assert main([*again, "recover"]) == 0
    assert main([*again, "--as", "root", "accounts", "list"]) == 0


def test_an_existing_installation_is_never_made_again(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "--admin", "root") == 1
    assert "already" in capsys.readouterr().err


def test_keys_from_the_hub_without_the_key_that_opens_them_are_refused_before_anything_is_asked(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("recover", "--escrow", str(tmp_path / "from-hub.json")) == 2
    assert "--center-key" in capsys.readouterr().err


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


@pytest.fixture
def init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Make an installation of the administrator root, in English if nothing else is said."""
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    monkeypatch.setenv("TZ", "America/Chicago")

    def line(*words: str, lang: str = "en") -> int:
        where = ["--data-dir", str(tmp_path / "new"), "--key-file", str(tmp_path / "key")]
        return main(["--lang", lang, *where, "init", "--admin", "root", *words])

    return line


def _settings(tmp_path: Path) -> Settings:
    with closing(bootstrap.open_house(tmp_path / "new", KeyChoice(key_file=tmp_path / "key"))) as house:
        return house.office.ask(settings.current)


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        (("--country", "us"), "en", ("US", "America/Chicago", "en")),
        (("--country", "US", "--time-zone", "America/New_York"), "en", ("US", "America/New_York", "en")),
        (("--country", "CN", "--time-zone", "Asia/Shanghai"), "zh_CN", ("CN", "Asia/Shanghai", "zh_CN")),
        ((), "en", ("CN", "Asia/Shanghai", "zh_CN")),
    ],
)
def test_a_center_whose_place_is_named_speaks_as_the_line_and_has_the_zone_of_the_computer(
    init: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], lang: str, expected: object
) -> None:
    assert init(*words, lang=lang) == 0
    found = _settings(tmp_path)
    assert (found.country, found.time_zone, found.language) == expected
    said = capsys.readouterr().err
    assert all(one in said for one in (found.country, found.time_zone, found.language))


@pytest.mark.parametrize("kept", ["Etc/UTC", "Nowhere/At-All"])
def test_a_computer_that_keeps_no_zone_of_a_place_says_nothing_of_the_center(
    init: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    monkeypatch.setenv("TZ", kept)
    assert init("--country", "US") == 0
    assert _settings(tmp_path).time_zone == Settings().time_zone


@pytest.mark.parametrize("slip", [("--country", "XX"), ("--time-zone", "Mars/Olympus")])
def test_a_slip_in_the_place_of_the_center_is_told_before_anything_is_made(
    init: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], slip: tuple[str, str]
) -> None:
    assert init(*slip) == 1
    assert slip[1] in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
    assert init() == 0


def test_a_sheet_that_no_file_takes_is_printed_and_brings_the_key_back(
    init: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nowhere" / "sheet.html"
    assert init("--sheet", str(missing)) == 1
    told = capsys.readouterr()
    assert str(missing) in told.err
    assert len(re.findall(r"[1-8]:[0-9A-Z]{4}", told.out)) >= 8
    assert _settings(tmp_path).country == "CN"


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


@pytest.mark.parametrize("option", ["--key-file", "--key-command"])
def test_the_demo_takes_no_key_of_anybody(tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    where = ["--lang", "en", "--data-dir", str(tmp_path / "desk"), option, str(tmp_path / "key")]
    assert main([*where, "demo", "fill"]) == 2
    assert "The demo keeps its own key" in capsys.readouterr().err
    assert not (tmp_path / "desk").exists()


@pytest.fixture
def lost(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A desk whose key file is gone; its sheet is in the environment."""
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    where = ["--lang", "en", "--data-dir", str(tmp_path / "new")]
    assert main([*where, "--key-file", str(tmp_path / "first"), "init", "--admin", "root"]) == 0
    monkeypatch.setenv("ONEWINDOW_RECOVERY", "-".join(re.findall(r"[1-8]:([0-9A-Z]{4})", capsys.readouterr().out)[:8]))
    (tmp_path / "first").unlink()
    return where


def test_where_nothing_can_keep_the_key_that_is_said_before_anybody_types_the_sheet(
    lost: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONEWINDOW_RECOVERY")
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    assert main([*lost, "recover"]) == 1
    said = capsys.readouterr().err
    assert "no safe keyring" in said
    assert "Recovery passphrase" not in said


def test_a_new_passphrase_is_asked_twice_and_one_that_is_there_once(
    lost: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter(("long enough one", "long enough two", "long enough three", "long enough three", *["x"] * 9))

    def hidden(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr("click.termui.hidden_prompt_func", hidden)
    assert main([*lost, "recover", "--passphrase"]) == 0
    assert len(asked) == 4
    answers = iter(("long enough three",))
    assert main([*lost, "--as", "root", "accounts", "list"]) == 0
    assert len(asked) == 5


FULL = Path("/dev/full")


def _init_in_a_process(folder: Path, *options: str, out: Path, **environment: str) -> int:
    line = [sys.executable, "-c", "import sys; from app.cli import main; sys.exit(main())", *options]
    line += ["--data-dir", str(folder / "desk"), "--key-file", str(folder / "key"), "init", "--admin", "root"]
    known = {**os.environ, "ONEWINDOW_PASSWORD": PASSWORD, "LC_ALL": "C", **environment}
    with out.open("wb") as stream:
        return subprocess.run(
            line, env=known, stdout=stream, stderr=subprocess.DEVNULL, check=False, timeout=60
        ).returncode


def test_a_sheet_reaches_a_pipe_that_speaks_one_language_in_both(tmp_path: Path) -> None:
    out = tmp_path / "sheet.txt"
    assert _init_in_a_process(tmp_path, "--lang", "en", out=out, PYTHONIOENCODING="cp1252") == 0
    assert "恢复单" in out.read_text("utf-8")


@pytest.mark.skipif(not FULL.exists(), reason="a device that takes nothing is needed")
def test_a_sheet_that_nothing_takes_leaves_no_desk_and_the_next_try_makes_one(tmp_path: Path) -> None:
    assert _init_in_a_process(tmp_path, out=FULL) == 1
    assert not (tmp_path / "desk" / "onewindow.db").exists()
    assert _init_in_a_process(tmp_path, out=tmp_path / "sheet.txt") == 0


def test_a_shell_without_a_language_makes_no_english_center_in_china(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    monkeypatch.setattr(words._Spoken, "language", "en")
    monkeypatch.delenv("ONEWINDOW_LANG", raising=False)
    where = ["--data-dir", str(tmp_path / "new"), "--key-file", str(tmp_path / "key")]
    assert main([*where, "init", "--admin", "root", "--country", "CN", "--time-zone", "Asia/Shanghai"]) == 0
    assert _settings(tmp_path).language == "zh_CN"
