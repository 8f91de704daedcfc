"""An answer changes while somebody works with it: it reaches whoever says it, and never gets in the way of a call."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.models.accounts import OperatorState, Person
from app.services import script_life
from app.services.office import Office, Work
from tests.desk import sign_in
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.test_script_boards import SCRIPT, approved
from tests.services.test_script_notices import POINTS


@pytest.fixture
def li(office: Office) -> Person:
    """A library of one approved answer and one draft, by chen; li, who approves, is somewhere else in the house."""
    approved(office, replace(SCRIPT, key_points=POINTS))
    sign_in(office, "chen")
    office.do(script_life.save_draft, replace(SCRIPT, key="desk-fire", key_points=POINTS), base=None)
    person = sign_in(office, "li")
    office.sign_in(None)
    return person


def meanwhile(operator: Operator, person: Person, verb: Callable[..., Any], *said: object, **more: object) -> None:
    """Let another person do something while this window works."""

    def command(work: Work) -> None:
        verb(replace(work, by=person), *said, **more)

    operator.window.jobs.do(command)
    operator.rests()


def test_an_urgent_publication_during_a_call_is_asked_for_after_the_wrap_up(qtbot, office, tmp_path, li):
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung("138 1234 5678")
        operator.gives("intake.pick_up")
        operator.hands.type("intake.matter.summary", "Asks when the desk opens")
        meanwhile(operator, li, script_life.publish_urgent, "desk-fire", 1, note="the alarm rang")
        notices = operator.intake.front.say.notices
        operator.until(lambda: notices._line is not None and notices._line.isVisible())
        assert not notices.covers
        operator.gives("intake.end_silent")
        operator.until(lambda: operator.intake.front.say.notices.is_asking)
        assert operator.window.desk.state.state is OperatorState.READY
        page = operator.intake.front.say.notices._page
        operator.until(lambda: page._page is not None)
        operator.hands.press("intake.notice", Qt.Key.Key_Return)
        operator.hands.press("intake.notice", Qt.Key(Qt.Key.Key_1 + page._page.question.right))
        operator.until(lambda: not operator.intake.must_read)
        operator.gives("intake.pick_up")
        assert operator.intake.front.timer.running == "talking"


def test_who_says_that_she_is_ready_reads_first(qtbot, office, tmp_path, li):
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.window.desk.state.be_away("meal")
        meanwhile(operator, li, script_life.publish_urgent, "desk-fire", 1, note="the alarm rang")
        operator.window.desk.show_pane("work")
        operator.window.desk.state.be_ready()
        operator.until(lambda: operator.intake.isVisible() and operator.intake.front.say.notices.is_asking)
        assert operator.window.desk.panes.current == "intake"


def test_an_answer_that_is_withdrawn_while_it_is_open_turns_red_and_is_not_given(qtbot, office, tmp_path, li):
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung("138 1234 5678")
        operator.gives("intake.pick_up")
        front = operator.intake.front
        front.say.page.open_told("desk-hours")
        operator.until(lambda: front.say.page.script is not None)
        meanwhile(operator, li, script_life.withdraw, "desk-hours", 1, reason="the desk has moved")
        warnings = front.say.page.reader.warnings
        operator.until(lambda: warnings.shown and warnings.shown[0].tone == "danger")
        assert "the desk has moved" in warnings.shown[0].text
        operator.gives("intake.give")
        assert front.state.draft.given == ()
        assert front.strip.current.text == "This answer was withdrawn: it is given to nobody any more."
