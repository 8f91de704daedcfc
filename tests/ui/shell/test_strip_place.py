import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from app.ui.kit.messages import Message, MessageStrip
from app.ui.shell.strip_place import StripPlace

LONG = "Not saved: the disk is full. What you typed is still here. " * 4


def placed(qtbot, text, width=1000):
    ground = QWidget()
    ground.resize(width, 600)
    qtbot.addWidget(ground)
    strip = MessageStrip(ground)
    StripPlace(strip, ground, beside=lambda: 300)
    ground.show()
    strip.danger(text)
    return ground, strip


def test_a_message_stands_at_the_lower_right_beside_the_figures(qtbot):
    ground, strip = placed(qtbot, "Saved")
    assert strip.geometry().right() > ground.width() - 20
    assert strip.geometry().bottom() > ground.height() - 10
    assert strip.x() >= 300


def test_a_longer_message_grows_upwards(qtbot):
    _, short = placed(qtbot, "Saved")
    _, long = placed(qtbot, LONG)
    assert long.height() > short.height()
    assert long.geometry().bottom() == short.geometry().bottom()


def test_it_follows_the_window(qtbot):
    ground, strip = placed(qtbot, LONG)
    ground.resize(1400, 800)
    assert strip.geometry().bottom() > 790


@pytest.fixture
def panes(qtbot):
    """A desk with its own messages over two panes, of which the first is shown; each says something at its head."""
    ground = QWidget()
    ground.resize(1000, 600)
    qtbot.addWidget(ground)
    stack = QStackedWidget(ground)
    stack.setGeometry(0, 0, 1000, 548)  # a pane keeps its lowest 12 pixels free, the bottom strip has 40
    place = StripPlace(MessageStrip(ground), ground, beside=lambda: 300)
    made = []
    for _ in range(2):
        pane = QWidget(stack)
        column = QVBoxLayout(pane)
        pane.strip, pane.list = MessageStrip(pane), QListWidget(pane)
        column.addWidget(pane.strip)
        column.addWidget(pane.list, 1)
        stack.addWidget(pane)
        place.take(pane.strip)
        made.append(pane)
    ground.show()
    return ground, stack, made


def test_a_message_of_a_pane_moves_nothing_in_it_and_stands_below_it(panes):
    _, stack, (first, _) = panes
    before = first.list.geometry()
    first.strip.danger("Not saved")
    first.layout().activate()
    assert first.strip.isVisible()
    assert first.list.geometry() == before
    assert first.strip.geometry().top() > stack.geometry().bottom()
    first.strip.dismiss()
    assert not first.strip.isVisible()


def test_what_a_pane_says_is_seen_while_the_pane_is(panes):
    _, stack, (first, second) = panes
    first.strip.danger("Not saved")
    second.strip.info("Come back")
    assert (first.strip.isVisible(), second.strip.isVisible()) == (True, False)
    stack.setCurrentWidget(second)
    assert (first.strip.isVisible(), second.strip.isVisible()) == (False, True)
    stack.setCurrentWidget(first)
    assert first.strip.isVisible()
    assert first.strip.current.text == "Not saved"


def test_of_two_messages_the_more_urgent_is_seen_and_the_other_after_it(panes):
    ground, _, (first, _) = panes
    own = next(one for one in ground.findChildren(MessageStrip) if one is not first.strip)
    own.info("A call came in")
    first.strip.success("Saved")
    assert (own.isVisible(), first.strip.isVisible()) == (False, True)
    own.danger("The disk is full")
    assert (own.isVisible(), first.strip.isVisible()) == (True, False)
    own.clear()
    assert (own.isVisible(), first.strip.isVisible()) == (False, True)


def test_of_two_equal_messages_the_newer_is_seen_and_the_older_after_it(panes):
    ground, _, (first, _) = panes
    own = next(one for one in ground.findChildren(MessageStrip) if one is not first.strip)
    first.strip.danger("Not saved")
    own.danger("A call is going on. Close once more to leave it")
    assert (own.isVisible(), first.strip.isVisible()) == (True, False)
    own.dismiss()
    assert (own.isVisible(), first.strip.isVisible()) == (False, True)
    own.danger("The disk is full")
    first.strip.dismiss()
    first.strip.danger("Refused again")
    assert (own.isVisible(), first.strip.isVisible()) == (False, True)


def test_a_question_for_the_same_key_is_seen_over_an_error(panes):
    ground, _, (first, _) = panes
    own = next(one for one in ground.findChildren(MessageStrip) if one is not first.strip)
    first.strip.ask_again("Press again to close the campaign")
    own.danger("The disk is full")
    assert (own.isVisible(), first.strip.isVisible()) == (False, True)


def test_a_notice_does_not_cover_what_can_be_taken_back(panes):
    ground, _, (first, _) = panes
    own = next(one for one in ground.findChildren(MessageStrip) if one is not first.strip)
    first.strip.success("Discarded", undo=Saver(ground).take_back)
    own.info("A call came in")
    assert (own.isVisible(), first.strip.isVisible()) == (False, True)


def test_a_message_of_three_lines_takes_the_room_of_the_figures_before_it_grows_higher(qtbot):
    ground, strip = placed(qtbot, "Not saved: the disk is full. What you typed is still here. " * 4, width=900)
    assert strip.width() <= 600
    high = strip.height()
    place = StripPlace(strip, ground, beside=lambda: 300, begins=lambda: 84)
    place.place()
    assert strip.width() > 700
    assert strip.height() < high


def test_a_click_on_a_message_leaves_the_keyboard_where_it_was(panes, qtbot):
    _, _, (first, _) = panes
    first.list.setFocus()
    first.strip.danger("Not saved")
    close = first.strip.findChild(QPushButton, "messages.close")
    assert close.focusPolicy() is Qt.FocusPolicy.TabFocus
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not first.strip.isVisible()
    assert first.list.hasFocus()


class Sections(QWidget):
    """A pane whose pages are made one by one, as those of the settings are."""

    page_made = Signal(object)

    def __init__(self, parent):
        super().__init__(parent)
        self.stack = QStackedWidget(self)
        QVBoxLayout(self).addWidget(self.stack)

    def make(self):
        page = QWidget(self.stack)
        column = QVBoxLayout(page)
        page.strip, page.list = MessageStrip(page), QListWidget(page)
        column.addWidget(page.strip)
        column.addWidget(page.list, 1)
        self.stack.addWidget(page)
        self.page_made.emit(page)
        return page


@pytest.fixture
def sections(qtbot):
    ground = QWidget()
    ground.resize(1000, 600)
    qtbot.addWidget(ground)
    pane = Sections(ground)
    pane.setGeometry(0, 0, 1000, 548)
    ground.place = StripPlace(MessageStrip(ground), ground, beside=lambda: 300)
    ground.place.take_of("settings", pane)
    ground.show()
    return ground, pane


def test_a_message_of_a_page_that_is_made_later_moves_nothing_in_it_either(sections):
    _, pane = sections
    page = pane.make()
    page.layout().activate()
    before = page.list.geometry()
    page.strip.danger("Not saved")
    page.layout().activate()
    assert page.list.geometry() == before
    assert page.strip.isVisible()
    assert page.strip.geometry().top() > pane.geometry().bottom()


def test_what_a_page_says_is_seen_while_the_page_is(sections):
    _, pane = sections
    first, second = pane.make(), pane.make()
    first.strip.danger("Not saved")
    assert first.strip.isVisible()
    pane.stack.setCurrentWidget(second)
    assert not first.strip.isVisible()
    pane.stack.setCurrentWidget(first)
    assert first.strip.isVisible()
    pane.hide()
    assert not first.strip.isVisible()


def test_a_page_that_is_taken_down_takes_its_messages_with_it(sections):
    ground, pane = sections
    page = pane.make()
    page.strip.danger("Not saved")
    Shiboken.delete(page)
    ground.place.place()
    assert not [one for one in ground.place._homes if one.current is not None]


def test_the_life_of_a_message_runs_only_while_it_is_read(panes):
    ground, _, (first, _) = panes
    own = next(one for one in ground.findChildren(MessageStrip) if one is not first.strip)
    first.strip.success("Saved")
    own.danger("The disk is full")
    for _second in range(9):
        first.strip._count()
    own.dismiss()
    assert first.strip.isVisible()
    assert first.strip.current.text == "Saved"
    for _second in range(5):
        first.strip._count()
    assert first.strip.current is None


def test_what_can_be_taken_back_runs_out_while_it_is_covered_too(panes):
    ground, _, (first, _) = panes
    own = next(one for one in ground.findChildren(MessageStrip) if one is not first.strip)
    first.strip.success("Discarded", undo=Saver(ground).take_back)
    own.danger("The disk is full")
    for _second in range(14):
        first.strip._count()
    assert first.strip.current is not None
    first.strip._count()
    assert first.strip.current is None


def test_a_message_waits_while_the_whole_desk_is_covered(panes):
    ground, _, (first, _) = panes
    first.strip.info("Come back")
    ground.hide()
    for _second in range(20):
        first.strip._count()
    ground.show()
    assert first.strip.current.text == "Come back"


class Saver(QObject):
    def take_back(self):
        pass


def test_a_short_message_stands_in_one_line_beside_its_buttons(qtbot):
    ground, strip = placed(qtbot, "Saved", width=1200)
    saver = Saver(ground)
    text = "Put off to tomorrow, 9:00, for the nurse on duty"
    strip.dismiss()
    strip.info(text)
    plain = strip.width()
    strip.dismiss()
    strip.post(Message("danger", text, "Show today", saver.take_back, saver.take_back, 15))
    strip.layout().activate()
    assert strip.width() > plain
    assert strip._text.width() >= strip._text.fontMetrics().horizontalAdvance(text)
    assert strip._text.height() < 2 * strip._text.fontMetrics().height()
