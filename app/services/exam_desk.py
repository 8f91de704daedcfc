"""The trainer's desk of exams: what was set, what can be drawn, a proposed blueprint, and answers marked together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from app.models import exams as rules
from app.models.accounts import Permission
from app.models.drill_items import Difficulty, DrillKind
from app.models.errors import FieldInvalid
from app.models.exams import BlueprintLine, Exam
from app.services import drill_cards, exam_results, exams
from app.services.exam_results import ToMark
from app.services.exams import EXAM_KINDS, NewExam
from app.services.office import View, Work
from app.services.weak_topics import weak_weights
from app.store import accounts as people_rows
from app.store import drill_points as point_rows
from app.store import exams as rows_of
from app.store import items as item_rows

#: Exams of so long ago are listed, and what changed within so long counts as changed lately.
REACH = timedelta(days=180)
LATELY = timedelta(days=30)


@dataclass(frozen=True)
class ExamLine:
    """One exam with how many people sat it of those whom it is for, and how many typed answers wait for a person.

    ``still`` are those who write it now or can still begin it: until then its results stay in. ``appeals`` are those
    against marks that nobody has decided.
    """

    exam: Exam
    sat: int
    waiting: int
    still: int = 0
    appeals: int = 0


@dataclass(frozen=True)
class Marked:
    """What a person gives for an answer: 0 to 1, whether a critical point was missed, and a word about it."""

    sitting: bytes
    version: bytes
    points: float
    critical: bool = False
    note: str = ""


def listed(view: View) -> list[ExamLine]:
    """Return the exams of the last half year, the last to close on top."""
    view.require(Permission.TRAIN)
    found = rows_of.from_day(view.rows, view.now - REACH)
    return [_line(view, one) for one in reversed(found)]


def _line(view: View, exam: Exam) -> ExamLine:
    sat = len({one.person for one in rows_of.sittings_of(view.rows, exam.id)})
    waiting = len(exam_results.to_mark(view, exam.id)) if sat and exam.released_at is None else 0
    still = exam_results.still_sat(view, exam) if exam.released_at is None else 0
    appeals = rows_of.open_appeals(view.rows, exam.id) if exam.released_at is not None else 0
    return ExamLine(exam, sat, waiting, still, appeals)


def stock(view: View) -> dict[tuple[str, DrillKind, Difficulty], int]:
    """Return how many questions the bank holds of each topic, kind and difficulty."""
    view.require(Permission.TRAIN)
    bank = [item for _, item in item_rows.bank(view.rows) if item.kind in EXAM_KINDS]
    return dict(Counter((one.topic, one.kind, one.hardness) for one in bank))


def topics(view: View) -> dict[str, int]:
    """Return how many questions the bank holds of each topic."""
    counts: Counter[str] = Counter()
    for (topic, _, _), found in stock(view).items():
        counts[topic] += found
    return dict(sorted(counts.items()))


def propose(view: View, count: int) -> tuple[BlueprintLine, ...]:
    """Return a blueprint of so many questions: half by demand, 30 % by weak topics, 20 % by what changed lately."""
    there = topics(view)
    demand: defaultdict[str, float] = defaultdict(float)
    changed: Counter[str] = Counter()
    since = drill_cards.today(view) - LATELY
    for one in point_rows.every(view.rows):
        if one.topic in there and one.from_on is not None:
            demand[one.topic] += one.weight
            changed[one.topic] += len(one.changes) > 1 and one.changes[-1].day >= since
    weak = {topic: weight for topic, weight in weak_weights(view).items() if topic in there}
    lately = {topic: float(found) for topic, found in changed.items() if found}
    lines = rules.proposed_blueprint(demand, weak, lately, count)
    return tuple(replace(one, count=min(one.count, there[one.topic])) for one in lines)


def set_named(work: Work, new: NewExam, extra: Mapping[str, float]) -> bytes:
    """Set an exam for every operator, some by their account name with more time, and return its id.

    Raises ``FieldInvalid`` (an unknown name), ``BankTooSmall``, ``NotAllowed``.
    """
    work.require(Permission.TRAIN)
    people = {one.id: 1.0 for one in exams.operators(work)}
    known = {one.name: one.id for one in people_rows.everyone(work.tx)}
    for name, factor in extra.items():
        if known.get(name) not in people:
            raise FieldInvalid(field="extra", value=name)
        people[known[name]] = factor
    return exams.set_exam(work, replace(new, people=people))


def mark_all(work: Work, marks: Sequence[Marked]) -> int:
    """Mark answers that a person looked at, all or none, and return how many; see ``exam_results.mark``."""
    for one in marks:
        exam_results.mark(
            work, one.sitting, one.version, points=one.points, critical=one.critical, note=one.note
        )  # fmt: skip
    return len(marks)


def alike(waiting: Sequence[ToMark], one: ToMark) -> list[ToMark]:
    """Return the answers to the same question that say the same, this one among them; blanks and case do not count."""
    said = _plain(one.text)
    return [other for other in waiting if other.version == one.version and _plain(other.text) == said]


def _plain(text: str) -> str:
    return "".join(text.casefold().split())
