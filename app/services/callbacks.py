"""The call-back queue: whom to call now and why, what else waits, and why nobody is left to call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.appointments import LEAD, OWN_OPERATOR
from app.models.attempts import Direction
from app.models.call_turns import Arm
from app.models.callbacks import OWED, Callback, CallbackReason
from app.models.codes import coded
from app.models.retry_rules import Hindrance, Refusal
from app.models.slots import Slot, Slots, mask
from app.services import (
    call_scoring,
    callback_languages,
    callback_rules,
    callback_sheets,
    callers,
    phone_numbers,
    rosters,
)
from app.services.callback_languages import Awaited
from app.services.callback_sheets import Sheet, text_of
from app.services.office import View
from app.store import callback_attempts as attempt_rows
from app.store import callback_holds, campaigns
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows
from app.store import callers as caller_rows
from app.store import campaign_cases as case_rows

#: How many calls of each kind are looked at before the next kind.
_LOOK = 60
#: How many are enough for the next call, almost always.
_GLANCE = 3
#: How many calls that somebody waits for are looked at whole: those that nobody may make are known and left out.
_OWED_LOOK = 300


class Why(StrEnum):
    """Why a person is called now."""

    APPOINTMENT = "appointment"
    PROMISED = "promised"
    MISSED = "missed"
    RECALL = "recall"
    VERIFY = "verify"
    REDIAL = "redial"
    RESUME = "resume"
    LANGUAGE = "language"
    MUST = "must"
    LAST_ATTEMPT = "last_attempt"
    FIRST_ATTEMPT = "first_attempt"
    UNTRIED_SLOT = "untried_slot"
    LIKELY = "likely"
    IN_TURN = "in_turn"


@dataclass(frozen=True)
class Waiting:
    """A call that can be made now, with why it comes at this place. ``due_at`` is when it fell due.

    ``chance`` is how likely it is to be answered now, as far as that was learned.
    """

    sheet: Sheet
    why: Why
    due_at: datetime
    slot: Slot | None
    chance: float | None = None


#: So many drawn people who may not be called yet are counted; of a census hundreds of thousands may wait.
MOST_COUNTED = 1_000


@dataclass(frozen=True)
class Explained:
    """Why the queue is empty: how many calls wait for what, how many can be made, the time of day, what opens next.

    ``languages``: what calls wait for somebody to speak, with who does. ``cut``: more wait for these than are counted.
    """

    counts: tuple[tuple[Hindrance, int], ...]
    ready: int
    slot: Slot | None
    lines_busy: bool
    next_at: datetime | None
    opens: tuple[datetime, Slot] | None
    languages: tuple[Awaited, ...] = ()
    cut: frozenset[Hindrance] = frozenset()


@dataclass(frozen=True)
class WhyNot:
    """What speaks against calling somebody now, each with when it ends."""

    refusals: tuple[Refusal, ...]


def next_for(view: View) -> Waiting | None:
    """Return whom the person who asks calls next, None where nobody can be called.

    Appointments whose time has come (the earliest end first), then calls that somebody waits for, busy lines to be
    dialed again, cases that wait for a language which the person speaks, interviews to be resumed, cases that their
    protocol would miss; then who is likeliest to answer, one institution after the other, or (one dial in five, and
    where nothing was learned) fewest attempts in turn.
    """
    view.require(Permission.TAKE_CONTACTS)
    return next(_waiting(view), None)


def queue(view: View, limit: int = 40) -> list[Waiting]:
    """Return the calls that can be made now in the order in which they are handed out."""
    view.require(Permission.TAKE_CONTACTS)
    found: list[Waiting] = []
    for one in _waiting(view):
        found.append(one)
        if len(found) >= limit:
            break
    return found


def why_now(view: View, callback: bytes) -> WhyNot | Waiting:
    """Return why a call comes now, or everything that speaks against it. Raises ``RecordGone``."""
    view.require(Permission.TAKE_CONTACTS)
    sheet = callback_sheets.of(view, callback)
    found = callback_sheets.refusals(view, sheet)
    if found:
        return WhyNot(tuple(found))
    return _told(view, sheet, Why.IN_TURN)


def why_empty(view: View) -> Explained:
    """Return how many open calls wait for what, and when the next one can be made."""
    view.require(Permission.TAKE_CONTACTS)
    slots = callback_rules.slots_of(view, view.settings.call_slots)
    now, slot = text_of(view.now), slots.at(view.now)
    days = _field_days(view)
    counts = queue_rows.counted(view.rows, now, _masks(view), _spoken(view), days)
    busy = callback_sheets.lines_busy(view)
    if busy and slot is Slot.OFF_PEAK:
        _hold_back(view, counts)
    later = callback_rows.count_later(view.rows, text_of(view.now + LEAD))
    not_released = campaigns.not_released(view.rows, _today(view), MOST_COUNTED + 1)
    cut = frozenset({Hindrance.NOT_RELEASED} if not_released > MOST_COUNTED else ())
    waiting = (Hindrance.NOT_DUE.value, later[0]), (Hindrance.NOT_RELEASED.value, min(not_released, MOST_COUNTED))
    for code, count in (*_owed_now(view, slots), *waiting):
        if count:
            counts[code] = counts.get(code, 0) + count
    if counts.get("") and next_for(view) is None:  # what is left is for somebody else: the last one to call may not
        counts[Hindrance.OTHER_OPERATOR.value] = counts.get(Hindrance.OTHER_OPERATOR.value, 0) + counts.pop("")
    ready = counts.pop("", 0)
    ends = [one for one in (queue_rows.next_change(view.rows, now, days), later[1]) if one]
    known = [(coded(Hindrance, code), count) for code, count in counts.items()]
    known.sort(key=_most)
    opens = next(((start, kind) for start, _, kind in slots.stretches(view.now, 10) if start > view.now), None)
    next_at = slots.decent_from(datetime.fromisoformat(min(ends))) if ends else None
    awaited = tuple(callback_languages.awaited(view))
    return Explained(tuple(known), ready, slot, busy, next_at, opens, awaited, cut)


def _hold_back(view: View, counts: dict[str, int]) -> None:
    """Count the surveys that could be made as waiting for calmer lines; only what was agreed does not wait for them."""
    ready = counts.pop("", 0)
    agreed = {one.id: one for one, _ in _appointments(view) if one.reason not in OWED} if ready else {}
    sheets = [callback_sheets.made(view, one) for one in agreed.values()]
    kept = min(ready, sum(not callback_sheets.refusals(view, one) for one in sheets))
    counts |= {code: count for code, count in (("", kept), (Hindrance.LINES_BUSY.value, ready - kept)) if count}


def _today(view: View) -> str:
    return view.now.astimezone(ZoneInfo(view.settings.time_zone)).date().isoformat()


def _field_days(view: View) -> dict[str, int]:
    """Return how many days the field period of each campaign of the queue lasts, by campaign in hex."""
    held = [case_rows.campaign(view.rows, one) for one in queue_rows.campaigns(view.rows)]
    return {one.id.hex(): one.policy.field_days for one in held if one is not None and one.policy.field_days}


def _owed_now(view: View, slots: Slots) -> Iterator[tuple[str, int]]:
    """Yield what each call that somebody waits for and that is due waits for, "" for one that can be made."""
    until = text_of(view.now + LEAD)
    if not slots.is_decent(view.now):
        yield Hindrance.SLOT_CLOSED.value, callback_rows.count_due(view.rows, until)
        return
    yield from callback_holds.counted(view.rows, until, _spoken(view)).items()
    roster = rosters.in_force(view)
    for place, one in enumerate(callback_holds.free(view.rows, until, _spoken(view))):
        sheet = callback_sheets.made(view, one) if place < _LOOK else None
        others = not _is_for(view, one, roster) or (sheet is not None and _is_kept(view, sheet))
        # beyond the first, what passes by itself is not asked for
        found = callback_sheets.refusals(view, sheet) if sheet is not None else []
        yield (found[0].why.value if found else Hindrance.OTHER_OPERATOR.value if others else ""), 1


def _most(entry: tuple[Hindrance, int]) -> int:
    return -entry[1]


def inbound(view: View, typed: str) -> list[Sheet]:
    """Return the open calls to whoever calls us from this number: an interview to begin or resume, a promise.

    An interview to resume comes first, then who has an appointment, then whom we tried last.
    """
    view.require(Permission.TAKE_CONTACTS)
    number = phone_numbers.understood(typed, view.settings.country)
    if number.key is None:
        return []
    found = {one.id: one for one in callback_rows.open_of_number(view.rows, number.key)}
    for caller in callers.by_number(view, typed).callers:
        cards = caller_rows.group_of(view.rows, caller.id)
        found |= {one.id: one for one in callback_rows.open_of_callers(view.rows, cards)}
    sheets = [callback_sheets.made(view, one) for one in found.values()]
    return sorted(sheets, key=_missed_least, reverse=True)


def _missed_least(sheet: Sheet) -> tuple[bool, bool, str]:
    last = sheet.status.last
    return sheet.status.resumes, sheet.appointment is not None, last.at.isoformat() if last else ""


def _waiting(view: View) -> Iterator[Waiting]:
    """Yield what can be called now, each call once; every candidate is looked at whole before it is given."""
    seen: set[bytes] = set()
    for callback, why in _candidates(view):
        if callback.id in seen:
            continue
        seen.add(callback.id)
        sheet = callback_sheets.made(view, callback)
        if not _is_kept(view, sheet) and not callback_sheets.refusals(view, sheet):
            yield _told(view, sheet, why)


def _is_kept(view: View, sheet: Sheet) -> bool:
    """Say whether a call waits at its time for the operator who is wanted for it, however it was found."""
    agreed = sheet.appointment
    if agreed is None or agreed.wanted_by in (None, view.person.id):
        return False
    return view.now < agreed.start_at + OWN_OPERATOR


def _told(view: View, sheet: Sheet, why: Why) -> Waiting:
    slot = sheet.judge.slots.at(view.now)
    return Waiting(sheet, _why(view, sheet, why), _due_at(sheet), slot, call_scoring.chance_now(view, sheet))


def _candidates(view: View) -> Iterator[tuple[Callback, Why]]:
    yield from _appointments(view)
    yield from _owed(view)
    now, (slot, opening) = text_of(view.now), _masks(view)
    for one in queue_rows.redials(view.rows, now, _LOOK):
        yield from _known(view, one, Why.REDIAL)
    for one in queue_rows.spoken(view.rows, now, (slot, opening), _spoken(view), _LOOK):
        yield from _known(view, one, Why.LANGUAGE)
    for one in queue_rows.must(view.rows, now, slot, opening, _LOOK):
        yield from _known(view, one, Why.MUST)
    if call_scoring.next_arm(view) is Arm.LEARNED:
        yield from _likely(view)
    yield from _in_turn(view, now, slot, opening)


def _likely(view: View) -> Iterator[tuple[Callback, Why]]:
    for one in call_scoring.likeliest(view, *_masks(view)):
        yield from _known(view, one, Why.LIKELY)


def chosen_by(view: View, sheet: Sheet) -> Arm | None:
    """Return by which way of choosing a call that may be made is the next one.

    None where it comes for another reason (agreed, to be resumed or redialed, due by its protocol, a language), where
    somebody picked it themselves, and where nothing was learned to choose by.
    """
    arm = call_scoring.next_arm(view)
    if arm is None or not sheet.is_survey or _comes_anyway(view, sheet):
        return None
    found = _likely(view) if arm is Arm.LEARNED else _in_turn(view, text_of(view.now), *_masks(view))
    for one, _ in found:
        if one.id == sheet.callback.id:
            return arm
        other = callback_sheets.made(view, one)
        if not callback_sheets.refusals(view, other) and not _comes_anyway(view, other):
            return None
    return None


def _comes_anyway(view: View, sheet: Sheet) -> bool:
    must_at = sheet.judge.readiness(view.now, sheet.situation).must_at
    due = must_at is not None and must_at <= view.now
    waits = sheet.appointment is not None or sheet.status.resumes or bool(sheet.language)
    return due or waits or sheet.judge.redials(view.now, sheet.situation)


def _spoken(view: View) -> tuple[str, ...]:
    return tuple(one.casefold() for one in view.person.speaks)


def _in_turn(view: View, now: str, slot: int, opening: int) -> Iterator[tuple[Callback, Why]]:
    """Yield the calls whose turn it is; more are looked for only where the first few cannot be made."""
    done = 0
    for look in (_GLANCE, _LOOK):
        found = queue_rows.in_turn(view.rows, now, slot, opening, look)
        for one, tried in found[done:]:
            yield from _known(view, one, Why.IN_TURN if tried else Why.UNTRIED_SLOT)
        if len(found) < look:
            return
        done = look


def _known(view: View, callback: bytes, why: Why) -> Iterator[tuple[Callback, Why]]:
    found = callback_rows.by_id(view.rows, callback)
    if found is not None and found.closed_at is None:
        yield found, why


def _appointments(view: View) -> Iterator[tuple[Callback, Why]]:
    """Yield the appointments that have begun, the earliest end first."""
    until = text_of(view.now + LEAD + timedelta(seconds=1))
    known = attempt_rows.appointments_between(view.rows, "", until, limit=_LOOK, mine=True)
    for one in sorted(known, key=_by_end):
        yield from _known(view, one.callback, Why.APPOINTMENT)


def _by_end(one: attempt_rows.Appointment) -> datetime:
    return one.end_at


def _owed(view: View) -> Iterator[tuple[Callback, Why]]:
    """Yield the calls that somebody waits for and that are due; another's promise only once it is late.

    While the hub is not reached, only those that the roster gives to the person.
    """
    roster, left = rosters.in_force(view), _OWED_LOOK
    for one in callback_holds.free(view.rows, text_of(view.now + LEAD), _spoken(view)):
        if _is_for(view, one, roster):
            yield one, _why_owed(one)
            left -= 1
            if not left:
                return


def _is_for(view: View, one: Callback, roster: rosters.InForce | None) -> bool:
    mine = roster is None or roster.is_mine(one)
    return mine and (one.owner in (None, view.person.id) or view.now >= one.due_at + timedelta(minutes=5))


def _why(view: View, sheet: Sheet, why: Why) -> Why:
    """Return the plainest reason: an interview to resume and the first and last attempt say more than a turn."""
    if sheet.appointment is not None and sheet.appointment.start_at - LEAD <= view.now:
        return Why.APPOINTMENT
    if sheet.status.resumes:
        return Why.RESUME
    if sheet.language:
        return Why.LANGUAGE
    if sheet.callback.reason not in (CallbackReason.CAMPAIGN, CallbackReason.SATISFACTION):
        return Why.REDIAL if sheet.judge.redials(view.now, sheet.situation) else _why_owed(sheet.callback)
    if why in (Why.UNTRIED_SLOT, Why.IN_TURN, Why.LIKELY):
        if sheet.status.used == 0:
            return Why.FIRST_ATTEMPT
        if sheet.status.used + 1 >= sheet.judge.policy.attempts:
            return Why.LAST_ATTEMPT
    return why


def _due_at(sheet: Sheet) -> datetime:
    return sheet.appointment.start_at if sheet.appointment else sheet.callback.due_at


def _masks(view: View) -> tuple[int, int]:
    """Return the slot that is open now and those that open soon, as sets of slots in numbers."""
    slots = callback_rules.slots_of(view, view.settings.call_slots)
    slot = slots.at(view.now)
    return (slot.bit if slot else 0), mask(slots.opening(view.now, timedelta(days=3)))


def dials_of_today(view: View) -> int:
    """Return how many calls the person who asks has made today."""
    person = view.require(Permission.TAKE_CONTACTS)
    midnight = callback_rules.slots_of(view).midnight(view.now, 0)
    return attempt_rows.count_by(view.rows, person.id, text_of(midnight), Direction.OUT.value)


def _why_owed(one: Callback) -> Why:
    return Why.VERIFY if one.finding is not None else coded(Why, one.reason.value)
