"""The end of a call in which somebody was interviewed: what it is worth, what it sets off, and how the call ended."""

from dataclasses import dataclass, replace

from app.models.accounts import Permission
from app.models.questionnaires import NO, ItemKind
from app.services import callback_attempts, interview_cases, interviews
from app.services.callback_attempts import Ended, Outcome
from app.services.interviews import Standing
from app.services.office import Work

#: Outcomes that tell how much was answered: complete, partial, broken off with and without a time to go on.
WITH_SHARE = frozenset({"110", "120", "130", "131"})
#: A person who says no to the first question of an interview declines it.
DECLINED = "231"


@dataclass(frozen=True)
class InterviewEnded:
    """How the call ended, and the findings that the answers opened."""

    call: Ended
    findings: tuple[bytes, ...]


def suggested(found: Standing) -> str:
    """Return the outcome of a call whose interview ends here."""
    item = found.state.questionnaire.item(found.state.ended_by) if found.state.ended_by else None
    if item is not None and item.kind is ItemKind.CONSENT and item.gate and found.state.coded.get(item.id) == NO:
        return DECLINED
    return found.code


def finish(work: Work, attempt: bytes, interview: bytes, outcome: Outcome) -> InterviewEnded:
    """End an interview and its call in one go: worth, findings, then how the call ended.

    Raises ``RecordGone`` and what ``callback_attempts.finish`` raises.
    """
    work.require(Permission.TAKE_CONTACTS)
    found = interviews.end(work, interview)
    new = interview_cases.follow(work, found)
    raised = interview_cases.remember_raised(work, interview)
    told = replace(
        outcome,
        percent=found.percent if outcome.code in WITH_SHARE else outcome.percent,
        flags=tuple(dict.fromkeys((*outcome.flags, *raised))),
        confirmed=outcome.confirmed or found.state.key_share > 0,
    )
    return InterviewEnded(callback_attempts.finish(work, attempt, told), tuple(new))


def close(work: Work, interview: bytes) -> tuple[Standing, tuple[bytes, ...]]:
    """End an interview that was taken from paper or face to face: worth and findings. Raises ``RecordGone``."""
    work.require(Permission.TAKE_CONTACTS)
    found = interviews.end(work, interview)
    return found, tuple(interview_cases.follow(work, found))
