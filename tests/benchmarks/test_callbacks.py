"""The queue that is measured has live cases behind which a frame stands, and is asked at all times of a week."""

from app.models.retry_rules import Hindrance
from app.services import callbacks
from benchmarks.callbacks import let_go, moments, queue


def test_a_small_queue_is_filled_and_asked_over_a_week() -> None:
    times = list(moments(60))
    assert len({at.hour for at in times}) > 12
    assert (times[-1] - times[0]).days == 6
    with queue(6, 4) as (office, clock):
        clock.at = times[0]
        waiting = office.ask(callbacks.queue)
        explained = office.ask(callbacks.why_empty)
    assert explained.ready + sum(count for _, count in explained.counts) == 4
    assert len(waiting) == explained.ready


def test_those_behind_the_live_cases_wait_to_be_released_once_only_the_first_tenth_is_called() -> None:
    with queue(30, 4) as (office, clock):
        clock.at = next(moments(60))
        assert Hindrance.NOT_RELEASED not in dict(office.ask(callbacks.why_empty).counts)
        office.do(let_go, 1)
        assert dict(office.ask(callbacks.why_empty).counts)[Hindrance.NOT_RELEASED] == 26
