"""``sync export`` and ``sync import``: a bundle for a center without a line."""

from functools import partial
from pathlib import Path

import click

from app.cli.desk import the_desk
from app.cli.words import say


@click.command("export", help=say("sync.export"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--everything", is_flag=True, help=say("sync.everything"))
def export(file: Path, *, everything: bool) -> int:
    """Write a bundle."""
    from app.models.sync_errors import BundleDiskFull, full_disks
    from app.services import bundles

    with full_disks(BundleDiskFull), the_desk().house(anywhere=True) as house:
        told = partial(house.office.do, bundles.exported)
        count = house.office.ask(bundles.write, file, whole=told, everything=everything)
    click.echo(say("sync.exported", file=file, count=count))
    return 0


@click.command("import", help=say("sync.import"))
@click.argument("file", type=click.Path(path_type=Path))
def take(file: Path) -> int:
    """Take a bundle in."""
    from app.cli.sync import tell_settled
    from app.models.sync_errors import BundleDiskFull, full_disks
    from app.services import bundles

    with full_disks(BundleDiskFull), the_desk().house() as house:
        taken = house.office.do(bundles.take_in, file).value
    click.echo(say("sync.imported", count=taken.records, new=taken.new))
    tell_settled(*taken.news)
    return 0
