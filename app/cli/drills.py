"""``drills``: what is due today, for the person signed in, and what comes due on the days after."""

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.contests import Board

_DAYS = 14


@click.group(help=say("drills"))
def drills() -> None:
    """Daily practice."""


@drills.command("due", help=say("drills.due"))
@click.option("--days", type=click.IntRange(1, 90), default=_DAYS, help=say("drills.days"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def due(days: int, *, as_json: bool) -> int:
    """Print today's questions in their order with the reason, and how many cards come due by day."""
    from app.services import drills as service

    desk = the_desk()
    with desk.house() as house:
        drill = house.office.do(service.start).value
        load = house.office.ask(service.load, days)
    cards = [
        {"script": one.script, "point": one.point, "topic": one.topic, "reason": one.reason.value, "risk": one.risk}
        for one in drill.cards
    ]
    done = {"items": drill.spent.items, "ms": drill.spent.ms, "new": drill.spent.new}
    if as_json:
        ahead = [{"day": drill.day + timedelta(days=place), "cards": count} for place, count in enumerate(load)]
        print_json({"day": drill.day, "done": done, "cards": cards, "load": ahead})
        return 0
    from app.services.wording import label

    for one in cards:
        reason = label("drill_reason", str(one["reason"]), desk.language)
        click.echo("\t".join((str(one["script"]), str(one["point"]), str(one["topic"]), reason)))
    tell(say("drills.left", left=len(cards), done=drill.spent.items))
    return 0


@drills.command("stuck", help=say("drills.stuck"))
@click.option("--person", default="", help=say("drills.stuck_person"))
@click.option("--card", default="", metavar="SCRIPT/POINT", help=say("drills.stuck_card"))
@click.option(
    "--cause", type=click.Choice(["person", "script", "question"]), default="person", help=say("drills.cause")
)
@click.option("--note", default="", help=say("drills.note"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def stuck(*, person: str, card: str, cause: str, note: str, as_json: bool) -> int:
    """List the cards that are not drilled any more; with a note, say what was done about one of them."""
    from app.models.drills import StuckCause
    from app.services import stuck_cards as service

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(service.listed, "zh" if desk.language.startswith("zh") else "en")
        if note:
            house.office.do(service.settle, service.named(found, person, card), StuckCause(cause), note)
            tell(say("drills.settled"))
            return 0
    rows = [
        {
            "operator": one.leech.operator, "card": f"{one.leech.card.script}/{one.leech.card.point}",
            "forgotten": one.leech.lapses, "text": one.text,
        }
        for one in found
    ]  # fmt: skip
    if as_json:
        print_json({"cards": rows})
        return 0
    for row in rows:
        click.echo("\t".join(str(value) for value in row.values()))
    return 0


@drills.command("contest", help=say("drills.contest"))
@click.option("--draw", is_flag=True, help=say("drills.draw"))
@click.option("--show/--hide", "shown", default=None, help=say("drills.show"))
@click.option("--alias", default="", help=say("drills.alias"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def contest(*, draw: bool, shown: bool | None, alias: str, as_json: bool) -> int:
    """Print how the teams of this month stand, one's own result, and the best who want to be seen."""
    from app.services import contests as service

    with the_desk().house() as house:
        if draw:
            house.office.do(service.draw)
        if shown is not None:
            house.office.do(service.enter, shown=shown, alias=alias)
        board = house.office.ask(service.board)
    teams = [
        {
            "team": one.number, "score": round(one.score.total, 4), "accuracy": round(one.score.accuracy, 4),
            "improvement": round(one.score.improvement, 4), "participation": round(one.score.participation, 4),
            "mine": one.mine,
        }
        for one in board.teams
    ]  # fmt: skip
    if as_json:
        best = [{"name": one.name, "accuracy": one.accuracy} for one in board.best]
        mine = {"accuracy": board.mine.accuracy, "answers": board.mine.answers, "before": board.before.accuracy}
        print_json({"month": board.month, "teams": teams, "mine": mine, "best": best})
        return 0
    for one in teams:
        click.echo("\t".join(str(value) for name, value in one.items() if name != "mine"))
    _tell_contest(board)
    return 0


def _tell_contest(board: "Board") -> None:
    """Say what is beside the table: that there is none, and one's own result."""
    if not board.teams:
        tell(say("drills.no_contest"))
    if board.mine.accuracy is not None:
        tell(say("drills.my_contest", share=round(100 * board.mine.accuracy), answers=board.mine.answers))
    for one in board.best:
        tell(f"{one.name}  {100 * one.accuracy:.0f} %")
