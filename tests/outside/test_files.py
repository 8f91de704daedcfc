"""A file is the old one or the whole new one, and what the disk refuses has a name."""

import errno
import os
import stat
from contextlib import nullcontext
from pathlib import Path

import pytest

from app.models.errors import FileDiskFull
from app.models.file_errors import FileForbidden, FileMissing, FileNotWritten, FileUnreadable
from app.outside import files
from app.outside.files import read_error, read_text, replacing, write_error, write_whole


def test_a_written_file_is_whole_and_for_its_owner_alone(tmp_path):
    path = tmp_path / "keys"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")

    def break_off() -> None:
        with replacing(path) as temporary:
            temporary.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(FileDiskFull) as caught:
        break_off()
    assert caught.value.facts["path"] == str(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_of_the_program_also_leaves_nothing_behind(tmp_path):
    path = tmp_path / "list.csv"

    def break_off() -> None:
        with replacing(path):
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert list(tmp_path.iterdir()) == []


def test_writing_into_a_folder_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(FileNotWritten):
        write_whole(tmp_path / "gone" / "list.csv", b"x")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (FileNotFoundError(errno.ENOENT, "x"), FileMissing),
        (PermissionError(errno.EACCES, "x"), FileForbidden),
        (IsADirectoryError(errno.EISDIR, "x"), FileForbidden),
        (OSError(errno.EIO, "x"), FileUnreadable),
    ],
)
def test_every_refusal_to_read_has_its_name(tmp_path, error, expected):
    assert type(read_error(tmp_path, error)) is expected


@pytest.mark.parametrize(
    ("number", "expected"), [(errno.ENOSPC, FileDiskFull), (errno.EROFS, FileForbidden), (errno.EIO, FileNotWritten)]
)
def test_every_refusal_to_write_has_its_name(tmp_path, number, expected):
    assert type(write_error(tmp_path, OSError(number, "x"))) is expected


def test_a_text_is_read_with_or_without_its_mark(tmp_path):
    path = tmp_path / "calendar.json"
    path.write_bytes("\ufeff工作日".encode())
    assert read_text(path) == "工作日"


def test_what_is_no_text_is_refused_with_its_place(tmp_path):
    path = tmp_path / "calendar.json"
    path.write_bytes(b"ab\xff")
    with pytest.raises(FileUnreadable) as refused:
        read_text(path)
    assert refused.value.facts["place"] == 2
    with pytest.raises(FileUnreadable):
        read_text(path, largest=2)
    with pytest.raises(FileMissing):
        read_text(tmp_path / "absent")


@pytest.mark.parametrize(("refusals", "written"), [(3, True), (1000, False)])
def test_a_file_that_another_program_reads_is_replaced_a_moment_later(tmp_path, monkeypatch, refusals, written):
    path, left, replace = tmp_path / "one", [refusals], Path.replace

    def refuse(self, target):
        left[0] -= 1
        if left[0] >= 0:
            raise PermissionError(13, "open elsewhere")
        return replace(self, target)

    monkeypatch.setattr(files, "_OPEN_FILES_STAY", True)
    monkeypatch.setattr(files, "_TRY_S", 0)
    monkeypatch.setattr(Path, "replace", refuse)
    with nullcontext() if written else pytest.raises(FileForbidden):
        files.write_whole(path, b"new")
    assert path.exists() == written
