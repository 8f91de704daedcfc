"""What the window needs from the machine is asked before Qt aborts, and what is missing has a name and a package."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from app.models.file_errors import DisplayMissing, QtLibrariesMissing
from app.outside import system
from app.outside.system import Missing

_FOUR_THREADS = """
import ctypes
from threading import Barrier, Thread
from app.outside import system
{before}
together = Barrier(4)
kept = []
def take():
    together.wait()
    kept.append(bytes(5_000))
    together.wait()
threads = [Thread(target=take) for _ in range(4)]
for one in threads:
    one.start()
for one in threads:
    one.join()
library = ctypes.CDLL(None)
library.fdopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(library.fdopen(1, b"w"))
library.malloc_info(0, file)
library.fflush(file)
"""
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring all of it")


def _all_but(*missing: str):
    return lambda library: library not in missing


@linux
def test_a_missing_library_comes_with_its_package():
    found = system.missing_libraries({"DISPLAY": ":0"}, finds=_all_but("libEGL.so.1", "libxcb-cursor.so.0"))
    assert found == [Missing("libEGL.so.1", "libegl1"), Missing("libxcb-cursor.so.0", "libxcb-cursor0")]


@linux
@pytest.mark.parametrize(
    "environment",
    [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "vnc:port=1"}],
)
def test_libraries_of_x11_are_not_asked_for_elsewhere(environment):
    assert system.missing_libraries(environment, finds=_all_but("libxcb-cursor.so.0")) == []


@linux
def test_the_machine_is_asked_before_qt_aborts():
    with pytest.raises(DisplayMissing):
        system.check_window({}, finds=_all_but())
    with pytest.raises(QtLibrariesMissing) as caught:
        system.check_window({"DISPLAY": ":0"}, finds=_all_but("libEGL.so.1", "libxcb-image.so.0"))
    assert caught.value.facts == {"libraries": "libEGL.so.1, libxcb-image.so.0", "packages": "libegl1 libxcb-image0"}
    assert system.missing_libraries({"DISPLAY": ":0"}, finds=_all_but()) == []


@linux
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
    ],
)
def test_a_display_is_there_or_not_needed(environment, expected):
    assert system.has_display(environment) is expected


def test_a_library_that_no_machine_has_is_not_found():
    assert not system.loads("libonewindow-no-such-thing.so.9")


@linux
def test_speech_needs_the_sound_library():
    assert system.can_speak(finds=_all_but())
    assert not system.can_speak(finds=_all_but("libpulse.so.0"))


def test_the_question_for_a_chinese_font_has_three_answers(monkeypatch):
    assert system.has_chinese_font() in (True, False, None)
    monkeypatch.setenv("PATH", "")
    assert system.has_chinese_font() is None


@linux
def test_what_was_freed_is_given_back_to_the_computer():
    kept = [bytes(2_000) for _ in range(20_000)]
    del kept[:-1]
    full = _resident()
    system.give_back_memory()
    assert _resident() < full
    assert kept


@linux
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have one heap")
def test_threads_share_two_heaps():
    assert _heaps("") > 2
    assert _heaps("system.share_heaps()") <= 2


def _heaps(before: str) -> int:
    """Return from how many heaps four threads of a new process take memory, that does this before it starts them."""
    done = subprocess.run(
        [sys.executable, "-c", _FOUR_THREADS.format(before=before)],
        env={**os.environ, "MALLOC_ARENA_MAX": "8"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.count("<heap nr=")


def _resident() -> int:
    """Return the pages of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1])
