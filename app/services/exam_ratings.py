"""Angoff ratings: several judges say of each question how many who can just do the work would answer it right.

Whoever trains may judge until the results are out; with them the pass marks are fixed. The mark that is set with the
exam holds while no judge has rated every question of a form.
"""

from dataclasses import dataclass

from app.models import angoff
from app.models.accounts import Permission
from app.models.angoff import JudgedCut, RatedAfterResults, Rating
from app.models.drill_items import Item
from app.models.errors import FieldInvalid, RecordGone
from app.services import exam_sheets
from app.services.office import View, Work
from app.store import exam_ratings as rows_of
from app.store import items as item_rows


@dataclass(frozen=True)
class ToRate:
    """A question of an exam: what this judge said of it (None: nothing yet), and how far the judges lie apart.

    ``apart`` is told only to who has rated it, so that each judge judges alone.
    """

    version: bytes
    item: Item
    mine: float | None
    apart: float | None = None


def to_rate(view: View, exam: bytes) -> list[ToRate]:
    """Return the questions of all forms of an exam, the first form first. Raises ``RecordGone``, ``NotAllowed``."""
    person = view.require(Permission.TRAIN)
    known = exam_sheets.found(view, exam)
    ratings = rows_of.of_exam(view.rows, exam)
    mine = {one.version: one.share for one in ratings if one.judge == person.id}
    apart = dict(angoff.differing(ratings))
    versions = dict.fromkeys(version for form in known.forms for version in form)
    items = item_rows.versions(view.rows, tuple(versions))
    return [
        ToRate(one, items[one], mine.get(one), apart.get(one) if one in mine else None)
        for one in versions
        if one in items
    ]


def rate(work: Work, exam: bytes, version: bytes, *, share: float) -> None:
    """Say what share (0 to 1) of operators who can just do the work answers a question right; the latest word counts.

    Raises ``RecordGone`` for a question that the exam does not ask, ``FieldInvalid``, ``RatedAfterResults``,
    ``NotAllowed``.
    """
    person = work.require(Permission.TRAIN)
    known = exam_sheets.found(work, exam)
    if known.released_at is not None:
        raise RatedAfterResults(name=known.name)
    if not any(version in form for form in known.forms):
        raise RecordGone(entity="item", id=version.hex())
    if not 0 <= share <= 1:
        raise FieldInvalid(field="share", value=str(share))
    rows_of.write(work.tx, Rating(person.id, version, share), exam=exam)


def standing(view: View, exam: bytes) -> list[JudgedCut | None]:
    """Return the pass mark of each form by its judges, None while the one that was set with the exam holds.

    Whoever has begun to judge a form is told it after their own last word about it.
    """
    person = view.require(Permission.TRAIN)
    known = exam_sheets.found(view, exam)
    ratings = rows_of.of_exam(view.rows, exam)
    mine = {one.version for one in ratings if one.judge == person.id}
    begun = [bool(mine & set(form)) and not set(form) <= mine for form in known.forms]
    return [None if part else angoff.judged(form, ratings) for part, form in zip(begun, known.forms, strict=True)]
