"""``supervision``: the board, a round of the ladder, and the digests of a day."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.supervision import BoardLine
    from app.services.ladder_notices import Digest
    from app.services.supervision import Board


@click.group(help=say("supervision"))
def supervision() -> None:
    """Supervision."""


@supervision.command(help=say("supervision.board"))
@click.option("--by", type=click.Choice(["unit", "person"]), default="unit", help=say("supervision.by"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def board(by: str, *, as_json: bool) -> int:
    """Print what is open by unit or by person, the most pressing first."""
    from app.services import supervision as service

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(service.board)
    lines = [
        (_name(found, line, by, desk.language), line) for line in (found.by_unit if by == "unit" else found.by_owner)
    ]
    rows = [_row(name, line) for name, line in [*lines, (say("supervision.all"), found.everything)]]
    if as_json:
        late = {target.value: count for target, count in found.late.items()}
        print_json({"at": found.now_at, "soon_until": found.soon_until, "late_by_promise": late, "lines": rows})
        return 0
    for row in rows:
        click.echo("\t".join(str(row[name]) for name in ("name", "late", "soon", "open", "average_age_h")))
    return 0


def _name(found: "Board", line: "BoardLine", by: str, language: str) -> str:
    if line.key is None:
        return "–"
    if by == "person":
        return found.people.get(line.key, line.key)
    names = found.units.get(line.key, (line.key, line.key))
    return names[0 if language.startswith("zh") else 1]


def _row(name: str, line: "BoardLine") -> dict[str, Any]:
    load = line.load
    hours = round(load.average_age.total_seconds() / 3600, 1)
    states = {column: cell.total for column, cell in line.cells.items()}
    return {
        "name": name, "key": line.key, "late": load.late, "soon": load.soon, "open": load.total,
        "average_age_h": hours, "states": states,
    }  # fmt: skip


@supervision.command(help=say("supervision.run"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def run(*, as_json: bool) -> int:
    """Let every rung of the ladder fire that has been passed, and print what fired."""
    from app.services import ladder_firing
    from app.services.wording import label

    desk = the_desk()
    fired: list[dict[str, Any]] = []
    looked = 0
    with desk.house() as house:
        while True:
            done = house.office.do(ladder_firing.run).value
            looked += done.looked
            fired += [
                {
                    "number": one.number,
                    "step": one.step.value,
                    "promise": one.target,
                    "due": one.due_at,
                    "unit": one.unit,
                }
                for one in done.fired
            ]
            if not done.more:
                break
    if as_json:
        print_json({"looked": looked, "fired": fired})
        return 0
    for one in fired:
        step = label("supervision", one["step"], desk.language)
        click.echo("\t".join((one["number"], step, label("target", one["promise"], desk.language), one["unit"] or "")))
    tell(say("supervision.ran", looked=looked, fired=len(fired)))
    return 0


@supervision.command(help=say("supervision.digest"))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help=say("supervision.day"))
@click.option("--pdf", type=click.Path(file_okay=False, path_type=Path), help=say("supervision.pdf"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def digest(day: datetime | None, pdf: Path | None, *, as_json: bool) -> int:
    """Print the digests of a day as e-mail texts, or write each as PDF into a folder."""
    from app.models.papers import as_text
    from app.services import ladder_notices, papers

    desk = the_desk()
    with desk.house() as house:
        office = house.office
        found = office.ask(ladder_notices.digests, _day(day), language=desk.language)
        for one in () if as_json else found:
            paper = office.ask(ladder_notices.paper_of, one, language=desk.language)
            if pdf is None:
                click.echo(as_text(paper))
            else:
                pdf.mkdir(parents=True, exist_ok=True)
                path = pdf / f"digest-{one.day.isoformat()}-{one.kind}-{one.key}.pdf"
                tell(say("supervision.written", path=office.ask(papers.save_pdf, paper, path)))
    if as_json:
        print_json([_digest(one) for one in found])
    elif not found:
        tell(say("supervision.nothing"))
    return 0


def _day(day: datetime | None) -> date | None:
    return day.date() if day else None


def _digest(one: "Digest") -> dict[str, Any]:
    lines = [
        {"number": line.row.number, "step": line.step.value, "promise": line.target, "due": line.due_at}
        for line in one.lines
    ]
    told = {"day": one.day, "kind": one.kind, "key": one.key, "name": one.name, "lines": lines}
    undecided = [{"entity": each.entity, "field": each.field, "since": each.since} for each in one.undecided]
    return {**told, "undecided": undecided}
