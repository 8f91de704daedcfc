"""Scripts on the desk of who writes them: kept as they are typed, offered back, thrown away when told to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.scripts_library.emitter import emit
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.services.script_sketches import Sketch, discard, keep, mine, newest, to_edit
from tests.desk import NOON, sign_in
from tests.scripts_library.making import small

FIRST, SECOND = b"1" * 16, b"0" * 16


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "chen")
    return office


def test_a_sketch_comes_back_as_it_was_kept_last(desk: Office) -> None:
    assert desk.do(keep, Sketch(FIRST, small("a-1"))).value == NOON
    desk.do(keep, Sketch(FIRST, small("a-2"), 3, "---\nbroken"))
    assert desk.ask(mine) == [Sketch(FIRST, small("a-2"), 3, "---\nbroken", NOON)]


def test_sketches_come_in_the_order_in_which_they_were_kept(desk: Office, clock) -> None:
    desk.do(keep, Sketch(FIRST, small("a-1")))
    clock.advance(timedelta(seconds=1))
    desk.do(keep, Sketch(SECOND, small("a-2")))
    assert [sketch.script.key for sketch in desk.ask(mine)] == ["a-1", "a-2"]


def test_a_sketch_belongs_to_its_writer_alone(desk: Office) -> None:
    desk.do(keep, Sketch(FIRST, small()))
    sign_in(desk, "li")
    assert desk.ask(mine) == []
    with pytest.raises(RecordGone):
        desk.do(discard, FIRST)
    sign_in(desk, "chen")
    desk.do(discard, FIRST)
    assert desk.ask(mine) == []


def test_who_writes_no_scripts_keeps_none(office: Office) -> None:
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(keep, Sketch(FIRST, small()))


def test_editing_begins_from_the_newest_version_and_one_s_own_sketch(desk: Office) -> None:
    for hour in (8, 9):
        text = emit(small("a-1")).replace("8", str(hour))
        desk.do(import_scripts, [ScriptText("a.md", text)])
    assert desk.ask(newest, "a-1") == 2
    opened = desk.ask(to_edit, "a-1")
    assert (opened.base, opened.script.version, opened.sketch) == (2, 3, None)
    changed = replace(opened.script, owner="me")
    desk.do(keep, Sketch(FIRST, changed, 2))
    assert desk.ask(to_edit, "a-1").sketch == Sketch(FIRST, changed, 2, None, NOON)


def test_an_unknown_script_has_no_version_to_edit(desk: Office) -> None:
    assert desk.ask(newest, "never") is None
    with pytest.raises(RecordGone):
        desk.ask(to_edit, "never")
