"""Start and memory of the program with a large desk against a bare PySide6 window, each in a process of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.desk import FOLDER
from benchmarks.measuring import Figure, median_of_medians
from benchmarks.probe import STARTED

#: The desk may take twice as long, and twice as much memory, as a window that does nothing.
LIMIT = 2.0
_PATIENCE_S = 120


def _probe(*arguments: str) -> list[dict[str, float]]:
    """Run one window and return what it said, line by line.

    Bytecode is kept, as an installed program has it, in a place of its own.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(FOLDER.parent / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment[STARTED] = str(time.monotonic())
    command = [sys.executable, "-m", "benchmarks.probe", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)
    said = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not said:
        raise RuntimeError(f"{' '.join(arguments)} said nothing:\n{done.stderr[-2000:]}")
    return said


def figures(folder: Path, times: int) -> list[Figure]:
    """Start both in turn, ``times`` times."""
    bare: list[dict[str, float]] = []
    desk: list[dict[str, float]] = []
    _probe("bare")  # the first start reads the libraries from the disk
    _probe("desk", str(folder))
    for _ in range(times):
        bare += _probe("bare")
        usable, settled, checked = _probe("desk", str(folder))
        kept = {"settled_mb": settled["rss_mb"], "settled_own_mb": settled["own_mb"], "argon2_s": checked["argon2_s"]}
        desk.append({**usable, **kept})
    return [_start(bare, desk), _used(bare, desk), _memory(bare, desk)]


def _start(bare: list[dict[str, float]], desk: list[dict[str, float]]) -> Figure:
    """Waiting for the machine: start to sign-in, and Enter to intake; the time in which a person types is not counted.

    What the window prepares meanwhile is in the processor's time of ``_used``.
    """
    signing, entering, argon2 = (_ms(desk, name) for name in ("signing_s", "entering_s", "argon2_s"))
    note = (
        f"{signing:.0f} ms start → sign-in takes keys + {entering:.0f} ms Enter → intake takes keys, "
        f"argon2 {argon2:.0f} of it; "
        f"not counted: {_ms(desk, 'typing_s'):.0f} ms typing, latest key {_ms(desk, 'late_s'):.0f} ms late"
    )
    return Figure(
        "waiting for a usable intake / bare window", signing + entering, "ms", _ms(bare, "usable_s"), LIMIT, note=note
    )


def _used(bare: list[dict[str, float]], desk: list[dict[str, float]]) -> Figure:
    parts = [_ms(desk, f"{name}_cpu_s") for name in ("signing", "typing", "entering")]
    note = "before sign-in {:.0f}, while the password is typed {:.0f}, after Enter {:.0f}".format(*parts)
    return Figure("processor's time until then / bare window", sum(parts), "ms", _ms(bare, "cpu_s"), note=note)


def _memory(bare: list[dict[str, float]], desk: list[dict[str, float]]) -> Figure:
    settled, own, at_first = (_middle(desk, name) for name in ("settled_mb", "settled_own_mb", "rss_mb"))
    note = f"{at_first:.0f} MB when first usable, {own:.0f} MB its own"
    return Figure("memory with this desk / bare window", settled, "MB", _middle(bare, "rss_mb"), LIMIT, note=note)


def _middle(said: list[dict[str, float]], name: str) -> float:
    return median_of_medians([one[name] for one in said])


def _ms(said: list[dict[str, float]], name: str) -> float:
    return _middle(said, name) * 1000
