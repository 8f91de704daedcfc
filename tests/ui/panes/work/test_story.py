from zoneinfo import ZoneInfo

import pytest

from app.models.contacts import Channel, Outcome
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
