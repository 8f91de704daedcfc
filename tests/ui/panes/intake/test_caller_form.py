import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from app.models.contacts import ContactDraft
from app.ui.panes.intake.caller_form import CallerChoice, CallerForm
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import NO_ID
from tests.desk import NOON


@pytest.fixture
def form(jobs, state, clock, shown):
    return shown(CallerForm(state, CallerLink(jobs, state), clock=clock.now))


def type_number(form, qtbot, number):
    form.number.clear()
    qtbot.keyClicks(form.number, number)
    form._link.look_up()


def test_a_number_is_shown_as_people_read_it(form, qtbot):
    type_number(form, qtbot, "13812345678")
    assert form.number.accessibleDescription() == "138 1234 5678"
    assert form.shown_number == "138 1234 5678"


def test_a_number_that_is_not_understood_stands_as_typed(form, state, qtbot):
    type_number(form, qtbot, "extension 12 of nobody knows what")
    assert form.shown_number == "extension 12 of nobody knows what"
    assert state.draft.number == "extension 12 of nobody knows what"


def test_several_callers_are_offered_and_enter_takes_the_marked_one(form, state, met, qtbot):
    met("李建国")
    met("李小红")
    assert form.findChild(CallerChoice) is None
    type_number(form, qtbot, "13812345678")
    choice = form.findChild(CallerChoice)
    assert (choice.count(), choice.accessibleName()) == (2, "Callers on this number")
    assert form.number.mapTo(form, QPoint()).y() < choice.y() < form.editor("caller_name").mapTo(form, QPoint()).y()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert state.draft.caller_name == "李小红"
    assert not choice.isVisible()


def test_every_caller_of_a_number_is_seen_without_moving_the_list(form, state, met, qtbot):
    met("A name that is far longer than the column of the caller is wide")
    met("李小红")
    form.resize(240, 600)
    type_number(form, qtbot, "13812345678")
    choice = form.findChild(CallerChoice)
    assert not choice.horizontalScrollBar().isVisible()
    assert choice.viewport().rect().contains(choice.visualItemRect(choice.item(1)))
    assert choice.item(0).toolTip().startswith("A name that is far longer than the column of the caller is wide")


def test_somebody_else_can_call_from_a_known_number(form, state, met, qtbot):
    met("张三")
    type_number(form, qtbot, "13812345678")
    assert form.editor("caller_name").text() == "张三"
    form.findChild(QPushButton, "intake.caller.other").click()
    assert state.draft.caller is None
    assert form.editor("caller_name").text() == ""


def test_a_name_goes_to_the_draft(form, state, qtbot):
    qtbot.keyClicks(form.editor("caller_name"), "Wang Fang")
    assert state.draft.caller_name == "Wang Fang"


def test_errors_stand_beside_number_and_name(form):
    assert form.show_error("number", "Which one?")
    assert form.show_error("caller_name", "Who?")
    assert not form.show_error("summary", "not here")
    assert form.number.accessibleDescription() == "Which one?"
    assert (form.label_of("number"), form.label_of("caller_name"), form.label_of("unit")) == (
        "Number",
        "Caller's name",
        "",
    )


def test_the_next_caller_sees_nothing_of_the_former_one(form, state, met, qtbot):
    met("张三")
    type_number(form, qtbot, "13812345678")
    state.renew(ContactDraft(NO_ID, NOON))
    assert (form.number.text(), form.editor("caller_name").text(), form.shown_number) == ("", "", "")
    assert not form.findChild(QPushButton, "intake.caller.other").isVisible()


def test_a_draft_that_is_brought_back_shows_its_number_as_people_read_it(form, state):
    state.renew(ContactDraft(NO_ID, NOON, number="13812345678"))
    assert form.shown_number == "138 1234 5678"
    assert form.number.accessibleDescription() == "138 1234 5678"
