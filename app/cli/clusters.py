"""``clusters``: incidents that many callers told of: the latest ones, one with its inquiries, another title."""

from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.clusters import ClusterCard
    from app.models.inquiries import InquiryRow

#: Inquiries that one question gives.
_PAGE = 200


@click.group(help=say("clusters"))
def clusters() -> None:
    """Incidents."""


@clusters.command("list", help=say("clusters.list"))
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help=say("clusters.limit"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_clusters(limit: int, *, as_json: bool) -> int:
    """List the latest incidents."""
    from app.services import clusters as service

    with the_desk().house() as house:
        found = house.office.ask(service.latest, limit=limit)
    if as_json:
        print_json([_told(one) for one in found])
        return 0
    for one in found:
        parts = (_lead(one), one.inquiries, one.lately, one.open, one.cluster.title)
        click.echo("\t".join(map(str, parts)))
    return 0


@clusters.command("show", help=say("clusters.show"))
@click.argument("number")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def show(number: str, *, as_json: bool) -> int:
    """Show the incident of an inquiry, with every inquiry of it."""
    from app.models.errors import RecordGone
    from app.services import clusters as service
    from app.services import dispatch_notes

    with the_desk().house() as house:
        office = house.office
        card = office.ask(service.card, office.ask(dispatch_notes.numbered, number))
        if card is None:
            raise RecordGone(entity="cluster", id=number)
        rows: list[InquiryRow] = []
        after: int | None = None
        while page := office.ask(service.members, card.cluster.id, after=after, limit=_PAGE):
            rows += page
            after = page[-1].position
    if as_json:
        print_json({**_told(card), "rows": [_row(one) for one in rows]})
        return 0
    click.echo(say("clusters.is", title=card.cluster.title, count=card.inquiries, lately=card.lately, open=card.open))
    for one in rows:
        click.echo("\t".join((one.number, one.state.value, one.opened_at.isoformat(), one.summary or "")))
    return 0


@clusters.command("rename", help=say("clusters.rename"))
@click.argument("number")
@click.argument("title")
def rename(number: str, title: str) -> int:
    """Give the incident of an inquiry another title."""
    from app.models.errors import RecordGone
    from app.services import clusters as service
    from app.services import dispatch_notes

    with the_desk().house() as house:
        office = house.office
        card = office.ask(service.card, office.ask(dispatch_notes.numbered, number))
        if card is None:
            raise RecordGone(entity="cluster", id=number)
        office.do(service.rename, card.cluster.id, title)
    return 0


def _lead(card: "ClusterCard") -> str:
    return card.lead.number if card.lead else "–"


def _told(card: "ClusterCard") -> dict[str, Any]:
    return {
        "title": card.cluster.title,
        "lead": card.lead.number if card.lead else None,
        "opened_at": card.cluster.opened_at.isoformat(),
        "inquiries": card.inquiries,
        "within_a_day": card.lately,
        "others_open": card.open,
    }


def _row(one: "InquiryRow") -> dict[str, Any]:
    return {
        "number": one.number,
        "state": one.state.value,
        "opened_at": one.opened_at.isoformat(),
        "area": one.area,
        "summary": one.summary,
    }
