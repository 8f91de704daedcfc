"""Where answers would stand, a person reads what to do next."""

from PySide6.QtWidgets import QPushButton

from app.ui.panes.intake.no_fit import NoFit
from app.ui.panes.intake.nothing_page import NothingPage


def test_a_search_without_an_answer_offers_to_answer_from_own_knowledge(shown, qtbot):
    page = shown(NothingPage())
    page.say(asked=True, begun=True)
    assert page.empty.accessibleName().startswith("No approved answer found")
    offered = page.findChild(NoFit)
    assert offered.isVisible()
    qtbot.waitUntil(lambda: 0 < page.empty.y() < offered.y())
    with qtbot.waitSignal(page.own_knowledge):
        offered.own_knowledge.emit()
    page.say(asked=False, begun=True)
    assert not offered.isVisible()


def test_an_empty_contact_is_told_how_to_search_and_one_that_began_that_nothing_fits_yet(qtbot):
    page = NothingPage()
    qtbot.addWidget(page)
    page.say(asked=False, begun=False)
    assert page.empty.accessibleName().startswith("The approved answers")
    page.say(asked=False, begun=True)
    assert page.empty.accessibleName().startswith("No approved answer fits yet")
    assert page.findChild(NoFit) is None


def test_what_can_be_done_without_an_answer_stands_in_the_middle_as_what_is_said(shown, qtbot):
    page = NothingPage()
    page.resize(400, 400)
    shown(page).say(asked=True, begun=True)
    button = page.findChild(QPushButton, "intake.say.none_found.own_knowledge")
    qtbot.waitUntil(lambda: abs(button.mapTo(page, button.rect().center()).x() - page.rect().center().x()) <= 1)
