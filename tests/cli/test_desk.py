"""What commands stand on: where the data is, and results for programs."""

import json
import signal
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from app.cli import desk
from app.cli.desk import Desk, Late, print_json, print_lines, progress, stoppable
from app.models.errors import CannotNow
from app.outside.key_choice import KeyChoice
from tests.cli.conftest import Run


def test_a_named_folder_is_used_and_otherwise_the_accounts_own(tmp_path: Path) -> None:
    assert Desk(data_dir=tmp_path).folder == tmp_path
    assert Desk().folder.name == "onewindow"


def test_json_is_one_value_and_batches_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "张三", "path": Path("x")})
    assert json.loads(capsys.readouterr().out) == {"name": "张三", "path": "x"}
    print_lines([{"a": 1}, {"a": 2}])
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [{"a": 1}, {"a": 2}]


def test_a_time_in_json_is_iso_8601_with_its_offset(capsys: pytest.CaptureFixture[str]) -> None:
    due = datetime(2026, 11, 30, 13, 15, tzinfo=UTC)
    print_json({"due_at": due})
    assert json.loads(capsys.readouterr().out) == {"due_at": "2026-11-30T13:15:00+00:00"}
    print_lines([{"due_at": due}])
    assert json.loads(capsys.readouterr().out) == {"due_at": "2026-11-30T13:15:00+00:00"}


def test_a_pipe_sees_no_progress_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Filling") as moved:
        moved(1, 2)
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_lets_a_command_that_saves_as_it_goes_on_end_with_its_report() -> None:
    former = signal.getsignal(signal.SIGINT)
    with stoppable("Importing") as moved:
        moved.at(1)
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(CannotNow):
            moved.at(2)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is former


def test_what_takes_long_is_said_and_the_time_of_a_question_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    said, told = list[str](), Event()

    def hear(text: str) -> None:
        said.append(text)
        told.set()

    monkeypatch.setattr(desk, "tell", hear)
    with Late("soon", "moving", 60.0):
        assert not said
    late = Late("late", "moving", 0.01)
    with late:
        assert told.wait(10)
    told.clear()
    ask = late.but_for(KeyChoice(passphrase=lambda: "open" if said == ["late"] else "")).passphrase
    assert ask is not None
    assert ask() == "open"
    assert told.wait(10)
    assert said == ["late", "late"]


def test_an_update_is_named_only_while_one_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    said, told = list[str](), Event()

    def hear(text: str) -> None:
        said.append(text)
        told.set()

    monkeypatch.setattr(desk, "tell", hear)
    soon = Late("late", "moving", 60.0)
    soon.at(0, 3)
    assert not said
    late = Late("late", "moving", 0.01)
    with late:
        assert told.wait(10)
        late.at(0, 3)
        late.at(1, 3)
    assert said == ["late", "moving"]
    told.clear()
    moved = Late("late", "moving", 0.01)
    moved.at(0, 3)
    with moved:
        assert told.wait(10)
    assert said == ["late", "moving", "moving"]


@pytest.fixture
def misplaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk lies in a cloud folder, and its key does not."""
    there = folder.parent / "Dropbox" / "desk"
    there.parent.mkdir()
    folder.rename(there)
    monkeypatch.setenv("ONEWINDOW_DATA_DIR", str(there))
    return there


def test_what_works_on_the_desk_is_refused_with_what_to_do(
    misplaced: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("accounts", "list"), ("sync",), ("keys", "rotate")):
        assert run(*words) == 1
        said = capsys.readouterr().err
        assert "Dropbox" in said
        assert "move the whole folder" in said


@pytest.mark.parametrize(
    "words",
    [
        ("sync", "export", "all.bundle"),
        ("inquiries", "export", "all.csv"),
        ("units", "export", "units.csv"),
        ("scripts", "export", "all.scripts"),
        *(("scripts", "export", f"scripts{ending}") for ending in (".csv", ".xlsx", ".jsonl")),
        ("findings", "export", "ledger.csv"),
        ("routing", "export"),
        ("policies", "export", "intake"),
        ("calendars", "export", "CN"),
        ("mock", "export", "00" * 16),
        ("campaigns", "answers", "Spring", "answers.csv"),
    ],
)
def test_every_export_works_where_a_database_gets_damaged(
    misplaced: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    run(*(str(tmp_path / word) if "." in word else word for word in words))
    assert "Dropbox" not in capsys.readouterr().err


def test_what_takes_the_data_out_works(
    misplaced: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy)) == 0
    assert run("verify", str(copy)) == 0
    capsys.readouterr()
    assert run("doctor") == 1
    said = capsys.readouterr().out
    assert "move the whole folder" in said
    assert "every link holds" in said
    monkeypatch.setenv("ONEWINDOW_DATA_DIR", str(tmp_path / "home"))
    assert run("restore", str(copy)) == 0
    assert run("accounts", "list") == 0
