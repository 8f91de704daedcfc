"""What is asked beside an outcome hangs on the outcome."""

import pytest

from app.ui.panes.callbacks.outcome_fields import fields


def nothing(_text):
    return []


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ((), ["note"]),
        (("time",), ["start_at", "wanted_by", "agreed_with", "note"]),
        (("language",), ["language", "note"]),
        (("urgent",), ["symptom", "taker", "note"]),
    ],
)
def test_each_is_asked_where_its_own_condition_says_so(asked, names):
    conditions = [(lambda _values, name=name: name in asked) for name in ("time", "language", "urgent")]
    made = fields(*conditions, languages=nothing, symptoms=nothing, takers=nothing)
    assert [one.name for one in made if one.asked({})] == names
