"""Four measures together say where to look first."""

import pytest

from app.models.triangulation import Cause, Measures, cause


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Measures(), Cause.NONE),
        (Measures(drill=0.9, exam=0.9, strong=0.9, live=0.95, place=1.2), Cause.NONE),
        (Measures(drill=0.5, exam=0.4, strong=0.9, live=0.5), Cause.KNOWLEDGE),
        (Measures(drill=0.9, exam=0.4, strong=0.3), Cause.SCRIPT),
        (Measures(drill=0.9, exam=0.9, place=4.0), Cause.SEARCH),
        (Measures(drill=0.9, exam=0.9, live=0.6, place=1.0), Cause.BEHAVIOR),
    ],
)
def test_where_to_look_first(found: Measures, said: Cause) -> None:
    assert cause(found) is said
