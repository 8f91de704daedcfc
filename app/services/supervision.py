"""The supervision board: what is open by unit, state and person, what is late or will be soon, what is to be decided.

"Soon" is counted in working hours of the center's calendar, so that what falls due on Monday morning is seen on Friday.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import AwayReason, OperatorState, Permission
from app.models.codes import coded
from app.models.durations import Duration, DurationKind
from app.models.extensions import pending
from app.models.inquiries import EventKind, InquiryEvent, State
from app.models.policies import Target
from app.models.supervision import BoardLine, by_owner, by_unit, of_all
from app.models.texts import moment
from app.services import accounts, calendars, worklists
from app.services.inquiry_steps import text_of
from app.services.office import View
from app.services.worklists import Line
from app.store import accounts as account_rows
from app.store import inquiries as inquiry_rows
from app.store import supervision as rows_of
from app.store import units as unit_rows

#: The lists of a supervisor besides the board.
LISTS = ("late", "soon", "returned", "extensions", "no_unit")
#: Those of which there may be many, page by page.
PAGED = ("late", "soon")
#: Most lines of a list that is not paged: what was returned, what is asked for.
MOST = 200


@dataclass(frozen=True)
class Board:
    """What is open now. ``units`` and ``people`` name the keys of the lines; ``late`` counts by promise."""

    now_at: datetime
    zone: ZoneInfo
    soon_until: datetime
    everything: BoardLine
    by_unit: tuple[BoardLine, ...]
    by_owner: tuple[BoardLine, ...]
    units: Mapping[str, tuple[str, str]]
    people: Mapping[str, str]
    late: Mapping[Target, int]
    to_decide: int


@dataclass(frozen=True)
class Item:
    """One inquiry of a list: how often it came back and why last, and the extension that is asked for."""

    line: Line
    bounces: int = 0
    returned: InquiryEvent | None = None
    asked: InquiryEvent | None = None

    @property
    def key(self) -> worklists.Key:
        """After which the next one comes."""
        return self.line.key


@dataclass(frozen=True)
class Seated:
    """What a person does as far as this station knows; ``since`` None: nothing was recorded yet."""

    id: bytes
    name: str
    state: OperatorState
    reason: AwayReason | None
    since: datetime | None
    line: BoardLine


def board(view: View) -> Board:
    """Return what is open by unit, state and person. Raises ``NotAllowed``."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    until = soon_until(view)
    counted = rows_of.counted(view.rows, text_of(view.now), text_of(until), int(view.now.timestamp()))
    late = rows_of.late_clocks(view.rows, text_of(view.now))
    return Board(
        view.now,
        ZoneInfo(view.settings.time_zone),
        until,
        of_all(counted),
        by_unit(counted),
        by_owner(counted),
        {unit.code: (unit.name, unit.name_en or unit.name) for unit in unit_rows.all_units(view.rows)},
        {one.id.hex(): one.display for one in accounts.people(view)},
        {target: late[target.value] for target in Target if late.get(target.value)},
        len(_extensions(view)),
    )


def soon_until(view: View) -> datetime:
    """Return the time before which something is due soon: so many working hours of the center from now."""
    time = calendars.working_time(view, calendars.center_calendar(view).name)
    return time.due(view.now, Duration(DurationKind.WORKING, view.settings.due_soon_h * 3600))


def items(
    view: View, wanted: str, *, target: str = "", after: worklists.Key | None = None, limit: int = 100
) -> tuple[Item, ...]:
    """Return a page of a list of ``LISTS``, the soonest due first; only late and soon have more than one page.

    ``target`` narrows late and soon to one promise. Raises ``NotAllowed``.
    """
    view.require(Permission.SUPERVISE_INQUIRIES)
    if wanted in PAGED:
        return tuple(Item(line) for line in _falling_due(view, wanted, target, after, limit))
    if after is not None:
        return ()
    if wanted == "returned":
        return tuple(_returned(view, line) for line in _in_states(view, [State.RETURNED.value]))
    if wanted == "extensions":
        return tuple(_extensions(view))
    states = [one.value for one in State]
    return tuple(Item(line) for line in _in_states(view, states, without_unit=True))


def people(view: View) -> tuple[Seated, ...]:
    """Return what each person who takes calls does, and what lies on their desk. Raises ``NotAllowed``."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    counted = rows_of.counted(view.rows, text_of(view.now), text_of(soon_until(view)), int(view.now.timestamp()))
    lines = {line.key: line for line in by_owner(counted)}
    found = [
        _seated(view, one.id, one.display, lines.get(one.id.hex(), BoardLine(one.id.hex())))
        for one in accounts.people(view)
        if one.disabled_at is None and one.may(Permission.TAKE_CONTACTS)
    ]
    return tuple(sorted(found, key=_busy_first))


#: In which order people are listed: who is with a caller first, who is not there last.
_BUSY = (
    *(OperatorState.RINGING, OperatorState.TALKING, OperatorState.HOLD, OperatorState.WRAP_UP),
    *(OperatorState.READY, OperatorState.AWAY, OperatorState.SIGNED_OUT),
)


def _busy_first(one: Seated) -> tuple[int, str]:
    return _BUSY.index(one.state), one.name


def _seated(view: View, person: bytes, name: str, line: BoardLine) -> Seated:
    last = account_rows.last_state(view.rows, person)
    if last is None:
        return Seated(person, name, OperatorState.SIGNED_OUT, None, None, line)
    reason = coded(AwayReason, last[1]) if last[1] else None
    return Seated(person, name, coded(OperatorState, last[0]), reason, moment(last[2]), line)


def _falling_due(view: View, wanted: str, target: str, after: worklists.Key | None, limit: int) -> Sequence[Line]:
    now = text_of(view.now)
    stretch = ("", now) if wanted == "late" else (now, text_of(soon_until(view)))
    key = (str(after[0]), after[1]) if after else None
    positions = [place for _, place in rows_of.falling_due(view.rows, stretch, target, key, limit)]
    return _lines(view, positions)


def _in_states(view: View, states: Sequence[str], *, without_unit: bool = False) -> Sequence[Line]:
    return _lines(view, rows_of.in_states(view.rows, states, without_unit=without_unit, limit=MOST))


def _lines(view: View, positions: Sequence[int]) -> list[Line]:
    return worklists.named(view, inquiry_rows.at(view.rows, list(positions)))


def _returned(view: View, line: Line) -> Item:
    events = inquiry_rows.events_of(view.rows, line.row.id)
    back = [one for one in events if one.kind is EventKind.RETURNED]
    return Item(line, len(back), back[-1] if back else None)


def _extensions(view: View) -> list[Item]:
    ids = rows_of.asked(view.rows, MOST)
    asked = {one: pending(inquiry_rows.events_of(view.rows, one)) for one in ids}
    lines = worklists.lines(view, [one for one, event in asked.items() if event is not None])
    return [Item(line, asked=asked[one]) for one, line in lines.items()]


def bounces(view: View, inquiry: bytes) -> int:
    """Return how often units gave an inquiry back."""
    view.require(Permission.SEE_INQUIRIES)
    return rows_of.returns(view.rows, inquiry)
