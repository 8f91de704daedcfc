from datetime import datetime, timedelta

import pytest

from app.models.accounts import AwayReason, OperatorState
from app.models.errors import DiskFull
from app.services import accounts, wording
from app.ui.kit import languages
from app.ui.shell import state_button
from app.ui.shell.state_button import StateButton
from tests.desk import sign_in


@pytest.fixture
def button(qtbot, house, jobs):
    sign_in(house.office, "wang")
    button = StateButton(jobs, house.office.clock.now)
    qtbot.addWidget(button)
    button.show()
    return button


def recorded(house):
    found = house.office.ask(accounts.my_state)
    return found[:2] if found else None


def test_leaving_the_desk_is_recorded_and_not_shown(button, house):
    button.sign_off()
    assert recorded(house) == (OperatorState.SIGNED_OUT, None)
    assert button.state is OperatorState.READY


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_signed_out_is_never_offered_as_a_choice(button, language):
    languages.of_app().use(language)
    offered = [action.text() for action in button._filled_menu().actions()]
    assert len(offered) > len(AwayReason)
    assert wording.label("operator_state", OperatorState.SIGNED_OUT, language) not in offered


def test_coming_to_the_desk_is_recorded(button, house):
    button.announce()
    assert recorded(house) == (OperatorState.READY, None)


def test_the_window_notes_once_a_minute_that_it_runs(button, house, jobs, clock):
    button.announce()
    began = clock.now()
    for _ in range(125):
        clock.advance(timedelta(seconds=1))
        jobs.ticked.emit(clock.now())
    button.announce()
    with house.office.store.reading() as rows:
        found = rows.all("SELECT state, at FROM operator_state ORDER BY at, id /* whole: there are three */")
    ended = [(one[0], datetime.fromisoformat(one[1]) - began) for one in found[1:]]
    assert ended == [("signed_out", timedelta(seconds=120)), ("ready", timedelta(seconds=125))]


def test_coming_to_a_full_disk_is_recorded_later(qtbot, button, house, jobs, monkeypatch):
    def full(_work, *_values, **_arguments):
        raise DiskFull(path="x")

    monkeypatch.setattr(state_button, "AGAIN_MS", 10)
    with monkeypatch.context() as patch:
        patch.setattr(accounts, "set_state", full)
        button.announce()
    qtbot.waitUntil(lambda: recorded(house) == (OperatorState.READY, None), timeout=1_000)


def test_away_is_recorded_with_its_reason_and_shown_by_it(button, house):
    button.be_away("meal")
    assert recorded(house) == (OperatorState.AWAY, AwayReason.MEAL)
    assert button.text() == "Meal"


def test_the_time_begins_anew_with_each_state(button, jobs, clock):
    clock.advance(timedelta(seconds=65))
    jobs.ticked.emit(clock.now())
    assert button.time_text == "01:05"
    button.be_away("break")
    assert button.time_text == "00:00"


def test_a_clock_that_was_set_back_shows_no_negative_time(button, jobs, clock):
    clock.advance(timedelta(hours=-1))
    jobs.ticked.emit(clock.now())
    assert button.time_text == "00:00"


def test_nobody_is_away_during_a_call(button, house):
    button.take(OperatorState.TALKING)
    assert not button.may_change()
    assert not button.table.action("state.ready").isEnabled()
    assert recorded(house) == (OperatorState.TALKING, None)


def test_the_call_belongs_to_its_contact(button, house):
    button.take(OperatorState.TALKING, contact=b"\x01" * 16)
    with house.office.store.reading() as rows:
        found = rows.all("SELECT contact FROM operator_state /* whole: there is one */")
    assert bytes(found[0][0]) == b"\x01" * 16


def test_the_menu_offers_ready_and_every_reason(button):
    menu = button._filled_menu()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "Ready for calls", "Short break", "Meal", "Training", "Meeting", "Back-office work", "Technical problem",
    ]  # fmt: skip
    menu.actions()[3].trigger()
    assert button.state is OperatorState.AWAY


def test_the_words_follow_the_language(qtbot, button):
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: button.text() == "示闲")
    assert "示闲" in button.accessibleName()


def test_what_a_full_disk_refused_is_recorded_later_as_of_its_time(button, house, clock, monkeypatch):
    def full(_work, **_arguments):
        raise DiskFull(path="x")

    began = clock.now()
    with monkeypatch.context() as patch:
        patch.setattr(accounts, "set_state", full)
        button.take(OperatorState.TALKING)
        clock.advance(timedelta(seconds=30))
        button.take(OperatorState.WRAP_UP)
    clock.advance(timedelta(seconds=30))
    button.be_away("meal")
    with house.office.store.reading() as rows:
        found = rows.all("SELECT state, at FROM operator_state ORDER BY at /* whole: there are three */")
    assert [one[0] for one in found] == ["talking", "wrap_up", "away"]
    assert [datetime.fromisoformat(one[1]) - began for one in found] == [timedelta(seconds=s) for s in (0, 30, 60)]


def test_what_was_refused_is_tried_again_by_itself_and_told_once(qtbot, button, house, jobs, monkeypatch):
    told = []
    jobs.failed.connect(told.append)

    def full(_work, **_arguments):
        raise DiskFull(path="x")

    monkeypatch.setattr(state_button, "AGAIN_MS", 10)
    with monkeypatch.context() as patch:
        patch.setattr(accounts, "set_state", full)
        button.take(OperatorState.TALKING)
        button.take(OperatorState.WRAP_UP)
    qtbot.waitUntil(lambda: recorded(house) == (OperatorState.WRAP_UP, None), timeout=1_000)
    assert [type(one) for one in told] == [DiskFull]
