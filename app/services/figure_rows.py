"""The rows behind a figure, inquiries or whatever else, in one shape for screen, file and command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import CannotNow
from app.models.figure_facts import Said
from app.models.kpi_questions import Subject, subject_of
from app.models.kpis import FigureMark, RowSet
from app.models.periods import Stretch
from app.services import figure_windows, figures, kpis, report_fillings, wording
from app.services.accounts import people
from app.services.office import View
from app.services.worklists import Line
from app.store import figure_facts as fact_rows
from app.store import inquiries as inquiry_rows
from app.store.figure_facts import Thing, When

After = int | tuple[date, bytes]
#: What is told of persons at work: only who supervises, or the person, sees single rows of it.
_OF_PEOPLE = frozenset({Subject.EVALUATION, Subject.SITTING, Subject.SHIFT})


class RowsWithheld(CannotNow):
    """A figure of what people said is not told, and so are its rows not, which could be counted."""


@dataclass(frozen=True)
class Behind:
    """One row behind a figure. ``inquiry`` can be opened where there is one; ``after`` asks for the page after it."""

    key: bytes
    after: After
    day: date
    number: str
    text: str
    topic: str
    said: str
    inquiry: bytes | None
    unit: str


@dataclass(frozen=True)
class Wanted:
    """Rows that say any of these, of a period, of a group (dimension → key) or of all.

    ``between``: only those of a window (from, before), in the place of the period.
    """

    sets: Sequence[RowSet]
    stretch: Stretch
    groups: Mapping[str, str] = field(default_factory=dict[str, str])
    between: tuple[datetime, datetime] | None = None

    @property
    def subject(self) -> Subject:
        """Return of what these rows are."""
        return subject_of(self.sets[0].question) if self.sets else Subject.INQUIRY


def page(
    view: View, wanted: Wanted, *, language: str, after: After | None = None, limit: int = 100
) -> tuple[Behind, ...]:
    """Return a page of the rows behind a figure, the newest first. Raises ``NotAllowed``, ``RowsWithheld``.

    Rows of interviews are answers of single people: they are for who may export them (``campaign_answers``).
    """
    stretch, groups, subject = wanted.stretch, wanted.groups, wanted.subject
    if subject is Subject.INQUIRY:
        place = after if isinstance(after, int) else None
        lines = figures.rows_behind(view, wanted.sets, stretch, groups=groups, after=place, limit=limit)
        return tuple(_of_line(view, line, language) for line in lines)
    figures.check_group(view, groups)
    view.require(Permission.SUPERVISE_INQUIRIES if subject in _OF_PEOPLE and not groups else Permission.SEE_INQUIRIES)
    if subject is Subject.INTERVIEW:
        view.require(Permission.EXPORT_RECORDS)
        _check_told(view, wanted)
    last = after if isinstance(after, tuple) else None
    found = fact_rows.behind(view.rows, wanted.sets, _when(view, wanted), groups=groups, after=last, limit=limit)
    return tuple(_of_things(view, found, language))


def _check_told(view: View, wanted: Wanted) -> None:
    """Refuse rows whose number would tell a figure that is withheld. Raises ``RowsWithheld``."""
    dimension, key = next(iter(wanted.groups.items()), ("", ""))
    asked = {one.question for one in wanted.sets}
    for kpi in kpis.listed(view, wanted.stretch.last_on):
        if kpi.subject is not Subject.INTERVIEW or asked.isdisjoint(kpi.questions):
            continue
        found = figures.compare(view, kpi.id, wanted.stretch, dimension or "unit")
        told = dict(found.cells).get(key) if dimension else found.whole
        # a topic below the first level is in no comparison: nobody has looked how few it has
        if told.hidden if told is not None else dimension == "category" and "." in key:
            raise RowsWithheld


def _when(view: View, wanted: Wanted) -> When:
    if wanted.between is None:
        return When((wanted.stretch.start_on, wanted.stretch.end_on))
    zone = ZoneInfo(view.settings.time_zone)
    first, last = (at.astimezone(zone).date() for at in wanted.between)
    return When((first, last + timedelta(days=1)), figure_windows.seconds(wanted.between))


def _of_line(view: View, line: Line, language: str) -> Behind:
    row = line.row
    day = row.opened_at.astimezone(ZoneInfo(view.settings.time_zone)).date()
    topic = report_fillings.name_of(view, "category", row.category or "", language)
    state = wording.state_of(row, language)
    return Behind(row.id, row.position, day, row.number, row.summary or "", topic, state, row.id, row.unit or "")


def _of_things(view: View, found: Sequence[Thing], language: str) -> list[Behind]:
    ids = {one.inquiry for one in found if one.inquiry}
    known = {one: row for one in ids if (row := inquiry_rows.by_id(view.rows, one)) is not None}
    names = {one.id: one.display for one in people(view)} if view.person.may(Permission.SUPERVISE_INQUIRIES) else {}
    rows: list[Behind] = []
    for one in found:
        inquiry = known.get(one.inquiry or b"")
        parts = [
            wording.label("subject", one.subject.value, language),
            names.get(one.person or b"", ""),
            one.unit or "",
        ]
        text = (inquiry.summary if inquiry else "") or " · ".join(part for part in parts if part)
        topic = report_fillings.name_of(view, "category", one.category or "", language)
        number, opens = (inquiry.number, one.inquiry) if inquiry else (one.day.isoformat(), None)
        told = said(one.said, language)
        rows.append(Behind(one.id, (one.day, one.id), one.day, number, text, topic, told, opens, one.unit or ""))
    return rows


def said(all_said: Sequence[Said], language: str) -> str:
    """Return what a thing says in words; amounts where they are more than one."""
    told: list[str] = []
    for one in all_said:
        name, mark = wording.label("question", one.question.value, language), one.mark
        amount = f" × {one.amount:,}" if one.amount != 1 else ""
        plain = mark is FigureMark.MET and one.amount != 1
        told.append(
            f"{name}{amount}" if plain else f"{name}: {wording.label('figure_mark', mark.value, language)}{amount}"
        )
    return "; ".join(told)
