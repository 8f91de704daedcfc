"""Callers: who is calling, what the next operator must know about them, and the numbers never to be dialed."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from app.models.accounts import Permission
from app.models.callbacks import Callback
from app.models.callers import Caller, CallerFlag, CallerKind, FlagCode, PhoneNumber
from app.models.contacts import ContactRow
from app.models.errors import DoNotCall, FieldInvalid, NotDialable, RecordGone
from app.models.ids import derived_id
from app.models.inquiries import InquiryEvent, InquiryRow
from app.models.journal import Value
from app.models.practice import PRACTICE, DialedInPractice
from app.models.promises import Promise
from app.models.texts import clean
from app.services import center_news, phone_numbers
from app.services.office import View, Work
from app.store import callbacks as callback_rows
from app.store import callers as rows_of
from app.store import contacts as contact_rows
from app.store import elsewhere
from app.store import inquiries as inquiry_rows
from app.store import never_calls as never_rows

#: How calls end whose person asked never to be called (the table of call outcomes).
ASKED = "234"
_CARD = frozenset({"name", "kind", "language", "area", "note"})


@dataclass(frozen=True)
class Met:
    """Everyone who is known by a number: none for a new number, several for a shared one."""

    number: PhoneNumber
    callers: tuple[Caller, ...]
    do_not_call: bool


@dataclass(frozen=True)
class KnownAs:
    """A card of somebody, and its numbers as who asks may see them."""

    caller: Caller
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class CallerCard:
    """What the left column shows of one caller; ``hidden``: numbers on it are shown with their middle hidden.

    ``same``: other cards that are linked as the same person. What is listed is of all of them.
    """

    caller: Caller
    flags: tuple[CallerFlag, ...]
    do_not_call: bool
    inquiries: tuple[InquiryRow, ...]
    promises: tuple[Promise, ...]
    callbacks: tuple[Callback, ...]
    contacts: tuple[ContactRow, ...]
    hidden: bool = False
    same: tuple[KnownAs, ...] = ()


def by_number(view: View, typed: str, *, known: bytes | None = None) -> Met:
    """Return who is known by this number, in whatever format it is typed, each person once.

    Of cards that are linked as one person's it is the longest known one, or ``known``.
    """
    view.require(Permission.TAKE_CONTACTS)
    number = phone_numbers.understood(typed, view.settings.country)
    if number.key is None:
        return Met(number, (), False)
    found = _each_once(view, rows_of.by_number(view.rows, number.key), known)
    return Met(number, found, _do_not_call(view, number.key, None) is not None)


def may_dial(view: View, typed: str, *, caller: bytes | None = None) -> PhoneNumber:
    """Return a number fit to be dialed. Raises ``DoNotCall`` where number or person must not be, ``NotDialable``.

    In practice nobody is dialed: ``DialedInPractice``.
    """
    view.require(Permission.TAKE_CONTACTS)
    number = phone_numbers.understood(typed, view.settings.country)
    if view.outside.get(PRACTICE):
        raise DialedInPractice(number=number.shown or "–")
    if never_call(view, number, caller):
        raise DoNotCall(number=number.shown)
    if not number.uri:
        raise NotDialable(number=number.shown or "–")
    return number


def never_call(view: View, number: PhoneNumber, caller: bytes | None, person: str = "") -> bool:
    """Say whether this number, or any number of this person, must never be dialed.

    ``person``: the key by which the frame of a campaign knows the person ("" where none does).
    """
    forbidden = _do_not_call(view, number.key, caller) is not None
    known = _stands(view, None, key_of(view, person)) if person else None
    return known is not None or forbidden or (caller is not None and is_never_called(view, caller))


def card(view: View, caller_id: bytes) -> CallerCard:
    """Return a caller's card. Raises ``RecordGone``."""
    view.require(Permission.TAKE_CONTACTS)
    caller = rows_of.by_id(view.rows, caller_id)
    if caller is None:
        raise RecordGone(entity="caller", id=caller_id.hex())
    group = tuple(rows_of.group_of(view.rows, caller_id))
    now = view.now.isoformat()
    return CallerCard(
        caller,
        tuple(flag for one in group for flag in rows_of.flags_of(view.rows, one, now)),
        is_never_called(view, caller_id),
        inquiry_rows.of_callers(view.rows, group),
        callback_rows.promises_of_callers(view.rows, group),
        callback_rows.open_of_callers(view.rows, group),
        contact_rows.of_callers(view.rows, group),
        phone_numbers.are_hidden(view),
        tuple(
            known_as(view, each)
            for one in group
            if one != caller_id and (each := rows_of.by_id(view.rows, one)) is not None
        ),
    )


def known_as(view: View, caller: Caller) -> KnownAs:
    """Return a caller with their numbers as who asks may see them."""
    return KnownAs(caller, tuple(phone_numbers.told(view, one) for one in caller.numbers))


def is_never_called(view: View, caller_id: bytes) -> bool:
    """Say whether any number of a person, on whatever card of theirs, asked never to be called."""
    cards = filter(None, (rows_of.by_id(view.rows, one) for one in rows_of.group_of(view.rows, caller_id)))
    numbers = [number for card in cards for number in card.numbers]
    return any(_do_not_call(view, number, caller_id) is not None for number in numbers or (None,))


def may_lift(view: View) -> bool:
    """Say whether whoever asks may see who is never to be called, and lift it."""
    return view.person.may(Permission.LIFT_DO_NOT_CALL)


def _each_once(view: View, found: list[Caller], known: bytes | None) -> tuple[Caller, ...]:
    """Leave out whoever is linked as the same person as one before."""
    found = sorted(found, key=lambda one: one.id != known)
    seen: set[bytes] = set()
    kept: list[Caller] = []
    for one in found:
        if one.id not in seen:
            kept.append(one)
            seen.update(rows_of.group_of(view.rows, one.id))
    return tuple(kept)


def find(view: View, text: str) -> list[Caller]:
    """Return callers whose number, in any format, or name begins with what was typed."""
    view.require(Permission.SEE_INQUIRIES)
    text = clean(text) or ""
    digits = "".join(one for one in text if one.isdigit() or one == "+")
    if len(digits) >= 4 and len(digits) * 2 >= len(text.strip()):
        number = phone_numbers.understood(text, view.settings.country)
        start = number.e164 or _start(digits, view.settings.country)
        return rows_of.by_start(view.rows, start) or rows_of.by_start(view.rows, number.key or text)
    return rows_of.by_start(view.rows, text) if text else []


def _start(digits: str, country: str) -> str:
    import phonenumbers as library

    return digits if digits.startswith("+") else f"+{library.country_code_for_region(country)}{digits.lstrip('0')}"


def remember(work: Work, number: PhoneNumber | None, values: dict[str, Value], known: bytes | None) -> bytes | None:
    """Make or update a caller and the link to the number, and return the caller's id; None for an anonymous one.

    A caller is made only where there is a number or a name. An empty field never overwrites a known one. Whoever says
    no name is one card of a number, not one more with each call, unless what is said differs or that card is flagged.
    """
    given = {name: value for name, value in values.items() if value is not None}
    key = number.key if number else None
    if known is None and key is None and "name" not in given:
        return None
    if known is None and key is not None and "name" not in given:
        known = _nameless(work, key, given)
    caller = work.tx.put("caller", known, given) if known else work.tx.add("caller", given)
    if key:
        link = derived_id("caller_phone", caller, key)
        work.tx.put("caller_phone", link, {"caller": caller.hex(), "number": key, "ended_at": None})
    return caller


def _nameless(work: Work, number: str, given: Mapping[str, object]) -> bytes | None:
    """Return the card of somebody of this number who said no name and of whom nothing else is known than is said."""
    for one in rows_of.by_number(work.tx, number):
        differs = any(getattr(one, name) not in (None, value) for name, value in given.items())
        if not (one.name or one.note or differs or rows_of.flags_of(work.tx, one.id, work.now.isoformat())):
            return one.id
    return None


def describe(work: Work, caller_id: bytes, **values: str | None) -> None:
    """Set fields of a caller's card (name, kind, language, area, note). Raises ``RecordGone``, ``FieldInvalid``."""
    work.require(Permission.TAKE_CONTACTS)
    work.tx.state_of("caller", caller_id)
    told: dict[str, Value] = {name: clean(value) for name, value in values.items()}
    for name, value in told.items():
        if name not in _CARD or (name == "kind" and value is not None and value not in set(CallerKind)):
            raise FieldInvalid(field=name, value=str(value))
    work.tx.put("caller", caller_id, told)


def flag(
    work: Work, caller_id: bytes, code: FlagCode, *, note: str | None = None, expires_at: datetime | None = None
) -> bytes:
    """Put a flag on a caller, until it expires or is ended."""
    work.require(Permission.FLAG_CALLERS)
    values: dict[str, Value] = {
        "caller": caller_id.hex(),
        "code": code.value,
        "note": clean(note),
        "at": work.now.isoformat(),
        "expires_at": expires_at.isoformat() if expires_at else None,
    }
    return work.tx.add("caller_flag", values)


def end_flag(work: Work, flagged: CallerFlag, *, note: str | None = None) -> None:
    """End a flag by a later fact; both stay in the history."""
    work.require(Permission.FLAG_CALLERS)
    values: dict[str, Value] = {
        "caller": flagged.caller.hex(),
        "code": flagged.code.value,
        "note": clean(note),
        "at": work.now.isoformat(),
        "ends": flagged.id.hex(),
    }
    work.tx.add("caller_flag", values)


def do_not_call(work: Work, number: str, *, caller: bytes | None = None, reason: str | None = None) -> None:
    """Never dial this number or person again: permanent, kept as keyed hashes.

    Other calls that we owe them end at once; a promised one is left to whoever made the promise, to be settled with a
    reason. Raises ``FieldInvalid`` where neither a number nor a person is known: that would protect nobody.
    """
    work.require(Permission.TAKE_CONTACTS)
    from app.services import callback_closing  # a start needs none of the rules of calling

    understood = never_again(work, number, caller=caller, reason=reason)
    callback_closing.close_all(work, (understood.key, number), caller, ASKED, promised=False)


def never_again(
    work: Work,
    number: str,
    *,
    caller: bytes | None = None,
    reason: str | None = None,
    others: Iterable[str] = (),
    callback: bytes | None = None,
) -> PhoneNumber:
    """Write down that a number or person is never dialed again, and return the number. Raises ``FieldInvalid``.

    ``others``: further numbers of the person; ``callback``: the call in which it was said. The person of its case is
    barred as frames know them, so that no list brings them back with another number. All of it is one saying, which
    is lifted as a whole.
    """
    understood = phone_numbers.understood(number, work.settings.country)
    numbers = dict.fromkeys(one for one in (understood.key, *others) if one)
    people = [one for one in (caller.hex() if caller else "", _person_of(work, callback)) if one]
    if not numbers and not people:
        raise FieldInvalid(field="number", value=number)
    said = work.tx.new_id()
    values: dict[str, Value] = {
        "at": work.now.isoformat(),
        "reason": clean(reason),
        "said": said.hex(),
        "caller": caller.hex() if caller else None,
        "callback": callback.hex() if callback else None,
    }
    named = zip_longest((key_of(work, one) for one in numbers), (key_of(work, one) for one in people))
    for place, (number_key, person_key) in enumerate(named):
        keys: dict[str, Value] = {"number_key": number_key, "person_key": person_key}
        work.tx.add("dnc", {**values, **keys}, said if place == 0 else None)
    cards = [card.id for one in numbers for card in rows_of.by_number(work.tx, one)]
    for one in dict.fromkeys([caller, *cards] if caller else cards):
        tell_centers(work, one)
    return understood


def _person_of(work: Work, callback: bytes | None) -> str:
    """Return the key by which frames know the person of a call, "" where it is for no case."""
    from app.store import campaign_cases as case_rows  # a start needs no campaigns

    call = callback_rows.by_id(work.tx, callback) if callback else None
    case = case_rows.case(work.tx, call.case) if call and call.case else None
    return case.person_key if case else ""


def tell_centers(work: Work, caller: bytes) -> None:
    """Tell centers with which inquiries of a person are shared that the person asked never to be called, if so.

    Whichever station hears last of the wish, of the transfer or of the link of two cards tells it; each wish is told
    once, and not to who told that one to us.
    """
    cards = rows_of.group_of(work.tx, caller)
    shared = elsewhere.crossed_of(work.tx, tuple(cards))
    if not shared:
        return
    numbers = [one for each in cards if (card := rows_of.by_id(work.tx, each)) is not None for one in card.numbers]
    people = never_rows.standing_of(work.tx, [key_of(work, one.hex()) for one in cards])
    named = never_rows.standing_of(work.tx, [key_of(work, one) for one in numbers])
    keys = [*(("person_key", one.hex()) for one in cards), *(("number_key", one) for one in numbers)]
    holders = (one for number in numbers for one in rows_of.ever_with(work.tx, number))
    around = elsewhere.crossed_of(work.tx, tuple({*cards, *holders}))
    origins = center_news.asked_elsewhere(work, around, keys)
    wishes = {origins.get(one, said.hex()): "person" for one, said in sorted(people.items())}
    wishes |= {origins.get(one, said.hex()): "number" for one, said in sorted(named.items())}
    for inquiry in shared:
        for asked, kind in wishes.items():
            center_news.tell_never_call(work, asked, inquiry, kind)


def never_again_as_told(work: Work, told: InquiryEvent, caller: bytes, by_number: bool) -> bool:
    """Never dial a person again who asked another center; say whether that is new. Every station says the same of it.

    ``told`` is the step in which it was told. ``by_number``: a number was named there, so no number of theirs is
    dialed for anybody.
    """
    keys: list[tuple[str, str]] = [("person_key", caller.hex())]
    card = rows_of.by_id(work.tx, caller) if by_number else None
    keys += [("number_key", one) for one in card.numbers] if card else []
    values: dict[str, Value] = {
        "at": told.at.isoformat(),
        "reason": str(told.elsewhere["center"]),
        "said": center_news.wish_of(told).hex(),
        "caller": caller.hex(),
    }
    new = False
    for field, key in keys:
        fact = center_news.fact_there(told.id, field, key)
        if not never_rows.is_said(work.tx, fact):
            new = True
            work.tx.add("dnc", {**values, field: key_of(work, key)}, fact)
    return new


def _do_not_call(view: View, number: str | None, caller: bytes | None) -> bytes | None:
    """Return the fact that forbids it. Whoever dials an extension dials its switchboard, so that counts too.

    A person is every card that is linked as theirs.
    """
    rows = view.tx if isinstance(view, Work) else view.rows
    people = [key_of(view, one.hex()) for one in rows_of.group_of(rows, caller)] if caller else [None]
    dialed = [key_of(view, one) for one in dict.fromkeys((number, number.partition(";")[0]))] if number else [None]
    found = (_stands(view, one, person) for one in dialed for person in people)
    return next((one for one in found if one is not None), None)


def _stands(view: View, number_key: str | None, person_key: str | None) -> bytes | None:
    rows = view.tx if isinstance(view, Work) else view.rows
    return never_rows.stands_do_not_call(rows, number_key, person_key)


def key_of(view: View, text: str) -> str:
    """Return the keyed hash under which a number (E.164) or the id of a person is barred."""
    secret: bytes = view.outside["center_secret"]
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
