"""When in the night a station syncs: each at a minute of its own, so that thousands do not come at once."""

import hashlib
from datetime import time

#: The night's window: it begins here and is so long (minutes).
BEGINS, MINUTES = time(2, 0), 180
_DAY = 24 * 60


def minute_of(install_id: str, begins: time = BEGINS, minutes: int = MINUTES) -> time:
    """Return the station's minute, which stays the same for its installation; it may lie after midnight."""
    number = int.from_bytes(hashlib.sha256(install_id.encode()).digest()[:8], "big")
    at = (begins.hour * 60 + begins.minute + number % max(1, minutes)) % _DAY
    return time(at // 60, at % 60)


def name_of(install_id: str) -> str:
    """Return the name of the scheduled job: several installations of one person do not replace each other's."""
    return _named("sync", install_id)


def reports_name_of(install_id: str) -> str:
    """Return the name of the scheduled job that makes due documents."""
    return _named("reports", install_id)


def _named(what: str, install_id: str) -> str:
    return f"onewindow-{what}-" + hashlib.sha256(install_id.encode()).hexdigest()[:8]
