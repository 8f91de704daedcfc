"""A mock call as it goes on: what is said is heard against the script, and the same seed gives the same call."""

import pytest

from app.models.errors import FieldMissing, FieldTooLong, NotAllowed, RecordGone
from app.models.mock_calls import MockEvent
from app.services import mock_calls, mock_scenarios
from app.services.mock_calls import Call
from app.services.office import Office
from tests.desk import sign_in
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of

WASH = "请马上用肥皂水和流动清水冲洗15分钟，冲洗后马上去处置门诊，不要等。"


@pytest.fixture
def call(office: Office) -> Call:
    sign_in(office, "li")
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    sign_in(office, "wang")
    return office.ask(mock_calls.begin, "bite-grandmother", "zh", 3)


def test_a_call_begins_with_the_callers_words(call: Call):
    assert [(one.by_operator, one.text[:2]) for one in call.turns] == [(False, "喂，")]


def test_what_is_said_is_heard_against_the_script(office: Office, call: Call):
    call, answer = office.ask(mock_calls.say, call, WASH)
    assert {one.about for one in answer.events if one.event is MockEvent.POINT} == {"k1", "k2"}
    assert [one.by_operator for one in call.turns] == [False, True, False]
    _, again = office.ask(mock_calls.say, call, WASH)
    assert MockEvent.POINT not in {one.event for one in again.events}


def test_one_wrong_figure_is_no_key_point(office: Office, call: Call):
    _, answer = office.ask(mock_calls.say, call, WASH.replace("15", "5"))
    assert "k1" not in {one.about for one in answer.events}


def test_what_the_script_forbids_is_heard(office: Office, call: Call):
    _, answer = office.ask(mock_calls.say, call, "家养的没事，观察一下再说")
    assert MockEvent.FORBIDDEN in {one.event for one in answer.events}


def test_the_same_words_make_the_same_call(office: Office, call: Call):
    one, _ = office.ask(mock_calls.say, call, "孩子几岁了？")
    other, _ = office.ask(mock_calls.say, call, "孩子几岁了？")
    assert one == other
    assert mock_calls.state_of(mock_scenarios.find("bite-grandmother"), one.turns).told == {"age"}


def test_nothing_and_too_much_are_refused(office: Office, call: Call):
    with pytest.raises(FieldMissing):
        office.ask(mock_calls.say, call, "  ")
    with pytest.raises(FieldTooLong):
        office.ask(mock_calls.say, call, "啊" * (mock_calls.LONGEST + 1))


def test_a_caller_whose_script_is_gone_does_not_call(office: Office):
    with pytest.raises(RecordGone):
        office.ask(mock_calls.begin, "hpv-mother", "zh", 1)


def test_whoever_does_not_practice_takes_no_mock_call(office: Office):
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(mock_calls.begin, "hpv-mother", "zh", 1)
