"""A lock is one program's at a time, and goes with it."""

import errno
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.models.file_errors import FileNotWritten
from app.models.key_errors import KeysBusy
from app.outside import file_locks
from app.outside.file_locks import lock, one_at_a_time


def test_only_one_holds_a_lock_until_it_lets_go(tmp_path: Path) -> None:
    first = lock(tmp_path / "one")
    assert first is not None
    assert lock(tmp_path / "one") is None
    os.close(first)
    again = lock(tmp_path / "one")
    assert again is not None
    os.close(again)


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        lock(tmp_path / "gone" / "one")


def test_many_share_a_lock_and_none_of_them_lets_in_who_wants_it_alone(tmp_path: Path) -> None:
    first, second = (lock(tmp_path / "one", shared=True) for _ in range(2))
    assert first is not None
    assert second is not None
    os.close(first)
    assert lock(tmp_path / "one") is None
    os.close(second)
    alone = lock(tmp_path / "one")
    assert alone is not None
    assert lock(tmp_path / "one", shared=True) is None
    os.close(alone)


def test_who_changes_a_small_file_waits_for_its_turn_and_not_for_ever(tmp_path: Path) -> None:
    def another() -> None:
        with one_at_a_time(tmp_path / "one", patience_s=0.02):
            pytest.fail("two at a time")

    with one_at_a_time(tmp_path / "one"), ThreadPoolExecutor() as pool, pytest.raises(KeysBusy):
        pool.submit(another).result()
    with one_at_a_time(tmp_path / "one", patience_s=0):
        assert not (tmp_path / "one").exists()


def test_who_has_a_file_already_goes_on_having_it(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path / "one"):
        with one_at_a_time(tmp_path / "one", patience_s=0):
            pass
        handle = lock(tmp_path / "one.lock")  # not let go by the inner one
        assert handle is None


class Bytes:
    """Locks bytes of a file as Windows does: each is one handle's."""

    def __init__(self) -> None:
        self.held: dict[int, int] = {}

    def locking(self, handle: int, _mode: int, count: int) -> None:
        start = os.lseek(handle, 0, os.SEEK_CUR)
        if any(place in self.held for place in range(start, start + count)):
            raise OSError(errno.EACCES, "locked")
        self.held.update(dict.fromkeys(range(start, start + count), handle))


@pytest.fixture
def taken(tmp_path: Path) -> Callable[[bool], bool]:
    """Try the lock of one file, as on Windows, with another handle each time."""
    told = Bytes()

    def one(shared: bool) -> bool:
        handle = os.open(tmp_path / "one", os.O_RDWR | os.O_CREAT)
        return file_locks._locked_bytes(handle, told.locking, 0, shared=shared)

    return one


def test_on_windows_each_who_shares_has_a_byte_and_who_is_alone_has_all(taken: Callable[[bool], bool]) -> None:
    assert [taken(True), taken(True), taken(False), taken(True)] == [True, True, False, True]


def test_on_windows_nobody_comes_in_beside_who_is_alone(taken: Callable[[bool], bool]) -> None:
    assert [taken(False), taken(True), taken(False)] == [True, False, False]
