"""A unit is known by a code that never changes."""

from app.models.journal import Kind
from app.models.units import UNIT, Unit


def test_the_code_of_a_unit_is_given_once() -> None:
    assert UNIT.by_name["code"].kind is Kind.ONCE
    assert Unit(b"1" * 16, "cdc", "CDC").active
