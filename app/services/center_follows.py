"""What other centers told of an inquiry is followed here: nobody is called who asked not to be, nobody works twice.

Every station that hears of it does the same, in whatever order records come; what was done once is not done again.
"""

from app.models.inquiries import InquiryEvent, InquiryRow, State
from app.models.inquiry_steps import UNANSWERED
from app.models.transfers import News
from app.services import callers, center_news
from app.services.inquiry_steps import text_of
from app.services.office import Work
from app.store import elsewhere
from app.store import inquiries as rows_of
from app.store.journal import records_of


def follow(work: Work, inquiry: bytes) -> bool:
    """Follow what was told of one inquiry, and say whether somebody must not be called since."""
    row = rows_of.by_id(work.tx, inquiry)
    if row is None or not (row.came_from or row.moved_to):
        return False
    told = center_news.told_of(work, row)
    for one in told:
        if one.elsewhere.get(News.TAKEN_OVER) and one.elsewhere["center"] == row.came_from:
            _give_up(work, row, one)
    center_news.tell_both(work, row)
    new = False
    for one in told:
        if one.elsewhere.get(News.NEVER_CALL):
            new |= _never_call(work, row, one)
    if row.caller:
        callers.tell_centers(work, row.caller)
    return new


def _give_up(work: Work, row: InquiryRow, told: InquiryEvent) -> None:
    """Close what another center has taken over, unless it is answered already; once, so that it can be reopened.

    Where it was sent on from here, the center that has it is told.
    """
    for center in elsewhere.went_to(work.tx, row.id):
        center_news.tell_taken_over(work, row, center, str(told.elsewhere[News.TAKEN_OVER]), told.id)
    at = text_of(told.at)
    if row.state in UNANSWERED and all(one.values.get("closed_at") != at for one in records_of(work.tx, row.id)):
        work.tx.put("inquiry", row.id, {"state": State.CANCELLED.value, "closed_at": at})


def _never_call(work: Work, row: InquiryRow, told: InquiryEvent) -> bool:
    if row.caller is None:
        return False
    by_number = told.elsewhere[News.NEVER_CALL] == "number"
    return callers.never_again_as_told(work, told.id, row.caller, told.at, str(told.elsewhere["center"]), by_number)
