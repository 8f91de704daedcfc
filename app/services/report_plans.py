"""Documents by plan: a station makes them when their time has come, each period once, and says what went wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from app.models.accounts import Permission, Person
from app.models.errors import AppError, FieldInvalid, NotAllowed, RecordGone, WorldFailed
from app.models.made_reports import MadeReport, id_by_plan
from app.models.papers import as_html
from app.models.periods import Stretch
from app.models.report_plans import FORMATS, LATEST_DAY, ReportPlan
from app.services import reports, wording
from app.services.office import View, Work
from app.services.reports import Report
from app.store import accounts as people_rows
from app.store import made_reports as rows_of


class ReportsNotMade(WorldFailed):
    """Documents that were planned could not be made. Facts: ``count``, ``reason`` (of the last)."""


@dataclass(frozen=True)
class NewPlan:
    """What is planned: a document of ``reports.KINDS`` on the ``day``-th day after each period, at a time of day."""

    kind: str
    language: str
    folder: str
    day: int = 1
    at: time = time(7, 0)
    formats: tuple[str, ...] = ("pdf",)


@dataclass(frozen=True)
class Outcome:
    """What came of one document of a plan: its files and paper, or what went wrong."""

    plan: ReportPlan
    stretch: Stretch
    files: tuple[str, ...] = ()
    html: str = ""
    failed: str = ""


def plans(view: View) -> tuple[ReportPlan, ...]:
    """Return the plans of this station. Raises ``NotAllowed``."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    return rows_of.plans(view.rows)


def next_at(view: View, one: ReportPlan) -> datetime:
    """Return when a plan makes its next document, in the center's time."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    return one.next_at(reports.templates()[one.kind].span, _here(view))


def add(work: Work, new: NewPlan) -> str:
    """Plan a document and return the id of the plan. Raises ``FieldInvalid``, ``NotAllowed``."""
    person = work.require(Permission.SUPERVISE_INQUIRIES)
    _check(new)
    made = ReportPlan(
        work.tx.new_id().hex()[:12], new.kind, new.language, new.day, new.at, new.folder.strip(), new.formats,
        person.id.hex(), work.now,
    )  # fmt: skip
    rows_of.write_plans(work.tx, (*rows_of.plans(work.tx), made))
    return made.id


def _check(new: NewPlan) -> None:
    folder = Path(new.folder.strip())
    wrong = {
        "kind": new.kind not in reports.KINDS,
        "language": new.language not in wording.LANGUAGES,
        "day": not 1 <= new.day <= LATEST_DAY,
        "formats": not new.formats or not set(new.formats) <= set(FORMATS),
        "folder": not folder.is_absolute() or not folder.is_dir(),
    }
    for name, is_wrong in wrong.items():
        if is_wrong:
            raise FieldInvalid(field=name, value=str(getattr(new, name)))


def remove(work: Work, plan: str) -> None:
    """Make a document no more by itself. Raises ``RecordGone``, ``NotAllowed``."""
    work.require(Permission.SUPERVISE_INQUIRIES)
    known = rows_of.plans(work.tx)
    kept = tuple(one for one in known if one.id != plan)
    if len(kept) == len(known):
        raise RecordGone(entity="report_plan", id=plan)
    rows_of.write_plans(work.tx, kept)


def is_due(view: View) -> bool:
    """Say whether a document is to be made by a plan of this station."""
    return any(_due(view, one) for one in rows_of.plans(view.rows))


def _due(view: View, one: ReportPlan) -> tuple[Stretch, ...]:
    return one.due(reports.templates()[one.kind].span, _here(view))


def _here(view: View) -> datetime:
    return view.now.astimezone(ZoneInfo(view.settings.time_zone))


def make_due(view: View, told: Callable[[int, int], None] | None = None) -> tuple[Outcome, ...]:
    """Make what is due, each in the name of whoever planned it; ``keep`` writes down what came of it.

    What goes wrong with one document keeps no other from being made; it is tried again an hour later.
    """
    found: list[Outcome] = []
    due = [(one, stretch) for one in rows_of.plans(view.rows) for stretch in _due(view, one)]
    for place, (one, stretch) in enumerate(due, 1):
        found.append(_made(view, one, stretch))
        if told:
            told(place, len(due))
    return tuple(found)


def _made(view: View, one: ReportPlan, stretch: Stretch) -> Outcome:
    try:
        desk = replace(view, by=_planner(view, one))
        report = reports.make(desk, one.kind, stretch, language=one.language)
        files = tuple(_saved(desk, report, ending, Path(one.folder)) for ending in one.formats)
    except AppError as error:
        return Outcome(one, stretch, failed=wording.told(error, one.language))
    return Outcome(one, stretch, files, as_html(report.paper))


def _planner(view: View, one: ReportPlan) -> Person:
    found = next((person for person in people_rows.everyone(view.rows) if person.id.hex() == one.by), None)
    if found is None:
        raise NotAllowed(permission=Permission.SUPERVISE_INQUIRIES.value)
    return found


def _saved(desk: View, report: Report, ending: str, folder: Path) -> str:
    save = {"pdf": reports.save_pdf, "xlsx": reports.save_xlsx, "json": reports.save_json}[ending]
    return save(desk, report, folder / f"{report.name}-{report.paper.language}.{ending}").name


def keep(work: Work, outcomes: Sequence[Outcome]) -> int:
    """Write down what was made and what failed; return how many were made."""
    state = {one.id: one for one in rows_of.plans(work.tx)}
    made = 0
    for one in outcomes:
        plan = state.get(one.plan.id)
        if plan is None:  # taken away meanwhile
            continue
        plan = replace(plan, tried_at=work.now, failed=one.failed)
        if not one.failed:
            made += _kept(work, one)
            plan = replace(plan, made=str(one.stretch), made_from=one.stretch.start_on.isoformat())
        state[plan.id] = plan
    rows_of.write_plans(work.tx, state.values())
    return made


def _kept(work: Work, one: Outcome) -> bool:
    row_id = id_by_plan(one.plan.id, str(one.stretch))
    if rows_of.html_of(work.tx, row_id) is not None:
        return False
    by = bytes.fromhex(one.plan.by)
    made = MadeReport(
        row_id, one.plan.kind, str(one.stretch), one.plan.language, one.files, work.now, by, one.plan.id
    )  # fmt: skip
    rows_of.write(work.tx, made, one.html)
    return True


def trouble(outcomes: Sequence[Outcome]) -> ReportsNotMade | None:
    """Return what a person is told where documents failed."""
    failed = [one for one in outcomes if one.failed]
    return ReportsNotMade(count=len(failed), reason=failed[-1].failed) if failed else None
