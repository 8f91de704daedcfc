import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from app.ui.kit.labels import Chip
from app.ui.kit.tabs import CloseButton, TabBar


class Notes(QObject):
    def __init__(self):
        super().__init__()
        self.got = []

    def take(self, value):
        self.got.append(value)


@pytest.fixture
def notes(qapp):
    return Notes()


@pytest.fixture
def tabs(qtbot, notes):
    tabs = TabBar("intake.tabs")
    qtbot.addWidget(tabs)
    tabs.chosen.connect(notes.take)
    tabs.show()
    return tabs


def test_the_first_tab_is_chosen_further_ones_wait(tabs, notes):
    tabs.add("a", "First")
    tabs.add("b", "Second")
    assert (tabs.current(), notes.got) == ("a", ["a"])


def test_a_tab_is_known_by_its_key_wherever_it_stands(tabs, notes):
    for key in "abc":
        tabs.add(key, key.upper())
    tabs.remove("a")
    tabs.choose("c")
    assert (tabs.keys(), tabs.current()) == (("b", "c"), "c")
    assert notes.got == ["a", "b", "c"]


def test_a_key_is_taken_once(tabs):
    tabs.add("a", "A")
    with pytest.raises(ValueError, match="a"):
        tabs.add("a", "again")


def test_closing_is_asked_and_done_by_the_pane(tabs, qtbot):
    tabs.add("a", "A")
    tabs.add("b", "B")
    with qtbot.waitSignal(tabs.closing) as told:
        tabs.findChild(CloseButton, "intake.tabs.close.b").click()
    assert told.args == ["b"]
    assert tabs.keys() == ("a", "b")


def test_delete_and_the_middle_button_ask_too(tabs, qtbot):
    tabs.add("a", "A")
    with qtbot.waitSignal(tabs.closing):
        qtbot.keyClick(tabs, Qt.Key.Key_Delete)
    with qtbot.waitSignal(tabs.closing):
        qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=tabs.tabRect(0).topLeft() + QPoint(12, 12))


def test_a_tab_that_must_stay_cannot_be_closed(tabs, qtbot):
    tabs.add("a", "A", closable=False)
    with qtbot.assertNotEmitted(tabs.closing):
        qtbot.keyClick(tabs, Qt.Key.Key_Delete)
    assert tabs.findChild(CloseButton) is None


def test_a_badge_comes_changes_and_goes(tabs):
    tabs.add("a", "A")
    tabs.set_badge("a", "2", "danger")
    tabs.set_badge("a", "3", "danger")
    badge = tabs.tabButton(0, QTabBar.ButtonPosition.LeftSide).findChild(Chip)
    assert (badge.text(), badge.property("tone")) == ("3", "danger")
    tabs.set_badge("a", "")
    assert tabs.tabButton(0, QTabBar.ButtonPosition.LeftSide) is None


def test_a_title_with_an_ampersand_is_shown_as_it_is(tabs):
    tabs.add("a", "Wang & Li")
    assert tabs.tabText(0) == "Wang && Li"
    assert tabs.accessibleTabName(0) == "Wang & Li"
    assert tabs.findChild(CloseButton).accessibleName() == "Close Wang & Li"


def test_without_tabs_nothing_is_current(tabs):
    assert tabs.current() == ""


def test_many_tabs_scroll_and_each_shows_a_whole_telephone_number(qtbot, tabs):
    tabs.resize(500, 40)
    for place in range(12):
        tabs.add(str(place), f"138 1234 00{place:02}")
    wide = tabs.fontMetrics().horizontalAdvance("138 1234 0011")
    assert min(tabs.tabRect(place).width() for place in range(12)) > wide
    arrows = [one for one in tabs.findChildren(QToolButton) if one.objectName().startswith("Scroll")]
    assert [(one.isVisible(), one.focusPolicy()) for one in arrows] == [(True, Qt.FocusPolicy.NoFocus)] * 2


def test_a_longer_title_has_its_room_as_soon_as_it_is_chosen_and_bold(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 60)
    row = QHBoxLayout(window)
    tabs = TabBar("intake.tabs", window)
    tabs.setStyleSheet("QTabBar::tab:selected { font-weight: 600; }")
    row.addWidget(tabs)
    row.addStretch(1)
    tabs.add("long", "0531 0000 0123")
    tabs.add("short", "Li")
    tabs.choose("short")
    window.show()
    before = tabs.width()
    tabs.choose("long")
    qtbot.waitUntil(lambda: tabs.width() > before)
    assert tabs.width() == tabs.sizeHint().width()


def test_a_single_short_tab_takes_no_more_room_than_it_needs(tabs):
    tabs.add("a", "Li")
    assert tabs.minimumSizeHint().width() <= tabs.sizeHint().width()
