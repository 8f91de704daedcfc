"""Export of inquiries without a cap: row after row, with the columns, the words and the names that are asked for.

An export in codes is read back by the import as it was. Times are ISO 8601 with the center's offset. Neutralizing what
a spreadsheet would take for a formula is the business of whoever writes the file (``app.outside.sheet_writing``).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.codes import coded
from app.models.errors import FieldInvalid
from app.models.imports import ImportField
from app.models.inquiries import DONE, State
from app.services import phone_numbers, reference, wording
from app.services.inquiries import Wanted
from app.services.office import View
from app.store import exports as rows_of
from app.store import units
from app.store.exports import Exported

#: Every column in its order: those that an import takes, who has the inquiry, and which import it came by.
COLUMNS = (*(one.value for one in ImportField), "owner", "source")
#: Columns of an Open311 service request (GeoReport v2, GET service_requests), which tells nothing of the caller.
OPEN311 = (
    "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible",
    "requested_datetime", "updated_datetime", "expected_datetime", "address",
)  # fmt: skip

_TIMES = frozenset({"opened_at", "due_at", "closed_at"})
_SETS = {"channel": "channel", "state": "inquiry_state", "urgency": "urgency"}


@dataclass(frozen=True)
class Export:
    """The headings, and the rows in the same order; the rows can be taken once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[str, ...]]

    def dicts(self) -> Iterator[dict[str, str]]:
        """Give each row as heading → text."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def export_inquiries(
    view: View,
    *,
    wanted: Wanted | None = None,
    columns: Sequence[str] = COLUMNS,
    language: str | None = None,
    open311: bool = False,
) -> Export:
    """Return every inquiry that is wanted (all of them, the oldest first), ready to be written on this thread.

    ``language`` gives labels and names instead of codes. ``open311`` gives the Open311 columns and words and leaves
    ``columns`` aside. Raises ``FieldInvalid`` for an unknown column, ``NotAllowed``.
    """
    view.require(Permission.EXPORT_RECORDS)
    unknown = [one for one in columns if one not in COLUMNS]
    if unknown:
        raise FieldInvalid(field="columns", value=unknown[0])
    found = rows_of.each(view.rows, wanted or Wanted(order="oldest"))
    told = _Telling(view, language)
    if open311:
        return Export(OPEN311, (told.open311(one) for one in found))
    chosen = tuple(columns)
    cells = [told.cell(name) for name in chosen]
    return Export(chosen, (tuple(cell(one) for cell in cells) for one in found))


class _Telling:
    """Turns what is stored into what is written."""

    def __init__(self, view: View, language: str | None) -> None:
        self._language = language
        self._view, self._hidden = view, phone_numbers.are_hidden(view)
        self._zone = ZoneInfo(view.settings.time_zone)
        self._units = {one.code: one for one in units.all_units(view.rows)}

    def cell(self, name: str) -> Callable[[Exported], str]:
        """Return how one column is told of an inquiry."""

        def told(one: Exported) -> str:
            value: str | None = getattr(one, name)
            return self._told(name, value) if value else ""

        return told

    def open311(self, one: Exported) -> tuple[str, ...]:
        """Tell an inquiry as an Open311 service request: open or closed, and nothing of the caller."""
        category, unit = one.category or "", one.unit or ""
        return (
            one.number,
            "closed" if coded(State, one.state) in DONE else "open",
            one.outcome or "",
            reference.categories().path_label(category, self._language or "en") if category else "",
            category,
            one.details or one.summary or "",
            self._unit(unit, self._language or "en") if unit else "",
            self._time(one.opened_at),
            self._time(one.closed_at or one.opened_at),
            self._time(one.due_at) if one.due_at else "",
            one.area or "",
        )

    def _told(self, name: str, value: str) -> str:
        if name in _TIMES:
            return self._time(value)
        if name == "phone" and self._hidden:
            return phone_numbers.told(self._view, value)
        if self._language is None:
            return value
        if name in _SETS:
            return wording.label(_SETS[name], value, self._language)
        if name == "category":
            return reference.categories().path_label(value, self._language)
        return self._unit(value, self._language) if name == "unit" else value

    def _time(self, text: str) -> str:
        return datetime.fromisoformat(text).astimezone(self._zone).isoformat(timespec="seconds")

    def _unit(self, code: str, language: str) -> str:
        unit = self._units.get(code)
        if unit is None:
            return code
        return unit.name if language.startswith("zh") else unit.name_en or unit.name
