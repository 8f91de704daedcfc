from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.models.contacts import Outcome
from app.models.inquiries import State
from app.services import callers, inquiries, settings
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.open_matters import OpenMatters
from tests.desk import NOON, sign_in


@pytest.fixture
def matters(jobs, state, clock, desk, shown):
    made = OpenMatters(jobs, state, CallerLink(jobs, state), clock=clock.now, zone=desk.zone)
    made.resize(280, 600)
    return shown(made, inside=True)


def call_owed(met, **values):
    return met(outcome=Outcome.CALL_BACK, due_at=NOON + timedelta(hours=3), promise="call with the result", **values)


def look_up(matters, state):
    state.edit("number", "138 1234 5678")
    matters._link.look_up()


def dues(matters):
    return [one.text() for one in matters.findChildren(QLabel) if one.isVisible() and one.text().startswith("due ")]


def button(matters, ending):
    return next(one for one in matters.findChildren(QPushButton) if one.objectName().endswith(ending))


def test_open_inquiries_stand_first_and_one_press_marks_one(matters, state, met):
    call_owed(met)
    look_up(matters, state)
    add = button(matters, ".add")
    assert add.text() == "Add to this"
    add.click()
    assert state.draft.add_to == matters.open_inquiries[0].id
    add.click()
    assert state.draft.add_to is None


def test_a_closed_inquiry_says_when_it_was_opened_and_no_longer_when_it_was_due(matters, state, met, office):
    met(outcome=Outcome.DISPATCH, unit="hosp", due_at=NOON + timedelta(days=1))
    look_up(matters, state)
    row = matters.open_inquiries[0]
    assert dues(matters) == ["due tomorrow 12:00"]
    office.do(inquiries.move, inquiry=row.id, wanted=State.CLOSED, note="Told")
    look_up(matters, state)
    assert matters.open_inquiries == ()
    assert dues(matters) == []


def test_a_closed_inquiry_can_be_opened_again(matters, state, met):
    met()
    look_up(matters, state)
    assert button(matters, ".add").text() == "Reopen and add"
    assert matters.open_inquiries == ()


def test_a_call_owed_can_be_made_and_settled(matters, state, met, office, qtbot):
    caller = call_owed(met)
    look_up(matters, state)
    with qtbot.waitSignal(matters.dialed, check_params_cb="138 1234 5678".__eq__):
        button(matters, ".call").click()
    button(matters, ".kept").click()
    card = office.ask(callers.card, caller)
    assert card.callbacks == ()
    assert [one.state.value for one in card.promises] in ([], ["kept"])


def test_a_number_that_the_center_hides_is_dialed_without_being_said(matters, state, met, office, qtbot):
    call_owed(met)
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=True)
    sign_in(office, "wang")
    look_up(matters, state)
    call = button(matters, ".call")
    assert "1234" not in call.accessibleName()
    with qtbot.waitSignal(matters.dialed, check_params_cb="138 1234 5678".__eq__):
        call.click()


def test_a_promise_that_is_a_call_stands_once(matters, state, met):
    call_owed(met)
    look_up(matters, state)
    texts = [label.text() for label in matters.findChildren(QLabel)]
    assert texts.count("call with the result") == 1


def test_other_promises_are_shown_with_who_gave_them(matters, state, met):
    met(outcome=Outcome.DISPATCH, unit="hosp", due_at=NOON + timedelta(days=1), promise="answer by letter")
    look_up(matters, state)
    texts = [label.text() for label in matters.findChildren(QLabel)]
    assert {"answer by letter", "Wang"} <= set(texts)


def test_nothing_stands_there_for_a_caller_without_a_past(matters):
    assert not matters.isVisible()
