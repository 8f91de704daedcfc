"""What there is to read is known at once, and again when something changes."""

from app.services import script_notices
from app.ui.parts.notice_watch import NoticeWatch


def test_what_waits_is_known_and_what_is_urgent_of_it(one_urgent, watch):
    assert [one.key for one in watch.waiting] == ["desk-fire", "desk-hours"]
    assert [one.key for one in watch.urgent] == ["desk-fire"]


def test_what_was_read_is_gone_at_once(one_change, watch, jobs, qtbot):
    with qtbot.waitSignal(watch.changed):
        jobs.do(script_notices.read_all)
    assert watch.waiting == ()


def test_nobody_at_the_desk_has_nothing_to_read(one_change, watch):
    one_change.sign_in(None)
    watch.look()
    assert watch.waiting == ()


def test_a_minute_later_it_asks_by_itself(one_change, jobs, clock):
    made = NoticeWatch(jobs)
    for _ in range(59):
        jobs.ticked.emit(clock.now())
    assert made.waiting == ()
    jobs.ticked.emit(clock.now())
    assert len(made.waiting) == 1


def test_a_call_that_begins_or_ends_is_told_once(watch, qtbot):
    with qtbot.waitSignal(watch.changed):
        watch.set_busy(True)
    with qtbot.assertNotEmitted(watch.changed):
        watch.set_busy(True)
    assert watch.is_busy
