"""The end of a call in which somebody was interviewed: what it is worth, what it sets off, and how the call ended."""

from dataclasses import dataclass, replace

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.interview_records import Asked
from app.models.interviews import Interview, interview
from app.models.questionnaire_answers import Given
from app.models.questionnaires import NO, ItemKind
from app.services import callback_attempts, callbacks, interview_cases, interviews, questionnaires
from app.services.callback_attempts import Ended, Outcome
from app.services.callback_sheets import Sheet
from app.services.interviews import Standing
from app.services.office import View, Work
from app.store import callback_attempts as attempt_rows

#: Outcomes that tell how much was answered: complete, partial, broken off with and without a time to go on.
WITH_SHARE = frozenset({"110", "120", "130", "131"})
#: A person who says no to the first question of an interview declines it.
DECLINED = "231"
#: Who says no to a check question, which insists on its answer, was never there. That is no break-off, which counts as
#: a refusal: nothing was to be asked (AAPOR 4.70).
DENIED = "401"


@dataclass(frozen=True)
class InterviewEnded:
    """How the call ended, and the findings that the answers opened."""

    call: Ended
    findings: tuple[bytes, ...]


@dataclass(frozen=True)
class Prepared:
    """What is asked in a call, and where its interview stands; None before the first answer."""

    asked: Asked
    empty: Interview
    found: Standing | None
    language: str

    @property
    def state(self) -> Interview:
        """Return where the interview stands."""
        return self.found.state if self.found is not None else self.empty


@dataclass(frozen=True)
class OpenSurvey:
    """A survey that the person of a number is to be asked: the call, who it is, and whether the interview has begun."""

    typed: str
    callback: bytes
    name: str
    begun: bool


def open_for(view: View, typed: str) -> OpenSurvey | None:
    """Return the survey that is open for whoever calls from a number, one that has begun first; None without one."""
    found = [
        OpenSurvey(typed, one.callback.id, name_of(one), _has_begun(view, one.callback.id))
        for one in callbacks.inbound(view, typed)
        if one.is_survey and interviews.about(view, one.callback.id) is not None
    ]
    return next((one for one in found if one.begun), next(iter(found), None))


def name_of(sheet: Sheet) -> str:
    """Return who is to be asked: of the case, else the caller; "" where nobody knows."""
    return sheet.case.name if sheet.case else sheet.callback.caller_name or ""


def _has_begun(view: View, callback: bytes) -> bool:
    found = interviews.in_call(view, callback)
    return found is not None and bool(found.given)


def prepared(view: View, callback: bytes) -> Prepared | None:
    """Return what is asked in a call, None where nothing is. Raises ``RecordGone``."""
    found = interviews.in_call(view, callback)
    asked = found.row.asked if found is not None else interviews.about(view, callback)
    if asked is None:
        return None
    whole = questionnaires.version_of(view, asked.questionnaire, asked.version)
    return Prepared(asked, interview(whole, (), asked.fields), found, asked.language or view.settings.language)


def answer(work: Work, asked: Asked, given: Given) -> Standing:
    """Keep an answer; the first one begins the interview. Raises what ``interviews.answer`` raises."""
    return interviews.answer(work, interviews.begin(work, asked), given)


def raise_flag(work: Work, asked: Asked, code: str, note: str) -> tuple[Standing, str]:
    """Open an inquiry for what is raised in a call, and return where the interview stands and the inquiry's number.

    Raises what ``interview_cases.raise_flag`` raises.
    """
    begun = interviews.begin(work, asked)
    opened = interview_cases.raise_flag(work, begun, code, note)
    return interviews.standing(work, begun), opened.number or ""


def suggested(found: Standing) -> str:
    """Return the outcome of a call whose interview ends here."""
    item = found.state.questionnaire.item(found.state.ended_by) if found.state.ended_by else None
    if item is not None and item.kind is ItemKind.CONSENT and item.gate and found.state.coded.get(item.id) == NO:
        return DECLINED
    if item is not None and item.kind is ItemKind.YES_NO and found.state.coded.get(item.id) == NO:
        return DENIED if item.insist and found.state.key_share == 0 else found.code
    return found.code


def finish(work: Work, attempt: bytes, interview_id: bytes | None, outcome: Outcome) -> InterviewEnded:
    """End an interview and its call in one go: worth, findings, then how the call ended.

    ``interview_id`` None: nothing was answered, or nothing is asked in this call. Raises ``RecordGone``
    and what ``callback_attempts.finish`` raises.
    """
    work.require(Permission.TAKE_CONTACTS)
    if interview_id is None:
        unasked = _with_nothing_answered(work, attempt, outcome)
        return InterviewEnded(callback_attempts.finish(work, attempt, unasked), ())
    found = interviews.end(work, interview_id)
    new = interview_cases.follow(work, found)
    raised = interview_cases.remember_raised(work, interview_id)
    told = replace(
        outcome,
        percent=found.percent if outcome.code in WITH_SHARE else outcome.percent,
        flags=tuple(dict.fromkeys((*outcome.flags, *raised))),
        confirmed=outcome.confirmed or found.state.key_share > 0,
    )
    return InterviewEnded(callback_attempts.finish(work, attempt, told), tuple(new))


def _with_nothing_answered(work: Work, attempt: bytes, outcome: Outcome) -> Outcome:
    """Let the outcome of a call in which questions were to be asked say that none was answered."""
    row = attempt_rows.by_id(work.tx, attempt)
    if row is None:
        raise RecordGone(entity="attempt", id=attempt.hex())
    asks = outcome.code in WITH_SHARE and interviews.about(work, row.callback) is not None
    return replace(outcome, percent=0) if asks else outcome


def close(work: Work, interview_id: bytes) -> tuple[Standing, tuple[bytes, ...]]:
    """End an interview that was taken from paper or face to face: worth and findings. Raises ``RecordGone``."""
    work.require(Permission.TAKE_CONTACTS)
    found = interviews.end(work, interview_id)
    return found, tuple(interview_cases.follow(work, found))
