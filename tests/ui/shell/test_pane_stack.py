from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.shell.pane_specs import PanePlace
from app.ui.shell.pane_stack import PaneStack
from tests.ui.shell.standins import SPECS


def stack_of(qtbot, house, doors, jobs, specs=SPECS):
    stack = PaneStack()
    stack.open_for(specs, PanePlace(jobs, house, doors))
    qtbot.addWidget(stack)
    return stack


def test_a_pane_is_made_when_it_is_first_shown(qtbot, house, doors, jobs):
    stack = stack_of(qtbot, house, doors, jobs)
    assert (stack.current, stack.pane("intake")) == ("", None)
    with qtbot.waitSignal(stack.made) as made:
        pane = stack.show_pane("intake")
    assert made.args == ["intake", pane]
    assert (stack.current, stack.pane("work")) == ("intake", None)


def test_a_pane_is_made_once(qtbot, house, doors, jobs):
    stack = stack_of(qtbot, house, doors, jobs)
    first = stack.show_pane("intake")
    stack.show_pane("work")
    assert stack.show_pane("intake") is first


def test_a_pane_that_the_person_does_not_see_cannot_be_shown(qtbot, house, doors, jobs):
    stack = stack_of(qtbot, house, doors, jobs, SPECS[1:])
    rest = tuple(spec.id for spec in SPECS[1:])
    assert (stack.show_pane("intake"), stack.spec("intake"), stack.ids) == (None, None, rest)


def test_each_change_of_pane_is_told(qtbot, house, doors, jobs):
    stack = stack_of(qtbot, house, doors, jobs)
    stack.show_pane("intake")
    with qtbot.waitSignal(stack.shown) as shown:
        stack.show_pane("scripts")
    assert shown.args == ["scripts"]


def test_a_menu_of_a_pane_is_closed_before_another_pane_is_shown(qtbot, house, doors, jobs):
    stack = stack_of(qtbot, house, doors, jobs)
    stack.show()
    menu = QMenu(stack.show_pane("intake"))
    menu.addAction("Wrong number")
    menu.popup(QPoint(0, 0))
    stack.show_pane("scripts")
    assert not menu.isVisible()


def test_a_pane_that_was_laid_by_is_shown(qtbot, house, doors, jobs):
    stack = PaneStack()
    qtbot.addWidget(stack)
    pane = QWidget(stack)
    stack.lay_by("intake", pane)
    stack.open_for(SPECS, PanePlace(jobs, house, doors))
    assert stack.show_pane("intake") is pane
    assert not pane.isHidden()


def test_a_pane_that_was_laid_by_for_nobody_is_given_up(qtbot, house, doors, jobs):
    stack = PaneStack()
    qtbot.addWidget(stack)
    pane = QWidget(stack)
    stack.lay_by("intake", pane)
    with qtbot.waitSignal(pane.destroyed):
        stack.open_for(SPECS[1:], PanePlace(jobs, house, doors))
    assert stack.make("intake") is None
