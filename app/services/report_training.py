"""Training and improvement in a document: figures of training, courses that were held, and what was proposed."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from app.services import report_fillings, wording
from app.services.report_fillings import Source
from app.services.report_sheets import Cell, Sheet
from app.store import courses as course_rows
from app.store import voices as voice_rows

_KPIS = ("practice_days", "exam_pass", "exam_mean")


def training(source: Source) -> tuple[Sheet, ...]:
    """Return the figures of practice and exams, and the courses of the period; of people only how many there were."""
    figures = tuple(
        report_fillings.kpi_row(source, one)
        for one in source.cards
        if one.kpi.id in _KPIS and report_fillings.is_told(one)
    )
    courses = tuple(_courses(source))
    columns = source.columns("course", "course_kind", "day", "people")
    texts = () if courses else (source.said("no_courses"),)
    return (
        Sheet("", source.columns(*report_fillings.KPI_COLUMNS), figures, texts),
        Sheet(source.said("courses"), columns, courses),
    )


def _courses(source: Source) -> Iterator[tuple[Cell, ...]]:
    for one in course_rows.since(source.view.rows, source.stretch.start_on):
        if one.day < source.stretch.end_on:
            kind = wording.label("course_kind", one.kind.value, source.language)
            yield one.title, kind, one.day.isoformat(), len(one.people)


def improvements(source: Source) -> tuple[Sheet, ...]:
    """Return what was proposed in the period, or is still to be done, with answer and who sees to it."""
    rows = tuple(_improvements(source))
    columns = source.columns("proposal", "standing", "owner", "due", "answer")
    return (Sheet("", columns, rows, () if rows else (source.said("no_proposals"),)),)


def _improvements(source: Source) -> Iterator[tuple[Cell, ...]]:
    zone, stretch = ZoneInfo(source.view.settings.time_zone), source.stretch
    for one in voice_rows.improvements(source.view.rows):
        day = one.at.astimezone(zone).date()
        waits = one.state in (one.state.PROPOSED, one.state.ACCEPTED)
        if day < stretch.end_on and (day >= stretch.start_on or waits):
            state = wording.label("improvement_state", one.state.value, source.language)
            yield one.title, state, one.owner, one.due_on.isoformat() if one.due_on else "", one.answer
