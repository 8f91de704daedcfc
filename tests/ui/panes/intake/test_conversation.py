from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.callers import CallerKind
from app.models.contacts import AnswerMode, Channel, ContactDraft, ContactResult, Outcome
from app.models.errors import DiskFull, FieldTooLong
from app.models.inquiries import Urgency
from app.services import contacts, drafts, inquiries
from app.ui.kit import focus, theme
from app.ui.panes.intake.call_clock import TALKING, WRAP_UP
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.outcome_bar import LETTERS
from tests.desk import NOON


@pytest.fixture
def conversation(jobs, desk, library, shown):
    made = Conversation(jobs, ContactDraft(NO_ID, NOON), desk, scripts=library)
    made.resize(1180, 640)
    return shown(made)


def filled(conversation, **values):
    given = {"number": "138 1234 5678", "category": "consult.immunization.hpv", "summary": "age limit", **values}
    conversation.state.edit_all(given)
    conversation.who.link.look_up()


def note(conversation, outcome):
    conversation.refresh_notes()
    return conversation.bar.button(outcome).note


def focused(conversation):
    return conversation.focusWidget().objectName()


def test_each_button_says_what_is_missing(conversation):
    assert note(conversation, Outcome.ANSWERED) == "Missing: Category, Summary"
    filled(conversation)
    assert note(conversation, Outcome.ANSWERED) == "saves and closes"
    assert note(conversation, Outcome.CALL_BACK) == "Missing: Due"


def test_pressing_an_outcome_leads_to_the_first_missing_field(conversation):
    conversation.end(Outcome.ANSWERED)
    assert focused(conversation) == "intake.matter.category"
    assert conversation.what.editor("category").accessibleDescription() == "Please fill this in."
    filled(conversation)
    conversation.end(Outcome.CALL_BACK)
    assert focused(conversation) == "intake.next.due_at"


def test_a_category_typed_over_with_what_is_none_holds_an_outcome_up(conversation, qtbot):
    filled(conversation)
    line = conversation.what.editor("category")
    line.selectAll()
    qtbot.keyClicks(line, "no such thing")
    with qtbot.assertNotEmitted(conversation.saved):
        conversation.end(Outcome.ANSWERED)
    assert (focused(conversation), line.text()) == ("intake.matter.category", "no such thing")
    assert line.accessibleDescription().startswith("Not in the list")
    assert note(conversation, Outcome.ANSWERED) == "Please check: Category"


def test_a_question_of_the_line_that_must_be_asked_holds_a_dispatch_up(conversation):
    filled(conversation, unit="hosp", due_at=NOON + timedelta(days=1))
    conversation.end(Outcome.DISPATCH)
    assert focused(conversation) == "intake.line.concerns"


def test_saved_comes_only_after_the_commit(conversation, qtbot, office):
    filled(conversation)
    with qtbot.waitSignal(conversation.saved) as told:
        conversation.end(Outcome.ANSWERED)
    assert office.ask(inquiries.detail, told.args[0].inquiry).row.number == told.args[0].number


def test_an_outcome_ends_the_talk(conversation):
    conversation.timer.pick_up()
    filled(conversation)
    conversation.end(Outcome.ANSWERED)
    spans = conversation.state.draft.spans
    assert [span.state for span in spans] == [TALKING, WRAP_UP]


def test_one_open_inquiry_is_taken_by_one_key_and_of_several_one_is_chosen(conversation, met, qtbot):
    met(outcome=Outcome.CALL_BACK, due_at=NOON + timedelta(hours=1), answers={})
    filled(conversation)
    with qtbot.waitSignal(conversation.saved):
        conversation.end(Outcome.ADD_TO)
    conversation.renew(ContactDraft(NO_ID, NOON))
    met(outcome=Outcome.CALL_BACK, due_at=NOON + timedelta(hours=1))
    filled(conversation)
    conversation.end(Outcome.ADD_TO)
    assert focused(conversation).endswith(".add")


def test_a_full_disk_says_not_saved_keeps_the_text_and_can_be_tried_again(conversation, monkeypatch, qtbot):
    filled(conversation)

    def full(_work, **_arguments):
        raise DiskFull(path="x")

    with monkeypatch.context() as patch:
        patch.setattr(contacts, "finalize", full)
        conversation.end(Outcome.ANSWERED)
    assert conversation.strip.isVisible()
    line = conversation.what.editor("summary")
    assert focused(conversation).endswith(".summary")
    assert (line.text(), line.selectedText(), line.cursorPosition()) == ("age limit", "", len("age limit"))
    with qtbot.waitSignal(conversation.saved):
        conversation.strip.current.step()


def test_who_comes_back_to_a_conversation_goes_on_at_the_end_of_its_summary(conversation):
    filled(conversation)
    line = conversation.what.editor("summary")
    line.setCursorPosition(0)
    conversation.state.edit("number", "13812345678")
    conversation.focus_first()
    assert focused(conversation).endswith(".summary")
    assert (line.selectedText(), line.cursorPosition()) == ("", len("age limit"))


def test_a_draft_that_cannot_be_saved_is_said_and_the_strip_goes_when_it_can(conversation, monkeypatch):
    def full(_work, **_arguments):
        raise DiskFull(path="x")

    with monkeypatch.context() as patch:
        patch.setattr(contacts, "start", full)
        conversation.state.edit("summary", "fever")
        conversation.keeper.flush()
    assert conversation.strip.current.text.startswith("Not saved: the disk is full.")
    conversation.keeper.flush()
    assert not conversation.strip.isVisible()


def test_a_contact_that_was_not_saved_stays_said_when_its_draft_is(conversation, monkeypatch, qtbot):
    filled(conversation)
    conversation.keeper.flush()

    def full(*_told, **_arguments):
        raise DiskFull(path="x")

    with monkeypatch.context() as patch:
        patch.setattr(contacts, "finalize", full)
        patch.setattr(drafts, "keep", full)
        conversation.end(Outcome.ANSWERED)
        conversation.state.edit("details", "since Monday")
        conversation.keeper.flush()
    conversation.keeper.flush()
    assert not conversation.keeper.dirty
    assert conversation.strip.current.text.startswith("Not saved: the disk is full.")
    with qtbot.waitSignal(conversation.saved):
        conversation.strip.current.step()


def test_a_field_that_the_office_refuses_is_told_beside_it(conversation, monkeypatch):
    filled(conversation)

    def refuse(_work, **_arguments):
        raise FieldTooLong(field="details", limit=100_000)

    monkeypatch.setattr(contacts, "finalize", refuse)
    conversation.end(Outcome.ANSWERED)
    assert focused(conversation) == "intake.matter.details"
    assert conversation.what.editor("details").accessibleDescription()


def test_esc_opens_the_outcomes_without_an_inquiry(conversation, qtbot, office):
    conversation.focus_field("summary")
    qtbot.keyClick(conversation.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(conversation.saved):
        qtbot.keyPress(conversation.bar._menu, Qt.Key.Key_S)
    assert office.ask(drafts.mine) == []


def test_a_given_script_says_what_the_matter_is(conversation):
    conversation.say.box.setText("hpv")
    conversation.say.open_place(0)
    conversation.say.give()
    assert conversation.state.draft.category == "consult.immunization.hpv"
    assert note(conversation, Outcome.ANSWERED) == "saves and closes"


def test_a_given_script_is_the_reply_to_a_letter(conversation):
    conversation.state.edit("channel", Channel.EMAIL)
    conversation.say.box.setText("hpv")
    conversation.say.open_place(0)
    conversation.say.page.reader.placeholder_chosen.emit("clinic", "North")
    conversation.say.give()
    assert conversation.state.draft.reply == "Ages 9 to 45. Ask North."


def test_a_call_begins_at_its_number_and_a_letter_at_its_summary(conversation):
    conversation.focus_first()
    assert focused(conversation) == "intake.number"
    conversation.state.edit("channel", Channel.LETTER)
    conversation.focus_first()
    assert focused(conversation) == "intake.matter.summary"


def test_the_title_follows_who_it_is(conversation, met):
    met("张三")
    conversation.state.edit("number", "138 1234 5678")
    conversation.who.link.look_up()
    assert conversation.title() == "张三"
    assert "张三" not in conversation.title(hidden=True)


@pytest.mark.parametrize("size", [(1180, 632), (1832, 984)])
def test_nothing_is_wider_than_its_column(conversation, size, met, qtbot):
    theme.of_app().apply(mode="light")
    met("张三", outcome=Outcome.CALL_BACK, due_at=NOON + timedelta(hours=1))
    conversation.resize(*size)
    filled(conversation)
    for column in (conversation.who, conversation.what, conversation.say):
        assert column.minimumSizeHint().width() <= column.width()
    for column in (conversation.who, conversation.what):
        qtbot.waitUntil(lambda one=column: one._inner.width() <= one._scroll.viewport().width(), timeout=1_000)


def test_tab_leads_through_who_what_say_and_the_outcomes(conversation, met):
    met("张三", outcome=Outcome.CALL_BACK, due_at=NOON + timedelta(hours=1))
    conversation.state.edit("number", "138 1234 5678")
    conversation.who.link.look_up()
    stops = [one.objectName() for one in focus.stops(conversation)]  # as the desk leads Tab
    wanted = [
        "intake.number", "intake.caller.caller_name", "intake.flags.add", "intake.caller.caller_kind",
        "intake.timeline", "intake.matter.category", "intake.matter.details", "intake.line.concerns",
        "intake.next.unit", "intake.next.quick.0", "intake.search", "intake.outcome.answered",
        "intake.outcome.non_inquiry",
    ]  # fmt: skip
    assert [one for one in stops if one in wanted] == wanted
    add = next(one for one in stops if one.endswith(".add") and one.startswith("intake.matter."))
    assert stops.index("intake.flags.add") < stops.index(add) < stops.index("intake.caller.caller_kind")


@pytest.mark.parametrize("outcome", [Outcome.REFERRED, Outcome.TRANSFERRED])
def test_sending_a_caller_elsewhere_asks_to_whom_and_the_same_key_saves(conversation, qtbot, office, outcome):
    filled(conversation)
    conversation.end(outcome)
    assert focused(conversation) == "intake.referred_to"
    assert conversation.bar.button(outcome).isEnabled()
    qtbot.keyClicks(conversation.focusWidget(), "12345 hotline")
    assert note(conversation, outcome) == "12345 hotline"
    with qtbot.waitSignal(conversation.saved) as saved:
        conversation.end(outcome)
    assert office.ask(contacts.referral, saved.args[0].contact).to == "12345 hotline"


def test_every_coded_value_can_be_chosen_in_the_window_and_is_stored_as_its_code(conversation):
    for name, codes in (("channel", Channel), ("answer_mode", AnswerMode), ("urgency", Urgency)):
        editor = conversation.what.editor(name)
        for code in codes:
            editor.setCurrentIndex(editor.findData(code.value))
            editor.activated.emit(editor.currentIndex())
            assert getattr(conversation.state.draft, name) is code
    kind = conversation.who.editor("caller_kind")
    for code in CallerKind:
        kind.setCurrentIndex(kind.findData(code.value))
        kind.activated.emit(kind.currentIndex())
        assert conversation.state.draft.caller_kind is code


def test_every_result_has_its_key(conversation):
    by_outcome = {contacts.result_of(one) for one in Outcome if one is not Outcome.NON_INQUIRY}
    assert by_outcome | set(LETTERS) == set(ContactResult)
    assert {conversation.bar.button(one).isVisible() for one in Outcome} == {True}


def test_what_was_said_of_a_letter_stays_when_what_was_typed_is_saved(conversation):
    conversation.letters.shortened.emit("The rest stays in the file.")
    conversation.state.edit("details", "the beginning")
    conversation.keeper.flush()
    assert conversation.strip.current.text == "The rest stays in the file."
