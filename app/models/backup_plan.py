"""When a station backs itself up: every so many hours, into a folder of its own choice; and how the last ones went."""

from dataclasses import dataclass
from datetime import datetime, timedelta

#: Hours between two backups that can be chosen; 0 leaves it to the scheduler of the operating system.
CHOICES_H = (0, 6, 12, 24, 48, 168)
USUAL_H = 24
#: So long after a backup that failed the next is tried.
AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class BackupPlan:
    """One station's plan. ``records`` is what the last good backup held; ``failed`` names the error of the last try."""

    folder: str
    every_h: int
    last_at: datetime | None = None
    records: int = 0
    tried_at: datetime | None = None
    failed: str = ""

    @property
    def next_at(self) -> datetime | None:
        """Return when the next backup is due; None where none is planned, or where it is due at once."""
        if not self.every_h:
            return None
        if self.failed and self.tried_at is not None:
            return self.tried_at + AGAIN
        return self.last_at + timedelta(hours=self.every_h) if self.last_at else None

    def is_due(self, now: datetime) -> bool:
        """Say whether a backup is due; a clock that was set back makes one due, too."""
        if not self.every_h:
            return False
        if self.failed and self.tried_at is not None and timedelta() <= now - self.tried_at < AGAIN:
            return False
        return self.last_at is None or not timedelta() <= now - self.last_at < timedelta(hours=self.every_h)
