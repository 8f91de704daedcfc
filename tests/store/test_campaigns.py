"""Campaigns as rows."""

from app.store import campaigns
from tests.desk import sign_in
from tests.services.drawing import drawn, frame


def test_a_campaign_is_found_by_name_and_its_cases_wait_replicate_by_replicate(office):
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, release=0)
    rows = office.store.rows
    assert campaigns.by_name(rows, "Spring").id == campaign == campaigns.all_campaigns(rows)[0].id
    assert campaigns.by_id(rows, b"x" * 16) is None
    assert len(campaigns.waiting(rows, campaign, 1)) < len(campaigns.waiting(rows, campaign, 10)) == 12
    assert len(campaigns.open_cases(rows, campaign)) == 12 == campaigns.not_released(rows, "2026-03-02", 99)
    found = list(campaigns.cases(rows, campaign))
    assert {one.call for one in found} == {None}
    assert len(campaigns.in_work(rows)) == 24  # each person and each number
    assert campaigns.closed_since(rows, ("110",), "") == frozenset()


def test_who_is_drawn_and_not_released_is_counted_while_the_campaign_goes_on(office):
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, release=3)
    rows = office.store.rows
    waits = len(campaigns.waiting(rows, campaign, 10))
    assert 0 < waits < 12
    assert campaigns.not_released(rows, "2026-03-02", 99) == waits
    assert campaigns.not_released(rows, "2026-03-02", 2) == 2 < waits, "no census is counted to its end"
    assert campaigns.not_released(rows, "2999-01-01", 99) == 0, "nobody is released whose field period is over"
    with office.store.write("li") as tx:
        tx.put("campaign", campaign, {"stopped_at": "2026-03-02T04:00:00+00:00"})
    assert campaigns.not_released(rows, "2026-03-02", 99) == 0


def test_who_is_not_released_is_counted_without_walking_the_cases_of_any_campaign(office):
    rows, asked = office.store.rows, []
    rows.connection.set_trace_callback(asked.append)
    campaigns.not_released(rows, "2026-03-02", 99)
    rows.connection.set_trace_callback(None)
    plan = [row[3] for row in rows.connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()]
    found = next(step for step in plan if " c " in step)
    assert "campaign_case_open (campaign=? AND replicate>?)" in found, plan
