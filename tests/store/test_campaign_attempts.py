"""The attempts of a campaign, read at once."""

from app.store import callbacks, campaign_attempts
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import drawn, frame


def test_every_log_of_a_campaign_is_read_at_once(office):
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, size=3)
    first, second, _ = callbacks.open_of_campaign(office.store.rows, campaign)
    call(office, first, "201")
    call(office, second, "110", percent=100)
    logs = campaign_attempts.logs_of(office.store.rows, campaign)
    assert {one: [attempt.code for attempt in log] for one, log in logs.items()} == {first: ["201"], second: ["110"]}
    assert campaign_attempts.logs_of(office.store.rows, b"x" * 16) == {}
    arms = campaign_attempts.by_arm(office.store.rows, campaign, ("110",))
    assert sum(dials for _, dials, _, _ in arms) in (0, 2)


def test_the_logs_of_calls_that_ended_are_read_at_once(office):
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, size=3)
    first, second, _ = callbacks.open_of_campaign(office.store.rows, campaign)
    call(office, first, "232")
    call(office, second, "110", percent=100)
    found = campaign_attempts.logs_of_ended(office.store.rows, "2026", ["232"], ["206"])
    assert {one: [attempt.code for attempt in log] for one, log in found.items()} == {first: ["232"]}
    assert campaign_attempts.logs_of_ended(office.store.rows, "2027", ["232"], ["206"]) == {}
