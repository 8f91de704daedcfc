"""What the machine must have before a window can open: Qt's system libraries on Linux, a display, a Chinese font."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.models.file_errors import DisplayMissing, QtLibrariesMissing

#: Shared libraries that Qt for Linux loads from the system, and the Debian package of each.
ALWAYS: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_XCB: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_SPEECH: Mapping[str, str] = {"libpulse.so.0": "libpulse0"}
#: ``M_ARENA_MAX`` of mallopt(3).
_MOST_HEAPS = -8
_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


@dataclass(frozen=True, slots=True)
class Missing:
    """A library that is not there and the Debian package that brings it."""

    library: str
    package: str


def loads(library: str) -> bool:
    """Whether the system's loader finds this library."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(
    environment: Mapping[str, str] | None = None, *, finds: Callable[[str], bool] = loads
) -> list[Missing]:
    """The system libraries that the window of this environment lacks; an empty list anywhere but on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    chosen = _platform(os.environ if environment is None else environment)
    wanted = {**ALWAYS, **(FOR_XCB if chosen in ("", "xcb") else {})}
    return [Missing(library, package) for library, package in wanted.items() if not finds(library)]


def share_heaps() -> None:
    """Let all threads take their memory from two heaps; glibc makes eight for each processor, and each keeps holes.

    To be said before a thread is started. What Python's objects need does not come from there.
    """
    if (limit := _glibc("mallopt")) is not None:
        limit(_MOST_HEAPS, 2)


def give_back_memory() -> None:
    """Let the computer have what was freed between what is in use; only glibc keeps it for itself."""
    if (trim := _glibc("malloc_trim")) is not None:
        trim(0)


def _glibc(name: str) -> Callable[..., int] | None:
    """Return a function that the C library of Linux alone has; None elsewhere."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    return getattr(ctypes.CDLL(None), name, None)


def can_speak(*, finds: Callable[[str], bool] = loads) -> bool:
    """Whether QtTextToSpeech can be imported: on Linux it needs PulseAudio's library."""
    return not sys.platform.startswith("linux") or all(finds(library) for library in FOR_SPEECH)


def has_display(environment: Mapping[str, str] | None = None) -> bool:
    """Whether there is a display, or a Qt platform that needs none was chosen."""
    given = os.environ if environment is None else environment
    if not sys.platform.startswith("linux"):
        return True
    return bool(given.get("DISPLAY") or given.get("WAYLAND_DISPLAY")) or _platform(given) in _WITHOUT_DISPLAY


def check_window(environment: Mapping[str, str] | None = None, *, finds: Callable[[str], bool] = loads) -> None:
    """Refuse in words what Qt would answer with an abort. Raises DisplayMissing or QtLibrariesMissing.

    Loading ten libraries takes some milliseconds: ask when importing Qt has failed, in doctor, and before the first
    window of a new installation.
    """
    if not has_display(environment):
        raise DisplayMissing
    missing = missing_libraries(environment, finds=finds)
    if missing:
        libraries = ", ".join(one.library for one in missing)
        raise QtLibrariesMissing(libraries=libraries, packages=" ".join(one.package for one in missing))


def has_chinese_font() -> bool | None:
    """Whether fontconfig knows a font with Chinese; None where there is no fontconfig to ask."""
    import shutil
    import subprocess  # no window waits for it at its start

    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        done = subprocess.run([program, ":lang=zh", "family"], capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return bool(done.stdout.strip())


def _platform(environment: Mapping[str, str]) -> str:
    """The Qt platform that was chosen, without its options; on Wayland the one that follows from the session."""
    chosen = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen:
        return chosen
    return "wayland" if environment.get("WAYLAND_DISPLAY") and not environment.get("DISPLAY") else ""
