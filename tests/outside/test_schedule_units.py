"""What is handed to the schedules of three systems, read back as they read it."""

import plistlib
import shlex
import shutil
import subprocess
from datetime import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.outside import schedule_units

WORDS = ("/opt/One Window/onewindow", "--data-dir", '/home/李 100%/$HOME "x"', "sync", "--check")
_NS = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def test_systemd_reads_back_the_words_and_the_time():
    line = next(one for one in schedule_units.systemd_service(WORDS).split("\n") if one.startswith("ExecStart="))
    read = [one.replace("%%", "%").replace("$$", "$") for one in shlex.split(line.removeprefix("ExecStart="))]
    assert tuple(read) == WORDS
    assert "OnCalendar=*-*-* 02:07:00\n" in schedule_units.systemd_timer(time(2, 7))
    assert "Persistent=true" in schedule_units.systemd_timer(time(2, 7))


def test_systemd_itself_finds_nothing_wrong(tmp_path: Path):
    judge = shutil.which("systemd-analyze")
    if judge is None:
        pytest.skip("no systemd-analyze on this system")
    files = tmp_path / "x.service", tmp_path / "x.timer"
    files[0].write_text(schedule_units.systemd_service(("/bin/true", *WORDS[1:])), encoding="utf-8")
    files[1].write_text(schedule_units.systemd_timer(time(2, 7)), encoding="utf-8")
    done = subprocess.run([judge, "verify", *map(str, files)], capture_output=True, text=True, timeout=30, check=False)
    assert "x.service" not in done.stderr, done.stderr
    assert "x.timer" not in done.stderr, done.stderr


def test_launchd_reads_back_the_words_and_the_time():
    told = plistlib.loads(schedule_units.launchd_plist("org.onewindow.x", WORDS, time(2, 7)))
    assert tuple(told["ProgramArguments"]) == WORDS
    assert told["StartCalendarInterval"] == {"Hour": 2, "Minute": 7}


def test_windows_reads_back_the_words_and_the_time():
    root = ElementTree.fromstring(schedule_units.windows_task(WORDS, time(2, 7)))
    told = {one.tag.removeprefix(_NS): one.text for one in root.iter()}
    assert told["Command"] == WORDS[0]
    assert told["Arguments"] == subprocess.list2cmdline(WORDS[1:])
    assert (told["StartBoundary"] or "").endswith("T02:07:00")
    assert told["StartWhenAvailable"] == "true"
