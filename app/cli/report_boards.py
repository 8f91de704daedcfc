"""``reports dashboard``: the charts of a role as lines."""

from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, the_desk
from app.cli.report_time import counted
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.dashboards import Chart, Point


@click.command("dashboard", help=say("reports.dashboard"))
@click.argument("name", required=False)
@click.option("--period", help=say("reports.period"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def dashboard(name: str | None, period: str | None, *, as_json: bool) -> int:
    """Print every chart of a dashboard with its points: the first that the person may see, or a named one."""
    from app.models.errors import RecordGone
    from app.services import dashboards

    desk = the_desk()
    with desk.house() as house:
        stretch = counted(house, period)
        wanted = name or next(iter(house.office.ask(dashboards.offered)), None)
        if wanted is None:
            raise RecordGone(entity="dashboard", id="–")
        charts = house.office.ask(dashboards.shown, wanted, stretch, language=desk.language)
    if as_json:
        print_json({"dashboard": wanted, "period": str(stretch), "charts": [_chart(one) for one in charts]})
        return 0
    for chart in charts:
        click.echo("\t".join(part for part in (chart.kpi.title.for_language(desk.language), chart.by) if part))
        for point in chart.points:
            click.echo(f"  {_line(chart, point)}")
    return 0


def _chart(chart: "Chart") -> dict[str, Any]:
    points = [_point(one) for one in chart.points]
    return {"kpi": chart.kpi.id, "by": chart.by, "target": chart.kpi.target, "points": points}


def _point(point: "Point") -> dict[str, Any]:
    if point.figure.hidden:
        return {"key": point.key, "name": point.name, "hidden": True}
    figure = point.figure
    told: dict[str, Any] = {"numerator": figure.numerator, "denominator": figure.denominator, "share": figure.share}
    beside = {} if point.beside is None else {"all": point.beside.share}
    return {"key": point.key, "name": point.name, **told, **beside}


def _line(chart: "Chart", point: "Point") -> str:
    figure = point.figure
    if figure.hidden:
        return f"{point.name}\t{say('reports.hidden')}"
    measure = chart.kpi.measure
    sign = measure.sign if measure.sign == "%" else f" {measure.sign}"
    share = "–" if figure.share is None else f"{figure.share * measure.scale:.1f}{sign}"
    return f"{point.name}\t{share}\t{figure.numerator}/{figure.denominator}"
