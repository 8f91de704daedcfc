"""One program for one data folder; the second start hands over; a killed one keeps nobody out."""

import errno
import json
import os
import queue
import signal
import stat
import subprocess
import sys
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.errors import DiskFull
from app.models.file_errors import DataFolderReadOnly, FileForbidden, FileNotWritten
from app.outside import file_locks
from app.outside.instance import ACTIONS, LARGEST_MESSAGE, Hold, claim, parsed, send

ROOT = Path(__file__).resolve().parents[2]
POP = {"action": "screen_pop", "number": "+86 138 0013 8000", "call_id": "7"}
OTHER = """
import sys
from pathlib import Path
from app.outside.instance import claim
instance = claim(Path(sys.argv[1]))
instance.listen(lambda message: print(sorted(message), flush=True))
print("ready", flush=True)
sys.stdin.read()
instance.close()
"""
posix = pytest.mark.skipif(os.name == "nt", reason="a Unix socket is a file")


@pytest.fixture
def first(tmp_path):
    instance = claim(tmp_path)
    assert instance is not None
    yield instance
    instance.close()


@pytest.fixture
def heard(first):
    messages = queue.Queue()
    first.listen(messages.put)
    return messages


@pytest.fixture
def other(tmp_path):
    """A program in a process of its own that holds the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.communicate(timeout=10)


def test_a_second_start_is_not_the_first(first, tmp_path):
    assert claim(tmp_path) is None


def test_two_data_folders_are_two_programs(first, tmp_path):
    (tmp_path / "other").mkdir()
    second = claim(tmp_path / "other")
    assert second is not None
    second.close()


def test_a_number_is_handed_over(heard, tmp_path):
    assert send(tmp_path, POP)
    assert send(tmp_path, {"action": "raise"})
    assert heard.get(timeout=5) == POP
    assert heard.get(timeout=5) == {"action": "raise"}


def test_after_closing_the_next_start_is_the_first(first, tmp_path):
    first.close()
    first.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["instance.lock"]
    second = claim(tmp_path)
    assert second is not None
    second.close()


def test_without_a_running_program_nobody_takes_the_message(tmp_path):
    assert not send(tmp_path, POP, patience_s=0.1)


def test_another_process_holds_the_folder_and_takes_the_message(other, tmp_path):
    assert claim(tmp_path) is None
    assert send(tmp_path, POP)
    assert other.stdout.readline() == "['action', 'call_id', 'number']\n"


@posix
def test_a_killed_program_keeps_nobody_out(other, tmp_path):
    os.kill(other.pid, signal.SIGKILL)
    other.wait(timeout=10)
    stale = Path(json.loads((tmp_path / "instance.json").read_text())["address"])
    assert stale.is_socket()
    assert not send(tmp_path, POP, patience_s=0.1)
    instance = claim(tmp_path)
    assert instance is not None
    assert not stale.exists()
    instance.close()


@posix
def test_only_the_same_account_can_read_the_address_and_reach_the_socket(heard, tmp_path):
    for path in [tmp_path / "instance.json", *tmp_path.glob("*.sock")]:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
def test_a_long_path_finds_a_shorter_place_and_leaves_nothing_there(tmp_path):
    deep = tmp_path / ("数据" * 30)
    deep.mkdir()
    instance = claim(deep)
    messages = queue.Queue()
    instance.listen(messages.put)
    address = Path(json.loads((deep / "instance.json").read_text())["address"])
    assert send(deep, {"action": "raise"})
    assert messages.get(timeout=5) == {"action": "raise"}
    instance.close()
    assert not address.parent.exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[]", b"null", b"{}", b'{"action":"raise"}', b"x" * (LARGEST_MESSAGE + 1), b"[" * 4000]
)
def test_what_is_no_message_is_dropped_and_the_next_one_heard(heard, tmp_path, content, caplog):
    said = json.loads((tmp_path / "instance.json").read_text())
    with Client(said["address"]) as line:
        line.send_bytes(content)
        line.poll(5)
    assert send(tmp_path, POP)
    assert heard.get(timeout=5) == POP
    assert "xx" not in caplog.text


def test_a_caller_who_hangs_up_disturbs_nobody(heard, tmp_path):
    address = json.loads((tmp_path / "instance.json").read_text())["address"]
    Client(address).close()
    assert send(tmp_path, POP)
    assert heard.get(timeout=5) == POP


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotWritten):
        claim(tmp_path / "gone")


@pytest.mark.parametrize(
    "message",
    [
        {"action": "raise", "number": "1"},
        {"action": "screen_pop", "number": 1},
        {"action": "screen_pop", "number": "1" * 257},
        {"action": "screen_pop", "extra": "1"},
        {"action": "quit"},
        {"number": "1"},
    ],
)
def test_unknown_words_are_not_obeyed(message):
    assert parsed(json.dumps(message | {"token": "t"}).encode(), "t") is None


def test_a_message_needs_its_token():
    assert parsed(json.dumps(POP | {"token": "t"}).encode(), "t") == POP
    assert parsed(json.dumps(POP | {"token": "é"}).encode(), "t") is None
    assert parsed(json.dumps(POP).encode(), "t") is None


@given(content=st.one_of(st.binary(max_size=100), st.text('{}[]":,action raise', max_size=60).map(str.encode)))
def test_no_bytes_become_a_message_by_chance(content):
    assert parsed(content, "token") is None
    assert set(ACTIONS) == {"raise", "screen_pop"}


def test_a_folder_that_cannot_be_locked_yet_is_held_when_it_can(tmp_path):
    (tmp_path / "instance.lock").mkdir()
    messages = queue.Queue()
    hold = Hold(tmp_path)
    with pytest.raises(FileNotWritten):
        hold.take()
    hold.listen(messages.put)
    (tmp_path / "instance.lock").rmdir()
    assert hold.take()
    assert hold.take()
    assert send(tmp_path, POP)
    assert messages.get(timeout=5) == POP
    hold.close()
    assert Hold(tmp_path).take()


def test_a_folder_that_another_program_has_is_not_held(first, tmp_path):
    assert not Hold(tmp_path).take()


def test_a_disk_that_is_read_only_is_told_with_its_folder(tmp_path, monkeypatch):
    def refuse(path):
        raise FileForbidden(path=str(path))

    monkeypatch.setattr(file_locks, "lock", refuse)
    with pytest.raises(DataFolderReadOnly) as told:
        Hold(tmp_path).take()
    assert told.value.facts == {"path": str(tmp_path)}


@pytest.mark.parametrize("named", ["file", "file/desk"])
def test_a_folder_that_names_a_file_is_told_with_what_stands_in_the_way(tmp_path, named):
    (tmp_path / "file").touch()
    with pytest.raises(FileNotWritten) as told:
        Hold(tmp_path / named).take()
    assert told.value.facts["path"] == str(tmp_path / named)
    assert told.value.facts["reason"]


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, DiskFull), (errno.EACCES, DataFolderReadOnly), (errno.EROFS, DataFolderReadOnly)],
)
def test_a_folder_that_cannot_be_made_says_why(tmp_path, monkeypatch, number, told):
    def refuse(*_given, **_options):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(told):
        Hold(tmp_path / "desk").take()
