"""A quarter's campaign: the frame is read, a sample drawn and called, interviews held, results shown by institution."""

from datetime import timedelta

import pytest

from app.models.campaigns import LeftOut
from app.services import (
    callback_attempts,
    callbacks,
    campaign_field,
    campaign_progress,
    campaign_results,
    campaigns,
    interviews,
)
from app.services.callback_attempts import Outcome
from tests.desk import sign_in
from tests.services.drawing import drawn, frame, plan
from tests.services.interviewing import begun, through


def _interview(office, waiting, overall):
    """Take the next call, ask the questionnaire of its campaign, and say how it ended."""
    call = waiting.sheet.callback.id
    attempt = office.do(callback_attempts.begin, call).value.attempt
    asked = office.ask(interviews.about, call)
    assert (asked.questionnaire, asked.institution) == ("short-phone", waiting.sheet.case.about["institution"])
    one = begun(office, asked)
    through(office, one, overall=overall)
    ended = office.do(interviews.end, one).value
    return office.do(callback_attempts.finish, attempt, Outcome(ended.code, percent=ended.percent)).value


def test_from_the_frame_to_results(office, clock):
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, questionnaire="short-phone", size=6, people=1)
    sign_in(office, "wang")
    codes = []
    while (waiting := office.ask(callbacks.next_for)) is not None:
        if len(codes) == 5:  # the last one asks never to be called again
            call = office.do(callback_attempts.begin, waiting.sheet.callback.id).value.attempt
            codes.append(office.do(callback_attempts.finish, call, Outcome("234")).value.code)
        else:
            codes.append(_interview(office, waiting, "very_satisfied").code)
    assert sorted(codes) == ["110"] * 5 + ["234"]
    sign_in(office, "li")
    found = office.ask(campaign_results.results, campaign)
    assert sum(found.answers.values()) == 5
    assert all(one.top is None for measures in found.institutions.values() for one in measures)  # too few to be shown
    told = office.ask(campaign_progress.progress, campaign)
    assert (told.counts.i, told.counts.r, told.rates["RR1"].share) == (5, 1, pytest.approx(5 / 6))
    clock.advance(timedelta(days=42))
    assert office.do(campaign_field.tend).value.closed == 0
    later = office.ask(campaigns.planned, plan(name="Summer", size=60, begins_on=clock.now().date()))
    assert later.left_out == {LeftOut.COOL_OFF: 5, LeftOut.DO_NOT_CALL: 1}
