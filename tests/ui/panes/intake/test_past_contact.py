from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.models.contacts import AnswerMode, Channel, GivenScript
from app.services import callers, contacts
from app.ui.kit.presenting_time import moment
from app.ui.kit.tri_state import TriState
from app.ui.panes.intake.past_contact import PastContactView
from tests.desk import NOON


@pytest.fixture
def view(jobs, clock, desk, shown):
    return shown(PastContactView(jobs, clock=clock.now, zone=desk.zone))


def opened(view, office, met):
    given = (GivenScript("hpv", 3, "en", NOON, title="HPV vaccine ages"),)
    caller = met(answers={"wants_callback": "no"}, form="county-health-line", form_version=1, given=given)
    contact = office.ask(callers.card, caller).contacts[0].id
    view.open(contact)
    return contact


def texts(view):
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def press(view, name):
    view.findChild(QPushButton, f"intake.past.{name}").click()


def test_a_contact_is_read_with_its_answers_in_words_and_what_was_given(view, office, met):
    opened(view, office, met)
    shown = texts(view)
    assert "Phone (in) · Answered on the line" in shown
    assert "Asks about the HPV vaccine" in shown
    assert shown[shown.index("Wants to be called back?") + 1] == "No"
    assert "HPV vaccine ages · v3" in shown


def test_what_can_be_done_with_a_contact_has_room_in_a_narrow_column(view, office, met, qtbot):
    opened(view, office, met)
    amend, propose = (view.findChild(QPushButton, f"intake.past.{name}") for name in ("amend", "propose"))
    narrow = max(amend.sizeHint().width(), propose.sizeHint().width()) + 20
    view.setFixedWidth(narrow)
    qtbot.waitUntil(lambda: propose.geometry().right() < narrow)
    assert propose.y() > amend.y()


def test_a_correction_needs_a_reason(view, office, met, qtbot):
    contact = opened(view, office, met)
    press(view, "amend")
    qtbot.keyClicks(view._form.editor("summary"), " twice")
    press(view, "save")
    assert office.ask(contacts.one, contact).amendments == 0
    assert view._why.editor("reason").accessibleDescription()


def test_a_correction_with_a_reason_is_an_amendment_and_the_contact_stays(view, office, met, qtbot):
    contact = opened(view, office, met)
    press(view, "amend")
    view._form.editor("summary").selectAll()
    qtbot.keyClicks(view._form.editor("summary"), "Asks about the flu vaccine")
    qtbot.keyClicks(view._why.editor("reason"), "misheard")
    press(view, "save")
    row = office.ask(contacts.one, contact)
    assert (row.summary, row.amendments) == ("Asks about the flu vaccine", 1)
    shown = texts(view)
    assert "Asks about the flu vaccine" in shown
    head = next(text for text in shown if text.startswith("Amended · "))
    assert head.endswith(" · Wang")
    assert shown[shown.index(head) + 1] == "misheard\nSummary before: Asks about the HPV vaccine"


def test_an_answer_and_how_it_was_answered_are_corrected_with_a_reason(view, office, met, qtbot):
    contact = opened(view, office, met)
    press(view, "amend")
    qtbot.keyClick(view.findChild(TriState, "intake.amended.wants_callback"), Qt.Key.Key_Y)
    mode = view._form.editor("answer_mode")
    mode.setCurrentIndex(mode.findData("expert_consult"))
    qtbot.keyClicks(view._why.editor("reason"), "misheard")
    press(view, "save")
    row = office.ask(contacts.one, contact)
    assert (row.answers["wants_callback"], row.answer_mode) == ("yes", AnswerMode.EXPERT_CONSULT)
    shown = texts(view)
    assert shown[shown.index("Wants to be called back?") + 1] == "Yes"
    assert any("Wants to be called back? before: No" in text for text in shown)


def test_enter_in_the_reason_saves_an_amendment(view, office, met, qtbot):
    contact = opened(view, office, met)
    press(view, "amend")
    qtbot.keyClicks(view._form.editor("summary"), " today")
    reason = view._why.editor("reason")
    reason.setFocus()
    qtbot.keyClicks(reason, "misheard")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert office.ask(contacts.one, contact).amendments == 1
    assert not view._form.isVisible()


def test_esc_goes_back(view, office, met, qtbot):
    opened(view, office, met)
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_the_reply_of_a_letter_is_read_back(view, office, met):
    caller = met(channel=Channel.EMAIL, reply="The clinic opens at nine.")
    view.open(office.ask(callers.card, caller).contacts[0].id)
    shown = texts(view)
    assert shown[shown.index("Reply") + 1] == "The clinic opens at nine."


def test_when_a_letter_came_is_read_back(view, office, met):
    caller = met(channel=Channel.LETTER, received_at=NOON - timedelta(days=3))
    view.open(office.ask(callers.card, caller).contacts[0].id)
    shown = texts(view)
    at = shown[shown.index("Received") + 1]
    assert at == moment(NOON - timedelta(days=3), NOON, "en", view._zone)


def test_a_contact_is_proposed_as_a_script_once_it_was_looked_through(view, office, met):
    opened(view, office, met)
    press(view, "propose")
    assert view.proposal.isVisible()
    assert not view.findChild(QPushButton, "intake.past.amend").isVisible()
    view.proposal.leave()
    assert view.findChild(QPushButton, "intake.past.propose").isVisible()
    press(view, "propose")
    view.proposal.form.set_values({"question": "HPV ages", "answer": "9 to 45"})
    view.proposal.send()
    assert "Proposed. The trainers see it, and this contact beside it." in texts(view)
    assert not view.findChild(QPushButton, "intake.past.propose").isVisible()
