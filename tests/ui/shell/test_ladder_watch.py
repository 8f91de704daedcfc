"""While somebody sits at the desk, the ladder climbs by itself."""

from datetime import timedelta

from PySide6.QtCore import QObject

from app.models.inquiries import EventKind
from app.services import inquiries
from app.ui.shell.ladder_watch import LadderWatch, climb
from tests.desk import NOON, sign_in
from tests.services.supervised import dispatch


def test_what_is_late_is_urged_once(jobs, office, clock, qtbot):
    sign_in(office, "wang")
    late = dispatch(office, "Late", 1)
    clock.set(NOON + timedelta(hours=4))
    watch = LadderWatch(jobs)
    with qtbot.waitSignal(watch.climbed) as climbed:
        watch.look()
    assert climbed.args == [1]
    with qtbot.assertNotEmitted(watch.climbed):
        watch.look()
    assert office.ask(inquiries.detail, late).events[-1].kind is EventKind.URGED


def test_it_looks_a_minute_after_it_began_and_not_before(jobs, office, clock, qtbot):
    sign_in(office, "wang")
    dispatch(office, "Late", 1)
    clock.set(NOON + timedelta(hours=4))
    watch = LadderWatch(jobs)
    with qtbot.assertNotEmitted(watch.climbed):
        jobs.ticked.emit(clock.now())
        jobs.ticked.emit(clock.now() + timedelta(seconds=59))
    with qtbot.waitSignal(watch.climbed):
        jobs.ticked.emit(clock.now() + timedelta(seconds=60))


def test_who_sees_no_inquiries_watches_nothing(jobs, office, qapp):
    desk = QObject()
    climb(jobs, desk, sign_in(office, "admin"))
    assert desk.children() == []
    climb(jobs, desk, sign_in(office, "wang"))
    (watch,) = desk.children()
    assert isinstance(watch, LadderWatch)
