"""Interviews: begun for a call or from paper, answered item by item, resumed where they stand, ended with their worth.

Answers are facts; going back writes another one. Where an interview stands is folded from them each time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.models.accounts import Permission
from app.models.callbacks import Callback, CallbackReason
from app.models.dispositions import BROKEN_OFF, DONE, PARTLY_DONE
from app.models.errors import FieldInvalid, FieldWrong, RecordGone
from app.models.inquiries import InquiryRow
from app.models.interview_records import ORDER, RETYPED, Asked, InterviewEnd, InterviewRow, SurveyMode, kept_code
from app.models.interviews import Completeness, Interview, final_codes, in_percent, interview
from app.models.journal import Value
from app.models.languages import asked_in, speaks
from app.models.questionnaire_answers import AnswerProblem, Given
from app.models.questionnaire_logic import SPOKEN
from app.models.questionnaires import Questionnaire
from app.models.survey_results import Answered
from app.models.texts import clean
from app.services import questionnaires
from app.services.callback_sheets import text_of
from app.services.office import View, Work
from app.services.policies import today
from app.services.reference import categories
from app.store import accounts as people
from app.store import callbacks as callback_rows
from app.store import campaign_cases as case_rows
from app.store import campaigns as campaign_rows
from app.store import inquiries as inquiry_rows
from app.store import interviews as interview_rows
from app.store import units as unit_rows
from app.store.journal import Rows

#: By which questionnaire people are asked how their inquiry was handled.
AFTER_INQUIRY = "inquiry-satisfaction"
#: The outcome of a call by what its interview is worth.
CODE_OF = {Completeness.COMPLETE: DONE, Completeness.PARTIAL: PARTLY_DONE, Completeness.BROKEN_OFF: BROKEN_OFF}
_COUNTS = frozenset({Completeness.COMPLETE.value, Completeness.PARTIAL.value})


class AnswerRefused(FieldWrong):
    """An answer cannot stand. Facts: ``field`` (the item), ``problem``, ``check`` (the rule that says so, or "")."""


@dataclass(frozen=True)
class Standing:
    """Where an interview stands: as it was begun, folded, with its answers, its last end, and what was raised."""

    row: InterviewRow
    state: Interview
    given: tuple[Given, ...]
    end: InterviewEnd | None
    flags: tuple[str, ...]

    @property
    def percent(self) -> int:
        """Return how many of the key items are answered, in percent."""
        return in_percent(self.state.key_share)

    @property
    def code(self) -> str:
        """Return the outcome of a call in which the interview ends here."""
        return CODE_OF[self.state.completeness]


def about(view: View, callback: bytes) -> Asked | None:
    """Return by what and about what the person of a call is asked, None where nothing is to be asked.

    Raises ``RecordGone``.
    """
    rows = view.rows
    call = callback_rows.by_id(rows, callback)
    if call is None:
        raise RecordGone(entity="callback", id=callback.hex())
    if call.reason is CallbackReason.SATISFACTION and call.inquiry is not None:
        return _about_inquiry(view, call, call.inquiry)
    if call.reason is CallbackReason.CAMPAIGN and call.campaign is not None and call.case is not None:
        return _about_case(view, call, call.campaign, call.case)
    return None


def _about_case(view: View, call: Callback, campaign: bytes, case_id: bytes) -> Asked | None:
    """Return by what the person of a case is asked: the version that its campaign was drawn with."""
    rows = view.rows
    facts, case = campaign_rows.by_id(rows, campaign), case_rows.case(rows, case_id)
    if facts is None or case is None or not facts.questionnaire:
        return None
    version = facts.questionnaire_version or 1
    language = _variant_of(view, call, facts.questionnaire, version)
    day = case.about.get("discharged_on") or case.about.get("visited_on") or today(view).isoformat()
    return Asked(
        facts.questionnaire,
        version,
        language=language,
        institution=case.about.get("institution") or case.stratum,
        stratum=case.stratum,
        day=day,
        campaign=campaign,
        case=case_id,
        callback=call.id,
        fields={**case.about, **_place_spoken(rows, case.about.get("institution", ""), language)},
    )


def _place_spoken(rows: Rows, code: str, language: str) -> dict[str, str]:
    """Return how an institution of the directory is called in a language, for whom it is read out to."""
    unit = unit_rows.by_code(rows, code)
    if unit is None:
        return {}
    return {f"institution{SPOKEN}": unit.called(language)}


def _about_inquiry(view: View, call: Callback, inquiry: bytes) -> Asked:
    rows = view.rows
    row = inquiry_rows.by_id(rows, inquiry)
    unit = unit_rows.by_code(rows, row.unit) if row and row.unit else None
    closed = row.closed_at if row else None
    fields = _spoken_of(view, row, unit.name if unit else "", _language(view, call)) if row else {}
    form = questionnaires.current(view, AFTER_INQUIRY)
    return Asked(
        AFTER_INQUIRY,
        form.version,
        language=_variant(view, call, form),
        institution=row.unit or "" if row else "",
        day=today(view, closed).isoformat(),
        callback=call.id,
        inquiry=inquiry,
        caller=call.caller,
        fields=fields,
    )


def _spoken_of(view: View, row: InquiryRow, unit: str, language: str) -> dict[str, str]:
    """Return what a questionnaire may say of an inquiry, in the language in which it is read out."""
    owner = people.by_id(view.rows, row.owner) if row.owner else None
    fields = {
        "summary": row.summary or "",
        "category": categories().path_label(row.category, language) if row.category else "",
        "unit": unit,
        "closed_on": today(view, row.closed_at).isoformat() if row.closed_at else "",
        "operator": owner.display if owner else "",
    }
    return {name: text for name, text in fields.items() if text}


def _language(view: View, call: Callback) -> str:
    """Return in which language the person of a call is asked: theirs where it is known, else the operator's."""
    return asked_in(call.language, view.person.language or view.settings.language)


def _variant(view: View, call: Callback, form: Questionnaire) -> str:
    """Return in which of its languages a questionnaire is read out: the dialect of the person where it has that."""
    own = next((one for one in form.languages if speaks([one], call.language)), None)
    return own or _language(view, call)


def _variant_of(view: View, call: Callback, questionnaire: str, version: int) -> str:
    """Return the same for a version that may not have come from its station yet: then as for one without dialects."""
    try:
        return _variant(view, call, questionnaires.version_of(view, questionnaire, version))
    except RecordGone:
        return _language(view, call)


def begin(work: Work, asked: Asked) -> bytes:
    """Begin an interview, or return the one of the same call that is not over: it goes on where it stands.

    Raises ``RecordGone`` for an unknown questionnaire, ``FieldInvalid`` for a day that is none.
    """
    person = work.require(Permission.TAKE_CONTACTS)
    questionnaires.version_of(work, asked.questionnaire, asked.version)
    former = _former(work.tx, asked)
    if former is not None:
        return former.id
    _check_day(asked.day)
    values: dict[str, Value] = {
        "campaign": _hex(asked.campaign),
        "case_id": _hex(asked.case),
        "callback": _hex(asked.callback),
        "inquiry": _hex(asked.inquiry),
        "finding": _hex(asked.finding),
        "caller": _hex(asked.caller),
        "questionnaire": asked.questionnaire,
        "version": asked.version,
        "mode": asked.mode.value,
        "language": asked.language or None,
        "institution": asked.institution or None,
        "stratum": asked.stratum or None,
        "day": asked.day or today(work).isoformat(),
        "fields": dict(asked.fields) or None,
        "at": text_of(work.now),
        "by": person.id.hex(),
    }
    return work.tx.add("interview", values)


def unfinished(view: View, campaign: bytes, modes: Sequence[SurveyMode]) -> list[InterviewRow]:
    """Return what whoever asks began to type in for a campaign in some modes and did not end, the newest first."""
    person = view.require(Permission.TAKE_CONTACTS)
    return interview_rows.unfinished(view.rows, campaign, modes, person.id)


def under_mode(work: Work, interview_id: bytes, mode: SurveyMode) -> bytes:
    """Keep an interview that goes on under another mode: one with its answers and its order, which is returned; the
    former counts nowhere. Raises ``RecordGone``; ``FieldInvalid`` for one that has ended, whose findings name it, and
    for a call.
    """
    work.require(Permission.TAKE_CONTACTS)
    found = _standing(work, interview_id)
    if found.end is not None or found.row.asked.callback is not None:
        raise FieldInvalid(field="mode", value=mode.value)
    if found.row.asked.mode is mode:
        return interview_id
    asked = found.row.asked
    other = begin(work, replace(asked, mode=mode, fields={**asked.fields, ORDER: found.row.order}))
    for given in found.given:  # what was taken once is not judged again, and was said when it was said
        _write(work, other, given)
    told: dict[str, Value] = {"interview": interview_id.hex(), "completeness": RETYPED, "share": 0.0, "codes": {}}
    work.tx.add("interview_end", {**told, "at": text_of(work.now), "by": work.person.id.hex()})
    return other


def _hex(row_id: bytes | None) -> str | None:
    return row_id.hex() if row_id is not None else None


def _former(rows: Rows, asked: Asked) -> InterviewRow | None:
    if asked.callback is not None:
        return interview_rows.of_callback(rows, asked.callback)
    return interview_rows.of_case(rows, asked.case, asked.mode) if asked.case is not None else None


def _check_day(day: str) -> None:
    try:
        if day and datetime.fromisoformat(day).date().isoformat() != day:
            raise ValueError
    except ValueError:
        raise FieldInvalid(field="day", value=day) from None


def standing(view: View, interview_id: bytes) -> Standing:
    """Return where an interview stands. Raises ``RecordGone``."""
    view.require(Permission.SEE_INQUIRIES)
    return _standing(view, interview_id)


def _standing(view: View, interview_id: bytes) -> Standing:
    rows = view.rows
    row = interview_rows.by_id(rows, interview_id)
    if row is None:
        raise RecordGone(entity="interview", id=interview_id.hex())
    given = interview_rows.answers_of(rows, interview_id)
    flags = tuple(code for code, _ in interview_rows.flags_of(rows, interview_id))
    return Standing(row, fold(view, row, given), tuple(given), interview_rows.end_of(rows, interview_id), flags)


def fold(view: View, row: InterviewRow, given: Iterable[Given]) -> Interview:
    """Return where an interview stands after these answers."""
    asked = row.asked
    questionnaire = questionnaires.version_of(view, asked.questionnaire, asked.version)
    return interview(questionnaire, given, asked.fields, case=row.order)


def in_call(view: View, callback: bytes) -> Standing | None:
    """Return the interview that was begun in a call that we owe, None before it began."""
    view.require(Permission.TAKE_CONTACTS)
    row = interview_rows.of_callback(view.rows, callback)
    return _standing(view, row.id) if row is not None else None


def answer(work: Work, interview_id: bytes, given: Given) -> Standing:
    """Keep one answer and return where the interview stands now. Raises ``RecordGone``, ``AnswerRefused``."""
    work.require(Permission.TAKE_CONTACTS)
    before = _standing(work, interview_id)
    given = _cleaned(given)
    after = fold(work, before.row, [*before.given, given])
    if after.trouble is not None and after.current is not None and after.current.id == given.item:
        raise AnswerRefused(field=given.item, problem=after.trouble.problem.value, check=after.trouble.check)
    if given.item not in after.asked:
        raise AnswerRefused(field=given.item, problem=AnswerProblem.NOT_TAKEN.value, check="")
    _write(work, interview_id, given)
    return _standing(work, interview_id)


def _write(work: Work, interview_id: bytes, given: Given) -> None:
    values: dict[str, Value] = {
        "interview": interview_id.hex(),
        "seq": interview_rows.next_seq(work.tx, interview_id),
        "item": given.item,
        "value": given.value,
        "reserved": given.reserved.value if given.reserved else None,
        "reason": given.reason or None,
        "reason_code": given.reason_code or None,
        "confirmed": 1 if given.confirmed or given.looked else None,
        "at": text_of(given.at or work.now),
        "by": work.person.id.hex(),
    }
    work.tx.add("answer", values)


def _cleaned(given: Given) -> Given:
    value = clean(given.value) if isinstance(given.value, str) else given.value
    return replace(given, value=value, reason=clean(given.reason) or "")


def end(work: Work, interview_id: bytes) -> Standing:
    """Say what an interview is worth where it stands; saying so again later counts instead. Raises ``RecordGone``."""
    work.require(Permission.TAKE_CONTACTS)
    found = _standing(work, interview_id)
    values: dict[str, Value] = {
        "interview": interview_id.hex(),
        "completeness": found.state.completeness.value,
        "share": found.state.key_share,
        "codes": {name: kept_code(one) for name, one in final_codes(found.state).items()},
        "at": text_of(work.now),
        "by": work.person.id.hex(),
    }
    work.tx.add("interview_end", values)
    return _standing(work, interview_id)


def counted(
    view: View,
    campaign: bytes | None,
    period: tuple[str, str] = ("", "9999-12-31"),
    *,
    questionnaire: str = AFTER_INQUIRY,
    mode: SurveyMode = SurveyMode.TELEPHONE,
) -> list[Answered]:
    """Return what the interviews that count have said. ``period`` is the first and last day (ISO dates) as in ``best``.

    ``campaign`` None asks for those of ``questionnaire`` outside of campaigns.
    """
    return answers_of(best(view, campaign, period, questionnaire=questionnaire, mode=mode))


def answers_of(found: Iterable[tuple[InterviewRow, InterviewEnd]]) -> list[Answered]:
    """Return what interviews have said, as figures look at it."""
    return [Answered(one.asked.institution, one.asked.stratum, ended.codes, day=one.asked.day) for one, ended in found]


def best(
    view: View, campaign: bytes | None, period: tuple[str, str], *, questionnaire: str, mode: SurveyMode
) -> list[tuple[InterviewRow, InterviewEnd]]:
    """Return the interviews that count in results: complete or partial, of one mode, one for each case or call.

    ``period`` is of the stay, visit or closing. Where two stations asked one person, the fuller interview counts.
    """
    view.require(Permission.SEE_INQUIRIES)
    return fullest(interview_rows.ended(view.rows, (campaign, questionnaire), period, mode))


def fullest(ended_ones: Iterable[tuple[InterviewRow, InterviewEnd]]) -> list[tuple[InterviewRow, InterviewEnd]]:
    """Return those that count of interviews that are over, one for each case or call."""
    found: dict[bytes, tuple[InterviewRow, InterviewEnd]] = {}
    for row, ended in ended_ones:
        key = row.asked.case or row.asked.callback or row.id
        if ended.completeness in _COUNTS and (key not in found or found[key][1].share < ended.share):
            found[key] = (row, ended)
    return list(found.values())
