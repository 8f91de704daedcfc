"""Documents on the disk: sealed, whole, named so that nobody can guess them, and copies that go away."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from app.models.file_errors import FileEmpty, FileMissing, FileNotWritten, FileTooLarge
from app.models.script_documents import DocumentDamaged, DocumentMissing
from app.outside import document_files
from app.outside.document_files import DocumentFiles
from app.services.script_documents import Kept
from tests.desk import KEY


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DocumentFiles:
    monkeypatch.setattr(document_files, "_CHUNK", 1024)
    return DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY, limit_mb=1)


def kept(files: DocumentFiles, folder: Path, content: bytes, name: str = "规定.pdf") -> Kept:
    path = folder / name
    path.write_bytes(content)
    return files.keep(path)


def only(files: DocumentFiles) -> Path:
    (found,) = files.folder.iterdir()
    return found


@pytest.mark.parametrize("size", [1, 1023, 1024, 1025, 5000])
def test_a_content_comes_back_byte_for_byte(files: DocumentFiles, tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    one = kept(files, tmp_path, content)
    assert one == Kept(hashlib.sha256(content).hexdigest(), "规定.pdf", size)
    files.copy_to(one.sha256, one.name, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == content


def test_neither_words_nor_hash_stand_on_the_disk(files: DocumentFiles, tmp_path: Path) -> None:
    content = b"health data " * 500
    one = kept(files, tmp_path, content)
    sealed = only(files)
    assert b"health" not in sealed.read_bytes()
    assert one.sha256 not in sealed.name
    other = DocumentFiles(tmp_path / "others", tmp_path / "opened", bytes(32))
    kept(other, tmp_path, content)
    assert only(other).name != sealed.name


def test_the_same_content_is_written_once(files: DocumentFiles, tmp_path: Path) -> None:
    first = kept(files, tmp_path, b"the rule")
    before = only(files).read_bytes()
    second = kept(files, tmp_path, b"the rule", "another name.pdf")
    assert (second.sha256, only(files).read_bytes()) == (first.sha256, before)


def _cut(content: bytes) -> bytes:
    return content[:-1040]


def _swap(content: bytes) -> bytes:
    head, first, second = content[:20], content[20:1060], content[1060:2100]
    return head + second + first + content[2100:]


def _flip(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize("spoil", [_cut, _swap, _flip])
def test_a_file_that_was_changed_is_seen_and_attaching_it_again_heals_it(
    files: DocumentFiles, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    one = kept(files, tmp_path, os.urandom(3072))
    only(files).write_bytes(spoil(only(files).read_bytes()))
    with pytest.raises(DocumentDamaged):
        files.verify(one.sha256, one.name)
    with pytest.raises(DocumentDamaged):
        files.open_copy(one.sha256, one.name)
    assert list(files.copies.iterdir()) == []
    files.keep(tmp_path / one.name)
    files.verify(one.sha256, one.name)


def test_what_is_not_there_is_missing(files: DocumentFiles, tmp_path: Path) -> None:
    assert not files.holds("ab" * 32)
    with pytest.raises(DocumentMissing):
        files.copy_to("ab" * 32, "x", tmp_path / "x")
    assert not (tmp_path / "x").exists()
    with pytest.raises(FileMissing):
        files.keep(tmp_path / "nowhere.pdf")


def test_an_empty_or_too_large_file_is_refused_and_leaves_nothing(files: DocumentFiles, tmp_path: Path) -> None:
    with pytest.raises(FileEmpty):
        kept(files, tmp_path, b"")
    with pytest.raises(FileTooLarge) as refused:
        kept(files, tmp_path, bytes(1024 * 1024 + 1))
    assert refused.value.facts["limit_mb"] == 1
    assert not files.folder.exists()
    kept(files, tmp_path, bytes(1024 * 1024))


def test_a_copy_is_for_this_user_only_and_goes(files: DocumentFiles, tmp_path: Path) -> None:
    one = kept(files, tmp_path, b"the rule", "a.pdf")
    copy = files.open_copy(one.sha256, '../we:ird\n"name".pdf')
    assert (copy.name, copy.read_bytes()) == ("_we_ird__name_.pdf", b"the rule")
    if os.name != "nt":
        assert [stat.S_IMODE(path.stat().st_mode) for path in (copy, copy.parent, files.copies)] == [
            0o600,
            0o700,
            0o700,
        ]
    assert files.open_copy(one.sha256, "a.pdf") != copy
    files.close_copies()
    assert not files.copies.exists()
    files.close_copies()


def test_a_copy_needs_a_folder_to_stand_in(files: DocumentFiles, tmp_path: Path) -> None:
    one = kept(files, tmp_path, b"the rule")
    files.copies.write_text("in the way")
    with pytest.raises(FileNotWritten):
        files.open_copy(one.sha256, one.name)


def test_strays_are_what_no_document_has(files: DocumentFiles, tmp_path: Path) -> None:
    assert files.strays([]) == []
    one, two = kept(files, tmp_path, b"one"), kept(files, tmp_path, b"two")
    (files.folder / ".half.tmp").write_bytes(b"written when the power went")
    found = files.strays([one.sha256])
    assert len(found) == 2
    for stray in (*found, found[0]):
        files.remove(stray)
    assert files.strays([one.sha256]) == []
    assert (files.holds(one.sha256), files.holds(two.sha256)) == (True, False)


@pytest.mark.parametrize(
    ("name", "fit"), [("a" * 200 + ".pdf", "a" * 80 + ".pdf"), ("...", "document"), ("规定", "规定"), (".pdf", "pdf")]
)
def test_every_system_takes_the_name_of_a_copy(name: str, fit: str) -> None:
    assert document_files._fit(name) == fit
