"""Work lists: what lies on a person's desk, row by row, with the names that a list shows instead of ids.

Filters become facets of the search index, and a due time becomes a stretch of the due index, so that a page costs the
same among a thousand inquiries and among a million.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.models.accounts import Permission, Person
from app.models.callbacks import Callback
from app.models.callers import Caller
from app.models.inquiries import PAUSED, InquiryRow
from app.models.journal import Value
from app.models.routing_choice import suggested_unit
from app.services import accounts, callers, inquiries, phone_numbers, reference, transfers
from app.services.inquiries import Detail, Wanted
from app.services.office import View
from app.store import callbacks as callback_rows
from app.store import callers as caller_rows
from app.store import clusters as cluster_rows
from app.store import inquiries as rows_of
from app.store import inquiry_calls
from app.store import units as unit_rows
from app.store.inquiry_calls import CallMade

#: How due times narrow a list; those that are a stretch of them come the soonest first.
STRETCHES = ("overdue", "today")
DUES = ("", *STRETCHES, "paused")
ORDERS = ("opened", "oldest", "due", "best")

Key = tuple[Value, int]


@dataclass(frozen=True)
class Listing:
    """What a work list shows. ``due`` is "" for any, "overdue" or "today" (these show open ones, the soonest first), or
    "paused" for those whose clock stands still.

    ``owner`` is the id (hex) of a person and stands before ``mine``. ``order``: opened (newest first), oldest, due
    (soonest first; only open ones that have a time), best (for ``text``).
    """

    text: str = ""
    mine: bool = True
    open_only: bool = True
    due: str = ""
    state: str = ""
    category: str = ""
    unit: str = ""
    urgency: str = ""
    channel: str = ""
    order: str = "opened"
    area: str = ""
    owner: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything but owner, openness and order narrows the list."""
        named = (self.due, self.state, self.category, self.unit, self.urgency, self.channel, self.area, self.owner)
        return any((self.text.strip(), *named))


@dataclass(frozen=True)
class Line:
    """One inquiry in a list: ``caller`` is a name or a number as people read it, ``unit`` (Chinese, English) names."""

    row: InquiryRow
    caller: str
    owner: str
    unit: tuple[str, str]

    @property
    def key(self) -> Key:
        """After which the next line comes, whatever the order."""
        return (self.row.falls_due_at.isoformat() if self.row.falls_due_at else None, self.row.position)


@dataclass(frozen=True)
class Changed:
    """One line of a history: who set which field when, what it said before and says since.

    ``field`` is empty on the line that says that the record was made; ids of people are shown as their names.
    """

    at: datetime
    who: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class Dossier:
    """One inquiry with everything that is known of it.

    ``conflicts``: field → the values that stand side by side; ``units``: code → names of every unit of its steps;
    ``centers``: the other ones of the hub; ``calls``: those that were made about it.
    """

    line: Line
    detail: Detail
    history: tuple[Changed, ...]
    caller: Caller | None
    numbers: tuple[str, ...]
    conflicts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    units: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    centers: tuple[str, ...] = ()
    calls: tuple[CallMade, ...] = ()


@dataclass(frozen=True)
class OwedCall:
    """A call that we owe: the number as people read it, who promised it, whose it is.

    ``uri`` is what a telephone program dials, "" where none may or can, and for who takes no contacts; ``never_call``
    where person or number asked never to be called again.
    """

    callback: Callback
    number: str
    promised_by: str
    owner: str
    uri: str = ""
    never_call: bool = False


@dataclass(frozen=True)
class Desk:
    """Whose desk this is, where its clock stands, and the people who may work here."""

    person: Person
    now_at: datetime
    zone: ZoneInfo
    people: tuple[Person, ...]

    def name_of(self, sign_in_name: str) -> str:
        """Return how a person is called who is known by the name to sign in with."""
        return next((one.display for one in self.people if one.name == sign_in_name), sign_in_name)


def desk(view: View) -> Desk:
    """Return what a work list needs to know of its surroundings. Raises ``NotSignedIn``."""
    return Desk(view.person, view.now, ZoneInfo(view.settings.time_zone), tuple(accounts.people(view)))


def page(view: View, listing: Listing, *, after: Key | None = None, limit: int = 100) -> tuple[Line, ...]:
    """Return one page after a line's key; fewer lines than ``limit`` are the last ones."""
    person = view.require(Permission.SEE_INQUIRIES)
    wanted = _wanted(listing, person)
    if wanted.order == "best" and after is not None:
        return ()
    start, end = _stretch(view, listing)
    begin = max(after, start, key=_due_key) if after and start else after or start
    found = _merged([_rows(view, one, begin, limit) for one in _branches(wanted, listing.category)], wanted.order)[
        :limit
    ]
    if end is not None:
        found = [row for row in found if row.falls_due_at is not None and row.falls_due_at < end]
    return tuple(named(view, found))


def lines(view: View, ids: Iterable[bytes]) -> dict[bytes, Line]:
    """Return these inquiries as a list shows them, those that still exist."""
    view.require(Permission.SEE_INQUIRIES)
    found = [row for one in ids if (row := rows_of.by_id(view.rows, one)) is not None and not row.deleted]
    return {line.row.id: line for line in named(view, found)}


def dossier(view: View, inquiry: bytes) -> Dossier:
    """Return one inquiry with its steps, contacts, promises, history and conflicts. Raises ``RecordGone``."""
    detail = inquiries.detail(view, inquiry)
    caller = caller_rows.by_id(view.rows, detail.row.caller) if detail.row.caller else None
    numbers = tuple(_shown(view, number) for number in caller.numbers) if caller else ()
    return Dossier(
        named(view, [detail.row])[0],
        detail,
        tuple(_history(view, inquiry)),
        caller,
        numbers,
        _conflicts(rows_of.details_of(view.rows, inquiry)[2]),
        _units_of(view, detail),
        tuple(transfers.centers(view)),
        tuple(inquiry_calls.about(view.rows, inquiry)),
    )


def _units_of(view: View, detail: Detail) -> dict[str, tuple[str, str]]:
    """Return the names of the units that the steps of an inquiry name."""
    codes = {one.unit for one in detail.events} | {suggested_unit(one.routing) for one in detail.events}
    found = {code: unit_rows.by_code(view.rows, code) for code in codes if code}
    return {code: (unit.name or code, unit.name_en or unit.name or code) for code, unit in found.items() if unit}


def owed_calls(view: View, *, limit: int = 200) -> list[OwedCall]:
    """Return the calls that we owe, the soonest first."""
    names = {one.id: one.display for one in accounts.people(view)}
    return [
        _owed(view, one, names.get(one.owner, "") if one.owner else "")
        for one in inquiries.due_callbacks(view, limit=limit)
    ]


def _owed(view: View, one: Callback, owner: str) -> OwedCall:
    number = phone_numbers.understood(one.number, view.settings.country)
    never = callers.never_call(view, number, one.caller)
    may_dial = not never and view.by is not None and view.by.may(Permission.TAKE_CONTACTS)
    uri = number.uri if may_dial else ""
    return OwedCall(one, _shown(view, one.number), _promised_by(view, one), owner, uri, never)


def end_of_day(view: View) -> datetime:
    """Return the center's next midnight."""
    here = view.now.astimezone(ZoneInfo(view.settings.time_zone))
    return (here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def _wanted(listing: Listing, person: Person) -> Wanted:
    names = ("state", "unit", "urgency", "channel", "area", "owner")
    facets = [(name, str(value)) for name in names if (value := getattr(listing, name))]
    if listing.mine and not listing.owner:
        facets.append(("owner", person.id.hex()))
    order = "due" if listing.due in STRETCHES else listing.order
    if order == "best" and not listing.text.strip():
        order = "opened"
    open_only = listing.open_only or order == "due"
    if order == "due" and (facets or listing.text.strip() or listing.category):
        # The due index alone would be walked past every open inquiry that does not fit: the words say it sooner.
        facets.append(("open", ""))
    paused = tuple(("state", state.value) for state in sorted(PAUSED)) if listing.due == "paused" else ()
    return Wanted(listing.text, tuple(facets), open_only, order, paused)


def _stretch(view: View, listing: Listing) -> tuple[Key | None, datetime | None]:
    """Return after which key a stretch of due times begins, and before which time it ends."""
    if listing.due == "overdue":
        return None, view.now
    if listing.due == "today":
        return (_iso(view.now), -1), end_of_day(view)
    return None, None


def _iso(at: datetime) -> str:
    from datetime import UTC

    return at.astimezone(UTC).isoformat()


def _due_key(key: Key) -> tuple[str, int]:
    return str(key[0] or ""), key[1]


def _branches(wanted: Wanted, category: str) -> list[Wanted]:
    """Return what to ask for: a category stands for all those below it, and the index knows only single ones."""
    if not category:
        return [wanted]
    codes = sorted(reference.categories().under(category)) or [category]
    if wanted.order == "best" and not wanted.any_of:  # ranked together
        return [replace(wanted, any_of=tuple(("category", code) for code in codes))]
    return [replace(wanted, facets=(*wanted.facets, ("category", code))) for code in codes]


def _merged(parts: list[list[InquiryRow]], order: str) -> list[InquiryRow]:
    if len(parts) == 1:
        return parts[0]
    rows = [row for part in parts for row in part]
    return sorted(rows, key=_by_due if order == "due" else _by_position, reverse=order not in ("due", "oldest"))


def _by_position(row: InquiryRow) -> int:
    return row.position


def _by_due(row: InquiryRow) -> tuple[str, int]:
    return row.falls_due_at.isoformat() if row.falls_due_at else "", row.position


def _rows(view: View, wanted: Wanted, after: Key | None, limit: int) -> list[InquiryRow]:
    """Return a full page where there is one: deleted inquiries leave gaps in the pages of the store."""
    found: list[InquiryRow] = []
    while len(found) < limit:
        part = rows_of.page(view.rows, wanted, after, limit - len(found))
        found += [row for row in part.rows if not row.deleted]
        after = part.after
        if after is None:
            break
    return found


def named(view: View, rows: Iterable[InquiryRow]) -> list[Line]:
    """Return inquiries with the names that a list shows instead of ids. For services, which have asked who may see."""
    people = {one.id: one.display for one in accounts.people(view)}
    names = {unit.code: (unit.name, unit.name_en or unit.name) for unit in unit_rows.all_units(view.rows)}
    return [
        Line(
            row,
            row.caller_name or _number_of(view, row.caller),
            people.get(row.owner, "") if row.owner else "",
            names.get(row.unit, (row.unit, row.unit)) if row.unit else ("", ""),
        )
        for row in rows
    ]


def _number_of(view: View, caller: bytes | None) -> str:
    found = caller_rows.by_id(view.rows, caller) if caller else None
    return _shown(view, found.numbers[0]) if found and found.numbers else ""


def _shown(view: View, number: str) -> str:
    return phone_numbers.told(view, number)


def _promised_by(view: View, callback: Callback) -> str:
    if callback.inquiry is None:
        return ""
    made = callback_rows.promises_of_inquiry(view.rows, callback.inquiry)
    return next((one.by_name for one in reversed(made) if one.by_name and one.what == (callback.what or "")), "")


def _history(view: View, inquiry: bytes) -> Iterator[Changed]:
    people = accounts.people(view)
    by_name = {one.name: one.display for one in people}
    by_id = {one.id.hex(): one.display for one in people}
    for place, entry in enumerate(inquiries.history(view, inquiry)):
        who = by_name.get(entry.actor, entry.actor)
        if place == 0:
            yield Changed(entry.at, who, "", None, None)
            continue
        for name, value in entry.values.items():
            pair = [by_id.get(str(one), _called(view, name, one)) for one in (entry.before.get(name), value)]
            yield Changed(entry.at, who, name, pair[0], pair[1])


def _called(view: View, name: str, value: Value) -> Value:
    """Return what a pointer of an inquiry points at, as people call it: a number, an incident's title."""
    if not isinstance(value, str) or name not in ("merged_into", "cluster_id"):
        return value
    if name == "merged_into":
        row = rows_of.by_id(view.rows, bytes.fromhex(value))
        return row.number if row else value
    cluster = cluster_rows.by_id(view.rows, bytes.fromhex(value))
    return cluster.title if cluster else value


def _conflicts(text: str | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[list[Any]]] = json.loads(text) if text else {}
    told = {name: ("" if value is None else str(value) for _, value in heads) for name, heads in found.items()}
    return tuple((name, tuple(dict.fromkeys(values))) for name, values in told.items())
