"""Dispatch notes: what a unit that is not on the system is sent about an inquiry, with a slip to send back.

Nothing is sent from here. That a note was saved, printed or copied is written into the inquiry as a note, because what
it tells leaves the house. A caller's name and numbers stand on it only where the center's settings allow it, and where
the form asks for it, the caller too.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import CannotNow, RecordGone
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow, ReturnReason
from app.models.papers import Block, Paper, as_text
from app.models.units import Unit
from app.services import (
    access,
    calendars,
    callers,
    inquiries,
    inquiry_steps,
    letters,
    phone_numbers,
    reference,
    wording,
)
from app.services.inquiries import Detail, Wanted
from app.services.office import View, Work
from app.services.papers import exactly, said
from app.store import callers as caller_rows
from app.store import units as unit_rows

#: In which ways a note leaves the house.
WAYS = ("saved", "printed", "copied")
#: The question of a form that asks whether the unit may be told who called.
CONSENT = "identity_consent"
#: How many inquiries with the words of a number are looked at for the number itself.
_LIKELY = 20


class NotDispatched(CannotNow):
    """An inquiry was never dispatched, so there is nobody to send a note to. Facts: ``number``."""


@dataclass(frozen=True)
class DispatchNote:
    """A note ready to go: the paper, and the subject and text of an e-mail."""

    inquiry: bytes
    number: str
    unit: str
    paper: Paper
    subject: str

    @property
    def email(self) -> str:
        """Return the e-mail to copy: its subject, an empty line, its text."""
        return f"{self.subject}\n\n{as_text(self.paper)}"


def note_of(view: View, inquiry: bytes, *, language: str) -> DispatchNote:
    """Return the note of the last dispatch of an inquiry. Raises ``NotDispatched``, ``RecordGone``, ``NotAllowed``."""
    view.require(Permission.WORK_INQUIRIES)
    detail = inquiries.detail(view, inquiry)
    sent = next((one for one in reversed(detail.events) if one.kind is EventKind.DISPATCHED), None)
    if sent is None:
        raise NotDispatched(number=detail.row.number)
    code = sent.unit or detail.row.unit or ""
    unit = unit_rows.by_code(view.rows, code) or Unit(b"", code, code)
    paper = _Writing(view, language, unit).paper(detail, sent)
    due = f" – {exactly(detail.row.due_at, _zone(view), language)}" if detail.row.due_at else ""
    subject = f"[{detail.row.number}] {detail.row.summary or said('note', language)}{due}"
    return DispatchNote(inquiry, detail.row.number, _named(unit, language), paper, " ".join(subject.split()))


def numbered(view: View, number: str) -> bytes:
    """Return the id of the inquiry with this number. Raises ``RecordGone``."""
    view.require(Permission.SEE_INQUIRIES)
    wanted = number.strip()
    found = inquiries.list_page(view, Wanted(text=wanted), limit=_LIKELY).rows if wanted else ()
    row = next((one for one in found if one.number.casefold() == wanted.casefold()), None)
    if row is None:
        raise RecordGone(entity="inquiry", id=number)
    return row.id


def read(work: Work, inquiry: bytes) -> None:
    """Write into the read log that somebody has the note of an inquiry before them, where whole numbers stand on it.

    Raises ``RecordGone``, ``NotAllowed``.
    """
    work.require(Permission.WORK_INQUIRIES)
    row = inquiries.detail(work, inquiry).row
    if row.caller and work.settings.notes_with_caller and phone_numbers.are_hidden(work):
        access.revealed(work, "caller", row.caller, row.number)


def record(work: Work, note: DispatchNote, way: str, *, language: str) -> None:
    """Write into the inquiry that its note was saved, printed or copied. Raises what ``inquiry_steps.take`` raises."""
    text = said(f"note_{way}", language, unit=note.unit)
    inquiry_steps.take(work, note.inquiry, "note", note=text)


def _zone(view: View) -> ZoneInfo:
    return ZoneInfo(view.settings.time_zone)


def _named(unit: Unit, language: str) -> str:
    return unit.name if language.startswith("zh") else unit.name_en or unit.name


def _bounces(detail: Detail, sent: InquiryEvent) -> int:
    """Return how often units had given it back before this dispatch."""
    earlier = detail.events[: detail.events.index(sent)]
    return sum(1 for one in earlier if one.kind is EventKind.RETURNED)


class _Writing:
    """Writes the note of one dispatch in one language."""

    def __init__(self, view: View, language: str, unit: Unit) -> None:
        self._view, self._language, self._unit = view, language, unit

    def paper(self, detail: Detail, sent: InquiryEvent) -> Paper:
        row = detail.row
        return Paper(
            f"{self._said('note')} {row.number}",
            self._language,
            " · ".join(part for part in (self._view.settings.organization, self._view.settings.line) if part),
            self._facts(row, sent, _bounces(detail, sent)),
            (
                Block(self._said("matter"), self._matter(detail, sent)),
                Block(self._said("caller"), self._caller(detail)),
                self._slip(row),
            ),
            self._said("made", at=exactly(self._view.now, _zone(self._view), self._language)),
        )

    def _matter(self, detail: Detail, sent: InquiryEvent) -> tuple[str, ...]:
        details = letters.without_sender(detail.details or "") if self._withholds(detail) else detail.details
        return tuple(text for text in (detail.row.summary, details, sent.reason) if text)

    def _facts(self, row: InquiryRow, sent: InquiryEvent, bounces: int) -> tuple[tuple[str, str], ...]:
        unit, label = self._unit, wording.label
        ways = (unit.contact_person, unit.phone, unit.email, unit.wechat, unit.address)
        category = reference.categories().path_label(row.category, self._language) if row.category else ""
        return (
            (self._said("to"), f"{_named(unit, self._language)} ({unit.code})"),
            (self._said("leader"), unit.leader or ""),
            (self._said("reach"), " · ".join(way for way in ways if way)),
            (self._said("dispatched"), f"{self._at(sent.at)} {sent.by_name or ''}".strip()),
            (self._said("deadline"), self._deadline(row.due_at, sent.at)),
            (self._said("bounced"), f"{bounces}×" if bounces else ""),
            (self._said("urgency"), label("urgency", row.urgency.value, self._language)),
            (self._said("category"), category),
            (self._said("area"), row.area or ""),
            (self._said("received"), f"{self._at(row.opened_at)} {label('channel', row.channel, self._language)}"),
        )

    def _deadline(self, due_at: datetime | None, sent_at: datetime) -> str:
        """Return the deadline exactly and in working days after the dispatch, on the unit's own calendar."""
        if due_at is None:
            return self._said("no_deadline")
        try:
            name = self._unit.calendar or calendars.center_calendar(self._view).name
            arithmetic = calendars.working_time(self._view, name)
        except RecordGone:
            arithmetic = calendars.working_time(self._view, calendars.center_calendar(self._view).name)
        if due_at <= sent_at:
            return f"{self._at(due_at)}, {self._said('over_before')}"
        days = arithmetic.business_days(sent_at, due_at)
        words = self._said("within_days" if days > 1 else ("within_hours", "within_day")[days], days=days)
        return f"{self._at(due_at)}, {words}"

    def _withholds(self, detail: Detail) -> bool:
        return not self._view.settings.notes_with_caller or self._refuses(detail)

    def _refuses(self, detail: Detail) -> bool:
        """Say whether a form asked the caller who may be told of them, and their last yes or no is not a yes.

        Not asked is no consent; where no form has the question, the center alone decides. What another caller answered
        who came to the same inquiry says nothing of this one.
        """
        caller = detail.row.caller
        cards = caller_rows.group_of(self._view.rows, caller) if caller else {None: ()}
        own = sorted((one for one in detail.contacts if one.caller in cards), key=lambda one: one.opened_at)
        answers = [one.answers[CONSENT] for one in own if CONSENT in one.answers]
        return bool(answers) and next((one for one in reversed(answers) if one in ("yes", "no")), "no") != "yes"

    def _caller(self, detail: Detail) -> tuple[str, ...]:
        row = detail.row
        if not row.caller and not row.caller_name:
            return (self._said("anonymous"),)
        if self._withholds(detail):
            return (self._said("caller_kept"),)
        known = caller_rows.by_id(self._view.rows, row.caller) if row.caller else None
        country = self._view.settings.country
        shown = [phone_numbers.understood(one, country) for one in known.numbers] if known else []
        if any(callers.never_call(self._view, one, row.caller) for one in shown):
            return (row.caller_name or "", self._said("never_call"))
        return tuple(text for text in (row.caller_name, ", ".join(one.shown for one in shown)) if text)

    def _slip(self, row: InquiryRow) -> Block:
        reasons = "  ".join(
            f"☐\u00a0{wording.label('return_reason', one.value, self._language)}" for one in ReturnReason
        )
        names = ("slip_by", "slip_done", "slip_told", "slip_signed")
        texts = (
            self._said("slip_says", number=row.number, organization=self._view.settings.organization),
            self._said("slip_accepted"),
            f"{self._said('slip_returned')} {reasons}",
        )
        return Block(self._said("slip"), texts, blanks=tuple(self._said(name) for name in names), cut=True)

    def _at(self, at: datetime) -> str:
        return exactly(at, _zone(self._view), self._language)

    def _said(self, code: str, **facts: object) -> str:
        return said(code, self._language, **facts)
