"""What supervisors see of people who are never to be called, and how it is taken back at a written request."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.callbacks import Callback
from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong, RecordGone
from app.models.journal import Value
from app.models.never_calls import AlreadyLifted, RequestBefore, Saying
from app.models.texts import clean
from app.services import accounts, callers, phone_numbers
from app.services.office import View, Work
from app.store import callback_holds
from app.store import callbacks as callback_rows
from app.store import callers as caller_rows
from app.store import campaign_cases as case_rows
from app.store import inquiries as inquiry_rows
from app.store import never_calls as stored
from app.store.inquiries import Wanted

#: Longest text that says where a written request is kept, and how many are listed.
LONGEST, MOST = 300, 200


@dataclass(frozen=True)
class NeverCall:
    """One saying as it is shown: of whom, by which numbers, in which case, who wrote it down and who lifted it.

    ``numbers`` are as who asks may see them; of a saying that is known by its keyed hashes alone there is none.
    ``center``: the other center that told of it, "" where it was said here. ``record``: the (entity, id) whose whole
    numbers can be revealed.
    """

    saying: Saying
    name: str
    numbers: tuple[str, ...]
    case: str
    by: str
    lifted_by: str
    center: str = ""
    record: tuple[str, bytes] | None = None
    hidden: bool = False

    @property
    def stands(self) -> bool:
        """Say whether nobody is called for what was said here."""
        return self.saying.lift is None


@dataclass(frozen=True)
class Lifted:
    """What was lifted, and what else that was said still bars the person or one of the numbers."""

    saying: bytes
    still: tuple[NeverCall, ...]


@dataclass(frozen=True)
class _Meant:
    """Whom a list is about: numbers and persons, as text; and the card that they are known by."""

    numbers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    card: bytes | None = None


def listed(
    view: View, text: str = "", *, caller: bytes | None = None, callback: bytes | None = None, limit: int = MOST
) -> list[NeverCall]:
    """Return who is never to be called, the newest first. Supervisors only.

    Without anything to look for it is what stands. ``text`` is a number in any format, a name's beginning, part of what
    the list shows of case and person, or the number of an inquiry; ``caller`` a card, ``callback`` a call. Of those,
    what was lifted is returned too. Raises ``RecordGone``.
    """
    view.require(Permission.LIFT_DO_NOT_CALL)
    looked_for = (clean(text) or "").casefold() if caller is None and callback is None else ""
    found: dict[bytes, NeverCall] = {}
    if caller is None and callback is None:
        names = _names(view)
        standing = [_shown(view, names, one) for one in stored.latest(view.rows, limit)]
        if not looked_for:
            return standing
        found |= {one.saying.id: one for one in standing if looked_for in f"{one.name}\n{one.case}".casefold()}
    for meant in _meant_by(view, text, caller, callback):
        found |= {one.saying.id: one for one in _of(view, meant)}
    return sorted(found.values(), key=_newest, reverse=True)[:limit]


def of_caller(view: View, caller: bytes) -> list[NeverCall]:
    """Return what a person ever said, on whatever card and by whichever number of theirs, the newest first."""
    view.require(Permission.TAKE_CONTACTS)
    return _of(view, _of_card(view, caller))


def of_call(view: View, callback: bytes) -> list[NeverCall]:
    """Return what the person of a call ever said, the newest first. Raises ``RecordGone``."""
    view.require(Permission.TAKE_CONTACTS)
    found = callback_rows.by_id(view.rows, callback)
    if found is None:
        raise RecordGone(entity="callback", id=callback.hex())
    return _of(view, _of_call(view, found))


def _of(view: View, meant: _Meant) -> list[NeverCall]:
    found = stored.of_keys(view.rows, _keys(view, meant))
    names = _names(view) if found else {}
    return [_shown(view, names, one, meant) for one in found]


def lift(work: Work, saying: bytes, *, requested_on: date | None, kept: str) -> Lifted:
    """Take back what somebody said once, at their written request; nobody is dialed by it. Supervisors only.

    ``requested_on`` is the day of the request, ``kept`` where it is kept or its reference. Raises ``FieldMissing``,
    ``FieldInvalid`` for a day to come, ``RequestBefore`` for one before it was said, ``FieldTooLong``,
    ``AlreadyLifted`` and ``RecordGone``.
    """
    work.require(Permission.LIFT_DO_NOT_CALL)
    found = stored.by_id(work.tx, saying)
    if found is None:
        raise RecordGone(entity="dnc", id=saying.hex())
    if found.lift is not None:
        raise AlreadyLifted(day=found.lift.at.isoformat(), name=_names(work).get(found.lift.actor, found.lift.actor))
    request = _request(work, found, requested_on, kept)
    for one in found.lifted_by:
        work.tx.add("dnc", {**request, "at": work.now.isoformat(), "lifts": one.hex()})
    from app.models.retry_rules import Hindrance  # intake shows who is never called, and lifts nothing
    from app.services import callback_queue
    from app.store import callback_queue as queue_rows

    barred = Hindrance.DO_NOT_CALL.value
    for call in (*queue_rows.blocked_by(work.tx, barred, -1), *callback_holds.blocked_by(work.tx, barred, -1)):
        callback_queue.refresh(work, call)
    return Lifted(saying, _still(work, found))


def _request(work: Work, saying: Saying, day: date | None, kept: str) -> dict[str, Value]:
    zone = ZoneInfo(work.settings.time_zone)
    if day is None:
        raise FieldMissing(field="requested_on")
    if day > work.now.astimezone(zone).date():
        raise FieldInvalid(field="requested_on", value=day.isoformat())
    said = saying.first.at.astimezone(zone).date()
    if day < said:
        raise RequestBefore(field="requested_on", value=day.isoformat(), day=said.isoformat())
    told = clean(kept)
    if not told:
        raise FieldMissing(field="kept")
    if len(told) > LONGEST:
        raise FieldTooLong(field="kept", limit=LONGEST)
    return {"request": told, "requested_on": day.isoformat()}


def _still(view: View, lifted: Saying) -> tuple[NeverCall, ...]:
    """Return what else stands for anybody and any number of what was lifted, also on other cards of the person."""
    caller, call = _about(view, lifted)
    keys = set(lifted.keys)
    keys |= _keys(view, _of_card(view, caller)) if caller else set()
    keys |= _keys(view, _of_call(view, call)) if call else set()
    names = _names(view)
    return tuple(_shown(view, names, one) for one in stored.of_keys(view.rows, keys) if one.lift is None)


def _meant_by(view: View, text: str, caller: bytes | None, callback: bytes | None) -> list[_Meant]:
    if callback is not None:
        found = callback_rows.by_id(view.rows, callback)
        if found is None:
            raise RecordGone(entity="callback", id=callback.hex())
        return [_of_call(view, found)]
    if caller is not None:
        if caller_rows.by_id(view.rows, caller) is None:
            raise RecordGone(entity="caller", id=caller.hex())
        return [_of_card(view, caller)]
    number = phone_numbers.understood(text, view.settings.country)
    meant = [_Meant((number.key,))] if number.key else []
    cards = [one.id for one in callers.find(view, text)]
    cards += [one.id for one in caller_rows.by_number(view.rows, number.key)] if number.key else []
    cards += [row.caller for row in _inquiries(view, text) if row.caller]
    return [*meant, *(_of_card(view, one) for one in dict.fromkeys(cards))]


def _inquiries(view: View, text: str) -> Sequence[inquiry_rows.InquiryRow]:
    wanted = (clean(text) or "").upper()
    rows = inquiry_rows.page(view.rows, Wanted(text=wanted), None, MOST).rows if wanted else ()
    return [row for row in rows if row.number.upper() == wanted]


def _of_card(view: View, caller: bytes) -> _Meant:
    cards = tuple(caller_rows.group_of(view.rows, caller))
    known = (caller_rows.by_id(view.rows, one) for one in cards)
    numbers = dict.fromkeys(number for card in known if card is not None for number in card.numbers)
    return _Meant(tuple(numbers), tuple(one.hex() for one in cards), caller)


def _of_call(view: View, call: Callback) -> _Meant:
    case = case_rows.case(view.rows, call.case) if call.case else None
    card = _of_card(view, call.caller) if call.caller else _Meant()
    numbers = dict.fromkeys((*call.numbers, call.number, *(case.numbers if case else ()), *card.numbers))
    people = (*((case.person_key,) if case and case.person_key else ()), *card.people)
    return _Meant(tuple(one for one in numbers if one), people, call.caller)


def _keys(view: View, of: _Meant) -> set[str]:
    """Return the keyed hashes of numbers and persons; who dials an extension dials its switchboard."""
    numbers = {one for number in of.numbers for one in (number, number.partition(";")[0])}
    return {callers.key_of(view, one) for one in (*numbers, *of.people)}


def _about(view: View, saying: Saying) -> tuple[bytes | None, Callback | None]:
    """Return whose card and which call a saying was about, as far as it says so and they are still here."""
    callback = next((one.callback for one in saying.facts if one.callback), None)
    call = callback_rows.by_id(view.rows, callback) if callback else None
    caller = next((one.caller for one in saying.facts if one.caller), None) or (call.caller if call else None)
    return caller, call


def _shown(view: View, names: Mapping[str, str], saying: Saying, meant: _Meant | None = None) -> NeverCall:
    caller, call = _about(view, saying)
    caller = caller or (meant.card if meant else None)
    card = caller_rows.by_id(view.rows, caller) if caller else None
    case = case_rows.case(view.rows, call.case) if call is not None and call.case else None
    about = (meant, _of_call(view, call) if call else None, _of_card(view, caller) if caller else None)
    known = dict.fromkeys(number for one in about if one is not None for number in one.numbers)
    barred = (one for one in known if callers.key_of(view, one) in saying.keys)
    record = ("callback", call.id) if call is not None else ("caller", card.id) if card is not None else None
    told = next((one.reason for one in saying.facts if one.told), "")
    return NeverCall(
        saying,
        (case.name if case else "") or (card.name if card else "") or "",
        tuple(phone_numbers.told(view, one) for one in barred),
        _case(view, call),
        "" if told else names.get(saying.first.actor, saying.first.actor),
        names.get(saying.lift.actor, saying.lift.actor) if saying.lift else "",
        told,
        record,
        phone_numbers.are_hidden(view),
    )


def _case(view: View, call: Callback | None) -> str:
    """Return in which case it was said: a campaign with the institution, or the number of an inquiry."""
    if call is None:
        return ""
    campaign = case_rows.campaign(view.rows, call.campaign) if call.campaign else None
    case = case_rows.case(view.rows, call.case) if call.case else None
    parts: Iterable[str] = (
        campaign.name if campaign else "",
        case.stratum if case else "",
        call.inquiry_number or "",
    )
    return " · ".join(one for one in parts if one)


def _names(view: View) -> dict[str, str]:
    return {one.name: one.display for one in accounts.people(view)}


def _newest(one: NeverCall) -> tuple[str, bytes]:
    return one.saying.first.at.isoformat(), one.saying.id
