from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import Outcome
from app.services import contacts
from app.services.inquiries import Today
from app.ui.kit import languages
from app.ui.shell.bottom_strip import BottomStrip
from tests.desk import NOON, draft, sign_in


@pytest.fixture
def strip(qtbot, house, jobs):
    sign_in(house.office, "wang")
    strip = BottomStrip(jobs)
    qtbot.addWidget(strip)
    strip.resize(900, 40)
    strip.show()
    strip.refresh()
    return strip


def dispatch(jobs, due_at):
    started = jobs.office.do(contacts.start, draft(unit="cdc", due_at=due_at, dispatch_reason="duty")).value
    jobs.do(contacts.finalize, draft=started, outcome=Outcome.DISPATCH)


def test_an_empty_desk_shows_noughts(strip):
    assert strip.figures() == {"open": 0, "due_today": 0, "overdue": 0, "callbacks": 0, "reminded": 0}


def test_the_figures_follow_each_save(strip, jobs):
    dispatch(jobs, NOON + timedelta(hours=2))
    assert strip.figures() == {"open": 1, "due_today": 1, "overdue": 0, "callbacks": 0, "reminded": 0}


def test_one_thing_is_not_called_several(strip):
    languages.of_app().use("en")
    strip._show(Today(open=3, due_today=1, overdue=0, callbacks_due=1, reminded=1))
    assert [strip.link(name).text() for name in ("callbacks", "reminded")] == ["call-back due", "reminder to see"]
    strip._show(Today(open=3, due_today=1, overdue=0, callbacks_due=2, reminded=2))
    assert [strip.link(name).text() for name in ("callbacks", "reminded")] == ["call-backs due", "reminders to see"]


def test_the_figures_follow_the_time(strip, jobs, clock):
    dispatch(jobs, NOON + timedelta(minutes=1))
    jobs.ticked.emit(clock.now())
    clock.advance(timedelta(minutes=3))
    jobs.ticked.emit(clock.now())
    assert strip.figures()["overdue"] == 1


def test_each_figure_is_a_link(qtbot, strip):
    for name in ("open", "due_today", "overdue", "callbacks"):
        with qtbot.waitSignal(strip.asked) as told:
            qtbot.mouseClick(strip.link(name), Qt.MouseButton.LeftButton)
        assert told.args == [name]


def test_a_strip_that_cannot_count_keeps_its_figures(strip, house):
    house.office.sign_in(None)
    strip.refresh()
    assert strip.figures()["open"] == 0


def test_a_screen_reader_hears_figure_and_word(qtbot, strip):
    assert strip.link("open").accessibleName() == "open: 0"
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: strip.link("overdue").accessibleName() == "已超期: 0")
    assert strip.link("callbacks").accessibleName() == "今日待回拨: 0"  # those of later days are in the list alone


def test_nothing_is_shown_before_the_first_answer(qtbot, jobs):
    strip = BottomStrip(jobs)
    qtbot.addWidget(strip)
    assert strip.figures()["open"] is None
