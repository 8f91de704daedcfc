"""Decrypted copies go when the desk is covered, left, or opened after a window that was killed."""

from pathlib import Path

import pytest

from app.outside.document_files import DocumentFiles
from tests.desk import KEY
from tests.ui.shell.conftest import enter


@pytest.fixture
def copies(house, tmp_path: Path) -> Path:
    """A copy that a killed window left."""
    files = DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY)
    house.office.outside["documents"] = files
    return left_in(files.copies)


def left_in(copies: Path) -> Path:
    copies.mkdir()
    (copies / "rule.pdf").write_text("the rule")
    return copies


def test_a_window_that_opens_removes_what_a_killed_one_left(copies: Path, seated) -> None:
    assert not copies.exists()


def test_locking_and_leaving_remove_what_was_looked_at(copies: Path, seated) -> None:
    left_in(copies)
    seated.lock()
    assert not copies.exists()
    left_in(copies)
    seated.leave()
    assert not copies.exists()
    enter(seated, "li")
    assert seated.desk.person.name == "li"
