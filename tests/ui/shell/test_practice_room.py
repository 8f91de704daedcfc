"""The practice room: one mock call at a time in the real intake pane, and everything of it gone afterwards."""

import pytest

from app.services import mock_records, mock_scenarios, practice_desk
from app.services.office import Office
from app.ui.panes.intake.pane import IntakePane
from app.ui.shell.practice_room import PracticeRoom
from tests.desk import sign_in
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WANTED = ("bite-grandmother", "en")


@pytest.fixture
def room(office: Office, desk) -> PracticeRoom:
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    sign_in(office, desk.person.name)
    desk.show_pane("training").practice_wanted.emit(WANTED)
    return desk.links.practice


def folder(office: Office) -> list[object]:
    place = office.store.path.parent / practice_desk.FOLDER
    return list(place.iterdir()) if place.exists() else []


def test_the_real_intake_pane_stands_on_a_desk_of_its_own(room: PracticeRoom, desk, office: Office) -> None:
    assert desk.panes.currentWidget() is room.pane
    assert isinstance(room.pane.intake, IntakePane)
    assert room.pane.intake._jobs.office is not office
    assert len(folder(office)) == 1
    before = desk.state.state
    room.pane.intake.pick_up()
    assert room.pane.may_speak()
    assert (desk.state.state, desk.links.call_number) == (before, "")


def test_a_call_that_goes_on_comes_back_in_place_of_another(room: PracticeRoom, desk) -> None:
    first = room.pane
    desk.show_work()
    room.open(WANTED)
    assert room.pane is first
    assert desk.panes.currentWidget() is first


def test_a_real_call_comes_through_at_once_and_the_mock_call_waits(room: PracticeRoom, desk) -> None:
    assert desk.links.pop({"action": "screen_pop", "number": "138 1234 5678", "call_id": "7"})
    assert desk.panes.current == "intake"
    assert ("pop", "138 1234 5678", "7") in desk.panes.pane("intake").asked
    assert room.pane is not None


def test_the_end_keeps_the_call_and_throws_the_desk_away(room: PracticeRoom, desk, office: Office, qtbot) -> None:
    room.pane.end()
    assert room.pane is None
    qtbot.waitUntil(lambda: folder(office) == [])
    (line,) = office.ask(mock_records.mine, "en")
    assert desk.panes.pane("training").asked == [("mock call", line.call.id)]
    assert desk.panes.current == "training"


def test_whoever_leaves_leaves_no_mock_call_behind(room: PracticeRoom, desk, office: Office) -> None:
    room.pane.intake.pick_up()
    room.pane.panel.said.emit("How old is he?")
    room.masked(True)
    assert not room.pane.panel.isVisible()
    desk.sign_off()
    assert room.pane is None
    assert folder(office) == []
    assert len(office.ask(mock_records.mine, "en")) == 1


def test_a_caller_that_is_not_there_is_told_in_words(office: Office, desk) -> None:
    desk.links.practice.open(("nobody", "en"))
    assert desk.links.practice.pane is None
    assert desk.strip.isVisibleTo(desk)
