from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.models.contacts import CallSpan, Channel, ContactDraft, Outcome
from app.services import access, callers, contacts, drafts
from app.ui.kit import languages
from app.ui.panes.intake.call_clock import RINGING, TALKING, WRAP_UP
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.pane import IntakePane
from app.ui.panes.intake.result_list import ResultList
from tests.desk import NOON, sign_in
from tests.windows import put_up

HPV = {"category": "consult.immunization.hpv", "summary": "age limit"}


@pytest.fixture
def pane(jobs, library, shown):
    made = IntakePane(jobs)
    made.use(scripts=library)
    made.resize(1180, 640)
    return shown(made)


class Heard:
    def __init__(self, pane):
        self.states, self.said = [], []
        pane.state_changed.connect(self.state)
        pane.said.connect(self.say)

    def state(self, state, _contact):
        self.states.append(state)

    def say(self, _level, text):
        self.said.append(text)


def drafts_of(office):
    return office.ask(drafts.mine)


def test_a_ringing_call_shows_its_caller_in_the_blank_conversation(pane, met):
    met("张三")
    pane.screen_pop("13812345678", "call-1")
    assert len(pane.tabs.all()) == 1
    assert pane.front.title() == "张三"
    assert pane.front.timer.running == RINGING


def test_the_same_call_is_not_shown_twice(pane):
    pane.screen_pop("13812345678", "call-1")
    pane.screen_pop("13812345678", "call-1")
    assert len(pane.tabs.all()) == 1


def test_a_call_does_not_disturb_somebody_who_is_typing(pane):
    pane.front.state.edit("details", "in the middle of")
    former = pane.front
    pane.screen_pop("13812345678", "call-1")
    assert pane.front is former
    told = pane.strip.current
    assert (told.text, told.step_text) == ("138 1234 5678 rings.", "Pick up")
    pane.pick_up()
    assert pane.front.state.draft.number == "13812345678"


def test_the_outcomes_of_one_conversation_are_closed_before_another_call_is_picked_up(pane):
    pane.front.state.edit("details", "in the middle of")
    menu = pane.front.bar.open_menu()
    pane.screen_pop("13812345678", "call-1")
    assert menu.isVisible()
    pane.pick_up()
    assert not menu.isVisible()


def test_who_was_looked_for_is_put_on_the_call_that_has_nobody_yet(pane, met):
    caller = met("张三")
    pane.pick_up()
    pane.front.state.edit("summary", "asks for her results")
    pane.open_caller(caller, "13812345678")
    assert (len(pane.tabs.all()), pane.front.title()) == (1, "张三")
    assert (pane.front.timer.running, pane.front.state.draft.summary) == ("talking", "asks for her results")


def test_who_was_looked_for_beside_another_callers_conversation_gets_one_and_nothing_rings(pane, met):
    caller = met("张三")
    pane.front.state.edit_all({"number": "13900000000", "summary": "about the invoice"})
    pane.open_caller(caller, "13812345678")
    assert (len(pane.tabs.all()), pane.front.title(), pane.front.timer.running) == (2, "张三", "")
    assert pane.strip.current is None
    pane.front.state.edit("summary", "her results")
    assert pane.front.timer.running == "talking"


def test_a_call_that_is_picked_up_beside_a_letter_is_a_conversation_of_its_own(pane):
    pane.new_letter()
    pane.front.state.edit_all({"summary": "about the invoice", "details": "Dear all"})
    letter = pane.front
    pane.pick_up()
    assert (letter.state.draft.summary, letter.state.draft.spans) == ("about the invoice", ())
    assert pane.front is not letter
    assert (pane.front.state.draft.channel, pane.front.timer.running) == (Channel.PHONE_IN, "talking")


def test_picking_up_a_second_time_leaves_the_cursor_where_it_is(pane, qtbot):
    pane.pick_up()
    pane.front.state.edit("number", "13812345678")
    pane.front.focus_field("details")
    qtbot.keyClicks(QApplication.focusWidget(), "since")
    pane.pick_up()
    qtbot.keyClicks(QApplication.focusWidget(), " monday")
    pane.hang_up()
    pane.pick_up()
    qtbot.keyClicks(QApplication.focusWidget(), ", high")
    assert (pane.front.state.draft.details, pane.front.timer.running) == ("since monday, high", "talking")


def test_a_message_finds_its_room_before_a_layout_has_moved_what_stands_beside_the_tabs(pane):
    pane.take_back()
    pane.tabs._plus.move(800, pane.tabs._plus.y())
    pane.strip._place()
    assert pane.strip.width() >= 300
    assert pane.strip.height() < 120


def test_a_call_that_rings_is_told_before_what_was_saved(pane):
    pane.front.state.edit_all(HPV)
    pane.answered()
    pane.front.state.edit("details", "in the middle of")
    pane.screen_pop("13812345678", "call-1")
    assert pane.strip.current.step_text == "Pick up"
    pane.pick_up()
    assert pane.strip.current.text.startswith("Saved 260302-")  # nobody rings any more


def test_a_call_that_rings_at_a_locked_window_leaves_the_one_that_goes_on_in_front(pane):
    pane.screen_pop("13812345678", "call-1")
    pane.pick_up()
    former = pane.front
    pane.masked(True)
    pane.hide()  # the page over a locked desk stands in its place
    pane.screen_pop("13900000000", "call-2")
    pane.show()
    pane.masked(False)
    assert pane.front is former
    assert len(pane.tabs.all()) == 2


def test_the_operators_state_follows_the_call_to_ready(pane):
    heard = Heard(pane)
    pane.screen_pop("13812345678", "call-1")
    pane.pick_up()
    pane.hold()
    pane.hold()
    pane.front.state.edit_all(HPV)
    pane.answered()
    assert heard.states == ["ringing", "talking", "hold", "talking", "wrap_up", "ready"]
    assert heard.said[-1].startswith("Saved 260302-")


def test_a_tab_says_ringing_until_the_call_is_picked_up(pane):
    def marks():
        held = pane.tabs._bar.tabButton(0, pane.tabs._bar.ButtonPosition.LeftSide)
        return [one.text() for one in held.findChildren(QLabel) if not one.isHidden()] if held else []

    pane.screen_pop("13812345678", "call-1")
    assert marks() == ["Ringing"]
    pane.pick_up()
    assert "Ringing" not in marks()


def test_after_saving_the_next_conversation_is_ready_and_blank(pane, office):
    pane.screen_pop("13812345678", "call-1")
    pane.front.state.edit_all(HPV)
    pane.answered()
    assert len(pane.tabs.all()) == 1
    assert pane.front.blank
    assert pane.focusWidget().objectName() == "intake.number"
    assert drafts_of(office) == []


def test_discard_really_discards_and_undo_brings_everything_back(pane, office):
    pane.front.state.edit_all(HPV)
    pane.front.keeper.flush()
    pane.discard()
    assert drafts_of(office) == []
    assert pane.front.blank
    pane.strip.current.undo()
    assert pane.front.state.draft.summary == "age limit"
    assert [one.summary for one in drafts_of(office)] == ["age limit"]


def test_a_blank_conversation_closes_without_a_word_but_the_last_one_stays(pane):
    heard = Heard(pane)
    pane.discard()
    pane.new_letter()
    assert len(pane.tabs.all()) == 1
    pane.front.state.edit("summary", "x")
    pane.new_call()
    pane.discard()
    assert [one.state.draft.summary for one in pane.tabs.all()] == ["x"]
    assert heard.said == []


def test_drafts_left_behind_come_back_each_in_its_own_conversation(pane, office):
    left = ContactDraft(
        NO_ID, NOON, number="13812345678", spans=(CallSpan(TALKING, NOON, NOON + timedelta(minutes=1)),)
    )
    for draft in (left, ContactDraft(NO_ID, NOON, channel=Channel.EMAIL, summary="second"), ContactDraft(NO_ID, NOON)):
        office.do(contacts.start, draft)
    pane.restore_drafts()
    assert [one.state.draft.summary for one in pane.tabs.all()] == [None, "second"]
    assert pane.tabs.all()[0].timer.running == WRAP_UP
    assert len(drafts_of(office)) == 2
    pane.restore_drafts()
    assert len(pane.tabs.all()) == 2


def test_a_pane_that_nobody_sees_leaves_the_keyboard_where_it_is(jobs, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    line.setObjectName("name")
    line.setAccessibleName("Name")
    put_up(qtbot, window)
    line.setFocus()
    pane = IntakePane(jobs, parent=window)
    pane.new_letter()
    assert window.focusWidget() is line
    pane.show()
    pane.focus_first()
    assert window.focusWidget() is pane.front.what.editor("summary")


def test_a_caller_who_came_before_the_drafts_were_there_stays_in_front(pane, office, qtbot):
    office.do(contacts.start, ContactDraft(NO_ID, NOON, summary="left behind"))
    pane.pick_up()
    pane.front.focus_field("details")
    qtbot.keyClicks(QApplication.focusWidget(), "for this ")
    pane.restore_drafts()
    qtbot.keyClicks(QApplication.focusWidget(), "caller")
    assert (pane.front.timer.running, pane.front.state.draft.details) == ("talking", "for this caller")
    assert [one.state.draft.summary for one in pane.tabs.all()] == [None, "left behind"]


def test_of_many_drafts_the_rest_is_opened_by_need_and_none_is_lost(pane, office):
    for place in range(6):
        office.do(contacts.start, ContactDraft(NO_ID, NOON, summary=f"matter {place}"))
    heard = Heard(pane)
    pane.restore_drafts()
    assert [one.state.draft.summary for one in pane.tabs.all()] == ["matter 3", "matter 4", "matter 5"]
    assert [[one for one in text if one.isdigit()] for text in heard.said] == [["3", "3"]]
    pane.kept.take(pane.kept.waiting[-1].id)
    assert pane.front.state.draft.summary == "matter 0"
    assert len(pane.kept.waiting) == 2
    assert len(drafts_of(office)) == 6


def test_kept_drafts_are_not_opened_while_the_window_is_locked(pane, office):
    for place in range(4):
        office.do(contacts.start, ContactDraft(NO_ID, NOON, summary=f"matter {place}"))
    pane.restore_drafts()
    pane.masked(True)
    pane.open_kept()
    assert not pane.kept.menu().isVisible()
    pane.masked(False)
    assert pane.kept.isEnabled()


def test_a_locked_window_takes_no_commands_and_shows_no_names(pane, met):
    met("张三")
    pane.screen_pop("13812345678", "call-1")
    pane.masked(True)
    assert not pane.unlocked
    assert not pane.commands.action("intake.answered").isEnabled()
    assert not pane.front.isVisible()
    pane.masked(False)
    assert pane.commands.action("intake.answered").isEnabled()


def test_who_signs_in_after_the_pane_was_made_sees_the_answers_that_stand_ready(pane, library):
    answers = pane.front.say.findChild(ResultList)
    library.today = ["flu"]
    assert not answers.isVisible()
    pane.restore_drafts()
    assert (answers.isVisible(), answers.count()) == (True, 1)


def test_unsaved_typing_is_counted_and_saved_at_once(pane, office):
    pane.front.state.edit("summary", "just typed")
    assert pane.unsaved() == 1
    assert [one.summary for one in drafts_of(office)] == ["just typed"]
    assert pane.unsaved() == 0


def test_a_language_switch_in_the_middle_keeps_the_draft(pane, qtbot):
    pane.front.state.edit_all({**HPV, "caller_name": "Wang", "due_at": NOON})
    former = pane.front.state.draft
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: pane.front.what.editor("category").text() == "HPV疫苗", timeout=2_000)
    languages.of_app().use("en")
    qtbot.waitUntil(lambda: pane.front.what.editor("category").text() == "HPV vaccine", timeout=2_000)
    # On a slow machine the draft was saved meanwhile, which gives it an id and its form.
    assert replace(pane.front.state.draft, id=former.id, form=former.form) == former


def test_a_long_call_is_kept_although_nothing_is_typed(pane, jobs, clock, office, qtbot):
    pane.screen_pop("13812345678", "call-1")
    pane.pick_up()
    pane.unsaved()
    clock.advance(timedelta(seconds=30))
    for _ in range(30):
        jobs.ticked.emit(clock.now())
    qtbot.waitUntil(lambda: drafts_of(office)[0].spans[-1].to_at == clock.now(), timeout=2_000)


def test_a_call_that_we_owe_begins_with_its_number(pane, met, office, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    dialed = []
    monkeypatch.setattr(QDesktopServices, "openUrl", dialed.append)
    caller = met("张三", outcome=Outcome.CALL_BACK, due_at=NOON)
    owed = office.ask(callers.card, caller).callbacks[0]
    pane.call_back("138 1234 5678", owed.id)
    draft = pane.front.state.draft
    assert (draft.channel, pane.front.title(), draft.add_to) == (Channel.PHONE_OUT, "张三", owed.inquiry)
    assert [url.toString() for url in dialed] == ["tel:+8613812345678"]
    sign_in(office, "li")
    assert [(one.entity, one.record) for one in office.ask(access.log)] == [("callback", owed.id)]


def test_nobody_is_dialed_who_asked_never_to_be_called_and_the_window_says_why(pane, met, office, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    dialed = []
    monkeypatch.setattr(QDesktopServices, "openUrl", dialed.append)
    met("张三")
    office.do(callers.do_not_call, "13812345678")
    pane.call_back("138 1234 5678")
    assert dialed == []
    assert "asked never to be called again" in pane.front.strip.current.text
    pane.call_back("x123")
    assert "not a number that this computer can dial" in pane.front.strip.current.text


def test_a_contact_can_be_begun_for_an_inquiry(pane, met, office):
    caller = met("张三", outcome=Outcome.CALL_BACK, due_at=NOON)
    inquiry = office.ask(callers.card, caller).inquiries[0].id
    pane.add_contact_to(inquiry)
    assert (pane.front.state.draft.add_to, pane.front.title()) == (inquiry, "张三")
    pane.add_contact_to(b"\1" * 16)
    assert len(pane.tabs.all()) == 2


def test_what_is_taken_back_by_key_is_no_longer_offered_on_the_strip(pane):
    for summary in ("first", "second"):
        pane.front.state.edit("summary", summary)
        pane.discard()
    pane.take_back()
    assert (pane.front.state.draft.summary, pane.strip.current.text) == ("second", "Discarded")
    pane.take_back()
    assert (pane.front.state.draft.summary, pane.strip.current) == ("first", None)


def test_a_discarded_conversation_is_taken_back_by_key_and_a_saved_one_says_why_not(pane):
    pane.take_back()
    assert pane.strip.current.text.startswith("There is nothing to undo.")
    pane.strip.clear()
    pane.front.state.edit_all({"number": "13812345678", "category": "complaint.waiting", "summary": "Waits long"})
    pane.discard()
    pane.take_back()
    assert pane.front.state.draft.summary == "Waits long"
    pane.answered()
    pane.strip.clear()
    pane.take_back()
    assert pane.strip.current.text.startswith("This cannot be taken back")


def test_a_draft_that_comes_back_takes_the_cursor_from_the_blank_conversation_it_replaces(pane, office):
    kept = office.do(contacts.start, ContactDraft(NO_ID, NOON, summary="half a sentence")).value
    pane.restore_drafts()
    assert pane.front.state.draft.id == kept.id
    assert pane.front.isAncestorOf(pane.focusWidget())


def test_undo_after_an_amendment_says_that_it_stays(pane, met, office):
    contact = office.ask(callers.card, met("张三")).contacts[0].id
    past = pane.front.who.past
    past.open(contact)
    past._begin()
    past._form.set_values({"summary": "Waits since May"})
    past._why.set_values({"reason": "misheard"})
    past._finish()
    pane.take_back()
    assert pane.strip.current.text.startswith("This cannot be taken back")
