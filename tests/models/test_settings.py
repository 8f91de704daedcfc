"""Every setting has a default that works."""

from zoneinfo import ZoneInfo

from app.models.settings import Settings


def test_the_defaults_are_usable() -> None:
    found = Settings()
    assert ZoneInfo(found.time_zone).key == found.time_zone
    assert len(found.country) == 2
    assert found.lock_after_s > 0
