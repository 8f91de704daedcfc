from dataclasses import replace
from datetime import date

from app.scripts_library.script import State, content_of
from tests.scripts_library.making import small


def test_a_review_is_due_on_the_sum_of_review_and_span():
    script = small(last_reviewed_on=date(2026, 2, 20), review_in_days=90)
    assert script.review_due_on == date(2026, 5, 21)


def test_an_explicit_review_date_stands_before_the_sum():
    script = small(last_reviewed_on=date(2026, 2, 20), review_in_days=90, review_on=date(2026, 3, 1))
    assert script.review_due_on == date(2026, 3, 1)


def test_without_a_review_no_date_is_made_up():
    assert small(review_in_days=90).review_due_on is None
    assert small(last_reviewed_on=date(2026, 2, 20)).review_due_on is None


def test_a_span_beyond_the_calendar_ends_at_its_end():
    assert small(last_reviewed_on=date(9999, 12, 1), review_in_days=3_000_000).review_due_on == date.max


def test_a_title_falls_back_to_english_and_then_to_any():
    assert small().title_in("es") == "When does the clinic open?"
    assert small(title={"zh": "开门"}).title_in("en") == "开门"
    assert small(title={}).title_in("en") == ""


def test_version_state_and_predecessor_are_no_content():
    script = small()
    other = replace(script, version=7, state=State.APPROVED, supersedes="a-0@1")
    assert content_of(other) == content_of(script)
    assert content_of(replace(other, topic="x")) != content_of(script)
