"""A paper on the screen: saved as it is typed, its time kept, a moved clock shown."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.services import exams
from app.services.office import Office
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.exams_page import ExamsPage
from app.ui.panes.training.paper_view import PaperView
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.examined import set_exam


@pytest.fixture
def view(office: Office, jobs: Jobs, qtbot) -> PaperView:
    exam = set_exam(office)
    sign_in(office, "wang")
    page = ExamsPage(jobs)
    qtbot.addWidget(page)
    page.show()
    page._sit(office.do(exams.begin, exam, language="en").value)
    assert isinstance(page.commands, CommandTable)
    return page.paper


def kept(view: PaperView, office: Office) -> dict[bytes, object]:
    return dict(office.ask(exams.paper, view._paper.sitting).state.answers)


def put(view: PaperView, kind: str) -> bytes:
    place = next(at for at, one in enumerate(view._paper.questions) if one.item.kind.value == kind)
    view._go(place)
    view._place = place
    view._show()
    return view._paper.questions[place].version


def test_a_typed_answer_is_saved_at_the_next_tick(
    view: PaperView, office: Office, jobs: Jobs, clock: FakeClock
) -> None:
    version = put(view, "say")
    view.place.text.insertPlainText("opens at 8")
    assert view._saved.text() == "Not yet saved"
    jobs.ticked.emit(clock.now())
    assert kept(view, office) == {version: {"text": "opens at 8"}}
    assert view._saved.text() == "Every answer is saved"


def test_in_the_last_seconds_each_letter_is_saved_at_once(
    view: PaperView, office: Office, jobs: Jobs, clock: FakeClock
) -> None:
    version = put(view, "say")
    view.head._began -= 596
    for letter in "at 8":
        view.place.text.insertPlainText(letter)
    assert kept(view, office) == {version: {"text": "at 8"}}
    sitting = view._paper.sitting
    view.head._began -= 5
    jobs.ticked.emit(clock.now())
    assert not view.is_open
    state = office.ask(exams.paper, sitting).state
    assert (dict(state.answers), state.late) == ({version: {"text": "at 8"}}, ())


def test_a_digit_is_saved_at_once_by_the_place_of_the_option(view: PaperView, office: Office, qtbot) -> None:
    version = put(view, "mcq")
    order = view._paper.questions[view._place].order
    qtbot.keyClick(view.place.options, Qt.Key.Key_2)
    assert kept(view, office) == {version: {"chosen": [order[1]]}}
    view.step(1 if view.can_step(1) else -1)
    put(view, "mcq")
    assert view.place.options.chosen() == (1,)


def test_a_call_is_led_and_led_again(view: PaperView, office: Office, qtbot) -> None:
    version = put(view, "branch")
    qtbot.keyClick(view.place.options, Qt.Key.Key_1)
    assert kept(view, office) == {version: {"chosen": [0]}}
    assert view.place.again.isVisibleTo(view)
    view.place.again.click()
    assert kept(view, office) == {version: {"chosen": []}}


def test_a_moved_clock_is_said_and_leaving_the_window_is_noted(
    view: PaperView, office: Office, jobs: Jobs, clock: FakeClock
) -> None:
    jobs.ticked.emit(clock.now())
    assert view.head.clock.isHidden()
    jobs.ticked.emit(clock.now() - timedelta(minutes=20))
    assert not view.head.clock.isHidden()
    view._leave_or_come(Qt.ApplicationState.ApplicationInactive)
    view._leave_or_come(Qt.ApplicationState.ApplicationActive)
    assert office.ask(exams.paper, view._paper.sitting).state.left == 1


def test_the_paper_is_handed_in_when_its_time_is_up(view: PaperView, jobs: Jobs, clock: FakeClock) -> None:
    said: list[str] = []
    view.told.connect(said.append)
    view.head._began -= 601
    jobs.ticked.emit(clock.now())
    assert not view.is_open
    assert said[0].startswith("The time is up")
