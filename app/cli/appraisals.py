"""``appraisals``: figures of a quarter with their formula, and another formula from a day on."""

from datetime import datetime
from typing import Any

import click

from app.cli.desk import print_json, the_desk
from app.cli.words import say


@click.group(help=say("appraisals"))
def appraisals() -> None:
    """Figures for the appraisal of operators."""


@appraisals.command("list", help=say("appraisals.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def listed(*, as_json: bool) -> int:
    """Print everybody's figures for evaluators, one's own for the others, with every formula."""
    from app.services import appraisals as service

    with the_desk().house() as house:
        found = house.office.ask(service.desk)
    rows: list[dict[str, Any]] = [
        {
            "name": one.display, "total": one.total, "critical": one.critical,
            "parts": {part.part.value: {"share": part.share, "cases": part.cases} for part in one.parts},
        }
        for one in found.figures
    ]  # fmt: skip
    formulas: list[dict[str, Any]] = [
        {
            "from": one.formula.from_on, "weights": {part.value: w for part, w in one.formula.weights.items()},
            "days": one.formula.practice_days, "reason": one.formula.reason, "by": one.by,
        }
        for one in found.history
    ]  # fmt: skip
    if as_json:
        print_json({"figures": rows, "formulas": formulas})
        return 0
    for row in rows:
        shares = (_share(part["share"]) for part in row["parts"].values())
        click.echo("\t".join((row["name"], _share(row["total"]), *shares, str(row["critical"]))))
    return 0


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


@appraisals.command(help=say("appraisals.weigh"))
@click.option("--exams", type=int, required=True, help=say("appraisals.percent"))
@click.option("--quality", type=int, required=True, help=say("appraisals.percent"))
@click.option("--practice", type=int, required=True, help=say("appraisals.percent"))
@click.option("--contest", type=int, default=0, help=say("appraisals.contest"))
@click.option("--days", type=int, required=True, help=say("appraisals.days"))
@click.option("--from", "from_on", type=click.DateTime(["%Y-%m-%d"]), required=True, help=say("appraisals.from"))
@click.option("--reason", required=True, help=say("appraisals.reason"))
def weigh(*, days: int, from_on: datetime, reason: str, **percent: int) -> int:
    """Set what counts from a day on."""
    from app.models.appraisals import AppraisalPart, Formula
    from app.services import appraisals as service

    weights = {part: percent[part.value] for part in AppraisalPart}
    with the_desk().house() as house:
        house.office.do(service.set_formula, Formula(weights, days, from_on.date(), reason))
    return 0
