"""Another card of the person on the line is found, linked by a second press, and taken out again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services import callers
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.same_person import LinkedCard, SamePerson


@pytest.fixture
def same(jobs, state, shown, met):
    caller = met()
    made = shown(SamePerson(jobs, CallerLink(jobs, state)), inside=True)
    state.edit("number", "138 1234 5678")
    made._link.look_up()
    assert made._link.card.caller.id == caller
    return made


@pytest.fixture
def other(office):
    with office.store.write("wang") as tx:
        caller = tx.add("caller", {"name": "Lina", "note": "deaf"})
        tx.add("caller_phone", {"caller": caller.hex(), "number": "+8613900001111"})
    return caller


def look(same, qtbot, text):
    same._open.click()
    qtbot.keyClicks(same._search, text)
    return [same._found.item(row).text() for row in range(same._found.count())]


def test_a_card_is_found_by_name_or_number_and_linked_when_that_is_confirmed(same, other, office, qtbot):
    assert look(same, qtbot, "Lin") == ["Lina · 139 0000 1111 · deaf"]
    qtbot.keyClick(same._search, Qt.Key.Key_Return)
    qtbot.keyClick(same._found, Qt.Key.Key_Return)
    assert same._confirm.text() == "Yes, the same person"
    caller = same._link.card.caller.id
    assert office.ask(callers.card, caller).same == ()
    same._confirm.click()
    assert [one.caller.id for one in office.ask(callers.card, caller).same] == [other]
    (line,) = same.findChildren(LinkedCard)
    assert line.findChild(QLabel).text() == "Lina · 139 0000 1111 · deaf"
    assert (same._search.isVisible(), same._open.isVisible()) == (False, True)


def test_a_linked_card_is_taken_out_by_two_presses(same, other, office, qtbot):
    look(same, qtbot, "139 0000")
    same._found.itemClicked.emit(same._found.item(0))
    same._confirm.click()
    button = same._cards[0].button
    button.click()
    assert "once more" in button.text()
    button.click()
    assert office.ask(callers.card, other).same == ()
    assert not same._head.isVisible()


def test_escape_ends_the_search_and_the_person_on_the_line_is_never_offered(same, other, qtbot):
    assert look(same, qtbot, "138 1234") == []
    qtbot.keyClick(same._search, Qt.Key.Key_Escape)
    assert (same._search.isVisible(), same._found.isVisible(), same._open.isVisible()) == (False, False, True)


def test_without_a_caller_there_is_nothing_to_link(same):
    same._link.choose(None)
    assert not same.isVisible()
