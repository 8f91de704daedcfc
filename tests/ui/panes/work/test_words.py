from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.inquiries import INQUIRY, State
from app.services import inquiries, inquiry_steps, worklists
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.work.words import Words
from tests.desk import NOON, sign_in

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("hours", "glance", "sentence"),
    [
        (2, "in 2 h", "Due today 14:00, 2 h left"),
        (28, "tomorrow 16:00", "Due tomorrow 16:00, 1 d 4 h left"),
        (-2.5, "2 h 30 min late", "Was due today 09:30, 2 h 30 min late"),
        (-17.4, "17 h late", "Was due yesterday 18:36, 17 h late"),
    ],
)
def test_a_due_time_is_said_at_a_glance_and_in_a_sentence(
    words: Words, hours: float, glance: str, sentence: str
) -> None:
    due_at = NOON + timedelta(hours=hours)
    assert words.due(due_at, NOON, SHANGHAI) == glance
    assert words.due_sentence(due_at, NOON, SHANGHAI) == sentence


def test_what_is_done_is_never_late(words: Words) -> None:
    assert words.due(NOON - timedelta(hours=2), NOON, SHANGHAI, done=True) == "today 10:00"
    assert words.due_sentence(NOON - timedelta(hours=2), NOON, SHANGHAI, done=True) == "Was due today 10:00"
    assert (words.due(None, NOON, SHANGHAI), words.due_sentence(None, NOON, SHANGHAI)) == ("", "No due time")


def test_fields_that_a_history_can_hold_have_a_word(words: Words) -> None:
    silent = {"number", "opened_at", "opened_by", "batch"}  # written once, on the line that says "made"
    assert all(words.field(one.name) != one.name for one in INQUIRY.fields if one.name not in silent)
    assert words.field("of_a_newer_program") == "of_a_newer_program"


def test_a_timeline_tells_steps_contacts_and_reasons(office: Office, work: dict[str, bytes], words: Words) -> None:
    office.do(inquiries.move, work["Late"], State.RETURNED, reason="wrong_area", note="Not ours")
    found = office.ask(worklists.dossier, work["Late"])
    entries = list(words.entries(found, NOON, SHANGHAI))
    assert [one.title for one in entries] == [
        "Phone (in) · Inquiry dispatched",
        "Opened",
        "Dispatched to County Hospital",
        "Returned",
    ]
    assert entries[-1].detail == "Wang · Accept in time · Wrong area · Not ours"
    assert "Resolve due today 10:00 · Accept due tomorrow 14:00" in entries[2].detail


def test_an_extension_says_days_basis_and_who_was_told(office: Office, work: dict[str, bytes], words: Words) -> None:
    said = {"days": 3, "basis": "§ 12", "reason": "A second sample"}
    office.do(inquiry_steps.take, work["Tonight"], "ask_extension", **said)
    sign_in(office, "li")
    office.do(inquiry_steps.take, work["Tonight"], "approve_extension", days=3, told_at=NOON)
    found = office.ask(worklists.dossier, work["Tonight"])
    asked, approved = list(words.entries(found, NOON, SHANGHAI))[-2:]
    assert asked.detail == "Wang · 3 days · by § 12 · A second sample"
    assert approved.detail == "Li · 3 days · caller told today 12:00 · Resolve due Thu 17:00"


def test_a_promise_says_by_whom_by_when_and_how_it_ended(office: Office, work: dict[str, bytes], words: Words) -> None:
    owed = office.ask(worklists.owed_calls)[0].callback
    office.do(inquiries.settle_callback, owed.id, kept=True)
    promise = office.ask(worklists.dossier, work["Call"]).detail.promises[0]
    assert words.promise(promise, NOON, SHANGHAI) == "Call with the hours · by today 13:00 · promised by Wang · Kept"


def test_words_follow_the_language_of_the_window(words: Words) -> None:
    languages.of_app().use("zh_CN")
    assert words.due(NOON - timedelta(hours=5), NOON, SHANGHAI) == "超期5小时"
    languages.of_app().use("en")
