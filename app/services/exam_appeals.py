"""Appeals against what an answer of an exam got: told once by whoever answered, decided by a mark of another person."""

from app.models.accounts import Permission
from app.models.errors import FieldMissing, RecordGone
from app.models.evaluations import AppealedBefore, AppealNotYours
from app.models.texts import clean
from app.services import exam_sheets
from app.services.office import Work
from app.store import exams as rows_of


def appeal(work: Work, sitting: bytes, version: bytes, *, reason: str) -> bytes:
    """Disagree with what one's answer got once the results are out, and return the id of the appeal.

    Raises ``RecordGone`` (no such answer, no results yet, or still written), ``AppealNotYours``, ``AppealedBefore``,
    ``FieldMissing``, ``NotAllowed``.
    """
    person = work.require(Permission.PRACTICE)
    row = rows_of.sitting(work.tx, sitting)
    if row is None:
        raise RecordGone(entity="sitting", id=sitting.hex())
    if row.person != person.id:
        raise AppealNotYours
    exam = exam_sheets.found(work, row.exam)
    if exam.released_at is None or version not in exam.forms[row.form] or not exam_sheets.is_over(work, exam, row):
        raise RecordGone(entity="mark", id=version.hex())
    if version in rows_of.mark_appeals_of(work.tx, sitting):
        raise AppealedBefore
    said = clean(reason)
    if not said:
        raise FieldMissing(field="reason")
    return rows_of.write_mark_appeal(work.tx, sitting, version, reason=said, by=person.id)
