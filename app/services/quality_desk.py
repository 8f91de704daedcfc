"""The desk of quality review: which contacts are to be looked at and why, and one contact as it is scored."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from app.models.accounts import Permission
from app.models.contacts import ContactRow, GivenScript
from app.models.drill_items import said_in
from app.models.errors import RecordGone
from app.models.evaluations import Appeal, Evaluation, ReviewReason, SampleKind, score, standing
from app.services import aimed_samples, evaluations
from app.services.drill_items import script_of
from app.services.evaluations import MONTH, REACH, Drawn
from app.services.office import View
from app.store import accounts as people_rows
from app.store import contacts as contact_rows
from app.store import evaluations as rows_of

#: So many contacts a month are scored by two evaluators.
DOUBLE = 4
_REASONS = {
    SampleKind.RANDOM: ReviewReason.DRAWN, SampleKind.RISK: ReviewReason.RISK,
    SampleKind.TARGETED: ReviewReason.TARGETED,
}  # fmt: skip
#: Why a contact is to be scored, not only looked at.
TO_SCORE = (ReviewReason.SECOND, *_REASONS.values())


@dataclass(frozen=True)
class ReviewLine:
    """One contact to be looked at, why, whose it is; ``evaluation`` is the one that is there already."""

    contact: bytes
    reason: ReviewReason
    operator: str
    at: datetime
    summary: str
    evaluation: Evaluation | None = None
    sample: SampleKind = SampleKind.RANDOM

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
    """Return what waits for this evaluator: appeals, second scores, the month's draw, aimed samples.

    What was scored in the last quarter follows, the newest first; not what this evaluator is to score a second time:
    who knows the first score does not calibrate.
    """
    person = view.require(Permission.EVALUATE)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    found = rows_of.since(view.rows, view.now - REACH)
    second = _second(view, found, person.id)
    lines = [_line(view, one, _reason(one, person.id), names) for one in reversed(found)]
    blind = {one.contact for one in second}
    waiting = [one for one in lines if one.reason is ReviewReason.APPEAL]
    rest = [one for one in lines if one.reason is not ReviewReason.APPEAL and one.contact not in blind]
    twice = [_line(view, one, ReviewReason.SECOND, names) for one in second]
    return [*waiting, *twice, *_aimed(view, each, person.id), *rest]


def _second(view: View, found: list[Evaluation], person: bytes) -> list[Evaluation]:
    """Return what is to be scored a second time by this evaluator, as long as the month has too few of it."""
    since = view.now - MONTH
    scored = {one.contact for one in found if one.by == person}
    counts = Counter(one.contact for one in found)
    doubled = {contact for contact, count in counts.items() if count > 1}
    done = {one.contact for one in found if one.at >= since and one.contact in doubled}
    open_ones = [
        one for one in found if one.at >= since and one.contact not in scored | doubled and one.operator != person
    ]
    return open_ones[: max(0, DOUBLE - len(done))]


def _aimed(view: View, each: int, person: bytes) -> list[ReviewLine]:
    """Return the draw, then samples by risk and about weak topics, each contact once and none of one's own."""
    drawn: dict[bytes, Drawn] = {}
    for one in (*evaluations.sample(view, each), *aimed_samples.by_risk(view), *aimed_samples.by_topic(view)):
        drawn.setdefault(one.contact, one)
    return [_drawn(view, one) for one in drawn.values() if one.person != person]


def _reason(one: Evaluation, person: bytes) -> ReviewReason:
    asked = one.appeal is not None and one.appeal.upheld is None
    return ReviewReason.APPEAL if asked and person not in (one.by, one.operator) else ReviewReason.DONE


def _line(view: View, one: Evaluation, reason: ReviewReason, names: dict[bytes, str]) -> ReviewLine:
    row = contact_rows.by_id(view.rows, one.contact)
    summary = (row.summary or "") if row else ""
    kept = one if reason is not ReviewReason.SECOND else None
    at = row.opened_at if row else one.at
    return ReviewLine(one.contact, reason, names.get(one.operator, ""), at, summary, kept, one.sample)


def _drawn(view: View, drawn: Drawn) -> ReviewLine:
    row = contact_rows.by_id(view.rows, drawn.contact)
    at, summary = (row.opened_at, row.summary or "") if row else (view.now, "")
    return ReviewLine(drawn.contact, _REASONS[drawn.sample], drawn.operator, at, summary, sample=drawn.sample)


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
