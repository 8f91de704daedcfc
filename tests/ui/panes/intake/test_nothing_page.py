"""Where answers would stand, a person reads what to do next."""

from app.ui.panes.intake.nothing_page import NothingPage


def test_a_search_without_an_answer_offers_to_answer_from_own_knowledge(qtbot):
    page = NothingPage()
    qtbot.addWidget(page)
    page.say(asked=True, begun=True)
    assert page.empty.accessibleName().startswith("No approved answer found")
    assert page.none_found.isVisibleTo(page)
    with qtbot.waitSignal(page.own_knowledge):
        page.none_found.own_knowledge.emit()


def test_an_empty_contact_is_told_how_to_search_and_one_that_began_that_nothing_fits_yet(qtbot):
    page = NothingPage()
    qtbot.addWidget(page)
    page.say(asked=False, begun=False)
    assert page.empty.accessibleName().startswith("The approved answers")
    page.say(asked=False, begun=True)
    assert page.empty.accessibleName().startswith("No approved answer fits yet")
    assert not page.none_found.isVisibleTo(page)
