"""When Python looks for garbage."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from app.ui.kit import garbage


class _Ring:
    """Refers to itself, so that only a round of the collector ends it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the collector as other tests expect it."""
    yield
    garbage.look_everywhere()


def test_a_start_is_not_interrupted_and_afterwards_garbage_is_found() -> None:
    garbage.wait()
    assert not gc.isenabled()
    garbage.look()
    assert gc.isenabled()
    ring = ref(_Ring())
    gc.collect()
    assert ring() is None


def test_what_a_desk_was_made_of_is_found_once_the_desk_was_taken_down() -> None:
    ring = ref(_Ring())
    garbage.look()
    gc.collect()
    assert ring() is not None
    garbage.look_everywhere()
    gc.collect()
    assert ring() is None
