"""Four measures together say where to look first."""

import pytest

from app.models.triangulation import Cause, Counts, Measures, cause


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Measures(), Cause.NONE),
        (Measures(drill=0.9, exam=0.9, strong=0.9, live=0.95, place=1.2), Cause.NONE),
        (Measures(drill=0.5, exam=0.4, strong=0.9, live=0.5), Cause.KNOWLEDGE),
        (Measures(drill=0.9, exam=0.4, strong=0.3), Cause.SCRIPT),
        (Measures(drill=0.9, exam=0.9, place=4.0), Cause.SEARCH),
        (Measures(drill=0.9, exam=0.9, live=0.6, place=1.0), Cause.BEHAVIOR),
        (Measures(exam=0.0, strong=0.0, live=0.0, counts=Counts(0, 2, 1, 2)), Cause.NONE),
        (Measures(exam=0.0, strong=0.0, live=0.0, counts=Counts(0, 3, 1, 2)), Cause.KNOWLEDGE),
        (Measures(exam=0.5, strong=0.0, counts=Counts(0, 3, 2, 0)), Cause.SCRIPT),
    ],
)
def test_where_to_look_first(found: Measures, said: Cause) -> None:
    assert cause(found) is said
