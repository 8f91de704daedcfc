"""``backup``, ``verify``, ``restore``: an encrypted copy that is proven, proof of one, and one put back."""

from contextlib import suppress
from pathlib import Path

import click

from app.cli.desk import print_json, the_desk
from app.cli.words import say


@click.command(help=say("backup"))
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--keep", type=click.IntRange(min=1), default=7, show_default=True, help=say("backup.keep"))
@click.option("--if-due", is_flag=True, help=say("backup.if_due"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def backup(file: Path | None, keep: int, *, if_due: bool, as_json: bool) -> int:
    """Write a proven backup."""
    from app.services import backup_plans

    with the_desk().house(signed_in=False, anywhere=True) as house:
        if if_due and not house.office.ask(backup_plans.is_due):
            click.echo(say("backup.not_due"), err=True)
            return 0
        target = file or house.office.ask(backup_plans.target)
        proof = backup_plans.BackupKeeper(house.office).run(target, keep=keep)
    if as_json:
        print_json({"file": str(target), "records": proof.records})
    else:
        click.echo(say("backup.done", file=target, records=proof.records))
    return 0


@click.command(help=say("verify"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def verify(file: Path, *, as_json: bool) -> int:
    """Prove that a backup would restore, with the key of this installation that it was made under."""
    from app.models.file_errors import FileMissing
    from app.outside import former_keys
    from app.services import backups

    if not file.exists():
        raise FileMissing(path=str(file))
    with the_desk().house(signed_in=False, anywhere=True) as house:
        assert house.kept_by is not None
        here = house.office.store.path
        proof = backups.prove(file, former_keys.key_of_backup(here, file, house.keys, house.kept_by))
    if as_json:
        print_json({"file": str(file), "records": proof.records, "sound": proof.sound, "broken_at": proof.broken_at})
    else:
        click.echo(say("verify.sound" if proof.sound else "verify.damaged", file=file, records=proof.records))
    return 0 if proof.sound else 1


@click.command(help=say("restore"))
@click.argument("file", type=click.Path(path_type=Path))
def restore(file: Path) -> int:
    """Put a backup into an empty data folder; where its key is not at hand it stays there, and that is said."""
    from app.bootstrap import database_in
    from app.models.errors import AppError, DatabaseBusy, DatabaseDamaged, DatabaseTooNew
    from app.outside.data_folder import check_data_dir
    from app.services import backups

    desk = the_desk()
    check_data_dir(desk.folder)
    database = database_in(desk.folder)
    backups.restore(file, database)
    proof = None
    try:
        with suppress(DatabaseDamaged), desk.house(signed_in=False) as house:
            proof = backups.prove(house.office.store.path, house.keys.database)
    except (DatabaseBusy, DatabaseTooNew):  # no key opens it
        raise
    except AppError:
        click.echo(say("restore.closed", file=desk.folder), err=True)
        raise
    if proof is not None and proof.sound:
        click.echo(say("verify.sound", file=desk.folder, records=proof.records))
        return 0
    backups.take_out(database)
    click.echo(say("restore.damaged", file=file, records=proof.records if proof else 0), err=True)
    return 1
