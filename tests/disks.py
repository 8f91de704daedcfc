"""A disk with little room, or one that fails, as far as the system lets a program feel it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest


@contextmanager
def little_room(size: int = 2048) -> Iterator[None]:
    """Let no file grow beyond so many bytes; writing more fails like a disk that takes no more."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@cache
def traces() -> bool:
    """Say whether this computer lets strace watch a program of ours."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    words = [strace, "-qq", "-e", "trace=none", "-e", "inject=fsync:error=EIO", sys.executable, "-c", ""]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0
