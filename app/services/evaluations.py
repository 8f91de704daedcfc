"""Quality review: contacts scored on the sheet, errors that come back as practice, appeals that others decide."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from app.models import evaluations as rules
from app.models.accounts import Permission
from app.models.drills import NeedSource
from app.models.errors import FieldMissing, RecordGone
from app.models.evaluations import (
    Agreement,
    Appeal,
    AppealDecided,
    AppealedBefore,
    AppealNotYours,
    ErrorClass,
    ErrorFound,
    EvaluatedBefore,
    EvaluatesSelf,
    Evaluation,
    SameEvaluator,
    SampleKind,
    Sheet,
)
from app.models.intervals import Interval
from app.models.texts import clean
from app.services import drills
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import contacts as contact_rows
from app.store import evaluations as rows_of
from app.store.drills import CardKey
from resources import FOLDER

#: Figures and one's own scores reach so far back.
REACH = timedelta(days=92)
MONTH = timedelta(days=31)


@dataclass(frozen=True)
class Scored:
    """What an evaluator says of a contact."""

    contact: bytes
    points: Mapping[str, int | None]
    sample: SampleKind = SampleKind.RANDOM
    errors: tuple[ErrorFound, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Figures:
    """Accuracy of each error class of each kind of sample, points of each kind, and how evaluators agree.

    ``scores`` are (points over what could be had, contacts); critical errors are in ``accuracy`` alone.
    """

    accuracy: Mapping[tuple[SampleKind, ErrorClass], Interval]
    scores: Mapping[SampleKind, tuple[float, int]]
    agreement: Agreement | None


@dataclass(frozen=True)
class Drawn:
    """A contact to be evaluated, whose it is, and by which kind of sample it was found."""

    contact: bytes
    operator: str
    person: bytes
    sample: SampleKind = SampleKind.RANDOM


@lru_cache(maxsize=1)
def sheet() -> Sheet:
    """Return the score sheet that ships with the program."""
    return rules.parse_sheet(FOLDER.joinpath("score_sheets/standard.json").read_text(encoding="utf-8"))


def sample(view: View, per_operator: int = 3) -> list[Drawn]:
    """Return contacts of the last 31 days that nobody has evaluated, drawn by chance.

    So many of each operator a month, those included that were scored already. The draw of a month is the same whenever
    it is asked for, so that nobody draws again until the calls are pleasant.
    """
    view.require(Permission.EVALUATE)
    salt = f"{view.now:%Y-%m}".encode()
    drawn: list[Drawn] = []
    for one in people_rows.everyone(view.rows):
        found = rows_of.unseen(view.rows, one.id, view.now - MONTH)
        ranked = sorted((hashlib.sha256(salt + contact).digest(), contact) for contact in found)
        left = max(0, per_operator - _scored_of(view, one.id))
        drawn += [Drawn(contact, one.display, one.id) for _, contact in ranked[:left]]
    return drawn


def _scored_of(view: View, operator: bytes) -> int:
    """Return how many contacts of an operator were scored this month out of a random sample."""
    begins = view.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found = rows_of.of_operator(view.rows, operator, begins)
    return len({one.contact for one in found if one.sample is SampleKind.RANDOM})


def evaluate(work: Work, scored: Scored) -> bytes:
    """Score a contact, and return the id of the evaluation. Errors about key points come back as practice tomorrow.

    A second evaluator who scores the same contact calibrates. Raises ``EvaluatesSelf``, ``EvaluatedBefore``,
    ``FieldInvalid``, ``RecordGone`` (the contact, or a key point), ``NotAllowed``.
    """
    person = work.require(Permission.EVALUATE)
    contact = contact_rows.by_id(work.tx, scored.contact)
    if contact is None or contact.operator is None:
        raise RecordGone(entity="contact", id=scored.contact.hex())
    if contact.operator == person.id:
        raise EvaluatesSelf
    before = rows_of.of_contact(work.tx, scored.contact)
    if any(one.by == person.id for one in before):
        raise EvaluatedBefore(contact=scored.contact.hex())
    used = sheet()
    rules.check(used, scored.points)
    made = Evaluation(
        b"", scored.contact, contact.operator, person.id, work.now, scored.sample, scored.points, scored.errors,
        used.id, used.version, clean(scored.note) or "",
    )  # fmt: skip
    evaluation = rows_of.write(work.tx, made)
    if not before:
        _practice(work, evaluation, made)
    return evaluation


def _practice(work: Work, evaluation: bytes, made: Evaluation) -> None:
    for script, point in {(one.script, one.point) for one in made.errors if one.script and one.point}:
        card = CardKey(made.operator, script, point)
        drills.need(work, card, NeedSource.QA, by=made.by, evaluation=evaluation)


def mine(view: View) -> list[Evaluation]:
    """Return one's own evaluations, the newest first: people see all that is recorded about them."""
    person = view.person
    return rows_of.of_operator(view.rows, person.id, view.now - REACH)


def acknowledge(work: Work, evaluation: bytes) -> None:
    """Say that one has read what was recorded about one; a second time changes nothing.

    Raises ``AppealNotYours`` for a score of somebody else, ``RecordGone``.
    """
    found = _found(work, evaluation)
    if found.operator != work.person.id:
        raise AppealNotYours
    if found.read_at is None:
        rows_of.write_read(work.tx, evaluation, by=work.person.id)


def appeal(work: Work, evaluation: bytes, *, reason: str) -> bytes:
    """Disagree with one's own score, and return the id of the appeal.

    Raises ``FieldMissing``, ``AppealNotYours``, ``AppealedBefore``, ``RecordGone``.
    """
    found = _found(work, evaluation)
    if found.operator != work.person.id:
        raise AppealNotYours
    if found.appeal is not None:
        raise AppealedBefore
    said = clean(reason)
    if not said:
        raise FieldMissing(field="reason")
    return rows_of.write_appeal(work.tx, evaluation, reason=said, by=work.person.id)


def decide(work: Work, evaluation: bytes, *, upheld: bool, scored: Scored | None = None, note: str = "") -> Evaluation:
    """Decide an appeal: another evaluator lets the score stand, or scores anew; returns what counts from now on.

    Raises ``SameEvaluator``, ``AppealDecided``, ``FieldMissing`` (upheld without a new score), ``RecordGone``.
    """
    person = work.require(Permission.EVALUATE)
    found = _found(work, evaluation)
    open_one = found.appeal
    if open_one is None:
        raise RecordGone(entity="appeal", id=evaluation.hex())
    if person.id in (found.by, found.operator):
        raise SameEvaluator
    if open_one.upheld is not None:
        raise AppealDecided
    if upheld and scored is None:
        raise FieldMissing(field="points")
    decided = replace(open_one, upheld=upheld)
    if scored is not None:
        rules.check(sheet(), scored.points)
        decided = replace(decided, points=scored.points, errors=scored.errors)
    rows_of.write_decision(work.tx, decided, by=person.id, note=clean(note) or "")
    return _found(work, evaluation)


def waiting(view: View) -> list[tuple[Evaluation, Appeal]]:
    """Return the appeals that nobody has decided yet, the first on top."""
    view.require(Permission.EVALUATE)
    found = rows_of.since(view.rows, view.now - REACH)
    return [(one, one.appeal) for one in found if one.appeal is not None and one.appeal.upheld is None]


def figures(view: View) -> Figures:
    """Return accuracy, scores and agreement of the last quarter. Kinds of samples are never pooled."""
    view.require(Permission.EVALUATE)
    found = rows_of.since(view.rows, view.now - REACH)
    by_contact: defaultdict[bytes, list[Evaluation]] = defaultdict(list)
    for one in found:
        by_contact[one.contact].append(one)
    first = [one[0] for one in by_contact.values()]
    pairs = [(one[0], one[1]) for one in by_contact.values() if len(one) > 1]
    accuracy = {
        (sample, kind): interval
        for sample in SampleKind
        for kind in ErrorClass
        if (interval := rules.accuracy(first, kind, sample)) is not None
    }
    return Figures(accuracy, _scores(first), rules.agreement(pairs))


def _scores(found: list[Evaluation]) -> dict[SampleKind, tuple[float, int]]:
    shares: dict[SampleKind, tuple[float, int]] = {}
    for sample in SampleKind:
        share, contacts = rules.pooled_points(one for one in found if one.sample is sample)
        if share is not None:
            shares[sample] = (share, contacts)
    return shares


def _found(view: View, evaluation: bytes) -> Evaluation:
    found = rows_of.find(view.rows, evaluation)
    if found is None:
        raise RecordGone(entity="evaluation", id=evaluation.hex())
    return found
