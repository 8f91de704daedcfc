"""What an interview sets off: findings by its rules, and inquiries at once for an urgent matter or a complaint.

Without consent a finding is opened too, and nothing on it leads back to the person.
"""

from app.models.accounts import Permission
from app.models.contacts import Channel, ContactDraft, Finalized
from app.models.errors import FieldInvalid, FieldMissing, RecordGone
from app.models.findings import FindingSource
from app.models.ids import derived_id
from app.models.inquiries import Urgency
from app.models.interview_records import SurveyMode
from app.models.interviews import Fired, fired
from app.models.journal import Value
from app.models.questionnaire_answers import Given
from app.models.questionnaire_logic import said
from app.models.questionnaires import Item, Severity, every_condition, in_language
from app.models.texts import clean
from app.services import contacts, findings, interviews
from app.services.callback_sheets import text_of
from app.services.findings import NewFinding
from app.services.interviews import Standing
from app.services.office import Work
from app.store import callbacks as callback_rows
from app.store import findings as finding_rows
from app.store import interviews as interview_rows

URGENT, COMPLAINT = "501", "502"
#: Under what a matter stands that was raised in an interview, and how urgent it is.
_RAISED = {URGENT: ("help.urgent", Urgency.CRITICAL), COMPLAINT: ("complaint.provider", Urgency.HIGH)}
_CHANNELS = {SurveyMode.TELEPHONE: Channel.PHONE_OUT, SurveyMode.FACE_TO_FACE: Channel.WALK_IN}


def raise_flag(work: Work, interview: bytes, code: str, note: str) -> Finalized:
    """Open an inquiry for what was raised in an interview (501 urgent, 502 complaint); the interview may go on.

    Raises ``FieldInvalid`` for another code, ``FieldMissing`` without a word on what it is about, ``RecordGone``.
    """
    work.require(Permission.TAKE_CONTACTS)
    if code not in _RAISED:
        raise FieldInvalid(field="flags", value=code)
    told = clean(note)
    if not told:
        raise FieldMissing(field="note")
    found = interviews.standing(work, interview)
    category, urgency = _RAISED[code]
    draft = _draft(work, found, category, urgency, told, named=True)
    opened = contacts.record_matter(work, draft)
    _keep_flag(work, interview, code, told, opened.inquiry)
    return opened


def _keep_flag(work: Work, interview: bytes, code: str, note: str, inquiry: bytes | None) -> None:
    values: dict[str, Value] = {
        "interview": interview.hex(),
        "code": code,
        "inquiry": inquiry.hex() if inquiry else None,
        "note": note,
        "at": text_of(work.now),
        "by": work.person.id.hex(),
    }
    work.tx.add("interview_flag", values)


def _draft(work: Work, found: Standing, category: str, urgency: Urgency, text: str, *, named: bool) -> ContactDraft:
    asked = found.row.asked
    call = callback_rows.by_id(work.tx, asked.callback) if asked.callback else None
    line = text.splitlines()[0]
    return ContactDraft(
        id=work.tx.new_id(),
        opened_at=work.now,
        channel=_CHANNELS.get(asked.mode, Channel.LETTER),
        number=call.number if call and named else None,
        caller=(asked.caller or (call.caller if call else None)) if named else None,
        category=category,
        unit=asked.institution or None,
        urgency=urgency,
        summary=line[:120],
        details=text,
        add_to=asked.inquiry,
        form=work.settings.form,
    )


def must_raise(found: Standing) -> bool:
    """Say whether an answer tells of something urgent for the person's health that nobody has raised yet."""
    urgent = any(one.trigger.category == _RAISED[URGENT][0] for one in fired(found.state))
    return urgent and URGENT not in found.flags


def follow(work: Work, found: Standing) -> list[bytes]:
    """Open a finding for every rule that the answers set off, once for each; an urgent one opens an inquiry too, unless
    the same matter was raised as one before.

    Whoever agreed to be named after the finding was opened is named on it from then on. Return the new findings.
    """
    new: list[bytes] = []
    for one in fired(found.state):
        finding = derived_id("finding", found.row.id, one.trigger.id)
        former = finding_rows.by_id(work.tx, finding)
        if former is not None:
            work.tx.put("finding", finding, {"named": 1 if one.named else 0})
            continue
        new.append(_open(work, found, one, finding))
    return new


def _open(work: Work, found: Standing, one: Fired, finding: bytes) -> bytes:
    asked = found.row.asked
    title, note = title_of(found, one), note_of(found, one)
    urgent = one.trigger.severity is Severity.URGENT
    raised = _raised(work, found, one.trigger.category) if urgent else None
    inquiry = raised or asked.inquiry
    if urgent and raised is None:
        text = "\n".join(part for part in (title, note if one.named else "") if part)
        draft = _draft(work, found, one.trigger.category, Urgency.HIGH, text, named=one.named)
        inquiry = contacts.record_matter(work, draft).inquiry
    new = NewFinding(
        title,
        one.trigger.category,
        asked.institution,
        one.trigger.severity,
        FindingSource.INTERVIEW,
        one.trigger.id,
        found.row.id,
        inquiry,
        asked.case,
        asked.caller,
        one.named,
        one.trigger.due,
        note,
    )
    return findings.write(work, new, finding)


def _raised(work: Work, found: Standing, category: str) -> bytes | None:
    """Return the inquiry of the same matter that was raised in the interview; another matter is none.

    One matter is one inquiry with one set of due times, whether the operator raised it, a rule found it, or both.
    """
    flags = interview_rows.flags_of(work.tx, found.row.id)
    return next((inquiry for code, inquiry in flags if code in _RAISED and _RAISED[code][0] == category), None)


def _subjects(found: Standing, one: Fired) -> list[tuple[Item, Given]]:
    """Return the items that a rule looks at, each with the answer that counts."""
    latest = {given.item: given for given in found.given}
    names = dict.fromkeys(part.subject for part in every_condition(one.trigger.when) if part.subject)
    items = (found.state.questionnaire.item(name) for name in names)
    return [(item, latest[item.id]) for item in items if item is not None and item.id in latest]


def title_of(found: Standing, one: Fired) -> str:
    """Return what a finding is about in the words of the questionnaire; nothing that the person said freely."""
    language = found.row.asked.language
    parts: list[str] = []
    for item, given in _subjects(found, one):
        option = item.option(str(given.value))
        reasons = item.why.categories if item.why else ()
        reason = next((each for each in reasons if each.code == given.reason_code), None)
        words = [in_language(each.text, language) for each in (option, reason) if each is not None]
        parts.append(f"{said(item.text, found.state.around, language)} {' – '.join(words)}".strip())
    return "; ".join(parts) or one.trigger.id


def note_of(found: Standing, one: Fired) -> str:
    """Return what the person said freely to the items of a rule; it stays in the house."""
    said_freely = [
        text
        for item, given in _subjects(found, one)
        for text in (given.reason, str(given.value) if not item.options and given.value else "")
        if text
    ]
    return "\n".join(said_freely)


def remember_raised(work: Work, interview: bytes) -> tuple[str, ...]:
    """Return the codes of what was raised in an interview. Raises ``RecordGone``."""
    if interview_rows.by_id(work.tx, interview) is None:
        raise RecordGone(entity="interview", id=interview.hex())
    return tuple(dict.fromkeys(code for code, _ in interview_rows.flags_of(work.tx, interview)))
