"""The units directory as rows."""

from collections.abc import Sequence
from typing import Any

from app.models.units import Unit
from app.store.journal import Rows

_UNIT = """SELECT id, code, name, name_en, kind, area, phone, contact_person, handles, active, email, address, wechat,
    leader, calendar, on_system FROM unit"""


def all_units(rows: Rows) -> list[Unit]:
    """Return every unit by code, inactive ones last."""
    found = rows.all(f"{_UNIT} ORDER BY coalesce(active, 1) DESC, code")
    return [_unit(row) for row in found]


def by_code(rows: Rows, code: str) -> Unit | None:
    """Return the unit with this code, or None."""
    row = rows.one(f"{_UNIT} WHERE code=?", code)
    return _unit(row) if row else None


def _unit(row: Sequence[Any]) -> Unit:
    email, address, wechat, leader, calendar, on_system = row[10:]
    return Unit(
        bytes(row[0]),
        *row[1:9],
        active=row[9] != 0,
        email=email,
        address=address,
        wechat=wechat,
        leader=leader,
        calendar=calendar,
        on_system=on_system == 1,
    )
