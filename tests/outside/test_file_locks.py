"""A lock is one program's at a time, and goes with it."""

import os
from pathlib import Path

import pytest

from app.models.file_errors import FileNotWritten
from app.outside.file_locks import lock


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
