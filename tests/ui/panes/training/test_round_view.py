"""The rounds are played by keyboard, and each answer is followed by what was right."""

import pytest

from app.models.contest_rounds import ContestRound
from app.services import contests
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.contest_page import ContestPage
from tests.desk import sign_in
from tests.services.contested import gather


@pytest.fixture
def page(desk: Office, jobs: Jobs, qtbot) -> ContestPage:
    gather(desk)
    desk.do(contests.draw)
    sign_in(desk, "wang")
    found = ContestPage(jobs)
    qtbot.addWidget(found)
    found.show()
    return found


def test_a_call_is_led_a_script_found_and_a_gap_filled(page: ContestPage, qtbot) -> None:
    assert page.may_play()
    page.play()
    view, seen = page.round, []
    with qtbot.waitSignal(page.told, timeout=5000):
        while page.is_playing():
            asked = view._question
            assert asked is not None
            seen.append(asked.round)
            if asked.round is ContestRound.CALLER:
                for step in asked.asked.item.steps:
                    view.question.options._choose(step.right)
            elif asked.round is ContestRound.FIND:
                view.question.show_found([(asked.asked.item.script, "this one")])
                view.question.options._choose(0)
            else:
                view.question.line.setText(asked.asked.item.fills["en"][0])
                view.question.line.returnPressed.emit()
    assert set(seen) == set(ContestRound)
    assert "100 %" in page.text.toPlainText()
    assert not page.may_play()


def test_who_passes_over_sees_what_was_right_and_may_come_back_later(page: ContestPage) -> None:
    page.play()
    page.pass_over()
    assert page.round._right.text().startswith("Right: ")
    assert page.round._chip.text() == "The one before: 0 %"
    page.round.left.emit()
    assert page.may_play()
