from PySide6.QtWidgets import QLabel

from app.ui.panes.intake.found_page import FoundPage
from app.ui.panes.intake.no_fit import NoFit


def test_what_offers_to_answer_without_them_is_made_when_none_fits_and_stands_over_the_list(shown, qtbot):
    page = shown(FoundPage())
    page.list.setAccessibleName("Answers found")
    page.say("Answers found", none_fits=False)
    assert page.findChild(NoFit) is None
    assert page.findChild(QLabel).text() == "Answers found"
    page.say("Answers found", none_fits=True)
    none = page.findChild(NoFit)
    assert (none.isVisible(), page.findChild(QLabel).isVisible()) == (True, False)
    qtbot.waitUntil(lambda: 0 < none.geometry().bottom() < page.list.y())
    with qtbot.waitSignal(page.own_knowledge):
        none.own_knowledge.emit()
    page.say("Answers found", none_fits=False)
    assert (none.isVisible(), page.findChild(QLabel).isVisible()) == (False, True)


def test_what_was_prepared_shows_when_it_is_needed_and_is_not_made_again(shown):
    page = shown(FoundPage())
    page.list.setAccessibleName("Answers found")
    page.say("Answers found", none_fits=False)
    page.prepare()
    none = page.findChild(NoFit)
    assert (none.isVisible(), page.findChild(QLabel).isVisible()) == (False, True)
    page.say("Answers found", none_fits=True)
    page.prepare()
    assert page.findChildren(NoFit) == [none]
    assert none.isVisible()
