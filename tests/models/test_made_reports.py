"""What a plan makes of a period has one id on every station."""

from app.models import made_reports


def test_a_period_of_a_plan_has_one_id() -> None:
    assert made_reports.id_by_plan("p", "2026-W10") == made_reports.id_by_plan("p", "2026-W10")
    assert made_reports.id_by_plan("p", "2026-W10") != made_reports.id_by_plan("p", "2026-W11")
    assert made_reports.REPORT_MADE.fact
