"""Start and memory of the program with a large desk against a bare PySide6 window, each in a process of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.measuring import Figure, median_of_medians
from benchmarks.probe import STARTED

#: The desk may take twice as long, and twice as much memory, as a window that does nothing.
LIMIT = 2.0
_PATIENCE_S = 120


def _probe(*arguments: str) -> list[dict[str, float]]:
    """Run one window and return what it said, line by line."""
    environment = {**os.environ, STARTED: str(time.monotonic())}
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "benchmarks.probe", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)
    said = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not said:
        raise RuntimeError(f"{' '.join(arguments)} said nothing:\n{done.stderr[-2000:]}")
    return said


def figures(folder: Path, times: int) -> list[Figure]:
    """Start both in turn, ``times`` times."""
    bare: list[dict[str, float]] = []
    desk: list[list[dict[str, float]]] = []
    _probe("bare")  # the first start reads the libraries from the disk
    _probe("desk", str(folder))
    for _ in range(times):
        bare += _probe("bare")
        desk.append(_probe("desk", str(folder)))
    usable = median_of_medians([one[0]["usable_s"] * 1000 for one in desk])
    signing = median_of_medians([one[0].get("signed_in_s", 0.0) * 1000 for one in desk])
    first = median_of_medians([one["usable_s"] * 1000 for one in bare])
    memory, at_first = (median_of_medians([one[place]["rss_mb"] for one in desk]) for place in (-1, 0))
    empty = median_of_medians([one["rss_mb"] for one in bare])
    own = median_of_medians([one[-1]["own_mb"] for one in desk])
    return [
        Figure("start to usable intake / bare window", usable, "ms", first, LIMIT,
               note=f"of it {signing:.0f} ms from the password to the intake"),
        Figure("memory with this desk / bare window", memory, "MB", empty, LIMIT,
               note=f"{at_first:.0f} MB when first usable, {own:.0f} MB its own"),
    ]  # fmt: skip
