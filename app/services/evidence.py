"""What exams and calls tell about key points, beside the drill: results that are out, and contacts that were scored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.models.competence import EvidenceSource
from app.models.evaluations import standing
from app.services import exam_results
from app.services.office import View
from app.store import contacts as contact_rows
from app.store import evaluations as evaluation_rows
from app.store import exams as exam_rows


@dataclass(frozen=True, slots=True)
class PointResult:
    """What one key point got (0 to 1): whose, where, when. ``best``: the person is of the best third of the exam."""

    person: bytes
    script: str
    point: str
    topic: str
    score: float
    source: EvidenceSource
    at: datetime
    best: bool = False


def of_exams(view: View, since: datetime, person: bytes | None = None) -> Iterator[PointResult]:
    """Yield what answers of exams got whose results are out, of one person or of everybody."""
    for exam in exam_rows.from_day(view.rows, since):
        if exam.released_at is None:
            continue
        sittings = exam_results.sat(view, exam, person)
        ranked = sorted((result.share for result, _ in sittings), reverse=True)
        limit = ranked[max(0, len(ranked) // 3 - 1)] if ranked else 1.0
        for result, answers in sittings:
            for one in answers:
                for point in one.item.points:
                    yield PointResult(
                        result.person, one.item.script, point, one.item.topic, one.points, EvidenceSource.EXAM,
                        exam.closes_at, result.share >= limit,
                    )  # fmt: skip


def of_calls(view: View, since: datetime, person: bytes | None = None) -> Iterator[PointResult]:
    """Yield key points of scored contacts: those with an error got nothing, those that were ticked beside it all."""
    found = (
        evaluation_rows.since(view.rows, since)
        if person is None
        else evaluation_rows.of_operator(view.rows, person, since)
    )
    for one in {each.contact: each for each in reversed(found)}.values():
        row = contact_rows.by_id(view.rows, one.contact)
        wrong = {(error.script, error.point) for error in standing(one)[1] if error.point}
        said = {(given.key, point) for given in (row.scripts if row else ()) for point in given.ticked}
        for script, point in sorted(said | wrong):
            score = 0.0 if (script, point) in wrong else 1.0
            yield PointResult(one.operator, script, point, "", score, EvidenceSource.LIVE, one.at)
