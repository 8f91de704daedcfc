"""When people call in the demo: more on working days, at ten and at three, and more of it lately."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from app.services.demo_texts import Pool

#: Calls by hour of the day, from midnight on, on the lines of a county health center.
_HOURS = [1, 1, 0.5, 0.5, 0.5, 1, 3, 12, 40, 62, 66, 48, 22, 26, 52, 58, 44, 26, 12, 9, 7, 5, 3, 2]
_WEEKDAYS = [1.25, 1.1, 1.0, 1.0, 0.95, 0.45, 0.4]
#: Days that a small demo reaches back; a large one reaches back until a day has this many inquiries.
SHORTEST_DAYS = 90
A_DAY = 420
#: Share of a small demo's inquiries that fall into the last weeks, and how much more of them into the last days, so
#: that today's desk looks busy and a week still compares with the one before.
LATELY = 0.25
LATE_DAYS = 28
_NEARER = 1.5


class Days:
    """Draws times of opening between the beginning and now, and times of work after them."""

    def __init__(self, rng: Random, now: datetime, zone: ZoneInfo) -> None:
        self._rng = rng
        self._now_at = now
        self._zone = zone
        self._midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        self._hours = Pool(list(range(24)), [float(one) for one in _HOURS])

    def openings(self, count: int, *, days: int, lately: bool) -> list[datetime]:
        """Return times of opening in order, all of them before now."""
        found: list[datetime] = []
        weights = [_WEEKDAYS[(self._midnight - timedelta(days=back)).weekday()] for back in range(days)]
        pool = Pool(list(range(days)), weights) if days < 1000 else None
        while len(found) < count:
            recent = lately and self._rng.random() < LATELY
            near = self._rng.random() ** _NEARER
            back = int(near * min(LATE_DAYS, days)) if recent else self._back(pool, days)
            seconds = self._hours.draw(self._rng) * 3600 + int(self._rng.random() * 3600)
            at = (self._midnight - timedelta(days=back) + timedelta(seconds=seconds)).astimezone(UTC)
            if at < self._now_at - timedelta(minutes=6):
                found.append(at)
        return sorted(found)

    def _back(self, pool: Pool | None, days: int) -> int:
        return pool.draw(self._rng) if pool else int(self._rng.random() * days)

    def later(self, at: datetime, low_h: float, high_h: float) -> datetime:
        """Return a time some hours later, moved into the day if it falls into the night."""
        found = at + timedelta(hours=low_h + self._rng.random() * (high_h - low_h))
        local = found.astimezone(self._zone)
        if 8 <= local.hour < 18:
            return found
        morning = local.replace(hour=8, minute=int(self._rng.random() * 60))
        return (morning + timedelta(days=1 if local.hour >= 18 else 0)).astimezone(UTC)

    def today_at(self, hour: int, minute: int = 0) -> datetime:
        """Return a time of today."""
        return (self._midnight + timedelta(hours=hour, minutes=minute)).astimezone(UTC)
