from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.models.callers import Caller, CallerFlag, CallerKind, FlagCode
from app.models.contacts import AnswerMode, Channel, ContactResult, ContactRow
from app.models.inquiries import InquiryRow, State, Urgency
from app.services import reference
from app.ui.panes.intake import presenting
from tests.desk import NOON, draft

HERE = ZoneInfo("Asia/Shanghai")
TREE = reference.categories()
FORM = reference.shipped_forms().newest("county-health-line")


def row(state=State.DISPATCHED, due_at=None, opened_at=NOON):
    return InquiryRow(
        1, b"1", "260302-K7-0001", state, opened_at, due_at, None, None, None, None, Urgency.NORMAL, None, "x", None,
        None, None,
    )  # fmt: skip


def test_a_conversation_is_called_by_name_number_matter_or_channel():
    assert presenting.title_of(draft(), "138 1234 5678", "en") == "张三"
    assert presenting.title_of(draft(caller_name=None), "138 1234 5678", "en") == "138 1234 5678"
    blank = draft(caller_name=None, number=None, summary=None)
    assert presenting.title_of(blank, "", "en") == "Phone (in)"
    assert presenting.title_of(draft(caller_name="x" * 40), "", "en") == "x" * 17 + "…"


def test_a_locked_window_shows_nobody():
    title = presenting.title_of(draft(), "138 1234 5678", "en", hidden=True)
    assert "张三" not in title
    assert "1234" not in title


def test_live_and_written_channels_are_told_apart():
    assert presenting.is_live(draft(channel=Channel.WALK_IN))
    assert presenting.is_written(draft(channel=Channel.LETTER))
    assert not presenting.is_written(draft(channel=Channel.MISSED_CALL))


def test_a_category_is_found_by_pinyin_characters_and_english():
    for typed in ("yfjz", "预防", "immun"):
        found = presenting.categories_for(TREE, typed, draft(), "county", "en")
        assert found[0].code == "consult.immunization"
        assert found[0].path == "Policy consultation"


def test_a_flag_says_its_last_day():
    flag = CallerFlag(b"1", b"2", FlagCode.ABUSIVE, None, NOON, NOON + timedelta(days=30))
    mark = presenting.flag_mark(flag, date(2026, 3, 2), "en", HERE)
    assert (mark.text, mark.tone) == ("Abusive · Apr 1", "danger")


def test_an_overdue_inquiry_is_red_and_a_closed_one_quiet():
    assert presenting.state_mark(row(due_at=NOON - timedelta(hours=1)), NOON, "en").tone == "danger"
    assert presenting.state_mark(row(State.CLOSED), NOON, "en").tone == ""
    assert presenting.state_mark(row(State.RETURNED), NOON, "en").tone == "warning"


def test_open_inquiries_come_before_closed_ones_and_the_newest_first():
    old, new = row(opened_at=NOON), row(opened_at=NOON + timedelta(hours=1))
    closed = row(State.CLOSED, opened_at=NOON + timedelta(hours=2))
    assert presenting.open_first([closed, old, new]) == [new, old, closed]


def test_a_caller_is_told_apart_in_one_line():
    caller = Caller(b"1", "李", CallerKind.PATIENT, area="城关镇", numbers=("+8613812345678",))
    assert presenting.caller_line(caller, "en") == "李 · Patient · 城关镇"
    assert presenting.caller_line(replace(caller, name=None, kind=None), "en") == "No name given · 城关镇"
    assert presenting.caller_line(replace(caller, name=None), "zh_CN") == "未留姓名 · 患者 · 城关镇"


def test_the_number_of_a_call_that_we_owe_is_hidden_where_the_center_wants_so():
    assert presenting.owed_number("+8613812345678", hidden=False) == "+8613812345678"
    assert "1234" not in presenting.owed_number("+8613812345678", hidden=True)


def test_answers_are_said_in_words():
    assert presenting.answer_words(FORM, "fever", "yes", "en") == ("Fever now?", "Yes")
    assert presenting.answer_words(FORM, "concerns", "child", "zh_CN") == ("为谁咨询？", "子女")
    assert presenting.answer_words(FORM, "symptoms", ["cough", "rash"], "en") == ("Symptoms", "Cough, Rash")
    assert presenting.answer_words(None, "gone", 3, "en") == ("gone", "3")


def test_a_past_contact_says_channel_result_operator_and_how_it_was_answered():
    past = ContactRow(
        b"1", Channel.PHONE_IN, NOON, NOON, ContactResult.FOLLOW_UP_NEEDED, b"2", "Wang", None, None, None, None,
        AnswerMode.SCRIPT, None, None, {},
    )  # fmt: skip
    assert presenting.result_words(past, "en") == "Phone (in) · Call back promised"
    assert presenting.facts_of(past, "en", NOON, HERE)[1] == "Wang"
    assert presenting.result_tone(past.result) == "warning"
    assert presenting.result_tone(ContactResult.ABUSIVE) == "danger"
    assert presenting.icon_of(Channel.EMAIL) == "email"
