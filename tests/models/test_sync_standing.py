"""One word says how a station stands with its hub."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.sync_errors import HubRefusedLogin, HubUnreachable
from app.models.sync_standing import Missed, Standing, standing_of

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
AWAY, CLOSED = (Missed(one.__name__, {"reason": "x"}, NOW) for one in (HubUnreachable, HubRefusedLogin))


@pytest.mark.parametrize(
    ("minutes", "told", "word"),
    [
        (1, {}, Standing.IDLE),
        (29, {"waiting": 9}, Standing.IDLE),
        (31, {"waiting": 9}, Standing.BEHIND),
        (23 * 60, {}, Standing.IDLE),
        (25 * 60, {}, Standing.BEHIND),
        (None, {}, Standing.BEHIND),
        (1, {"decisions": 1}, Standing.CONFLICT),
        (25 * 60, {"decisions": 1}, Standing.BEHIND),
        (1, {"decisions": 1, "missed": AWAY}, Standing.AWAY),
        (25 * 60, {"missed": AWAY}, Standing.BEHIND),
        (1, {"missed": AWAY}, Standing.AWAY),
        (1, {"missed": CLOSED, "decisions": 1}, Standing.REFUSED),
        (None, {"missed": CLOSED}, Standing.REFUSED),
        (1, {"waiting": 4, "stopped": True, "decisions": 1}, Standing.STOPPED),
        (31, {"waiting": 4, "stopped": True}, Standing.BEHIND),
        (1, {"stopped": True, "decisions": 1}, Standing.CONFLICT),
    ],
)
def test_the_first_word_that_fits_counts(minutes: int | None, told: dict[str, object], word: Standing) -> None:
    done = None if minutes is None else NOW - timedelta(minutes=minutes)
    facts: dict[str, object] = {"waiting": 0, "decisions": 0, "stopped": False, "missed": None, **told}
    assert standing_of(NOW, done, **facts) is word  # type: ignore[arg-type]
