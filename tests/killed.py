"""A program that is killed before any one of its file operations, again and again, each time in a fresh folder."""

import os
import pathlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

#: What changes files, by the module or class that has it: each call is a point at which a program may be killed.
_STEPS: tuple[tuple[Any, str], ...] = (
    (pathlib.Path, "replace"),
    (pathlib.Path, "rename"),
    (pathlib.Path, "unlink"),
    (pathlib.Path, "touch"),
    (pathlib.Path, "write_bytes"),
    (pathlib.Path, "write_text"),
    (os, "fsync"),
    (os, "replace"),
    (os, "rename"),
    (os, "link"),
    (shutil, "copyfileobj"),
)


class Killed(BaseException):
    """The program is killed here; whatever would clean up is killed with it."""


class _Points:
    """Counts the points, and kills at one of them: from then on nothing that changes a file is done any more."""

    def __init__(self, at: int) -> None:
        self.at, self.count = at, 0

    @property
    def dead(self) -> bool:
        return 0 < self.at <= self.count

    def pass_one(self) -> None:
        if self.dead:
            raise Killed
        self.count += 1
        if self.dead:
            raise Killed


@contextmanager
def killed_at(at: int, more: tuple[tuple[Any, str], ...] = ()) -> Iterator[_Points]:
    """Kill before the file operation of this number, from 1 (0: never, and count them)."""
    points = _Points(at)

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **options: Any) -> Any:
            points.pass_one()
            return real(*args, **options)

        return called

    with pytest.MonkeyPatch.context() as patches:
        for owner, name in (*_STEPS, *more):
            patches.setattr(owner, name, counted(getattr(owner, name)))
        yield points


def kills(
    folder: Path, begin: Callable[[Path], Callable[[], object]], more: tuple[tuple[Any, str], ...] = ()
) -> Iterator[Path]:
    """Give a folder for each point of what ``begin`` returns at which it was killed, and at last that of a whole run.

    ``begin`` sets a folder up and returns what is done in it.
    """
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(os, "fsync", _nothing)  # what is flushed decides after a power cut only, and takes time
        yield from _kills(folder, begin, more)


def _nothing(_file: object) -> None:
    """No disk is waited for."""


def _kills(
    folder: Path, begin: Callable[[Path], Callable[[], object]], more: tuple[tuple[Any, str], ...]
) -> Iterator[Path]:
    at = 1
    while True:
        (place := folder / f"killed {at:03d}").mkdir()
        act = begin(place)
        with killed_at(at, more) as points, suppress(Killed):
            act()
        ended = not points.dead
        yield place
        if ended:
            assert at > 1, "nothing of it touches a file"
            return
        at += 1
