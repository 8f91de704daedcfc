"""Recalling a version: everybody who was given it, and the calls that put it right."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from datetime import date as day_of
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.callbacks import CallbackReason
from app.models.errors import FieldMissing, RecordGone
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.texts import clean
from app.services import callers, phone_numbers
from app.services.office import View, Work
from app.store import callbacks as callback_rows
from app.store import script_given as rows_of
from app.store import scripts as script_rows
from app.store.script_given import GivenTo

PAGE = 200


@dataclass(frozen=True)
class Recalled:
    """What became of a recall: the call-backs made, and how many contacts led to none, by reason.

    ``already``: a call-back of this version to this caller is or was owed; ``do_not_call``: the person asked never to
    be called; ``no_number``: there is nothing to dial.
    """

    made: tuple[bytes, ...]
    already: int = 0
    do_not_call: int = 0
    no_number: int = 0


def recall_list(view: View, key: str, number: int, *, after: GivenTo | None = None, limit: int = PAGE) -> list[GivenTo]:
    """Return to whom a version was given, the newest first, a page behind ``after``. Raises ``RecordGone``.

    Numbers are as who asks may see them: the middle hidden where the center or their role has it so.
    """
    view.require(Permission.SEE_INQUIRIES)
    _known(view, key, number)
    found = rows_of.given_to(view.rows, key, number, limit=limit, after=after)
    return [replace(one, number=phone_numbers.told(view, one.number or "") or None) for one in found]


def recall_size(view: View, key: str, number: int) -> int:
    """Return how often a version was given. Raises ``RecordGone``."""
    view.require(Permission.SEE_INQUIRIES)
    _known(view, key, number)
    return rows_of.count_given(view.rows, key, number)


def call_back_recalled(
    work: Work, key: str, number: int, *, contacts: Collection[bytes], due_at: datetime, what: str
) -> Recalled:
    """Owe a call to whoever was given a version in these contacts, once for each caller, whatever is asked again.

    Contacts, not callers, are named, because many who call are known by their number alone. ``what`` is to be said.
    Raises ``FieldMissing``, ``NotAllowed``, and ``RecordGone`` for a contact in which the version was not given.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    _known(work, key, number)
    told = clean(what)
    if not told:
        raise FieldMissing(field="what")
    due = due_at.astimezone(UTC).isoformat()
    made: list[bytes] = []
    left: Counter[str] = Counter()
    for given in _given(work, key, number, contacts):
        outcome = _call_back(work, given, derived_id("recall", key, str(number)), {"what": told, "due_at": due})
        if isinstance(outcome, bytes):
            made.append(outcome)
        else:
            left[outcome] += 1
    return Recalled(tuple(made), left["already"], left["do_not_call"], left["no_number"])


def most_given(view: View, *, day: day_of, limit: int = 10) -> list[tuple[str, int]]:
    """Return the keys of the scripts given most often on a day of the center, with how often."""
    view.require(Permission.READ_SCRIPTS)
    begins = datetime.combine(day, time(), ZoneInfo(view.settings.time_zone))
    ends = datetime.combine(day + timedelta(days=1), time(), begins.tzinfo)
    since, until = (at.astimezone(UTC).isoformat() for at in (begins, ends))
    return rows_of.most_given(view.rows, since, until, limit)


def _known(view: View, key: str, number: int) -> None:
    if all(one.number != number for one in script_rows.versions_of(view.rows, key)):
        raise RecordGone(entity="script", id=f"{key}@{number}")


def _given(work: Work, key: str, number: int, contacts: Collection[bytes]) -> Iterator[GivenTo]:
    for contact in dict.fromkeys(contacts):
        given = rows_of.given_in(work.tx, contact, key, number)
        if given is None:
            raise RecordGone(entity="contact", id=contact.hex())
        yield given


def _call_back(work: Work, given: GivenTo, recall: bytes, values: dict[str, Value]) -> bytes | str:
    """Return the new call-back, or why there is none.

    Its id is made of the version and the caller, so that two stations make one call of it. Whoever has no name is known
    by the number, and gets no second call after being named.
    """
    dialed = phone_numbers.understood(given.number or "", work.settings.country)
    if not dialed.uri:
        return "no_number"
    if callers.never_call(work, dialed, given.caller):
        return "do_not_call"
    known_by = [derived_id("recall", recall, dialed.key or dialed.uri)]
    if given.caller is not None and given.caller_name:
        known_by.append(derived_id("recall", recall, given.caller))
    if any(callback_rows.by_id(work.tx, one) is not None for one in known_by):
        return "already"
    about: dict[str, Value] = {
        "reason": CallbackReason.RECALL.value,
        "caller": given.caller.hex() if given.caller else None,
        "inquiry": given.inquiry.hex() if given.inquiry else None,
        "contact": given.contact.hex(),
        "number": given.number,
    }
    return work.tx.add("callback", {**about, **values}, known_by[-1])
