"""A number with an open survey shows it, and one press asks for the interview."""

import pytest

from app.services import interview_calls, interviews
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.survey_line import SurveyLine
from tests.desk import sign_in
from tests.services.calling import campaign, number
from tests.services.interviewing import said


@pytest.fixture
def link(jobs, state):
    return CallerLink(jobs, state)


@pytest.fixture
def line(jobs, link, shown):
    made = SurveyLine(jobs, link)
    made.resize(280, 100)
    return shown(made, inside=True)


@pytest.fixture
def call(office):
    """A call of a campaign with a questionnaire."""
    calls = campaign(office, 1)
    with office.store.write("li") as tx:
        held = tx.state_of("callback", calls[0])["campaign"]
        tx.put("campaign", bytes.fromhex(str(held)), {"questionnaire": "short-phone", "questionnaire_version": 1})
    sign_in(office, "wang")
    return calls[0]


def test_an_open_survey_shows_for_its_number_and_is_one_press_away(state, link, line, call, qtbot):
    state.edit("number", number(0))
    link.look_up()
    assert line.button.text() == "Begin the interview  Alt+Y"
    with qtbot.waitSignal(line.wanted, check_params_cb=call.__eq__):
        line.button.click()
    state.edit("number", number(7))
    link.look_up()
    assert (line.found, line.isHidden()) == (None, True)


def test_an_interview_that_was_begun_is_resumed(office, state, link, line, call):
    begun = office.do(interviews.begin, office.ask(interview_calls.prepared, call).asked).value
    said(office, begun, greeting="read")
    state.edit("number", number(0))
    link.look_up()
    assert line.button.text() == "Resume the interview  Alt+Y"
    assert "Patient 0" in line.button.accessibleName()
