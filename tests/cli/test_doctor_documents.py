"""The doctor counts documents, names what is wrong with them, and clears away what nothing names."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import COPIES, DOCUMENTS, House
from app.cli import doctor_documents
from app.outside.document_files import DocumentFiles
from app.scripts_library.script import Source
from app.services import hub_sync, script_documents, script_life
from app.services.hub_sync import Enrollment
from app.services.office import Office
from tests.cli.conftest import Run
from tests.desk import KEY, sign_in
from tests.scripts_library.making import small


@pytest.fixture
def house(office: Office, tmp_path: Path) -> House:
    """A house with one document, and files to make more of."""
    office.outside["documents"] = DocumentFiles(tmp_path / DOCUMENTS, tmp_path / COPIES, KEY)
    sign_in(office, "chen")
    for name in "abc":
        (tmp_path / f"{name}.pdf").write_text(name)
        office.do(script_documents.attach, office.ask(script_documents.take_in, tmp_path / f"{name}.pdf"))
    return House(office, tmp_path, None)  # type: ignore[arg-type]


def found(house: House, *, clean: bool = False) -> list[tuple[str, str]]:
    return list(doctor_documents.findings(house, clean=clean))


def test_sound_documents_are_counted(house: House) -> None:
    assert found(house) == [("good", "source documents: 3, each as it was attached")]


def test_what_is_wrong_is_named_with_its_mend(house: House) -> None:
    files: Any = house.office.outside["documents"]
    known = {one.name: one for one in files.strays([])}
    first, second, _ = known
    (files.folder / first).unlink()
    (files.folder / second).write_bytes(b"x")
    house.office.do(script_life.save_draft, small(sources=(Source("Rule", sha256="ab" * 32),)), base=None)
    (missing, lost), (damaged, spoiled), (noted, unknown) = found(house)
    assert (missing, damaged, noted) == ("bad", "bad", "note")
    assert lost.startswith("1 source document(s) missing (")
    assert spoiled.startswith("1 source document(s) damaged (")
    assert unknown.endswith("never attached here (a-1@1)")


def test_at_a_station_of_a_hub_a_document_may_be_elsewhere(house: House) -> None:
    files: Any = house.office.outside["documents"]
    (files.folder / files.strays([])[0].name).unlink()
    sign_in(house.office, "admin")
    house.office.do(hub_sync.join, Enrollment("hub", "north", "pc", {}))
    ((state, said),) = found(house)
    assert state == "note"
    assert "fetched from the hub when somebody opens it" in said


def test_an_orphan_is_a_note_until_it_is_cleaned_away(house: House) -> None:
    orphan = house.data_dir / DOCUMENTS / "left.tmp"
    orphan.write_text("x")
    os.utime(orphan, (0, 0))
    assert found(house)[0] == (
        "note",
        "1 file(s) among the source documents that nothing names (left.tmp):"
        " onewindow doctor --clean removes those older than an hour",
    )
    assert found(house, clean=True)[0] == ("good", "1 file(s) that nothing named removed")
    assert not orphan.exists()


def test_the_doctor_looks_at_documents_unless_it_is_in_a_hurry(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[set[str]] = []
    for options in ((), ("--quick",)):
        run("doctor", "--json", *options)
        seen.append({one["what"] for one in json.loads(capsys.readouterr().out)})
    assert seen[0] - seen[1] == {"chain", "documents"}
