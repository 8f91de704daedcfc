"""Merging: two inquiries about one matter become one by a pointer, which can be taken away again.

Nothing is copied or moved. What shows an inquiry (its page, the caller's card, calls that we owe) follows the pointer,
and so does a contact that is added later; taken apart, each has again what is its own, in the state that it was in.
"""

from app.models.accounts import Permission
from app.models.errors import MergedElsewhere, MergeIntoItself, MergeTargetDone, OthersMergedHere
from app.models.inquiries import DONE
from app.services.inquiry_steps import standing, take
from app.services.office import Work
from app.store import inquiries as rows_of


def merge(work: Work, inquiry: bytes, into: bytes, reason: str | None = None) -> str:
    """Merge an inquiry into another one and return the number of the one that stands.

    Pointers never form a chain or a circle. Raises ``MergeIntoItself``, ``MergedElsewhere``, ``OthersMergedHere``,
    ``MergeTargetDone`` and what ``inquiry_steps.take`` raises.
    """
    work.require(Permission.WORK_INQUIRIES)
    row, target = standing(work, inquiry), standing(work, into)
    if inquiry == into:
        raise MergeIntoItself(number=row.number)
    if target.merged_into is not None:
        there = rows_of.by_id(work.tx, rows_of.followed(work.tx, into))
        raise MergedElsewhere(number=target.number, into=there.number if there else "")
    if others := rows_of.merged_into(work.tx, inquiry):
        raise OthersMergedHere(number=row.number, count=len(others))
    if target.state in DONE:
        raise MergeTargetDone(number=target.number)
    take(work, inquiry, "merge", reason=reason)
    work.tx.put("inquiry", inquiry, {"merged_into": into.hex()})
    return target.number


def take_apart(work: Work, inquiry: bytes, reason: str | None = None) -> str:
    """Let a merged inquiry stand for itself again, in the state in which it was; return its number.

    What was added to the other one meanwhile stays there. Raises what ``inquiry_steps.take`` raises.
    """
    work.require(Permission.WORK_INQUIRIES)
    row = standing(work, inquiry)
    take(work, inquiry, "separate", reason=reason)
    work.tx.put("inquiry", inquiry, {"merged_into": None})
    return row.number
