from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.callbacks import Callback, CallbackReason
from app.models.inquiries import State, Urgency
from app.ui.panes.work import presenting

NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # noon in Shanghai
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("hours", "done", "tone"),
    [
        (-1, False, "danger"),
        (3, False, "warning"),
        (11, False, "warning"),
        (13, False, ""),
        (-1, True, ""),
        (3, True, ""),
    ],
)
def test_a_due_time_is_red_when_late_and_yellow_today(hours: int, done: bool, tone: str) -> None:
    due_at = NOW + timedelta(hours=hours)
    assert presenting.due_tone(due_at, NOW, zone=SHANGHAI, done=done) == tone


def test_no_due_time_has_no_tone() -> None:
    assert presenting.due_tone(None, NOW, zone=SHANGHAI) == ""


def test_states_and_urgencies_have_the_tone_of_what_must_be_done() -> None:
    assert [
        presenting.state_tone(state) for state in (State.NEW, State.RETURNED, State.WAITING_CALLER, State.CLOSED)
    ] == [
        "accent",
        "danger",
        "warning",
        "",
    ]
    assert [presenting.urgency_tone(one) for one in Urgency] == ["", "", "warning", "danger"]


def test_a_category_is_shown_in_the_persons_language() -> None:
    assert presenting.category("complaint", "zh_CN") == "投诉"
    assert presenting.category("consult.immunization.hpv", "en", whole=True).count(" › ") == 2
    assert presenting.category("of.another.tree", "en") == "of.another.tree"
    assert presenting.category(None, "en") == ""


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("state", "closed", "Closed"),
        ("urgency", "high", "High"),
        ("category", "complaint", "Complaint"),
        ("due_at", "2026-03-02T08:30:00+00:00", "2026-03-02 16:30"),
        ("summary", None, "–"),
        ("summary", "words", "words"),
    ],
)
def test_values_of_a_history_are_words(field: str, value: str | None, shown: str) -> None:
    assert presenting.value(field, value, "en", SHANGHAI) == shown


@given(st.text(max_size=2000))
def test_a_long_value_is_cut_to_a_glance(text: str) -> None:
    assert len(presenting.value("details", text, "en", UTC)) <= 300


def test_a_coded_reason_has_its_label_and_a_free_one_stays() -> None:
    assert presenting.reason("wrong_area", "en") == "Wrong area"
    assert presenting.reason("the fax is broken", "en") == "the fax is broken"


@pytest.mark.parametrize(
    ("uri", "shown", "link"),
    [
        ("tel:+8613812345678", "138 1234 5678", '<a href="tel:+8613812345678"'),
        ("tel:12320", "12320", '<a href="tel:12320"'),
        ("", "<withheld>", "&lt;withheld&gt;"),
        ("tel:+8613812345678", "138 **** 5678", '<a href="tel:" style'),
    ],
)
def test_a_number_is_a_link_for_a_telephone_program(uri: str, shown: str, link: str) -> None:
    assert presenting.telephone_link(uri, shown).startswith(link)


def test_a_call_that_nobody_promised_says_why_we_owe_it():
    missed = Callback(b"c", CallbackReason.MISSED, "+861", NOW, None, None, None, None, None, None)
    assert presenting.owed_for(missed, "en") == "Missed call"
    assert presenting.owed_for(replace(missed, what="Call with the hours"), "en") == "Call with the hours"
    assert presenting.owed_for(replace(missed, reason=CallbackReason.PROMISED), "en") == ""
