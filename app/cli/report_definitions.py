"""Definitions of KPIs on the line: how one is computed, its versions, and its targets."""

from datetime import datetime

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("explain", help=say("reports.explain"))
@click.argument("kpi_id", metavar="KPI")
def explain(kpi_id: str) -> int:
    """Print how a KPI is computed: rows, conditions, what stands above and below the line, target, source."""
    from app.services import kpi_words, kpis

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(kpis.named, kpi_id)
    for heading, text in kpi_words.explained(found, desk.language):
        click.echo(f"{heading}\t{text}")
    return 0


@click.command("history", help=say("reports.history"))
@click.argument("kpi_id", metavar="KPI")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def history(kpi_id: str, *, as_json: bool) -> int:
    """Print every version of a KPI, the newest first."""
    from app.models.errors import RecordGone
    from app.services import kpi_words, kpis

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(kpis.versions, kpi_id)
    if not found:
        raise RecordGone(entity="kpi", id=kpi_id)
    rows = [
        {"version": one.number, "from": one.kpi.from_on, "until": one.kpi.until_on, "target": one.kpi.target,
         "warning": one.kpi.warning, "at": one.at, "by": one.by, "goal": kpi_words.goal(one.kpi, desk.language)}
        for one in found
    ]  # fmt: skip
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        click.echo("\t".join(str(row[name] or "–") for name in ("version", "from", "until", "goal", "at", "by")))
    return 0


@click.command("targets", help=say("reports.targets"))
@click.argument("kpi_id", metavar="KPI", required=False)
@click.option("--target", type=float, help=say("reports.targets_target"))
@click.option("--warning", type=float, help=say("reports.targets_warning"))
@click.option("--none", "without", is_flag=True, help=say("reports.targets_none"))
@click.option("--from", "from_on", type=_DAY, help=say("reports.targets_from"))
def targets(
    kpi_id: str | None, target: float | None, warning: float | None, *, without: bool, from_on: datetime | None
) -> int:
    """Print the targets of all KPIs, or save another target of one."""
    from app.services import kpi_words, kpis

    desk = the_desk()
    with desk.house() as house:
        if kpi_id is not None and (target is not None or without):
            number = house.office.do(
                kpis.set_target, kpi_id, target=target, warning=warning, from_on=from_on.date() if from_on else None
            ).value
            tell(say("reports.imported", name=kpi_id, number=number))
            return 0
        for one in house.office.ask(kpis.listed):
            if kpi_id in (None, one.id):
                goal = kpi_words.goal(one, desk.language) or "–"
                click.echo(f"{one.id}\t{one.title.for_language(desk.language)}\t{goal}")
    return 0
