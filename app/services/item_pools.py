"""What a question of the bank did in every exam whose results are out: with ten people an exam alone says little."""

from datetime import timedelta

from app.models.accounts import Permission
from app.models.exams import Exam
from app.models.item_statistics import ItemFigures, pooled
from app.services.exam_sheets import Scripts, is_over, sheet_of, worth
from app.services.office import View
from app.store import exams as rows_of
from app.store import items as item_rows

#: Exams of so long ago count.
REACH = timedelta(days=730)


def figures_of(view: View, item: bytes, number: int) -> ItemFigures | None:
    """Return the figures of one version of a question over all exams, None while none asked it."""
    view.require(Permission.TRAIN)
    version = item_rows.version_id(view.rows, item, number)
    exams = rows_of.from_day(view.rows, view.now - REACH)
    found = [
        answer
        for exam in exams
        if exam.released_at is not None and any(version in form for form in exam.forms)
        for answer in _answers(view, exam, version)
    ]
    return pooled(found)


def _answers(view: View, exam: Exam, version: bytes) -> list[tuple[float, float]]:
    """Return (mark, share of the other questions) of everybody who was asked this version in an exam."""
    scripts = Scripts(view)
    found: list[tuple[float, float]] = []
    for row in rows_of.sittings_of(view.rows, exam.id):
        if version not in exam.forms[row.form] or not is_over(view, exam, row):
            continue
        sheet = sheet_of(view, row)
        marks = {one: worth(scripts, sheet, one)[0] for one in sheet.items}
        mine = marks.pop(version)
        found.append((mine, sum(marks.values()) / len(marks) if marks else 0.0))
    return found
