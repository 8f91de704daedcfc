"""Several answers in one visit."""

from pathlib import Path

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.file_errors import FileNotWritten
from app.outside.script_files import sources
from app.services import scripts
from app.services.office import Office
from app.services.script_reading import Reading
from app.ui.panes.scripts import asking
from tests.desk import sign_in

EN = Reading("en")


def test_the_shelf_holds_every_script_and_what_the_person_may_do(jobs, office: Office) -> None:
    shelf = office.ask(asking.shelf, language="en")
    assert (shelf.outline.scripts, set(shelf.lines)) == (6, {"hpv", "flu", "bite", "booking", "old", "alone"})
    assert (shelf.flags, shelf.may_write) == ([], True)
    sign_in(office, "wang")
    assert not office.ask(asking.shelf, language="en").may_write


def test_a_card_knows_wordings_versions_life_and_flags(jobs, office: Office, change) -> None:
    change("hpv")
    flag = office.do(scripts.flag, "hpv", 1, note="Wrong").value
    card = office.ask(asking.card, script="hpv", reading=EN)
    assert (card.script.version, card.topic, card.audiences) == (2, "consult/immunization/hpv", ("nurse",))
    assert [one.number for one in card.versions] == [2, 1]
    assert [(step.number, step.state, step.by, step.imported_from) for step in card.steps] == [
        (2, "approved", "Chen", "hpv-new.md"),
        (1, "approved", "Chen", "hpv.md"),
    ]
    assert [one.id for one in card.flags] == [flag]


def test_a_script_that_is_not_there_is_gone(jobs, office: Office) -> None:
    with pytest.raises(RecordGone):
        office.ask(asking.card, script="nothing", reading=EN)


@pytest.mark.parametrize(
    ("note", "source"),
    [
        ('{"by_import": "a.md", "language_gaps": ["zh", "zh"]}', ("a.md", ("zh",))),
        ('{"by_import": "a.md"}', ("a.md", ())),
        ("read it twice", ("", ())),
        ("[1]", ("", ())),
        (None, ("", ())),
        ("7", ("", ())),
    ],
)
def test_a_note_of_an_approval_may_be_anything(note: str | None, source: tuple[str, tuple[str, ...]]) -> None:
    assert asking._imported(note) == source


def test_files_are_read_once_and_nothing_is_written(jobs, office: Office, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("key,title,answer\nx-1,Title,Answer\n,,lost\n")
    intake = office.ask(asking.read_files, paths=[tmp_path / "more.csv"], read=sources)
    assert [line.result.value for line in intake.preview.report.lines] == ["rejected", "added"]
    again = office.ask(asking.look_again, sources=intake.sources, publish=True)
    assert [(line.key, line.published) for line in again.report.lines] == [("", False), ("x-1", True)]
    assert "x-1" not in office.ask(asking.shelf, language="en").lines


def test_only_those_who_write_see_what_an_import_would_do(jobs, office: Office) -> None:
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(asking.look_again, sources=(), publish=False)


def test_an_export_writes_a_file_for_each_script(jobs, office: Office, world, tmp_path: Path) -> None:
    assert office.ask(asking.export_to, folder=tmp_path / "out", write=world.write_text) == 6
    again = office.ask(asking.read_files, paths=[tmp_path / "out"], read=sources)
    assert {line.result.value for line in again.preview.report.lines} == {"unchanged"}


def test_a_folder_that_cannot_be_made_is_told(jobs, office: Office, world, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(FileNotWritten):
        office.ask(asking.export_to, folder=tmp_path / "out", write=world.write_text)


def test_who_sits_here_and_whether_they_write(jobs, office: Office) -> None:
    assert office.ask(asking.who) == (office.by.id, True)
    assert office.ask(asking.may_write)
    office.sign_in(None)
    assert not office.ask(asking.may_write)


def test_who_writes_or_approves_sees_to_the_library(jobs, office: Office) -> None:
    found: list[bool] = []
    for name in ("chen", "li", "wang"):
        sign_in(office, name)
        found.append(office.ask(asking.may_tend))
    assert found == [True, True, False]
