"""Inquiries for an export: every column of each, page by page, so that no list is ever held and no reader blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.store import inquiries
from app.store.inquiries import Wanted
from app.store.journal import Rows

_PAGE = 500
_COLUMNS = (
    "position", "number", "opened_at", "channel", "caller", "category", "area", "unit", "urgency", "summary", "details",
    "state", "due_at", "closed_at", "outcome", "owner",
)  # fmt: skip
_SELECTED = ", ".join(f"i.{name}" for name in _COLUMNS)
_SQL = f"""SELECT {_SELECTED}, (SELECT name FROM caller c WHERE c.id = i.caller),
    (SELECT number FROM caller_phone p WHERE p.caller = i.caller AND p.ended_at IS NULL ORDER BY p.id DESC LIMIT 1),
    (SELECT display FROM person o WHERE o.id = i.owner),
    (SELECT source FROM batch b WHERE b.id = i.batch) FROM inquiry i"""


@dataclass(frozen=True)
class Exported:
    """One inquiry as it is stored: codes, ISO times in UTC; ``phone`` is E.164, ``source`` that of its import."""

    number: str
    opened_at: str
    channel: str | None
    category: str | None
    area: str | None
    unit: str | None
    urgency: str | None
    summary: str | None
    details: str | None
    state: str
    due_at: str | None
    closed_at: str | None
    outcome: str | None
    caller: str | None
    phone: str | None
    owner: str | None
    source: str | None


def each(rows: Rows, wanted: Wanted) -> Iterator[Exported]:
    """Give every inquiry that a list would show, in its order. Best match has no next page: it ends with its first."""
    after = None
    while True:
        page = inquiries.page(rows, wanted, after, _PAGE)
        positions = [row.position for row in page.rows if not row.deleted]
        found = _at(rows, positions)
        yield from (found[position] for position in positions if position in found)
        after = page.after
        if after is None:
            return


def _at(rows: Rows, positions: list[int]) -> dict[int, Exported]:
    if not positions:
        return {}
    places = ",".join("?" * len(positions))
    found: dict[int, Exported] = {}
    for row in rows.all(f"{_SQL} WHERE i.position IN ({places})", *positions):
        own = dict(zip(_COLUMNS, row, strict=False))
        caller, phone, owner, source = row[len(_COLUMNS) :]
        values = {name: value for name, value in own.items() if name not in ("position", "caller", "owner")}
        found[row[0]] = Exported(**values, caller=caller, phone=phone, owner=owner, source=source)
    return found
