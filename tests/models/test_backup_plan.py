"""When the next backup is due."""

from datetime import UTC, datetime, timedelta

from app.models.backup_plan import BackupPlan

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)


def _hours(count: int) -> timedelta:
    return timedelta(hours=count)


def test_the_first_backup_is_due_at_once_and_the_next_after_its_hours() -> None:
    assert BackupPlan("/b", 24).is_due(NOW)
    plan = BackupPlan("/b", 24, last_at=NOW)
    assert not plan.is_due(NOW + _hours(23))
    assert plan.is_due(NOW + _hours(24))
    assert plan.next_at == NOW + _hours(24)


def test_after_a_failure_it_waits_an_hour() -> None:
    plan = BackupPlan("/b", 6, last_at=NOW, tried_at=NOW + _hours(6), failed="DiskFull")
    assert not plan.is_due(NOW + _hours(6))
    assert plan.is_due(NOW + _hours(7))
    assert plan.next_at == NOW + _hours(7)


def test_without_hours_nothing_is_due_and_a_clock_set_back_makes_one_due() -> None:
    assert not BackupPlan("/b", 0).is_due(NOW)
    assert BackupPlan("/b", 0).next_at is None
    assert BackupPlan("/b", 24, last_at=NOW + _hours(300)).is_due(NOW)
