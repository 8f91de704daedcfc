"""``reports``: the KPIs of a period with the rows behind them, their definitions, hot topics, and documents."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.report_boards import dashboard
from app.cli.report_definitions import explain, history, targets
from app.cli.report_letterhead import letterhead
from app.cli.report_plans import due, made, plan, schedule
from app.cli.report_time import calls, counted, time_ledger
from app.cli.report_voices import answer, comment, list_proposals, list_voices, propose
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.figures import Figure
    from app.models.hot_topics import Rise

_GROUPS = ("person", "unit", "channel", "category")


@click.group(help=say("reports"))
def reports() -> None:
    """Figures and reports."""


@reports.command(help=say("reports.kpi"))
@click.option("--period", help=say("reports.period"))
@click.option("--by", type=click.Choice(_GROUPS), help=say("reports.by"))
@click.option("--only", metavar="ID", help=say("reports.only"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def kpi(period: str | None, by: str | None, only: str | None, *, as_json: bool) -> int:
    """Print every KPI of a period, or one by operator, unit, channel or category."""
    from app.services import figures

    desk = the_desk()
    with desk.house() as house:
        stretch = counted(house, period)
        found = house.office.ask(figures.cards, stretch)
        rows = [_row(one.figure, one.kpi.id, one.kpi.title.for_language(desk.language)) for one in found]
        for row, one in zip(rows, found, strict=True):
            row |= {"target": one.kpi.target, "reached": one.reached, "measure": one.kpi.measure.value}
            row["subject"] = one.kpi.subject.value
        rows = [row for row in rows if only in (None, row["id"])]
        if by is not None:
            for row in rows:
                cells = house.office.ask(figures.compare, row["id"], stretch, by).cells
                row["by"] = [_row(figure, key, key) for key, figure in cells]
    if as_json:
        print_json({"period": str(stretch), "from": stretch.start_on, "to": stretch.last_on, "kpis": rows})
        return 0
    for row in rows:
        click.echo(_line(row))
        for cell in row.get("by", ()):
            click.echo(f"  {_line(cell | {'measure': row['measure']})}")
    return 0


def _row(figure: "Figure", key: str, name: str) -> dict[str, Any]:
    if figure.hidden:
        return {"id": key, "name": name, "hidden": True}
    excluded = {str(one): count for one, count in figure.excluded.items()}
    told = {"numerator": figure.numerator, "denominator": figure.denominator, "share": figure.share}
    window = {"window": figure.window} if figure.window else {}
    return {"id": key, "name": name, **told, **window, "cases": figure.cases, "left_out": excluded}


def _line(row: dict[str, Any]) -> str:
    if row.get("hidden"):
        return f"{row['name'] or '–'}\t{say('reports.hidden')}"
    from app.models.kpis import Measure

    measure = Measure(row.get("measure", "share"))
    sign = "%" if measure is Measure.SHARE else f" {measure.sign}"
    share = "–" if row["share"] is None else f"{row['share'] * measure.scale:.1f}{sign}"
    if row["share"] is None and row.get("subject") == "call":
        share = say("reports.too_few" if row["cases"] else "reports.not_measured")
    target = "" if row.get("target") is None else f"\t{round(row['target'] * measure.scale, 1):g}{sign}"
    hours = " – ".join(at.isoformat(sep=" ") for at in row.get("window", ()))
    window = f"\t{hours}" if hours else ""
    return f"{row['name'] or '–'}\t{share}\t{row['numerator']}/{row['denominator']}{target}{window}"


@reports.command(help=say("reports.rows"))
@click.argument("kpi_id", metavar="KPI")
@click.option("--period", help=say("reports.period"))
@click.option("--missed", is_flag=True, help=say("reports.missed"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def rows(kpi_id: str, period: str | None, *, missed: bool, as_json: bool) -> int:
    """Print the inquiries behind a KPI, without a cap."""
    from app.services import figure_rows, figures

    desk = the_desk()
    found: list[dict[str, Any]] = []
    with desk.house() as house:
        stretch = counted(house, period)
        told = house.office.ask(figures.named, kpi_id, stretch)
        sets = [one for one in told.kpi.denominator if not missed or one not in told.kpi.numerator]
        wanted = figure_rows.Wanted(sets, stretch, between=told.figure.window)
        after: figure_rows.After | None = None
        while page := house.office.ask(figure_rows.page, wanted, after=after, limit=500, language=desk.language):
            found += [
                {"number": one.number, "day": one.day, "unit": one.unit, "text": one.text, "said": one.said}
                for one in page
            ]
            after = page[-1].after
    if as_json:
        print_json(found)
        return 0
    for one in found:
        click.echo("\t".join((one["number"], one["day"].isoformat(), one["unit"], one["said"])))
    return 0


@reports.command(help=say("reports.definition"))
@click.argument("kpi_id", metavar="KPI", required=False)
def definition(kpi_id: str | None) -> int:
    """Print the definition of a KPI, or the names of all."""
    from app.services import kpis

    desk = the_desk()
    with desk.house() as house:
        if kpi_id:
            click.echo(house.office.ask(kpis.export_text, kpi_id))
            return 0
        for one in house.office.ask(kpis.listed):
            click.echo(f"{one.id}\t{one.title.for_language(desk.language)}\t{one.formula.for_language(desk.language)}")
    return 0


@reports.command("import", help=say("reports.import"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_file(file: Path) -> int:
    """Publish the definitions of a file."""
    from app.outside.files import read_text
    from app.services import kpis

    desk = the_desk()
    with desk.house() as house:
        for name, number in house.office.do(kpis.import_text, read_text(file), file=file.name).value:
            tell(say("reports.imported", name=name, number=number))
    return 0


@reports.command("rising", help=say("reports.rising"))
@click.option("--period", help=say("reports.period"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def rising(period: str | None, *, as_json: bool) -> int:
    """Print topics and words that rise against their own past."""
    from app.services import hot_topics, reference

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(hot_topics.hot, counted(house, period))
    rows = [_rise(one.rise, script=one.script, examples=one.examples) for one in found.topics]
    words = [_rise(one) for one in found.words]
    if as_json:
        print_json({"looked_at": found.looked_at, "before": found.before, "topics": rows, "words": words})
        return 0
    for row in rows:
        name = reference.categories().path_label(row["id"], desk.language)
        click.echo(f"{name}\t{row['count']}\t{row['expected']}\t{row['script']}")
    for row in words:
        click.echo(f"{row['id']}\t{row['count']}\t{row['expected']}")
    return 0


def _rise(one: "Rise", **more: object) -> dict[str, Any]:
    told = {"count": one.count, "expected": round(one.expected, 2), "chance": one.chance, "new": one.is_new}
    return {"id": one.key, **told, **more}


def _document(kind: str) -> click.Command:
    """Return the command that makes one kind of document."""

    @click.option("--period", help=say("reports.document_period"))
    @click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), help=say("reports.pdf"))
    @click.option("--xlsx", type=click.Path(dir_okay=False, path_type=Path), help=say("reports.xlsx"))
    @click.option("--language", type=click.Choice(("en", "zh_CN")), help=say("reports.plan_language"))
    @click.option("--json", "as_json", is_flag=True, help=say("json"))
    def make(period: str | None, pdf: Path | None, xlsx: Path | None, language: str | None, *, as_json: bool) -> int:
        return _make(kind, period, {"pdf": pdf, "xlsx": xlsx}, language or the_desk().language, as_json=as_json)

    return click.command(kind, help=say(f"reports.{kind}"))(make)


def _make(kind: str, period: str | None, wanted: "dict[str, Path | None]", language: str, *, as_json: bool) -> int:
    from app.models.papers import as_text
    from app.services import figures
    from app.services import reports as service

    desk = the_desk()
    with desk.house() as house:
        office = house.office
        stretch = counted(house, period)
        if not period:
            stretch = office.ask(figures.current, service.templates()[kind].span).former()
        with progress(say(f"reports.{kind}")) as moved:
            report = office.ask(service.make, kind, stretch, language=language, told=moved)
        for name, save in (("pdf", service.save_pdf), ("xlsx", service.save_xlsx)):
            path = wanted[name]
            if path is not None:
                tell(say("supervision.written", path=office.ask(save, report, path)))
    if as_json:
        print_json(service.as_json(report))
    elif not any(wanted.values()):
        click.echo(as_text(report.paper))
    return 0


for _kind in ("weekly", "monthly", "quarterly", "findings", "bulletin", "yearly"):
    reports.add_command(_document(_kind))
for _command in (dashboard, explain, history, targets):
    reports.add_command(_command)
reports.add_command(time_ledger)
reports.add_command(calls)
for _command in (letterhead, plan, due, made, schedule):
    reports.add_command(_command)
for _command in (list_voices, comment, propose, list_proposals, answer):
    reports.add_command(_command)
