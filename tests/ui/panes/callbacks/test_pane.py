"""From the next person to the outcome of the call, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel

from app.models.claims import VALID, Claim
from app.services import callback_attempts, callback_sources, callbacks
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import NOON
from tests.fakes import FakeClock, LateExecutor
from tests.services.calling import call, campaign, number, promised
from tests.services.test_callback_claims import Door
from tests.windows import put_up


class Telephone:
    """Stands for the telephone program of the computer."""

    def __init__(self) -> None:
        self.dialed: list[str] = []

    def dial(self, url) -> None:
        self.dialed.append(url.toString())


@pytest.fixture
def telephone(monkeypatch: pytest.MonkeyPatch) -> Telephone:
    made = Telephone()
    monkeypatch.setattr(QDesktopServices, "openUrl", made.dial)
    return made


@pytest.fixture
def pane(jobs: Jobs, telephone: Telephone, qtbot) -> CallbacksPane:
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    return made


def test_enter_takes_a_call_and_one_key_dials_it(office: Office, pane: CallbacksPane, telephone, qtbot) -> None:
    campaign(office, 2)
    owed = promised(office)
    pane.show()
    pane.focus_first()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert pane.card.chip.text() == "We promised to call"
    assert pane.may_dial()
    pane.commands.action("callbacks.dial").trigger()
    assert telephone.dialed == ["tel:+8613800000001"]
    assert (pane.is_calling(), pane.is_ringing(), pane.may_take()) == (True, True, False)
    assert office.ask(callback_attempts.pending).callback == owed
    assert pane.outcome.isVisible()


def test_a_call_that_another_station_has_in_hand_is_not_dialed(office: Office, pane, telephone, qtbot) -> None:
    promised(office)
    office.outside["claims"] = door = Door(Claim(False, "Seat 3", 4, NOON))
    pane.show()
    pane.focus_first()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    pane.commands.action("callbacks.dial").trigger()
    assert telephone.dialed == []
    assert "Seat 3" in pane.strip.current.text
    assert office.ask(callback_attempts.pending) is None
    door.found = Claim(True, "Seat 7", 5, NOON + VALID)
    pane.commands.action("callbacks.dial").trigger()
    assert len(telephone.dialed) == 1
    assert office.ask(callback_attempts.pending).fence == 5
    del office.outside["claims"]


def test_a_digit_says_how_it_ended_and_the_next_can_be_taken(office: Office, pane, clock: FakeClock, qtbot) -> None:
    campaign(office, 2)
    pane.show()
    pane.take_next()
    pane.dial()
    clock.advance(timedelta(seconds=13))
    pane._tick(clock.now())
    assert pane.watch.text() == "Ringing: 4 of 6 · 00:13"
    qtbot.keyClicks(pane.outcome.line, "2")
    qtbot.keyClick(pane.outcome.line, Qt.Key.Key_Return)
    assert pane.outcome.line.text() == "2  No answer"
    pane.finish()
    assert not pane.is_calling()
    assert office.ask(callbacks.dials_of_today) == 1
    row = office.store.rows.one("SELECT code, rang_s, talked_s FROM attempt_outcome /* whole: a test */")
    assert row == ("201", 13, None)
    assert len(pane._board.calls) == 1


def test_a_promise_that_was_kept_is_written_down_in_intake(office: Office, pane, qtbot) -> None:
    owed = promised(office)
    pane.show()
    pane.take_next()
    pane.dial()
    pane.answer()
    assert not pane.is_ringing()
    pane.outcome.choose("110")
    with qtbot.waitSignal(pane.document_wanted) as asked:
        pane.finish()
    assert asked.args == ["+8613800000001", owed]


def test_who_never_wants_a_call_again_takes_every_call_along(office: Office, pane) -> None:
    campaign(office, 1)
    promised(office, typed=number(0))
    pane.show()
    pane.take_next()
    pane.dial()
    pane.choose_never()
    pane.finish()
    assert "taken out too: 1" in " ".join(label.text() for label in pane.strip.findChildren(QLabel))
    assert pane._board.calls == ()


def test_a_call_without_an_outcome_is_asked_about_first(office: Office, jobs: Jobs, pane) -> None:
    (only,) = campaign(office, 1)
    office.do(callback_attempts.begin, only)
    pane.show()
    assert pane.is_calling()
    assert pane.outcome.isVisible()
    pane.outcome.choose("203")
    pane.finish()
    assert office.ask(callback_attempts.pending) is None


def test_an_agreed_time_is_asked_with_the_agenda_and_a_wrong_one_is_said(office: Office, pane) -> None:
    campaign(office, 1)
    pane.show()
    pane.take_next()
    pane.dial()
    pane.outcome.choose("221")
    assert pane.agenda.isVisible()
    pane.finish()
    assert pane.is_calling()
    pane.outcome.put_time(NOON + timedelta(hours=2))
    pane.finish()
    assert not pane.is_calling()
    assert office.store.rows.one("SELECT start_at FROM appointment WHERE state='open' /* whole: a test */") == (
        (NOON + timedelta(hours=2)).isoformat(),
    )


def test_the_agenda_follows_the_day_that_is_typed_and_the_cursor_goes_to_what_is_wrong(pane, office, qtbot) -> None:
    campaign(office, 1)
    put_up(qtbot, pane)
    pane.take_next()
    pane.dial()
    pane.outcome.choose("221")
    line = pane.outcome._form.editor("start_at")
    assert pane.agenda.list.item(0).text() == "today"
    qtbot.keyClicks(line, "tomorrow 16:30")
    assert pane.agenda.list.item(0).text() == "tomorrow"
    line.clear()
    qtbot.keyClicks(line, "tonight")
    pane.outcome.line.setFocus()
    pane.finish()
    assert pane.focusWidget() is line
    assert pane.is_calling()


def test_the_agenda_is_of_the_day_that_was_typed_last_and_of_the_call_in_hand(pane, office, qtbot) -> None:
    campaign(office, 1)
    pane.show()
    pane.take_next()
    pane.dial()
    pane.outcome.choose("221")
    late = LateExecutor()
    pane._jobs = Jobs(office, office.clock.now, executor=late)

    def answered(*typed: timedelta) -> str:
        for one in typed:
            pane._show_day("start_at", NOON + one)
        late.answer()
        QApplication.sendPostedEvents()
        return pane.agenda.list.item(0).text()

    hours, days = timedelta(hours=2), timedelta(days=1)
    assert answered(days, hours) == "today"
    assert answered(hours, days) == "tomorrow"
    pane._show_day("start_at", NOON + 2 * days)
    pane._show_card()  # as with the next call
    assert answered() == "today"


def test_what_changes_before_the_queue_is_known_is_looked_up_again(office: Office, jobs: Jobs, pane) -> None:
    pane.show()
    pane._board = None  # as long as the first answer is on its way
    jobs.do(callback_sources.missed, number=number(3))
    assert pane._board is not None


def test_that_it_rang_long_enough_is_not_said_any_longer_than_it_rings(office: Office, pane, clock: FakeClock) -> None:
    campaign(office, 1)
    pane.show()
    pane.take_next()
    pane.dial()
    clock.advance(timedelta(seconds=29))
    pane._tick(clock.now())
    assert pane.strip.current.text.startswith("It has rung long enough")
    pane.answer()
    assert pane.strip.current is None


def test_a_time_agreed_with_oneself_is_kept_for_whoever_agreed(office: Office, pane) -> None:
    campaign(office, 1)
    pane.show()
    pane.take_next()
    pane.dial()
    pane.outcome.choose("221")
    pane.outcome.put_time(NOON + timedelta(hours=2))
    pane.outcome._form.set_values({"wanted_by": "me"}, clear=False)
    pane.finish()
    kept = office.store.rows.one("SELECT wanted_by FROM appointment WHERE state='open' /* whole: a test */")
    assert kept == (office.by.id,)


def test_whoever_calls_back_is_found_by_the_number(office: Office, pane, telephone) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "201")
    pane.show()
    pane.caller_line.setText("138 1200 0000")
    pane.caller_line.returnPressed.emit()
    assert pane.card.chip.text() == "Not now"
    assert not pane.may_dial()
    pane.take_inbound()
    assert pane.is_calling()
    assert telephone.dialed == []


def test_that_a_number_is_owed_no_call_is_not_said_beside_the_next_one_that_is(office: Office, pane) -> None:
    campaign(office, 1)
    pane.show()
    pane.caller_line.setText("13900009999")
    pane.find_caller()
    assert pane.strip.current.text == "We owe this number no call."
    pane.caller_line.setText(number(0))
    pane.find_caller()
    assert (pane.strip.current, pane.has_sheet()) == (None, True)


def test_an_empty_queue_is_explained_and_a_locked_window_hides_the_number(office: Office, pane) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "201")
    pane.show()
    assert "Rests after the last outcome" in pane.explanation.lines.text()
    pane._open(only)
    pane.masked(True)
    assert pane.card.number.text() == "138 **** 0000"
    pane.masked(False)
    assert pane.card.number.text() == "138 1200 0000"


def test_a_call_that_was_taken_before_the_queue_was_known_is_shown_with_it(office: Office, pane: CallbacksPane) -> None:
    promised(office)
    pane._take_next(office.ask(callbacks.next_for))
    assert not pane.may_dial()
    assert pane.card.isHidden()
    pane.refresh()
    assert pane.may_dial()
    assert pane.card.number.text() == "138 0000 0001"
    assert pane.card.chip.text() == "We promised to call"
