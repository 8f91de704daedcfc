"""The directory of units as a table: every unit with the columns that an import reads back."""

from app.models.accounts import Permission
from app.models.units import Unit
from app.services import units
from app.services.exports import Export
from app.services.office import View


def export_units(view: View) -> Export:
    """Return every unit, inactive ones last. Raises ``NotAllowed``."""
    view.require(Permission.EXPORT_RECORDS)
    rows = [tuple(_cell(unit, name) for name in units.IMPORTED) for unit in units.list_units(view)]
    return Export(units.IMPORTED, iter(rows))


def _cell(unit: Unit, name: str) -> str:
    value = getattr(unit, name)
    return ("yes" if value else "no") if name in units.SWITCHES else str(value or "")
