"""Each outcome asks for one thing."""

import pytest

from app.models.call_checks import CheckKind, kind_of


@pytest.mark.parametrize(
    ("code", "kind"),
    [("401", CheckKind.STAY), ("205", CheckKind.LINE), ("301", CheckKind.NUMBER), ("304", CheckKind.NUMBER)],
)
def test_what_an_outcome_asks_to_find_out(code, kind):
    assert kind_of(code) is kind
