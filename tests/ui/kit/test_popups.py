import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QVBoxLayout, QWidget

from app.ui.kit.popups import PageStack
from tests.windows import put_up


@pytest.fixture
def stack(qtbot):
    stack = PageStack()
    stack.resize(400, 300)
    for page in (QWidget(), QWidget()):
        stack.addWidget(page)
    put_up(qtbot, stack)
    return stack


def test_a_menu_and_its_submenu_go_with_the_page_that_they_were_opened_from(stack):
    menu = QMenu(stack.currentWidget())
    inner = menu.addMenu("Flag")
    inner.addAction("for 30 days")
    menu.popup(QPoint(0, 0))
    inner.popup(QPoint(20, 20))
    assert QApplication.activePopupWidget() is inner
    stack.setCurrentIndex(1)
    assert (menu.isVisible(), inner.isVisible(), QApplication.activePopupWidget()) == (False, False, None)


def test_the_open_list_of_a_choice_goes_too(stack):
    choice = QComboBox()
    choice.addItems(["Call", "Letter"])
    QVBoxLayout(stack.currentWidget()).addWidget(choice)
    choice.showPopup()
    stack.setCurrentIndex(1)
    assert (QApplication.activePopupWidget(), choice.currentText()) == (None, "Call")


def test_a_stack_that_nobody_sees_closes_nothing(stack, qtbot):
    menu = QMenu(stack.currentWidget())
    menu.addAction("Paste")
    menu.popup(QPoint(0, 0))
    hidden = PageStack(stack)
    hidden.hide()
    hidden.addWidget(QWidget())
    assert menu.isVisible()
