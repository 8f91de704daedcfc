"""The directory of units as rows."""

from app.services.office import Office
from app.store import units


def test_units_come_by_code_and_inactive_ones_last(office: Office) -> None:
    with office.store.write("li") as tx:
        tx.add("unit", {"code": "b", "name": "B"})
        tx.add("unit", {"code": "a", "name": "A", "active": 0})
        tx.add("unit", {"code": "c", "name": "C", "active": 1, "name_en": "See"})
    assert [(one.code, one.active) for one in units.all_units(office.store.rows)] == [
        ("b", True),
        ("c", True),
        ("a", False),
    ]
    found = units.by_code(office.store.rows, "c")
    assert found is not None
    assert found.name_en == "See"
    assert units.by_code(office.store.rows, "z") is None
