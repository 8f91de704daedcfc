from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.contacts import ContactDraft, GivenScript
from app.services import drafts
from app.ui.panes.intake.conversation_state import NO_ID, ConversationState
from tests.desk import NOON


def stamp(**values):
    return GivenScript(**{"key": "hpv", "version": 3, "language": "en", "at": NOON, **values})


def test_an_edit_is_told_once_and_the_same_value_not_at_all(state, qtbot):
    with qtbot.waitSignal(state.changed, check_params_cb="summary".__eq__):
        state.edit("summary", "fever")
    with qtbot.assertNotEmitted(state.changed):
        state.edit("summary", " fever ")


def test_an_empty_text_is_none(state):
    state.edit("summary", "  ")
    assert state.draft.summary is None


def test_a_field_that_a_draft_does_not_have_is_refused(state):
    with pytest.raises(KeyError):
        state.edit("shade", "red")


def test_halves_of_characters_and_control_characters_go_and_everything_else_stays(state):
    state.edit("details", "a\ud83d\x00 ‏שלום 👩‍⚕️\r\nb")
    assert state.draft.details == "a� ‏שלום 👩‍⚕️\nb"


def test_answers_are_kept_as_json_and_empty_ones_go(state):
    state.answer("visited_on", date(2026, 3, 1))
    state.answer("symptoms", ("cough",))
    state.answer("amount", 3.5)
    assert state.draft.answers == {"visited_on": "2026-03-01", "symptoms": ["cough"], "amount": 3.5}
    state.answer("symptoms", ())
    state.answer("amount", None)
    assert state.draft.answers == {"visited_on": "2026-03-01"}


def test_a_script_version_is_stamped_once_with_what_was_ticked_last(state):
    state.give(stamp())
    state.give(stamp(ticked=("k1",)))
    assert [one.ticked for one in state.draft.given] == [("k1",)]
    state.take_back("hpv", 3)
    assert state.draft.given == ()


def test_the_office_gives_the_id_and_what_was_typed_meanwhile_stays(state):
    state.edit("summary", "typed meanwhile")
    state.take_opened(ContactDraft(b"1" * 16, NOON, form="county-health-line"))
    assert state.opened
    assert state.draft.summary == "typed meanwhile"


def test_a_renewed_state_holds_nothing_of_the_former_one(state, qtbot):
    state.edit("summary", "former")
    with qtbot.waitSignal(state.renewed):
        state.renew(ContactDraft(NO_ID, NOON))
    assert state.draft == ContactDraft(NO_ID, NOON)
    assert state.generation == 1


@given(st.text(alphabet=st.characters(), max_size=50))
def test_whatever_is_typed_can_be_saved(text):
    state = ConversationState(ContactDraft(NO_ID, NOON))
    state.edit("details", text)
    state.answer("evidence", text)
    body = drafts.to_body(state.draft)
    assert str(body).encode()
    assert drafts.from_body(body) == state.draft
