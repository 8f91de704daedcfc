"""A document is opened by whatever program shows such files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from app.models.script_documents import DocumentNotShown, DocumentUnknown
from app.outside.document_files import DocumentFiles
from app.services import hub_sync, script_documents
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.document_opener import DocumentOpener
from tests.desk import KEY, sign_in
from tests.services.objects_in_memory import MemoryObjects, push


@pytest.fixture
def jobs(office: Office, tmp_path: Path, qapp) -> Iterator[Jobs]:
    office.outside["documents"] = DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY)
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()


def attached(office: Office, folder: Path) -> str:
    sign_in(office, "chen")
    (folder / "rule.pdf").write_text("the rule")
    return office.do(script_documents.attach, office.ask(script_documents.take_in, folder / "rule.pdf")).value.sha256


@pytest.mark.parametrize("shows", [True, False])
def test_a_copy_is_handed_to_its_program_or_it_is_said_that_there_is_none(
    jobs: Jobs, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shows: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or shows)
    told: list[object] = []
    jobs.failed.connect(told.append)
    DocumentOpener(jobs, jobs).open(attached(office, tmp_path))
    assert Path(opened[0]).read_text() == "the rule"
    assert [type(one) for one in told] == ([] if shows else [DocumentNotShown])


def test_a_document_that_is_not_here_is_told(jobs: Jobs, qtbot) -> None:
    with qtbot.waitSignal(jobs.failed) as failed:
        DocumentOpener(jobs, jobs).open("ab")
    assert isinstance(failed.args[0], DocumentUnknown)


def test_a_document_that_is_elsewhere_comes_from_the_hub_and_is_shown(
    jobs: Jobs, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.outside["objects"] = MemoryObjects()
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "pc", {"user": "pc"}))
    sha256 = attached(office, tmp_path)
    push(office)
    next((tmp_path / "documents").iterdir()).unlink()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    DocumentOpener(jobs, jobs).open(sha256)
    assert Path(opened[0]).read_text() == "the rule"
