"""The clock of the machine: the one place that asks what time it is."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Tells the time of this computer; services receive it and never ask for themselves."""

    def now(self) -> datetime:
        """The time as an aware datetime in UTC. It may jump when somebody sets the computer's clock."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Seconds since an arbitrary moment; never goes back, so it measures how long a thing took."""
        return time.monotonic()
