"""What a person writes into a document before printing: kept on this station until it is made anew."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission, Person
from app.models.papers import as_html
from app.models.periods import Stretch
from app.services import reports
from app.services.office import View, Work
from app.services.reports import Report
from app.store import report_drafts as rows_of


@dataclass(frozen=True)
class Draft:
    """A document as it was edited. ``at``: when last, in the center's time."""

    at: datetime
    html: str


@dataclass(frozen=True)
class Shown:
    """A document as the figures are now, as HTML too, and as this person edited it before (None: not at all)."""

    report: Report
    html: str
    draft: Draft | None


def shown(
    view: View, kind: str, stretch: Stretch, *, language: str, told: Callable[[int, int], None] | None = None
) -> Shown:
    """Make a document and look whether this person edited it. Raises as ``reports.make`` does."""
    report = reports.make(view, kind, stretch, language=language, told=told)
    return Shown(report, as_html(report.paper), kept(view, kind, str(stretch), language))


def kept(view: View, kind: str, period: str, language: str) -> Draft | None:
    """Return how this person edited a document on this station; None where they did not. Raises ``NotAllowed``."""
    person = view.require(Permission.SUPERVISE_INQUIRIES)
    found = rows_of.read(view.rows, _key(person, kind, period, language))
    return Draft(found[0].astimezone(ZoneInfo(view.settings.time_zone)), found[1]) if found else None


def keep(work: Work, *, kind: str, period: str, language: str, html: str) -> None:
    """Keep a document as this person edited it. Raises ``NotAllowed``."""
    person = work.require(Permission.SUPERVISE_INQUIRIES)
    rows_of.write(work.tx, _key(person, kind, period, language), work.now, html)


def drop(work: Work, *, kind: str, period: str, language: str) -> None:
    """Forget what this person edited, so that the document is as it is made. Raises ``NotAllowed``."""
    person = work.require(Permission.SUPERVISE_INQUIRIES)
    rows_of.drop(work.tx, _key(person, kind, period, language))


def _key(person: Person, kind: str, period: str, language: str) -> str:
    return f"{person.id.hex()}/{kind}/{period}/{language}"
