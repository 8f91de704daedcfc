import pytest
from PySide6.QtGui import QGuiApplication

from app.models.contacts import ContactDraft
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.reply_box import ReplyBox
from tests.desk import NOON


@pytest.fixture
def box(state, shown):
    return shown(ReplyBox(state))


def test_what_is_written_goes_to_the_draft(box, state, qtbot):
    qtbot.keyClicks(box.text, "Dear Ms Smith")
    assert state.draft.reply == "Dear Ms Smith"


def test_an_answer_is_added_below(box, state):
    box.append("First.")
    box.append("Second.")
    assert state.draft.reply == "First.\n\nSecond."


def test_an_answer_that_was_added_is_seen_and_can_be_taken_out_again(box, state):
    box.append("First.")
    box.append("\n".join(f"Line {line}" for line in range(40)))
    assert box.text.verticalScrollBar().value() > 0
    assert box.text.viewport().rect().contains(box.text.cursorRect())
    box.text.undo()
    assert state.draft.reply == "First."


def test_what_is_typed_behind_the_first_answer_is_taken_back_before_it(box, state, qtbot):
    box.append("First.")
    qtbot.keyClicks(box.text, "Regards")
    box.text.undo()
    assert state.draft.reply == "First."
    box.text.undo()
    assert box.text.value() == ""


def test_what_was_typed_before_an_answer_stays_when_it_is_taken_out(box, state, qtbot):
    qtbot.keyClicks(box.text, " ")
    box.append("First.")
    box.text.undo()
    assert box.text.value() == " "


def test_what_is_typed_below_an_answer_keeps_its_distance(box, state, qtbot):
    box.append("First.\n")
    box.append("Second.")
    assert state.draft.reply == "First.\n\nSecond."


def test_the_reply_is_copied_out(box, qtbot):
    box.append("First.")
    with qtbot.waitSignal(box.copied):
        box.copy_out()
    assert QGuiApplication.clipboard().text() == "First."


def test_an_empty_reply_is_not_copied(box, qtbot):
    with qtbot.assertNotEmitted(box.copied):
        box.copy_out()


def test_the_next_draft_has_copied_nothing_yet(box, state):
    box.append("First.")
    box.copy_out()
    assert box._copy.text() == "Copied"
    state.renew(ContactDraft(NO_ID, NOON))
    box.load()
    assert box._copy.text() == "Copy reply"


def test_another_draft_shows_its_own_reply(box, state):
    box.append("First.")
    state.renew(ContactDraft(NO_ID, NOON))
    box.load()
    assert box.text.value() == ""
