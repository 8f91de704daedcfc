import pytest
from PySide6.QtCore import Qt

from app.services import views
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.views_menu import ViewsMenu

LATE = Listing(mine=False, due="overdue", order="due")


@pytest.fixture
def menu(jobs: Jobs, qtbot) -> ViewsMenu:
    made = ViewsMenu(jobs)
    qtbot.addWidget(made)
    made.show()
    made.show_listing(LATE)
    return made


def texts(menu: ViewsMenu) -> list[str]:
    return [action.text() for action in menu.open_menu().actions() if not action.isSeparator()]


def test_the_filters_of_now_get_a_name_by_the_keyboard(menu: ViewsMenu, office: Office, qtbot) -> None:
    assert texts(menu) == ["Save these filters as a view…"]
    menu._menu.actions()[0].trigger()
    qtbot.keyClicks(menu.name, "Late & open")
    with qtbot.waitSignal(menu.told) as told:
        qtbot.keyClick(menu.name, Qt.Key.Key_Return)
    assert told.args == ["Late & open"]
    assert office.ask(views.mine) == (views.SavedView("Late & open", LATE),)
    assert not menu.name.isVisible()


def test_a_saved_view_is_chosen_and_forgotten_from_the_menu(menu: ViewsMenu, office: Office, qtbot) -> None:
    office.do(views.save, "Late", LATE)
    assert texts(menu) == ["Late", "Save these filters as a view…", "Rename “Late”…", "Forget “Late”"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu._menu.actions()[0].trigger()
    assert chosen.args == [LATE]
    with qtbot.waitSignal(menu.forgotten) as forgotten:
        menu._menu.actions()[-1].trigger()
    assert (forgotten.args, office.ask(views.mine)) == ([views.SavedView("Late", LATE)], ())


def test_a_view_gets_another_name_and_keeps_its_filters(menu: ViewsMenu, office: Office, qtbot) -> None:
    office.do(views.save, "Late", LATE)
    menu.show_listing(Listing())
    menu.open_menu().actions()[-2].trigger()
    assert menu.name.selectedText() == "Late"
    qtbot.keyClicks(menu.name, "Overdue")
    qtbot.keyClick(menu.name, Qt.Key.Key_Return)
    assert office.ask(views.mine) == (views.SavedView("Overdue", LATE),)
    menu.ask_name()
    assert menu.name.text() == ""


def test_a_name_that_does_not_do_is_said_and_can_be_changed(menu: ViewsMenu, qtbot) -> None:
    menu.ask_name()
    with qtbot.waitSignal(menu.refused):
        qtbot.keyClick(menu.name, Qt.Key.Key_Return)
    assert menu.name.isVisible()
    qtbot.keyClick(menu.name, Qt.Key.Key_Escape)
    assert not menu.name.isVisible()


def test_nobody_signed_in_has_no_views(menu: ViewsMenu, office: Office) -> None:
    office.do(views.save, "Late", LATE)
    office.sign_in(None)
    assert texts(menu) == ["Save these filters as a view…"]
