"""Survey calls in a language that nobody speaks: they end by rule with their outcome (243), and come back by rule.

"Temporary where a speaker exists, else final": a call that names a language ends where no operator's account says that
its person speaks it, and is called again as soon as one does, while its field period lasts. A promised call is never
ended so: somebody waits for it, and a supervisor decides. A campaign that says that somebody speaks the dialect waits.
"""

from app.models.accounts import Permission
from app.models.attempts import CaseStatus
from app.models.dispositions import DIALECT
from app.models.languages import speaks
from app.models.retry_rules import Hindrance
from app.services import callback_closing, callback_queue, callback_sheets, callers
from app.services.callback_sheets import Sheet
from app.services.office import View, Work
from app.store import accounts
from app.store import callbacks as callback_rows

_OVER = (Hindrance.ATTEMPTS_USED, Hindrance.FIELD_OVER, Hindrance.OUTCOME_MISSING)


def is_spoken(view: View, language: str) -> bool:
    """Say whether somebody who may call speaks a language."""
    people = accounts.everyone(view.rows)
    able = (one for one in people if one.may(Permission.TAKE_CONTACTS) and not one.is_gone(view.now))
    return any(speaks(one.speaks, language) for one in able)


def ends(view: View, sheet: Sheet) -> bool:
    """Say whether a call ends because nobody speaks what its last outcome named."""
    return bool(sheet.is_survey and _waits(sheet, sheet.status) and not is_spoken(view, sheet.language))


def _waits(sheet: Sheet, status: CaseStatus) -> bool:
    """Say whether a call waits for a language by an outcome that named it."""
    trusted = sheet.campaign is not None and sheet.campaign.dialect
    named = bool(status.code) and sheet.judge.table[status.code].open_if == DIALECT
    return named and bool(sheet.language) and not status.final and not trusted and sheet.appointment is None


def settle(work: Work) -> tuple[int, int]:
    """End what nobody speaks any more, take back what somebody speaks now; return how many of each.

    Each station does it for the calls that it makes itself. For services that have checked who asks.
    """
    rows = work.rows
    lost = [one for one, _ in callback_rows.count_by_language(rows, None) if not is_spoken(work, one)]
    ended = [_end(work, one) for word in lost for one in callback_rows.open_in_language(rows, word)]
    known = {word: is_spoken(work, word) for _, word in callback_rows.unspoken(rows)}
    back = [_take_back(work, one) for one, word in callback_rows.unspoken(rows) if known[word]]
    return sum(ended), sum(back)


def _end(work: Work, callback: bytes) -> bool:
    sheet = callback_sheets.of_row(work, callback)
    if sheet is None or not (ends(work, sheet) and callback_sheets.is_ours(work, sheet)):
        return False
    callback_closing.close(work, sheet.callback, sheet.status.code, kept=False)
    return True


def _take_back(work: Work, callback: bytes) -> bool:
    """Call somebody again whose call had ended, unless its time is over or the person asked never to be called."""
    sheet = callback_sheets.of_row(work, callback)
    if sheet is None or not (sheet.is_survey and _waits(sheet, sheet.status) and callback_sheets.is_ours(work, sheet)):
        return False
    against = {one.why for one in sheet.judge.refusals(work.now, sheet.situation)}
    refused = callers.never_call(work, sheet.number, sheet.callback.caller, sheet.person)
    if refused or not against.isdisjoint(_OVER) or callback_closing.is_over(work, sheet.callback):
        return False
    callback_closing.reopen(work, sheet.callback)
    callback_queue.refresh(work, callback)
    return True
