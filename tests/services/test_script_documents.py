"""Documents of scripts: attached by who writes, opened by who reads, checked and cleaned up after."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.errors import NotAllowed
from app.models.file_errors import FileTooLarge
from app.models.script_documents import Document, DocumentMissing, DocumentUnknown
from app.outside.document_files import DocumentFiles
from app.scripts_library.script import Source
from app.services import script_documents, script_life
from app.services.office import Office
from app.services.script_documents import Kept
from tests.desk import KEY, NOON, sign_in
from tests.scripts_library.making import small


@pytest.fixture
def files(tmp_path: Path) -> DocumentFiles:
    return DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY)


@pytest.fixture
def desk(office: Office, files: DocumentFiles) -> Office:
    office.outside["documents"] = files
    sign_in(office, "chen")
    return office


def attached(desk: Office, folder: Path, content: bytes = b"the rule", name: str = "rule.pdf") -> Document:
    path = folder / name
    path.write_bytes(content)
    return desk.do(script_documents.attach, desk.ask(script_documents.take_in, path)).value


def test_a_document_is_attached_once_and_known_by_its_content(desk: Office, tmp_path: Path) -> None:
    first = attached(desk, tmp_path)
    assert (first.name, first.size, first.at, first.by) == ("rule.pdf", 8, NOON, "Chen")
    assert attached(desk, tmp_path, name="copy of rule.pdf") == first
    assert desk.ask(script_documents.about, [first.sha256, "ab"]) == {first.sha256: first}


def test_an_operator_opens_and_saves_but_attaches_nothing(desk: Office, files: DocumentFiles, tmp_path: Path) -> None:
    one = attached(desk, tmp_path)
    sign_in(desk, "wang")
    copy = desk.ask(script_documents.open_copy, one.sha256)
    assert (copy.name, copy.read_bytes()) == ("rule.pdf", b"the rule")
    desk.ask(script_documents.save_as, one.sha256, tmp_path / "mine.pdf")
    assert (tmp_path / "mine.pdf").read_bytes() == b"the rule"
    for command, argument in ((script_documents.attach, Kept("ab", "x", 1)),):
        with pytest.raises(NotAllowed):
            desk.do(command, argument)
    with pytest.raises(NotAllowed):
        desk.ask(script_documents.take_in, tmp_path / "mine.pdf")
    office_of_nobody(desk)
    desk.ask(script_documents.close_copies)
    assert not copy.exists()


def office_of_nobody(desk: Office) -> None:
    desk.sign_in(None)


def test_what_was_never_attached_is_said_to_be_so(desk: Office, files: DocumentFiles, tmp_path: Path) -> None:
    with pytest.raises(DocumentUnknown):
        desk.ask(script_documents.open_copy, "ab" * 32)
    with pytest.raises(DocumentMissing):
        desk.do(script_documents.attach, Kept("ab" * 32, "gone.pdf", 1))
    desk.outside.pop("documents")
    desk.ask(script_documents.close_copies)


def test_a_file_that_is_too_large_is_refused(desk: Office, tmp_path: Path) -> None:
    desk.outside["documents"] = DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY, limit_mb=0)
    with pytest.raises(FileTooLarge):
        attached(desk, tmp_path)


def test_a_check_finds_what_is_missing_damaged_unknown_and_orphaned(
    desk: Office, files: DocumentFiles, tmp_path: Path
) -> None:
    good, gone, spoiled = (attached(desk, tmp_path, word, f"{word.decode()}.pdf") for word in (b"a", b"b", b"c"))
    (files.folder / files._path(gone.sha256).name).unlink()
    files._path(spoiled.sha256).write_bytes(b"OWD1 nothing")
    (tmp_path / "d.pdf").write_bytes(b"d")
    desk.ask(script_documents.take_in, tmp_path / "d.pdf")
    named = small(sources=(Source("Rule", sha256=good.sha256), Source("Other", sha256="ab" * 32)))
    desk.do(script_life.save_draft, named, base=None)
    desk.sign_in(None)
    found = desk.ask(script_documents.check)
    assert (found.documents, found.sound) == (3, False)
    assert (found.missing, found.damaged) == ((gone,), (spoiled,))
    assert found.unknown == ((named.key, 1, "ab" * 32),)
    assert len(found.orphans) == 1


def test_an_orphan_is_cleaned_when_nobody_can_be_about_to_name_it(
    desk: Office, files: DocumentFiles, tmp_path: Path
) -> None:
    one = attached(desk, tmp_path)
    (tmp_path / "d.pdf").write_bytes(b"d")
    orphan = files._path(desk.ask(script_documents.take_in, tmp_path / "d.pdf").sha256)
    for age, cleaned in ((timedelta(minutes=5), 0), (timedelta(hours=2), 1)):
        at = (NOON - age).timestamp()
        os.utime(orphan, (at, at))
        assert len(desk.ask(script_documents.clean)) == cleaned
    assert (orphan.exists(), files.holds(one.sha256)) == (False, True)
    assert desk.ask(script_documents.check).sound


_KILLED = """
import os, signal, sys
from pathlib import Path
from app.outside import files
from app.outside.document_files import DocumentFiles

when, folder, source = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
if when == "writing":
    files._flush = lambda path: os.kill(os.getpid(), signal.SIGKILL)
DocumentFiles(folder, folder / "opened", bytes(range(32))).keep(source)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("when", ["writing", "before the commit"])
def test_a_kill_before_the_commit_loses_nothing_and_leaves_an_orphan(
    desk: Office, files: DocumentFiles, tmp_path: Path, when: str
) -> None:
    one = attached(desk, tmp_path)
    (tmp_path / "new.pdf").write_bytes(b"new")
    command = [sys.executable, "-c", _KILLED, when, str(tmp_path / "documents"), str(tmp_path / "new.pdf")]
    assert subprocess.run(command, check=False).returncode == -9
    found = desk.ask(script_documents.check)
    assert (found.sound, found.documents, len(found.orphans)) == (True, 1, 1)
    again = attached(desk, tmp_path, b"new", "new.pdf")
    assert set(desk.ask(script_documents.about, [one.sha256, again.sha256])) == {one.sha256, again.sha256}
