from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.contacts import Channel, Outcome
from app.models.dispositions import DONE
from app.services import callers, contacts, inquiries, worklists
from app.services.office import Office
from app.ui.panes.work.story import Story
from app.ui.panes.work.words import Words
from tests.desk import NOON, draft

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def story(words: Words, qtbot) -> Story:
    made = Story(words)
    qtbot.addWidget(made)
    return made


def test_details_answer_promises_and_notes_stand_under_headings(story: Story, office: Office, work) -> None:
    found = office.ask(worklists.dossier, work["Call"])
    assert found.caller is not None
    office.do(callers.describe, found.caller.id, note="Hard of hearing")
    story.show_dossier(office.ask(worklists.dossier, work["Call"]), NOON, SHANGHAI)
    lines = story.toPlainText().splitlines()
    assert [line for line in lines if line in ("Details", "Answer", "Promises", "Note on the caller")] == [
        "Details",
        "Promises",
        "Note on the caller",
    ]
    assert lines[1] == "The daughter is 12. 想问九价疫苗"


def test_nothing_written_is_said_in_words(story: Story, office: Office, work) -> None:
    office.do(inquiries.describe, work["Late"], details=None)
    story.show_dossier(office.ask(worklists.dossier, work["Late"]), NOON, SHANGHAI)
    assert story.toPlainText().splitlines()[1] == "Nothing was written down."


@pytest.mark.parametrize("text", ["<b>bold</b> &amp; <img src=x>", "שלום\nمرحبا 😷", "x" * 50_000])
def test_whatever_a_text_holds_is_shown_and_never_taken_for_markup(
    story: Story, office: Office, work, text: str
) -> None:
    office.do(inquiries.describe, work["Late"], details=text)
    story.show_dossier(office.ask(worklists.dossier, work["Late"]), NOON, SHANGHAI)
    assert text in story.toPlainText().replace("\u2029", "\n")


def test_a_reply_in_writing_is_read_back_with_who_wrote_it(story: Story, office: Office) -> None:
    values = {"channel": Channel.EMAIL, "reply": "Dear caller,\nthe clinic opens at nine."}
    opened = office.do(contacts.start, draft(**values)).value
    inquiry = office.do(contacts.finalize, opened, Outcome.ANSWERED).value.inquiry
    assert inquiry is not None
    story.show_dossier(office.ask(worklists.dossier, inquiry), NOON, SHANGHAI)
    lines = story.toPlainText().splitlines()
    at = lines.index("Reply in writing")
    assert lines[at + 1].endswith("Wang")
    assert lines[at + 2 : at + 4] == ["Dear caller,", "the clinic opens at nine."]


def _called(office: Office, callback: bytes, station: str, minutes: int, code: str) -> None:
    assert office.by is not None
    at = (NOON + timedelta(minutes=minutes)).isoformat()
    with office.store.write("wang") as tx:
        values = {"callback": callback.hex(), "station": station, "seq": 1, "at": at, "direction": "out"}
        attempt = tx.add("attempt", {**values, "by": office.by.id.hex()})
        tx.add("attempt_outcome", {"attempt": attempt.hex(), "code": code, "at": at})


def _two_calls(office: Office, inquiry: bytes, codes: tuple[str, str]) -> None:
    with office.store.write("wang") as tx:
        tx.add("station", {"origin": "aa" * 16, "label": "Seat 1"})
        tx.add("station", {"origin": "bb" * 16, "label": "Seat 2"})
    [callback] = [one for one in office.ask(inquiries.due_callbacks, limit=9) if one.inquiry == inquiry]
    _called(office, callback.id, "aa" * 16, 1, codes[0])
    _called(office, callback.id, "bb" * 16, 2, codes[1])


def test_a_person_reached_by_two_stations_is_said_to_be_contacted_twice_with_both_calls(
    story: Story, office: Office, work
) -> None:
    _two_calls(office, work["Call"], (DONE, DONE))
    story.show_dossier(office.ask(worklists.dossier, work["Call"]), NOON, SHANGHAI)
    lines = story.toPlainText().splitlines()
    at = lines.index("Calls made")
    assert lines[at + 1] == "Contacted twice: two stations made the same call."
    assert ["Wang · Seat 1 · Done" in lines[at + 2], "Wang · Seat 2 · Done" in lines[at + 3]] == [True, True]


@pytest.mark.parametrize("first", ["201", "207", "222"])
def test_a_second_call_after_one_that_was_to_be_made_again_is_no_second_contact(
    story: Story, office: Office, work, first: str
) -> None:
    _two_calls(office, work["Call"], (first, DONE))
    story.show_dossier(office.ask(worklists.dossier, work["Call"]), NOON, SHANGHAI)
    text = story.toPlainText()
    assert "Contacted twice" not in text
    assert text.count("Wang · ") == 2
