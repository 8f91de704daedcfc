from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.contacts import Channel, GivenScript, Outcome
from app.models.form_answers import FormReason
from app.services import reference
from app.ui.panes.intake import readiness
from tests.desk import NOON, draft

FORM = reference.shipped_forms().newest("county-health-line")
TREE = reference.categories()
CATEGORY = "complaint.waiting"


def gaps(one, outcome, **options):
    return readiness.gaps(one, outcome, FORM, readiness.surroundings(one, TREE, None), **options)


def test_a_known_question_with_a_given_script_needs_no_summary():
    given_one = GivenScript("hpv", 3, "en", NOON)
    assert gaps(draft(summary=None, category=CATEGORY, given=(given_one,)), Outcome.ANSWERED) == ()


def test_what_is_missing_comes_in_the_order_of_the_screen():
    found = [gap.field for gap in gaps(draft(category=None, summary=None, number=None), Outcome.CALL_BACK)]
    assert found == ["number", "category", "summary", "due_at"]


def test_the_line_asks_more_for_a_dispatch_and_refuses_not_asked_where_it_must_be_asked():
    found = {gap.field: gap.reason for gap in gaps(draft(category=CATEGORY), Outcome.DISPATCH)}
    assert found["answers.identity_consent"] is FormReason.MUST_ASK
    assert found["answers.concerns"] is FormReason.MISSING
    assert "answers.wants_callback" not in found


def test_a_wrong_number_is_never_held_up():
    assert gaps(draft(summary="x" * 9_999, category=None), Outcome.NON_INQUIRY) == ()


def test_too_long_and_unreadable_fields_are_named_and_not_called_missing():
    long = draft(category=CATEGORY, summary="x" * 501)
    found = gaps(long, Outcome.CALL_BACK, unreadable=("due_at",))
    assert {gap.field: gap.missing for gap in found} == {"summary": False, "due_at": False}


def test_answers_to_questions_that_do_not_show_are_not_kept():
    one = draft(category=CATEGORY, answers={"concerns": "nobody", "age_group": "adult", "gone": "x"})
    kept = readiness.settled(one, FORM, readiness.surroundings(one, TREE, None))
    assert "age_group" not in kept.answers
    assert "gone" not in kept.answers
    assert (kept.form, kept.form_version) == ("county-health-line", 1)


def test_questions_that_were_passed_over_are_kept_as_not_asked():
    one = draft(category=CATEGORY)
    kept = readiness.settled(one, FORM, readiness.surroundings(one, TREE, None))
    assert kept.answers["wants_callback"] == "not_asked"


def test_without_a_readable_form_a_contact_can_still_be_saved():
    one = draft(category=CATEGORY)
    around = readiness.surroundings(one, TREE, None)
    assert readiness.gaps(one, Outcome.ANSWERED, None, around) == ()
    assert readiness.settled(one, None, around) == one


@pytest.mark.parametrize("channel", list(Channel))
def test_a_form_condition_sees_category_and_channel(channel):
    around = readiness.surroundings(draft(channel=channel, category=CATEGORY), TREE, None)
    assert around.category == ("complaint", CATEGORY)
    assert around.channel == channel.value


@given(st.dictionaries(st.sampled_from([each.id for each in FORM.fields]), st.text(max_size=5) | st.none()))
def test_whatever_the_answers_are_gaps_are_named_and_nothing_raises(answers):
    one = replace(draft(category=CATEGORY), answers=answers)
    assert all(gap.field for gap in gaps(one, Outcome.DISPATCH))


@pytest.mark.parametrize(
    ("hours", "reason"), [(-1, FormReason.IN_THE_PAST), (24 * 3_650, FormReason.TOO_FAR_AHEAD), (2, None)]
)
def test_a_due_time_that_nobody_can_keep_is_refused(hours, reason):
    one = draft(category=CATEGORY, due_at=NOON + timedelta(hours=hours))
    found = readiness.gaps(one, Outcome.CALL_BACK, None, readiness.surroundings(one, TREE, NOON))
    assert [gap.reason for gap in found if gap.field == "due_at"] == ([reason] if reason else [])
    assert readiness.gaps(one, Outcome.ANSWERED, None, readiness.surroundings(one, TREE, NOON)) == ()


@pytest.mark.parametrize(("outcome", "refused"), [(Outcome.DISPATCH, False), (Outcome.CALL_BACK, True)])
def test_what_came_days_ago_may_have_been_due_before_it_is_dispatched(outcome, refused):
    came = NOON - timedelta(days=9)
    one = draft(category=CATEGORY, channel=Channel.EMAIL, received_at=came, due_at=came + timedelta(days=2))
    found = readiness.gaps(one, outcome, None, readiness.surroundings(one, TREE, NOON))
    assert any(gap.field == "due_at" for gap in found) is refused
