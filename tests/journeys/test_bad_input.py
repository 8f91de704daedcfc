"""Nothing that can be typed, pasted or happen to the database loses what an operator wrote."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer

from app.models.contacts import Channel, ContactDraft, Outcome
from app.models.errors import DatabaseBusy
from app.models.texts import clean
from app.services import contacts, inquiries
from app.store import sqlcipher
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.intake.form_note import FormNote
from app.ui.panes.intake.pane import IntakePane
from app.ui.panes.intake.past_contact import PastContactView
from tests.desk import KEY, NOON, draft
from tests.ui.panes.intake.ending_jobs import EndingJobs
from tests.ui.panes.intake.test_form_note import arrive, choose

FIELDS = ("caller_name", "summary", "area", "details", "promise", "reply", "referred_to", "referral_note")
TEXTS = {
    "emoji": "👩‍⚕️🏥 ❤️ 👍🏽",
    "combining": "e\u0301 ก็ נִקּוּד Z̷a̷l̷g̷o̷",
    "right to left": "المريض يسأل عن اللقاح 123 (HPV)",
    "marks": "\u202eabc\u202c \u200fabc\u200e",
    "control": "one\x00two\x07three\x1b[31m",
    "beyond the plane": "𠮷野家 𝒳",
    "markup": "<b>bold</b> & <img src=x onerror=alert(1)> %n {name}",
    "sql": "'; DROP TABLE contact; --",
}


def _pane(jobs, qtbot):
    made = IntakePane(jobs)
    qtbot.addWidget(made)
    made.resize(1188, 632)
    made.show()
    return made


@pytest.fixture
def pane(office, qtbot):
    jobs = EndingJobs(office, executor=InlineExecutor())
    yield _pane(jobs, qtbot)
    jobs.close()


def _save(pane, qtbot, outcome=Outcome.ANSWERED):
    with qtbot.waitSignal(pane.front.saved, timeout=20_000) as saved:
        pane.front.end(outcome)
    return saved.args[0]


def _type(editor, text):
    (editor.insertPlainText if hasattr(editor, "insertPlainText") else editor.insert)(text)
    editor.edited.emit(editor.value())


def _fill(pane, **values):
    given = {"number": "13812345678", "category": "complaint.waiting", "summary": "Waits long", **values}
    pane.front.state.edit_all(given)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_whatever_is_typed_into_a_field_is_read_back_as_it_was(pane, office, qtbot, text):
    pane.new_letter()
    pane.front.referral.open()
    for name in FIELDS:
        _type(pane.front._editor(name), text)
    _fill(pane, summary=text)
    done = _save(pane, qtbot, Outcome.REFERRED)
    row, found = office.ask(contacts.one, done.contact), office.ask(inquiries.detail, done.inquiry)
    told = clean(text)
    assert (row.summary, row.narrative, row.reply) == (told, told, told)
    assert (found.row.caller_name, found.row.area, found.promises[0].what) == (told, told, told)
    assert office.ask(contacts.referral, done.contact).to == told


def test_half_a_character_never_keeps_a_contact_from_being_saved(office):
    opened = office.do(contacts.start, draft(summary="half \ud83d", details="\udc00", caller_name="\ud800王")).value
    done = office.do(contacts.finalize, opened, Outcome.ANSWERED).value
    assert office.ask(inquiries.detail, done.inquiry).row.caller_name.endswith("王")


@pytest.mark.parametrize("name", ["number", "caller_name", "summary", "area", "promise"])
def test_a_book_pasted_into_a_line_stays_there_and_is_refused_beside_it(pane, office, qtbot, name):
    _fill(pane)
    _type(pane.front._editor(name), "长" * 50_000)
    pane.answered()
    said = pane.front._editor(name).accessibleDescription()
    if name == "number":
        assert said == "This text is too long."
    else:
        count, words = said.split(" ", 1)
        assert words in ("character(s) too many", "characters too many")
        assert 48_000 <= int(count) < 50_000
    assert len(getattr(pane.front.state.draft, name)) >= 50_000


@pytest.mark.parametrize("typed", ["0001-01-01 00:00", "9999-12-31 23:59", "yesterday 9:00", "next never"])
def test_a_time_that_nobody_can_keep_is_said_and_stays_as_typed(pane, qtbot, typed):
    _fill(pane)
    line = pane.front._editor("due_at")
    line.setText(typed)
    line.edited.emit(line.value())
    pane.promise_call()
    assert line.accessibleDescription()
    assert line.text() == typed
    assert not pane.front.ending.busy


def test_a_contact_of_a_newer_form_is_read_with_its_answers_as_they_are(pane, office, qtbot):
    told = draft(form="county-health-line", form_version=99, answers={"from_tomorrow": "yes"})
    opened = office.do(contacts.start, told).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    view = PastContactView(pane._jobs, clock=office.clock.now, zone=pane.front.desk.zone)
    qtbot.addWidget(view)
    view.open(opened.id)
    assert view._shown.form is None
    assert {"from_tomorrow", "yes"} <= {line.text() for line in view._lines}


@pytest.mark.parametrize("changes", [{"format": 2}, {"sections": []}], ids=["newer", "broken"])
def test_a_form_that_cannot_be_read_comes_in_the_middle_of_a_call(pane, office, qtbot, changes):
    _fill(pane, category="complaint.fees")
    pane.front.state.answer("amount", 120)
    in_hand = pane.front
    pane._jobs.do(arrive, initiator=None, version=2, **changes)
    pane.new_conversation(Channel.PHONE_IN)
    assert pane.front.what.line.findChild(FormNote).text()
    _fill(pane)
    assert office.ask(contacts.one, _save(pane, qtbot).contact).form_version == 1
    assert pane.front is in_hand
    assert office.ask(contacts.one, _save(pane, qtbot).contact).answers["amount"] == 120


def test_a_line_whose_form_is_not_here_takes_calls_without_its_questions(pane, office, qtbot):
    pane._jobs.do(choose, initiator=None, form="of-tomorrow")
    assert pane.front.what.line.findChild(FormNote).text()
    _fill(pane)
    row = office.ask(contacts.one, _save(pane, qtbot).contact)
    assert (row.form, row.form_version, row.summary) == ("of-tomorrow", None, "Waits long")


def test_another_program_that_holds_the_database_for_seconds_delays_the_save_and_not_the_window(office, qtbot):
    jobs = EndingJobs(office)
    pane = _pane(jobs, qtbot)
    other = sqlcipher.connect(office.store.path, KEY)
    other.execute("BEGIN IMMEDIATE")
    _fill(pane)
    # The window's own clock lets go of the database: a window that waits for it would never be saved.
    QTimer.singleShot(1_000, other.rollback)
    assert _save(pane, qtbot).number
    other.close()
    jobs.close()


def test_a_database_that_stays_locked_is_said_and_what_was_typed_stays(pane, office, qtbot, monkeypatch):
    def busy(*_args, **_values):
        raise DatabaseBusy

    _fill(pane, details="three hours")
    monkeypatch.setattr("app.services.contacts.finalize", busy)
    with qtbot.waitSignal(pane.front.ending.refused):
        pane.answered()
    assert pane.front.strip.current.text.startswith("Not saved: another program is using the database.")
    assert pane.front.strip.current.step is not None
    assert pane.front.state.draft.details == "three hours"


def test_an_unknown_draft_field_of_a_newer_program_is_left_alone():
    from app.services import drafts

    body = {**drafts.to_body(ContactDraft(b"1" * 16, NOON, Channel.EMAIL)), "from_tomorrow": {"x": 1}}
    assert drafts.from_body(body).channel is Channel.EMAIL
    assert drafts.from_body(body).opened_at - NOON == timedelta()
