"""``reports letterhead``: what stands on every page of a document."""

from pathlib import Path

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say


@click.command("letterhead", help=say("reports.letterhead"))
@click.option("--head", help=say("reports.letterhead_head"))
@click.option("--foot", help=say("reports.letterhead_foot"))
@click.option("--logo", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=say("reports.logo"))
@click.option("--no-logo", is_flag=True, help=say("reports.no_logo"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def letterhead(head: str | None, foot: str | None, logo: Path | None, *, no_logo: bool, as_json: bool) -> int:
    """Set what is named, and print what stands there."""
    from app.models import letterheads
    from app.services import papers, settings

    wanted = {"report_head": head, "report_foot": foot, "logo": "" if no_logo else None}
    if logo is not None:
        wanted["logo"] = letterheads.to_text(logo.read_bytes())
    changed = {name: value for name, value in wanted.items() if value is not None}
    with the_desk().house() as house:
        if changed:
            house.office.do(settings.change, **changed)
        found = house.office.ask(papers.letterhead)
    if as_json:
        print_json({"head": found.head, "foot": found.foot, "logo_bytes": len(found.logo)})
    else:
        tell("\n".join((found.head, found.foot, say("reports.logo_bytes", count=len(found.logo)))))
    return 0
