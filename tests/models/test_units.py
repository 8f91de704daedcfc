"""A unit is known by a code that never changes."""

from app.models.journal import Kind
from app.models.units import UNIT, Unit


def test_the_code_of_a_unit_is_given_once() -> None:
    assert UNIT.by_name["code"].kind is Kind.ONCE
    assert Unit(b"1" * 16, "cdc", "CDC").active


def test_a_unit_is_called_by_its_name_in_a_language_or_by_the_only_one_it_has() -> None:
    unit = Unit(b"1" * 16, "T01", "卫生院", "Clinic")
    assert (unit.called("zh_CN"), unit.called("en")) == ("卫生院", "Clinic")
    assert Unit(b"1" * 16, "T02", "卫生院").called("en") == "卫生院"
