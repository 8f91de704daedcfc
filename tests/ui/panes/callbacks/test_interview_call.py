"""The call around an interview: the first answer ends the ringing, and nobody's silence is taken for an answer."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from app.services.office import Office
from app.ui.kit import theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.pane import CallbacksPane
from app.ui.parts.tick_box import TickBox
from tests.fakes import FakeClock
from tests.ui.panes.callbacks.test_interview_desk import keys, satisfaction
from tests.windows import put_up

ENDED = "SELECT code, rang_s, talked_s FROM attempt_outcome ORDER BY at DESC, id LIMIT 1 /* whole: a test */"


@pytest.fixture
def pane(office: Office, jobs: Jobs, monkeypatch: pytest.MonkeyPatch, qtbot) -> CallbacksPane:
    monkeypatch.setattr(QDesktopServices, "openUrl", bool)
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    owed = satisfaction(office)
    made.show()
    made._open(owed)
    made.dial()
    return made


@pytest.fixture
def text_back(qapp) -> Iterator[None]:
    """Text as large as before, once the test is over."""
    yield
    theme.of_app().apply(text_size="normal")


def after(pane: CallbacksPane, clock: FakeClock, seconds: int) -> None:
    clock.advance(timedelta(seconds=seconds))
    pane._tick(clock.now())


def test_the_first_answer_counts_as_answered(office: Office, pane: CallbacksPane, clock: FakeClock, qtbot) -> None:
    assert pane.interview.isVisible()
    after(pane, clock, 9)
    assert pane.is_ringing()
    keys(pane.interview, qtbot, "")
    assert not pane.is_ringing()
    assert pane.watch.text() == "Talking 00:00"
    after(pane, clock, 40)
    pane.finish()
    pane.outcome.choose("131")
    pane.finish()
    assert office.store.rows.one(ENDED) == ("131", 9, 40)


def test_what_was_raised_in_the_interview_opens_no_second_inquiry(office: Office, pane, qtbot) -> None:
    keys(pane.interview, qtbot, "", "1")
    pane.interview.complaint.click()
    keys(pane.interview, qtbot, "Nobody answered the bell", "")
    pane.finish()
    box = pane.outcome.findChild(TickBox, "callbacks.outcome.complaint")
    assert (box.isChecked(), box.isEnabled()) == (True, False)
    pane.outcome.choose("131")
    with qtbot.assertNotEmitted(pane.document_wanted):
        pane.finish()
    assert office.store.rows.one("SELECT flags FROM attempt_outcome LIMIT 1")[0] == "502"
    assert not box.isChecked()  # the next person has raised nothing


def test_when_nobody_answers_one_key_and_a_digit_say_so(office: Office, pane, clock: FakeClock, qtbot) -> None:
    after(pane, clock, 26)
    assert pane.strip.current.text == "It has rung long enough: hang up, then F8 and 2 for no answer."
    pane.finish()
    assert pane.outcome.isVisible()
    qtbot.keyClicks(pane.outcome.line, "2")
    qtbot.keyClick(pane.outcome.line, Qt.Key.Key_Return)
    pane.finish()
    assert office.store.rows.one(ENDED) == ("201", 26, None)


def test_an_interview_that_waits_suggests_no_outcome_while_it_rings(office: Office, pane, clock, qtbot) -> None:
    pane_call = pane._taken.sheet.callback.id
    keys(pane.interview, qtbot, "", "1", "1")
    pane.finish()
    pane.outcome.choose("130")
    pane.outcome.put_time(clock.now() + timedelta(hours=3))
    pane.finish()
    assert not pane.is_calling()
    after(pane, clock, 3 * 3600)
    pane._open(pane_call)
    pane.dial()
    assert pane.is_ringing()
    pane.finish()
    assert pane.outcome.line.key == ""


def test_the_time_of_the_call_makes_room_for_an_agreed_time(office: Office, pane, qtbot) -> None:
    keys(pane.interview, qtbot, "", "1", "1")
    pane.finish()
    assert pane.watch.isVisible()
    pane.outcome.choose("221")
    assert (pane.agenda.isVisible(), pane.watch.isVisible()) == (True, False)
    assert not pane.outcome.header.isVisible()
    for held in (True, False):
        pane.hold_line(held)
        assert pane.watch.isVisible() is held
    pane.outcome.choose("131")
    assert (pane.agenda.isVisible(), pane.watch.isVisible()) == (False, True)
    assert pane.outcome.header.isVisible()


def test_back_asks_on_from_an_agreed_time_which_is_asked_for_again_after_that(pane, qtbot) -> None:
    put_up(qtbot, pane)
    keys(pane.interview, qtbot, "", "1", "1")
    pane.finish()
    assert not pane.interview.ask_on.isVisible()
    pane.outcome.choose("221")
    assert (pane.interview.isVisible(), pane.interview.ask_on.isVisible()) == (False, True)
    qtbot.keyClick(pane.outcome.line, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (pane.interview.line.isVisible(), pane.interview.ask_on.isVisible()) == (True, False)
    assert not pane.agenda.isVisible()
    pane._give_room(asking=False)
    assert (pane.agenda.isVisible(), pane.interview.isVisible()) == (True, False)
    pane.outcome.choose("131")
    assert (pane.interview.isVisible(), pane.interview.ask_on.isVisible()) == (True, False)


@pytest.mark.parametrize("rings", [True, False])
@pytest.mark.parametrize(("text_size", "width", "height"), [("normal", 1196, 605), ("large", 1175, 598)])
def test_an_agreed_time_and_what_is_wrong_with_it_are_read_whole_under_an_interview_in_the_least_window(
    pane, text_back, qtbot, text_size, width, height, rings
) -> None:
    theme.of_app().apply(text_size=text_size)
    frame = QWidget()  # as in the window, which gives no pane more than it has
    qtbot.addWidget(frame)
    frame.resize(width, height)
    pane.setParent(frame)
    pane.resize(width, height)
    put_up(qtbot, frame)
    pane.show()
    keys(pane.interview, qtbot, *([] if rings else ["", "1", "1"]))
    pane.finish()
    pane.outcome.choose("221")
    qtbot.keyClicks(pane.outcome._form.editor("start_at"), "today 25:99")
    pane.finish()
    kinds = (QLabel, QLineEdit, QComboBox)
    parts = [one for one in pane.outcome.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]
    assert len(parts) > 9

    def stand_whole() -> bool:
        return all(
            one.height() >= max(one.heightForWidth(one.width()), one.minimumSizeHint().height()) for one in parts
        )

    qtbot.waitUntil(stand_whole, timeout=3000)
    assert pane.is_ringing() is rings


def test_what_is_urgent_is_all_in_sight_in_the_least_window(pane, qtbot) -> None:
    pane.resize(1180, 600)
    keys(pane.interview, qtbot, "", "1")
    assert not pane.card.about.isHidden()
    pane.interview.urgent.click()
    assert pane.card.about.isHidden()
    listed = pane.interview.list
    last = listed.item(listed.count() - 1)
    assert listed.count() == 13
    qtbot.waitUntil(lambda: listed.viewport().rect().contains(listed.visualItemRect(last)), timeout=3000)
    pane.interview.go_back()
    assert not pane.card.about.isHidden()


def test_who_never_wants_a_call_again_is_asked_nothing_more_and_the_outcome_has_the_room(pane, qtbot) -> None:
    keys(pane.interview, qtbot, "", "1")
    assert pane.interview.list.isVisible()
    pane.choose_never()
    assert (pane.interview.list.isVisible(), pane.outcome.isVisible()) == (False, True)
    assert pane.outcome.line.key == "234"
    pane.interview.back.click()
    assert (pane.interview.list.isVisible(), pane.outcome.isVisible()) == (True, False)


def test_an_interview_without_an_answer_is_not_done_and_that_is_said_until_the_outcome_is_saved(pane) -> None:
    pane.finish()
    pane.outcome.choose("110")
    pane.finish()
    assert pane.is_calling()
    assert pane.strip.current.text.startswith("0 % of the key questions are answered")
    pane.outcome.choose("201")
    pane.finish()
    assert not pane.is_calling()
    assert pane.strip.current.text.startswith("Saved; it comes again")


def test_the_last_of_several_refusals_is_read_and_none_once_the_outcome_is_saved(pane) -> None:
    for text in ("First this.", "Now that."):
        pane.say_refused(text)
        assert pane.strip.current.text == text
    pane.finish()
    pane.outcome.choose("201")
    pane.finish()
    assert pane.strip.current.text.startswith("Saved; it comes again")


def test_what_is_raised_after_the_last_question_gives_its_room_to_the_outcome(pane, qtbot) -> None:
    keys(pane.interview, qtbot, "", "2")  # no to the first question: nothing more is asked
    assert not pane.interview.is_going_on
    pane.interview.urgent.click()
    assert pane.interview.list.isVisible()
    pane.choose_never()
    assert (pane.interview.list.isVisible(), pane.interview.is_raising) == (False, False)
    assert "Nothing more is asked" in pane.interview.question.text()
    assert pane.outcome.line.key == "234"
