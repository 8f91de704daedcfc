"""The questions that only the intake pane asks: several answers of the services in one visit to the database."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.models.categories import CategoryTree
from app.models.contacts import Amendment, ContactDraft, ContactRow, Referral
from app.models.duplicates import Hint, Matter
from app.models.errors import CannotNow, RecordGone
from app.models.forms import Form
from app.models.inquiries import InquiryRow
from app.models.settings import Settings
from app.models.working_time import DueOutOfReach
from app.services import calendars, clocks, contacts, inquiries, reference
from app.services.clocks import Proposal
from app.services.office import View
from app.services.reference import Forms


@dataclass(frozen=True)
class Desk:
    """What every conversation of this window stands on. ``form`` is None where the line's form cannot be read.

    ``passed_over`` is a version of it above that one that cannot be read here, and why; ``forms`` are all of them.
    """

    settings: Settings
    zone: ZoneInfo
    tree: CategoryTree
    form: Form | None
    forms: Forms
    passed_over: tuple[int, CannotNow] | None = None

    @property
    def asks_newest(self) -> bool:
        """Whether the newest version of the line's form is asked."""
        return self.form is not None and self.passed_over is None


@dataclass(frozen=True)
class PastContact:
    """A finalized contact with the form version that it was taken with, None where that is not known here."""

    row: ContactRow
    form: Form | None
    referral: Referral | None = None
    amendments: tuple[Amendment, ...] = ()


@dataclass(frozen=True)
class Proposed:
    """When a matter is due by the policies, None where nothing is promised, and for which conversation.

    ``next_on`` is the center's next working day, None where its calendar never opens again.
    """

    generation: int
    proposal: Proposal | None
    next_on: date | None = None


@dataclass(frozen=True)
class Asked:
    """A matter as it was typed, in the conversation of this number (``ConversationState.generation``)."""

    generation: int
    matter: Matter


@dataclass(frozen=True)
class Hinted:
    """What may be the same as a matter; it says what was asked, so that a late answer can be told."""

    asked: Asked
    hints: tuple[Hint, ...]


def due_proposal(view: View, draft: ContactDraft, generation: int) -> Proposed:
    """Return when the matter of a draft is due by the policies that count for it."""
    return Proposed(generation, clocks.promised_for(view, draft), _next_working_day(view))


def _next_working_day(view: View) -> date | None:
    zone = ZoneInfo(view.settings.time_zone)
    tomorrow = datetime.combine(view.now.astimezone(zone).date() + timedelta(days=1), time(), zone)
    try:
        center = calendars.working_time(view, calendars.center_calendar(view).name)
        return center.next_opening(tomorrow).astimezone(zone).date()
    except DueOutOfReach:
        return None


def desk(view: View) -> Desk:
    """Return settings, zone, category tree and the newest form of the line that can be read."""
    known, found = view.settings, reference.forms(view)
    newest, above = found.newest(known.form), found.passed_over(known.form)
    return Desk(known, ZoneInfo(known.time_zone), reference.categories(), newest, found, above)


def form_of(view: View, form_id: str, version: int | None) -> Form | None:
    """Return a form, the newest one without a version, or None where it is not known here."""
    try:
        return reference.intake_form(view, form_id, version)
    except RecordGone:
        return None


def now(view: View) -> datetime:
    """Return the time of the office's clock, aware."""
    return view.now


def advice(view: View, *, text: str, category: str, area: str, channel: str, caller: str) -> Any:
    """Return where a matter goes (``services.routing.Advice``)."""
    from app.models.routing_rules import Facts
    from app.services import routing  # brings the library with it, which no start waits for

    return routing.explain(view, Facts(text, channel, category, area, caller))


def due_at(view: View, due: str) -> datetime:
    """Return when something that may take so long is due."""
    from app.services import routing

    return routing.due_at(view, due)


def past_contact(view: View, contact: bytes) -> PastContact:
    """Return a finalized contact to read. Raises ``RecordGone``."""
    row = contacts.one(view, contact)
    form = form_of(view, row.form, row.form_version) if row.form else None
    return PastContact(row, form, contacts.referral(view, contact), contacts.amendments(view, contact))


def promised_on(view: View, callback: bytes) -> InquiryRow | None:
    """Return the inquiry that a call was promised on, None where there is none."""
    owed = inquiries.owed(view, callback)
    return inquiries.detail(view, owed.inquiry).row if owed is not None and owed.inquiry is not None else None


def hints(view: View, asked: Asked) -> Hinted:
    """Return what may be the same matter."""
    from app.services import duplicates  # first needed when somebody has typed something

    return Hinted(asked, duplicates.hints(view, asked.matter))


def inquiry_row(view: View, inquiry: bytes) -> InquiryRow:
    """Return one inquiry's line. Raises ``RecordGone``."""
    return inquiries.detail(view, inquiry).row
