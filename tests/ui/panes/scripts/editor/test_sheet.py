"""What is being written."""

import pytest

from app.scripts_library.script import Script
from app.services.script_sketches import Sketch
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.scripts_library.making import small


def test_a_change_is_said_once_and_none_where_nothing_changed(qtbot) -> None:
    sheet = Sheet()
    sheet.begin(small(), 2)
    with qtbot.waitSignal(sheet.changed):
        sheet.change(owner="chen")
    with qtbot.assertNotEmitted(sheet.changed):
        sheet.change(owner="chen")
        sheet.become(sheet.script)
        sheet.write(None)
    assert sheet.sketch == Sketch(sheet.id, small(owner="chen"), 2)


def test_a_new_script_has_a_wording_in_each_required_language(qtbot) -> None:
    sheet = Sheet()
    sheet.begin()
    assert [one.language for one in sheet.script.variants] == ["zh", "en"]
    assert (sheet.script.key, sheet.base) == ("", None)


def test_each_beginning_has_an_id_of_its_own(qtbot) -> None:
    sheet = Sheet()
    sheet.begin()
    first = sheet.id
    sheet.begin()
    assert len(first) == 16
    assert sheet.id != first


def test_taking_a_sketch_says_nothing(qtbot) -> None:
    sheet = Sheet()
    with qtbot.assertNotEmitted(sheet.changed):
        sheet.take(Sketch(b"1" * 16, small(), 3, "---"))
    assert (sheet.base, sheet.text) == (3, "---")


@pytest.mark.parametrize("text", ["---", ""])
def test_a_text_is_a_change_and_so_is_its_end(qtbot, text: str) -> None:
    sheet = Sheet()
    sheet.take(Sketch(b"1" * 16, Script("a", {})))
    with qtbot.waitSignal(sheet.changed):
        sheet.write(text)
    with qtbot.waitSignal(sheet.changed):
        sheet.write(None)
