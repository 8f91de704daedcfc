"""The desk of quality review: which contacts are to be looked at and why, and one contact as it is scored."""

from dataclasses import dataclass
from datetime import datetime

from app.models.accounts import Permission
from app.models.contacts import ContactRow, GivenScript
from app.models.drill_items import said_in
from app.models.errors import RecordGone
from app.models.evaluations import Appeal, Evaluation, ReviewReason, score, standing
from app.services import evaluations
from app.services.drill_items import script_of
from app.services.evaluations import MONTH, REACH
from app.services.office import View
from app.store import accounts as people_rows
from app.store import contacts as contact_rows
from app.store import evaluations as rows_of

#: So many contacts a month are scored by two evaluators.
DOUBLE = 4


@dataclass(frozen=True)
class ReviewLine:
    """One contact to be looked at, why, whose it is; ``evaluation`` is the one that is there already."""

    contact: bytes
    reason: ReviewReason
    operator: str
    at: datetime
    summary: str
    evaluation: Evaluation | None = None

    @property
    def score(self) -> float | None:
        """Return the score that stands, None without one."""
        return score(*standing(self.evaluation)) if self.evaluation else None


@dataclass(frozen=True)
class GivenPoint:
    """A key point of a script that was given in a contact, and whether it was ticked."""

    script: str
    title: str
    point: str
    text: str
    ticked: bool
    critical: bool


@dataclass(frozen=True)
class Seen:
    """A contact as an evaluator sees it: what was written down, and the key points of what was given."""

    row: ContactRow
    points: tuple[GivenPoint, ...]


def queue(view: View, each: int = 3) -> list[ReviewLine]:
    """Return what waits for this evaluator: appeals, then contacts to be scored a second time, then the month's draw.

    What was scored in the last quarter follows, the newest first.
    """
    person = view.require(Permission.EVALUATE)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    found = rows_of.since(view.rows, view.now - REACH)
    lines = [_line(view, one, _reason(one, person.id), names) for one in reversed(found)]
    scored = {one.contact for one in found if one.by == person.id}
    doubled = {one.contact for one in found if sum(other.contact == one.contact for other in found) > 1}
    second = [
        _line(view, one, ReviewReason.SECOND, names)
        for one in found
        if one.at >= view.now - MONTH and one.contact not in scored | doubled and one.operator != person.id
    ][:DOUBLE]
    draw = [
        _drawn(view, one.contact, one.operator) for one in evaluations.sample(view, each) if one.person != person.id
    ]
    waiting = [one for one in lines if one.reason is ReviewReason.APPEAL]
    rest = [one for one in lines if one.reason is not ReviewReason.APPEAL]
    return [*waiting, *second, *draw, *rest]


def _reason(one: Evaluation, person: bytes) -> ReviewReason:
    asked = one.appeal is not None and one.appeal.upheld is None
    return ReviewReason.APPEAL if asked and person not in (one.by, one.operator) else ReviewReason.DONE


def _line(view: View, one: Evaluation, reason: ReviewReason, names: dict[bytes, str]) -> ReviewLine:
    row = contact_rows.by_id(view.rows, one.contact)
    summary = (row.summary or "") if row else ""
    kept = one if reason is not ReviewReason.SECOND else None
    return ReviewLine(one.contact, reason, names.get(one.operator, ""), row.opened_at if row else one.at, summary, kept)


def _drawn(view: View, contact: bytes, operator: str) -> ReviewLine:
    row = contact_rows.by_id(view.rows, contact)
    at = row.opened_at if row else view.now
    return ReviewLine(contact, ReviewReason.DRAWN, operator, at, (row.summary or "") if row else "")


def seen(view: View, contact: bytes) -> Seen:
    """Return a contact with the key points of what was given. Raises ``RecordGone``.

    Who took the contact may see it too: people see all that is recorded about them.
    """
    row = contact_rows.by_id(view.rows, contact)
    if row is None:
        raise RecordGone(entity="contact", id=contact.hex())
    if row.operator != view.person.id:
        view.require(Permission.EVALUATE)
    return Seen(row, tuple(point for given in row.scripts for point in _points(view, given)))


def _points(view: View, given: GivenScript) -> list[GivenPoint]:
    try:
        script = script_of(view, given.key)
    except RecordGone:
        return []
    title = said_in(script.title, given.language)
    return [
        GivenPoint(script.key, title, one.id, said_in(one.texts, given.language), one.id in given.ticked, one.critical)
        for one in script.key_points
    ]


def my_scores(view: View) -> list[ReviewLine]:
    """Return one's own scores, the newest first: people see all that is recorded about them."""
    names = {view.person.id: view.person.display}
    return [_line(view, one, ReviewReason.DONE, names) for one in evaluations.mine(view)]


def appeal_of(line: ReviewLine) -> Appeal | None:
    """Return the appeal against a score, None where there is none."""
    return line.evaluation.appeal if line.evaluation else None
