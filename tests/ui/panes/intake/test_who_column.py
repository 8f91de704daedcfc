import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from app.models.contacts import ContactDraft
from app.ui.kit.timeline import Timeline
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.same_person import SamePerson
from app.ui.panes.intake.who_column import WhoColumn
from tests.desk import NOON
from tests.services.test_conflicts import clash


@pytest.fixture
def column(jobs, state, clock, desk, shown):
    made = WhoColumn(jobs, state, clock=clock.now, zone=desk.zone)
    made.resize(280, 700)
    return shown(made)


def look_up(column, state, number="138 1234 5678"):
    state.edit("number", number)
    column.link.look_up()


def timeline(column):
    return column.findChild(Timeline)


def open_to_amend(column, contact):
    """Open a contact, begin an amendment, write something into its summary and return that line."""
    column._open(contact)
    column.past.findChild(QPushButton, "intake.past.amend").click()
    line = column.past._form.editor("summary")
    line.setText(f"Wrong.{line.text()}")
    return line


def test_earlier_contacts_are_a_timeline_that_the_column_scrolls(column, state, met):
    look_up(column, state, "139 0000 0000")
    assert timeline(column) is None
    met()
    met(summary="Second question")
    look_up(column, state)
    assert timeline(column).accessibleName() == "Earlier contacts"
    assert column.details.y() < column._past_head.y() < timeline(column).y()
    assert {entry.detail for entry in timeline(column).entries} == {"Second question", "Asks about the HPV vaccine"}
    assert len(timeline(column).entries) == 2
    assert not timeline(column).verticalScrollBar().maximum()


def test_what_is_read_of_the_past_stays_open_until_a_field_of_this_column_is_wanted(column, state, met, qtbot):
    met()
    look_up(column, state)
    timeline(column).setCurrentIndex(timeline(column).model().index(0, 0))
    qtbot.keyClick(timeline(column), Qt.Key.Key_Return)
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    column.reach(elsewhere)
    assert column.past.isVisible()
    column.reach(column.editor("number"))
    assert not column.past.isVisible()


def test_the_keyboard_goes_along_to_a_contact_that_is_opened_and_stays_in_an_amendment(column, state, met, qtbot):
    met()
    look_up(column, state)
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    timeline(column).setFocus()
    timeline(column).setCurrentIndex(timeline(column).model().index(0, 0))
    qtbot.keyClick(timeline(column), Qt.Key.Key_Return)
    assert column.past.isAncestorOf(QApplication.focusWidget())
    contact = column._read
    column.past.findChild(QPushButton, "intake.past.amend").click()
    line = QApplication.focusWidget()
    column.reach(column.editor("number"))
    column._open(contact)
    assert QApplication.focusWidget() is line


def test_an_amendment_that_is_being_written_never_stands_under_another_contact(column, state, met, qtbot):
    look_up(column, state, "139 0000 0000")
    assert timeline(column) is None
    met()
    met(summary="Second question")
    look_up(column, state)
    assert timeline(column).accessibleName() == "Earlier contacts"
    assert column.details.y() < column._past_head.y() < timeline(column).y()
    second, first = (entry.key for entry in timeline(column).entries)
    summary = open_to_amend(column, second)
    column.reach(column.editor("number"))
    column._open(second)
    assert (summary.isVisible(), summary.text()) == (True, "Wrong.Second question")
    column.reach(column.editor("number"))
    column._open(first)
    assert not summary.isVisible()
    assert open_to_amend(column, first) is summary
    assert summary.text() == "Wrong.Asks about the HPV vaccine"


def test_a_card_on_which_two_stations_differ_says_so(column, state, met, office):
    clash(office, "caller", met(), {"name": "Lee", "note": "deaf"})
    look_up(column, state)
    assert column._new.isVisible()
    assert column._new.text() == "Two stations differ on: Name. Settings, Hub decides."


def test_enter_opens_a_contact_and_esc_leads_back(column, state, met, qtbot):
    met()
    look_up(column, state)
    timeline(column).setCurrentIndex(timeline(column).model().index(0, 0))
    qtbot.keyClick(timeline(column), Qt.Key.Key_Return)
    assert column.past.isVisible()
    qtbot.keyClick(column.past, Qt.Key.Key_Escape)
    assert not column.past.isVisible()


def test_another_caller_closes_the_contact_that_lay_open(column, state, met):
    met()
    look_up(column, state)
    column._open(timeline(column).entries[0].key)
    look_up(column, state, "139 0000 0000")
    assert not column.past.isVisible()


@pytest.mark.parametrize("number", ["1381234567", "0x1F-22 ☎", "8001"])
def test_a_number_that_is_not_whole_is_said_to_be_kept_as_typed(column, state, number):
    look_up(column, state, number)
    assert column._new.isVisible()
    assert column._new.text().startswith("No whole telephone number. It is kept as it was typed")
    look_up(column, state)
    assert column._new.text().startswith("Not known yet")


def test_what_is_no_number_at_all_is_said_to_stay_with_the_contact(column, state):
    look_up(column, state, "abc 😀")
    assert column._new.text().startswith("This is not a telephone number. It is kept with this contact")
    assert column._new.isVisible()
    look_up(column, state, " ")
    assert not column._new.isVisible()


def test_a_new_number_is_said_to_be_new(column, state):
    look_up(column, state)
    assert column._new.isVisible()


def test_the_next_conversation_has_no_past(column, state, met):
    met()
    look_up(column, state)
    state.renew(ContactDraft(NO_ID, NOON))
    assert not timeline(column).isVisible()
    assert not column.matters.isVisible()


def test_fields_of_this_column_are_found_and_reached(column):
    assert column.editor("number") is column.form.number
    assert column.editor("language") is not None
    assert column.editor("summary") is None
    assert column.show_error("number", "Which?")
    column.reach(column.editor("language"))
    column.clear_errors()
    assert column.form.number.accessibleDescription() == ""


def test_cards_of_one_person_are_offered_with_the_first_caller_who_has_a_card(column, state, met):
    look_up(column, state, "139 0000 0000")
    assert column.findChild(SamePerson) is None
    met()
    look_up(column, state)
    assert column.findChild(SamePerson).isVisible()
    look_up(column, state, "139 0000 0000")
    assert not column.findChild(SamePerson).isVisible()
    look_up(column, state)
    assert len(column.findChildren(SamePerson)) == 1
