"""Ending calls that we owe: with an outcome, for a person in every queue at once, and with what was promised."""

from collections.abc import Iterable

from app.models.callbacks import OWED, Callback, CallbackReason
from app.models.journal import Value
from app.services.office import View, Work
from app.store import call_scores
from app.store import callback_attempts as attempt_rows
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows
from app.store import callers as caller_rows
from app.store import campaign_cases as case_rows


def close(work: Work, callback: Callback, code: str, *, kept: bool) -> None:
    """End a call with the code of its state; a promise behind it was kept or not, an open appointment is withdrawn."""
    work.tx.put("callback", callback.id, {"closed_at": work.now.isoformat(), "closed_code": code})
    queue_rows.drop(work.tx, callback.id)
    call_scores.drop(work.tx, callback.id)
    if callback.case is not None:
        work.tx.put("campaign_case", callback.case, {"code": code, "closed_at": work.now.isoformat()})
    appointment = attempt_rows.appointment_of(work.tx, callback.id)
    if appointment is not None:
        work.tx.put("appointment", appointment.id, {"state": "withdrawn"})
    state = work.tx.state_of("callback", callback.id)
    if state.get("promise"):
        said: dict[str, Value] = {
            "promise": state["promise"],
            "state": "kept" if kept else "broken",
            "at": work.now.isoformat(),
            "by": work.person.id.hex(),
            "note": code,
        }
        work.tx.add("promise_outcome", said)


def reopen(work: Work, callback: Callback) -> None:
    """Owe a call again that had ended; what was tried stands."""
    work.tx.put("callback", callback.id, {"closed_at": None, "closed_code": None})
    if callback.case is not None:
        work.tx.put("campaign_case", callback.case, {"code": None, "closed_at": None})


def is_over(view: View, callback: Callback) -> bool:
    """Say whether the campaign of a call was stopped or has ended."""
    if callback.campaign is None:
        return False
    return case_rows.is_over(view.tx if isinstance(view, Work) else view.rows, callback.campaign)


def close_all(
    work: Work,
    numbers: Iterable[str | None],
    caller: bytes | None,
    code: str,
    *,
    promised: bool,
    but: bytes | None = None,
) -> int:
    """End every open call to a person or to these numbers, all ``but`` one, and return how many there were.

    ``promised`` False leaves promised calls to be settled with a reason by whoever made the promise.
    """
    found: dict[bytes, Callback] = {}
    for number in filter(None, numbers):
        found |= {one.id: one for one in callback_rows.open_of_number(work.tx, number)}
    if caller is not None:
        cards = caller_rows.group_of(work.tx, caller)
        found |= {one.id: one for one in callback_rows.open_of_callers(work.tx, cards)}
    return _end(
        work, (one for one in found.values() if promised or one.reason is not CallbackReason.PROMISED), code, but
    )


def close_person(work: Work, callback: Callback, person: str, code: str) -> int:
    """End every other open call to the person of a call, and return how many; others at the number are still called.

    ``person``: the key by which frames know the person ("" where none does).
    """
    return _end(work, _of_person(work, callback, person), code, callback.id)


def close_surveys(work: Work, callback: Callback, person: str, code: str, numbers: Iterable[str | None]) -> int:
    """End every other survey call to the person of a call, with questions of satisfaction to these numbers.

    Who waits for a call is called; whoever else was drawn at the number keeps to the sample.
    """
    found = [one for one in _of_person(work, callback, person) if one.reason not in OWED]
    for number in filter(None, numbers):
        known = callback_rows.open_of_number(work.tx, number)
        found += [one for one in known if one.reason is CallbackReason.SATISFACTION]
    return _end(work, found, code, callback.id)


def _of_person(work: Work, callback: Callback, person: str) -> list[Callback]:
    cards = caller_rows.group_of(work.tx, callback.caller) if callback.caller is not None else ()
    cases = callback_rows.open_of_person(work.tx, person) if person else ()
    return [*callback_rows.open_of_callers(work.tx, cards), *cases]


def _end(work: Work, calls: Iterable[Callback], code: str, but: bytes | None) -> int:
    ended = {one.id: one for one in calls if one.id != but}
    for one in ended.values():
        close(work, one, code, kept=False)
    return len(ended)
