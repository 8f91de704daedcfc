import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.ui.kit.messages import Message, MessageStrip, error


class Pane(QObject):
    def __init__(self):
        super().__init__()
        self.did = []

    def retry(self):
        self.did.append("retry")

    def bring_back(self):
        self.did.append("back")


@pytest.fixture
def strip(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    return strip


@pytest.fixture
def pane(qapp):
    return Pane()


def button(strip, name):
    return strip.findChild(QPushButton, f"messages.{name}")


def text_of(strip):
    return [label.text() for label in strip.findChildren(QLabel) if label.text()]


def test_a_message_is_shown_with_its_one_next_step(strip, pane):
    strip.danger("The hub is away", step_text="Try again", step=pane.retry)
    assert strip.isVisible()
    assert text_of(strip) == ["The hub is away"]
    button(strip, "step").click()
    assert (pane.did, strip.isVisible()) == (["retry"], False)


def test_a_strip_that_never_said_anything_holds_nothing(strip):
    strip.retranslate()
    assert strip.findChildren(QWidget) == []


def test_without_a_step_there_is_no_button(strip):
    strip.info("Nothing to do")
    assert button(strip, "step").isHidden()
    assert button(strip, "undo").isHidden()


def test_what_came_of_a_key_pressed_again_takes_the_place_of_the_question(strip):
    strip.ask_again("Press again to do it")
    strip.info("Synced")
    assert text_of(strip) == ["Press again to do it"]
    strip.success("Done")
    assert text_of(strip) == ["Done"]
    strip.dismiss()
    assert text_of(strip) == ["Synced"]
    strip.dismiss()
    strip.ask_again("Press again to do it")
    strip.danger("Refused")
    strip.dismiss()
    assert strip.current is None


def test_a_question_for_the_same_key_does_not_wait_behind_an_error(strip):
    strip.danger("disk full")
    strip.ask_again("Press again to do it")
    assert text_of(strip) == ["Press again to do it"]
    strip.success("Done")
    strip.dismiss()
    assert text_of(strip) == ["disk full"]


def test_messages_wait_in_order(strip):
    strip.warning("first")
    strip.warning("second")
    assert text_of(strip) == ["first"]
    strip.dismiss()
    assert text_of(strip) == ["second"]


def test_what_was_saved_just_now_takes_the_place_of_what_was_saved_before(strip):
    strip.success("Saved 0004")
    strip.success("Saved without an inquiry")
    assert text_of(strip) == ["Saved without an inquiry"]
    strip.dismiss()
    assert not strip.isVisible()


def test_what_was_saved_does_not_wait_behind_a_notice_which_comes_back(strip):
    strip.info("1 draft brought back")
    strip.success("Saved 0004")
    assert text_of(strip) == ["Saved 0004"]
    strip.dismiss()
    assert text_of(strip) == ["1 draft brought back"]


def test_an_undo_is_not_hidden_by_what_was_saved_after_it(strip, pane):
    strip.success("Discarded", undo=pane.bring_back)
    strip.success("Saved 0004")
    assert text_of(strip) == ["Discarded"]


def test_an_error_goes_before_a_notice_which_comes_back(strip):
    strip.info("saved")
    strip.danger("disk full")
    assert text_of(strip) == ["disk full"]
    strip.dismiss()
    assert text_of(strip) == ["saved"]


def test_a_warning_does_not_wait_behind_a_notice(strip):
    strip.info("2 drafts brought back")
    strip.warning("A call rings")
    assert text_of(strip) == ["A call rings"]
    strip.dismiss()
    assert text_of(strip) == ["2 drafts brought back"]


def test_the_same_message_twice_is_shown_once(strip):
    strip.danger("disk full")
    strip.danger("disk full")
    strip.dismiss()
    assert strip.current is None


def test_undo_counts_down_and_expires(strip, pane, qtbot):
    message = Message("success", "Discarded", undo=pane.bring_back, seconds=2)
    with qtbot.waitSignal(strip.closed, timeout=5000) as told:
        strip.post(message)
        assert button(strip, "undo").text() == "Undo (2 s)"
    assert told.args == [message, "expired"]
    assert pane.did == []


def test_undo_takes_back_while_it_is_there(strip, pane):
    strip.success("Discarded", undo=pane.bring_back)
    assert "15" in button(strip, "undo").text()
    button(strip, "undo").click()
    assert pane.did == ["back"]


def test_a_key_takes_back_what_the_message_offers(strip, pane):
    assert not strip.take_back()
    strip.info("hello")
    assert not strip.take_back()
    strip.success("Discarded", undo=pane.bring_back)
    assert strip.take_back()
    assert pane.did == ["back"]


def test_an_undo_does_not_wait_behind_a_notice(strip, pane):
    strip.info("hello")
    strip.success("Discarded", undo=pane.bring_back)
    assert text_of(strip) == ["Discarded"]


def test_an_error_stays_until_somebody_saw_it(strip):
    strip.danger("disk full")
    assert strip.current.seconds == 0


def test_clearing_forgets_the_queue(strip):
    strip.danger("one")
    strip.danger("two")
    strip.clear()
    assert strip.current is None
    assert not strip.isVisible()


def test_a_screen_reader_is_told_text_and_buttons(strip, pane):
    strip.danger("disk full", step_text="Try again", step=pane.retry)
    assert strip.accessibleDescription() == "disk full"
    assert button(strip, "step").accessibleName() == "Try again"
    assert button(strip, "close").accessibleName() == "Close the message"


def test_the_strip_never_takes_the_focus(strip, qtbot):
    strip.danger("disk full")
    assert not strip.hasFocus()
    assert strip.windowModality().value == 0


def test_the_width_that_is_wanted_follows_text_and_buttons(strip):
    strip.info("Saved")
    short = strip.wanted_width()
    strip.dismiss()
    strip.info("Saved", step_text="Show it", step=strip.dismiss)
    assert strip.wanted_width() >= short + strip._step.sizeHint().width()
    strip.dismiss()
    strip.info("Saved for the third time today")
    assert strip.wanted_width() > short


def test_an_offer_that_was_taken_another_way_is_withdrawn_also_from_the_queue(strip):
    strip.danger("Not saved.", step_text="Again", step=strip.hide)
    strip.warning("A call rings", step_text="Pick up", step=strip.show)
    strip.withdraw_offer(strip.show)
    assert not strip._queue
    assert strip.current.text == "Not saved."
    strip.withdraw_offer(strip.hide)
    assert strip.current is None


def test_a_message_can_be_withdrawn_from_the_screen_and_from_the_queue(strip):
    first, second = Message("danger", "Not saved."), Message("danger", "No network.")
    for one in (first, second):
        strip.post(one)
    strip.withdraw(second)
    assert strip.current == first
    strip.withdraw(first)
    assert strip.current is None


class Spoken:
    """A window of two languages with what says its errors."""

    def __init__(self, strip):
        self._strip, self._words = strip, {"full": ("disk full", "磁盘已满"), "again": ("Try again", "重试")}
        self._language = 0

    def speak(self, language):
        self._language = language
        QCoreApplication.sendEvent(self._strip, QEvent(QEvent.Type.LanguageChange))

    def full(self):
        return self._words["full"][self._language]

    def again(self):
        return self._words["again"][self._language]


@pytest.fixture
def spoken(strip):
    return Spoken(strip)


def test_an_error_that_stands_follows_the_language_of_the_window(strip, spoken, pane):
    strip.danger(spoken.full, step_text=spoken.again, step=pane.retry)
    spoken.speak(1)
    assert text_of(strip) == ["磁盘已满"]
    assert (strip.accessibleDescription(), button(strip, "step").accessibleName()) == ("磁盘已满", "重试")
    assert strip.shows("磁盘已满")
    button(strip, "step").click()
    assert pane.did == ["retry"]


def test_an_error_that_waits_follows_it_too_and_is_told_once(strip, spoken):
    strip.ask_again("Press again to do it")
    strip.danger(spoken.full)
    spoken.speak(1)
    strip.danger(spoken.full)
    strip.dismiss()
    assert text_of(strip) == ["磁盘已满"]
    strip.dismiss()
    assert strip.current is None


def test_what_goes_by_itself_stays_as_it_was_said_with_its_undo(strip, spoken, pane):
    strip.success("Discarded", undo=pane.bring_back)
    spoken.speak(1)
    assert text_of(strip) == ["Discarded"]
    assert strip.take_back()


@pytest.mark.parametrize("waits", [False, True])
def test_an_error_is_withdrawn_in_whatever_language_it_was_told(strip, spoken, waits):
    told = error(spoken.full)
    if waits:
        strip.ask_again("Press again to do it")
    strip.post(told)
    spoken.speak(1)
    strip.withdraw(told)
    strip.dismiss()
    assert strip.current is None
