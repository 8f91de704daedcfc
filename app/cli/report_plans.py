"""``reports plan``, ``reports due``, ``reports schedule`` and ``reports made``: documents made by themselves."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli import schedules
from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.outside.schedules import Job

_KINDS = ("weekly", "monthly", "quarterly", "findings", "bulletin", "yearly")
_AT = click.option("--at", type=click.DateTime(["%H:%M"]), default="07:00", help=say("reports.plan_at"))


@click.group("plan", help=say("reports.plan"))
def plan() -> None:
    """Documents that this station makes by itself."""


@plan.command("add", help=say("reports.plan_add"))
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("folder", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path))
@click.option("--language", type=click.Choice(("en", "zh_CN")), help=say("reports.plan_language"))
@click.option("--day", type=click.IntRange(1, 28), default=1, show_default=True, help=say("reports.plan_day"))
@_AT
@click.option("--as", "formats", multiple=True, type=click.Choice(("pdf", "xlsx", "json")), help=say("reports.plan_as"))
def add(kind: str, folder: Path, *, language: str | None, day: int, at: datetime, formats: tuple[str, ...]) -> int:
    """Plan a document."""
    from app.services import report_plans
    from app.services.report_plans import NewPlan

    desk = the_desk()
    new = NewPlan(kind, language or desk.language, str(folder), day, at.time(), formats or ("pdf",))
    with desk.house() as house:
        click.echo(house.office.do(report_plans.add, new).value)
    return 0


@plan.command("list", help=say("reports.plan_list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_plans(*, as_json: bool) -> int:
    """Print the plans of this station."""
    from app.services import report_plans

    with the_desk().house() as house:
        found = [(one, house.office.ask(report_plans.next_at, one)) for one in house.office.ask(report_plans.plans)]
    rows = [
        {
            "id": one.id, "kind": one.kind, "language": one.language, "day": one.day, "at": f"{one.at:%H:%M}",
            "folder": one.folder, "formats": one.formats, "next_at": after, "made": one.made, "failed": one.failed,
        }
        for one, after in found
    ]  # fmt: skip
    if as_json:
        print_json(rows)
        return 0
    for one, after in found:
        click.echo("\t".join((one.id, one.kind, one.language, f"{after:%Y-%m-%d %H:%M}", one.folder, one.made)))
    return 0


@plan.command("remove", help=say("reports.plan_remove"))
@click.argument("plan_id", metavar="PLAN")
def remove(plan_id: str) -> int:
    """Take a plan out."""
    from app.services import report_plans

    with the_desk().house() as house:
        house.office.do(report_plans.remove, plan_id)
    return 0


@click.command("due", help=say("reports.due"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def due(*, as_json: bool) -> int:
    """Make every document that is due by a plan of this station; for the scheduler of the system."""
    from app.services import figures, report_plans

    with the_desk().house(signed_in=False) as house:
        office = house.office
        found: tuple[report_plans.Outcome, ...] = ()
        if office.ask(report_plans.is_due):
            office.do(figures.catch_up)
            with progress(say("reports.due")) as moved:
                found = office.ask(report_plans.make_due, moved)
            office.do(report_plans.keep, found)
    if as_json:
        print_json(
            [
                {
                    "plan": one.plan.id,
                    "kind": one.plan.kind,
                    "period": str(one.stretch),
                    "files": one.files,
                    "failed": one.failed,
                }
                for one in found
            ]
        )
        return 1 if any(one.failed for one in found) else 0
    for one in found:
        click.echo("\t".join((one.plan.kind, str(one.stretch), one.failed or ", ".join(one.files))))
    return 1 if any(one.failed for one in found) else 0


@click.command("made", help=say("reports.made"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def made(*, as_json: bool) -> int:
    """Print the documents that were made, the newest first."""
    from app.services import accounts, made_reports

    with the_desk().house() as house:
        found = house.office.ask(made_reports.newest)
        names = {one.id: one.name for one in house.office.ask(accounts.people)}
    if as_json:
        print_json(
            [
                {
                    "at": one.at,
                    "kind": one.kind,
                    "period": one.period,
                    "language": one.language,
                    "by": names.get(one.by, ""),
                    "plan": one.plan,
                    "files": one.files,
                }
                for one in found
            ]
        )
        return 0
    for one in found:
        who = names.get(one.by, "")
        click.echo("\t".join((one.at.isoformat(), one.kind, one.period, who, ", ".join(one.files))))
    return 0


@click.group("schedule", help=say("reports.schedule"))
def schedule() -> None:
    """``reports due`` in the schedule of the operating system."""


def _job(at: datetime) -> "Job":
    from app.models.night_syncs import reports_name_of
    from app.outside.schedules import Job

    install, words = schedules.station()
    return Job(reports_name_of(install), (*words, "reports", "due"), at.time(), "make the reports that are due")


@schedule.command("install", help=say("reports.schedule_install"))
@_AT
def install(at: datetime) -> int:
    """Make due documents each day."""
    from app.outside.schedules import Schedule

    job = _job(at)
    Schedule().install(job)
    tell(say("reports.schedule_done", at=f"{job.at:%H:%M}", name=job.name))
    return 0


@schedule.command("show", help=say("reports.schedule_show"))
@_AT
@click.option("--units", is_flag=True, help=say("sync.schedule_units"))
def show(at: datetime, *, units: bool) -> int:
    """Show what stands in the schedule, or what belongs there."""
    return schedules.show(_job(at), units=units, group="reports")


@schedule.command("remove", help=say("reports.schedule_remove"))
@_AT
def unschedule(at: datetime) -> int:
    """Take it out of the schedule."""
    return schedules.remove(_job(at), "reports")
