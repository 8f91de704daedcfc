import pytest

from app.models.callers import CallerKind
from app.models.contacts import ContactDraft
from app.services import callers
from app.ui.panes.intake.caller_details import CallerDetails
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import NO_ID
from tests.desk import NOON


@pytest.fixture
def details(jobs, state, clock, shown):
    return shown(CallerDetails(jobs, state, CallerLink(jobs, state), clock=clock.now))


def note_of(office, caller):
    return office.ask(callers.card, caller).caller.note


def test_kind_and_language_go_to_the_draft(details, state):
    for field, code in (("caller_kind", "nurse"), ("language", "en")):
        editor = details.editor(field)
        editor.setCurrentIndex(editor.findData(code))
        editor.activated.emit(0)
    assert (state.draft.caller_kind, state.draft.language) == (CallerKind.NURSE, "en")


def test_a_note_is_kept_when_its_field_is_left(details, state, met, office, qtbot):
    caller = met()
    state.edit("number", "138 1234 5678")
    details._link.look_up()
    details._note.setFocus()
    qtbot.keyClicks(details._note, "speaks softly")
    details.editor("language").setFocus()
    assert note_of(office, caller) == "speaks softly"


def test_a_note_is_kept_when_the_typing_rests(details, state, met, office, qtbot):
    caller = met()
    state.edit("number", "138 1234 5678")
    details._link.look_up()
    details._note.setFocus()
    qtbot.keyClicks(details._note, "deaf")
    qtbot.waitUntil(lambda: note_of(office, caller) == "deaf", timeout=2_000)


def test_nobody_has_a_note_before_somebody_is_known(details):
    assert not details._note.isEnabled()


def test_a_note_of_one_caller_never_stands_on_another(details, state, met, office, qtbot):
    first, second = met(), met("李四", number="139 0000 0000")
    state.edit("number", "138 1234 5678")
    details._link.look_up()
    details._note.setFocus()
    qtbot.keyClicks(details._note, "about the first")
    state.edit("number", "139 0000 0000")
    details._link.look_up()
    assert details._note.value() == ""
    details.editor("language").setFocus()
    assert note_of(office, second) is None
    assert note_of(office, first) in (None, "about the first")


def test_the_next_conversation_shows_no_note(details, state, met, qtbot):
    met()
    state.edit("number", "138 1234 5678")
    details._link.look_up()
    details._note.setFocus()
    qtbot.keyClicks(details._note, "x")
    state.renew(ContactDraft(NO_ID, NOON))
    assert details._note.value() == ""
    assert details.editor("language").value() == ""
