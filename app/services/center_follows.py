"""What other centers told of an inquiry is followed here: nobody is called who asked not to be, nobody works twice.

Every station that hears of it does the same, in whatever order records come; what was done once is not done again.
"""

from app.models.inquiries import InquiryEvent, InquiryRow
from app.models.transfers import News
from app.services import callers, center_decisions, center_news
from app.services.office import Work
from app.store import inquiries as rows_of


def follow(work: Work, inquiry: bytes) -> bool:
    """Follow what was told of one inquiry, and say whether somebody must not be called since."""
    row = rows_of.by_id(work.tx, inquiry)
    if row is None or not (row.came_from or row.moved_to):
        return False
    told = center_news.told_of(work, row)
    center_decisions.follow(work, row, told)
    center_decisions.tell_both(work, row)
    new = False
    for one in told:
        if one.elsewhere.get(News.NEVER_CALL):
            new |= _never_call(work, row, one)
    if row.caller:
        callers.tell_centers(work, row.caller)
    return new


def _never_call(work: Work, row: InquiryRow, told: InquiryEvent) -> bool:
    if row.caller is None:
        return False
    by_number = told.elsewhere[News.NEVER_CALL] == "number"
    return callers.never_again_as_told(work, told, row.caller, by_number)
