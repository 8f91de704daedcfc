"""``sync export`` and ``sync import``: a bundle for a center without a line."""

from pathlib import Path

import click

from app.cli.desk import the_desk
from app.cli.words import say


@click.command("export", help=say("sync.export"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--everything", is_flag=True, help=say("sync.everything"))
def export(file: Path, *, everything: bool) -> int:
    """Write a bundle."""
    from app.outside import bundle_files
    from app.services import access, bundles, hub_sync

    with the_desk().house(anywhere=True) as house:
        parts = house.office.ask(bundles.records, everything=everything)
        count = bundle_files.write(file, parts, house.keys.center, house.office.ask(hub_sync.state).center)
        house.office.do(access.exported, "bundle", count)
    click.echo(say("sync.exported", file=file, count=count))
    return 0


@click.command("import", help=say("sync.import"))
@click.argument("file", type=click.Path(path_type=Path))
def take(file: Path) -> int:
    """Take a bundle in."""
    from app.cli.sync import tell_settled
    from app.outside import bundle_files
    from app.services import bundles, hub_sync

    with the_desk().house() as house:
        parts = bundle_files.read(file, house.keys.center, house.office.ask(hub_sync.state).center)
        taken = house.office.do(bundles.take, parts).value
    click.echo(say("sync.imported", count=taken.records, new=taken.new))
    if taken.unsettled:
        click.echo(say("sync.unsettled"), err=True)
    tell_settled(*taken.news)
    return 0
