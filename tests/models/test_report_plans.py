"""When the document of a plan is due: once for each period, missed ones too, a failed one again an hour later."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models.periods import Span
from app.models.report_plans import ReportPlan

ZONE = ZoneInfo("Asia/Shanghai")
MADE = datetime(2026, 3, 4, 9, 0, tzinfo=ZONE)  # a Wednesday
PLAN = ReportPlan("p", "weekly", "en", 1, time(7, 0), "/tmp", ("pdf",), "00", MADE)


def _due(plan: ReportPlan, now: datetime) -> list[str]:
    return [str(one) for one in plan.due(Span.WEEK, now)]


def test_the_week_before_the_plan_is_not_made_and_its_own_is_made_on_monday() -> None:
    assert _due(PLAN, MADE) == []
    assert _due(PLAN, datetime(2026, 3, 9, 6, 59, tzinfo=ZONE)) == []
    assert _due(PLAN, datetime(2026, 3, 9, 7, 0, tzinfo=ZONE)) == ["2026-W10"]


def test_weeks_that_the_station_was_off_are_made_up_for_and_none_twice() -> None:
    now = datetime(2026, 3, 24, 8, 0, tzinfo=ZONE)
    assert _due(PLAN, now) == ["2026-W10", "2026-W11", "2026-W12"]
    assert _due(replace(PLAN, made="2026-W11", made_from="2026-03-09"), now) == ["2026-W12"]


def test_what_failed_waits_an_hour() -> None:
    now = datetime(2026, 3, 9, 7, 30, tzinfo=ZONE)
    failed = replace(PLAN, failed="disk full", tried_at=now)
    assert _due(failed, now + timedelta(minutes=59)) == []
    assert _due(failed, now + timedelta(minutes=60)) == ["2026-W10"]


def test_the_next_time_is_told() -> None:
    assert PLAN.next_at(Span.WEEK, MADE) == datetime(2026, 3, 9, 7, 0, tzinfo=ZONE)
    fifth = replace(PLAN, day=5)
    assert fifth.next_at(Span.MONTH, MADE) == datetime(2026, 3, 5, 7, 0, tzinfo=ZONE)
    assert fifth.next_at(Span.YEAR, MADE) == datetime(2027, 1, 5, 7, 0, tzinfo=ZONE)
