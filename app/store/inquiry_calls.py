"""The calls that were made about an inquiry, as its dossier shows them."""

from datetime import datetime
from typing import NamedTuple

from app.store.journal import Rows


class CallMade(NamedTuple):
    """A call that was made: for which call that we owe (its id), when, how it ended, by whom and at which station."""

    callback: bytes
    at: datetime
    code: str
    by: str
    station: str


def about(rows: Rows, inquiry: bytes) -> list[CallMade]:
    """Return the calls that were made about an inquiry, the first one first."""
    found = rows.all(
        """SELECT b.id, a.at, o.code, p.display, s.label
        FROM callback b JOIN attempt a ON a.callback = b.id
        LEFT JOIN attempt_outcome o ON o.attempt = a.id
        LEFT JOIN person p ON p.id = a."by"
        LEFT JOIN station s ON s.origin = a.station
        WHERE b.inquiry=? AND a.direction='out' ORDER BY a.at, a.station, a.seq""",
        inquiry,
    )
    return [
        CallMade(bytes(one[0]), datetime.fromisoformat(str(one[1])), *(str(value or "") for value in one[2:]))
        for one in found
    ]
