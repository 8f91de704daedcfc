"""A disk with little room, as far as the system lets a program feel it."""

from collections.abc import Iterator
from contextlib import contextmanager

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
