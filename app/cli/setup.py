"""``init`` makes an installation and prints its recovery sheet; ``demo fill`` fills a folder with demo data."""

import io
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.words import say, speak
from app.models.errors import AppError

if TYPE_CHECKING:
    from app.outside.center_recovery import Renewed
    from app.outside.recovery_sheet import RecoverySheet
    from app.outside.secrets import KeyStore
    from app.services.office import Office

#: A place where a line whose language nobody named, as on many servers, is not taken for that of the center.
CHINA, CHINESE = "CN", "zh_CN"


@click.command(help=say("init"))
@click.option("--admin", required=True, help=say("init.admin"))
@click.option("--display", default="", help=say("init.display"))
@click.option("--passphrase", is_flag=True, help=say("init.passphrase"))
@click.option("--sheet", type=click.Path(path_type=Path), help=say("init.sheet"))
@click.option("--country", help=say("init.country"))
@click.option("--time-zone", help=say("init.time_zone"))
def init(
    admin: str, display: str, *, passphrase: bool, sheet: Path | None, country: str | None, time_zone: str | None
) -> int:
    """Make the data folder, the keys, the first account and the recovery sheet."""
    from app import bootstrap
    from app.outside.recovery_sheet import of_here
    from app.services import founding
    from app.ui.kit import here

    desk = the_desk()
    zone = here.time_zone()  # a slip is told before there is a folder: its sheet is shown once
    language = desk.spoken or (CHINESE if (country or "").upper() == CHINA else speak(None))
    center = founding.center(country or "", time_zone or "", language=language, zone_here=zone)
    _be_able_to_print()
    password = os.environ.get("ONEWINDOW_PASSWORD") or str(
        click.prompt(say("password_of", name=admin), hide_input=True, confirmation_prompt=True, err=True)
    )
    choice = desk.choice(wants_passphrase=passphrase)
    if bootstrap.cut_short(desk.folder):
        tell(say("init.cut_short", path=desk.folder))
    who = {"admin": admin, "display": display or admin, "password": password}
    made = bootstrap.create(desk.folder, choice, **who, center=center)
    try:
        code = _give(of_here(made), sheet)
    except OSError as error:
        bootstrap.undo(made)
        tell(say("init.sheet_lost", reason=error.strerror or str(error)))
        return 1
    tell(say("init.done", path=desk.folder, provider=made.house.provider))
    tell(_told_center(made.house.office))
    made.house.close()
    return code


def _be_able_to_print() -> None:
    """Let both languages of a sheet go wherever the output goes: a pipe of Windows knows one of them, else."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def _told_center(office: "Office") -> str:
    from app.services import reference, settings

    known, language = office.ask(settings.current), speak(None)
    form = office.ask(reference.intake_form).title.for_language(language)
    given = {"country": known.country, "time_zone": known.time_zone, "language": known.language}
    return say("init.center", **given, form=form)


def _give(paper: "RecoverySheet", sheet: Path | None) -> int:
    """Give the sheet of new keys to somebody; one that no file takes is printed, as nobody can ask for it again."""
    from app.outside.recovery_sheet import as_text, save
    from app.services.wording import told

    if sheet:
        try:
            save(sheet, paper)
        except AppError as error:
            _print(as_text(paper))
            tell(told(error, speak(None)))
            return 1
        tell(say("init.sheet_saved", path=sheet))
    else:
        _print(as_text(paper))
    return 0


def _print(text: str) -> None:
    """Print a text that is shown once. Raises OSError where the output did not take the whole of it."""
    click.echo(text)
    sys.stdout.flush()


@click.command(help=say("recover"))
@click.option("--passphrase", is_flag=True, help=say("init.passphrase"))
@click.option("--center-key", type=click.Path(path_type=Path), help=say("recover.center_key"))
@click.option("--escrow", type=click.Path(path_type=Path), help=say("recover.escrow"))
@click.option("--sheet", type=click.Path(path_type=Path), help=say("init.sheet"))
def recover(center_key: Path | None, escrow: Path | None, sheet: Path | None, *, passphrase: bool) -> int:
    """Get the key back with the recovery sheet or the center's key, and give it to the provider that is named."""
    from app import bootstrap
    from app.outside import center_recovery, secrets

    if sheet and sheet.exists():
        raise click.BadParameter(say("keys.sheet_there", file=sheet))
    if escrow and not center_key:
        raise click.UsageError(say("recover.no_center_key"))
    desk = the_desk()
    asked = say("recover.code" if center_key else "recover.ask")
    database = bootstrap.database_in(desk.folder)
    store = secrets.choose_store(database, desk.choice(wants_passphrase=passphrase), moving=True)
    typed = os.environ.get("ONEWINDOW_RECOVERY") or str(click.prompt(asked, hide_input=True, err=True))
    if center_key and escrow:
        _recover_from_hub(database, store, _Taken(center_key, escrow, typed, sheet))
    else:
        center_recovery.by_sheet_or_key(database, typed, store, center_key)
    tell(say("recover.done", path=desk.folder, provider=store.name))
    if sheet and not sheet.exists():
        tell(say("recover.no_sheet"))
    return 0


@dataclass(frozen=True)
class _Taken:
    """What somebody brought to get a key back from the hub: two files and a code, and where the new sheet goes."""

    center_key: Path
    escrow: Path
    code: str = field(repr=False)
    sheet: Path | None = None


def _recover_from_hub(database: Path, store: "KeyStore", taken: _Taken) -> None:
    """Get the keys back from the hub's copy; where no keys file leads to them, make one, its sheet first."""
    from app.outside import center_key as pairs
    from app.outside import center_recovery
    from app.outside.clock import SystemClock

    pair = pairs.read(taken.center_key, taken.code)
    found = center_recovery.found(database, pair, from_hub=center_recovery.read(taken.escrow))
    if center_recovery.is_named(database, found.keys):
        center_recovery.give_back(database, found.keys, store)
        return
    made = center_recovery.new_sheet(found)
    _hand_out(made, taken.sheet)
    center_recovery.keep_sheet(database, made, store, now=SystemClock().now())


def _hand_out(made: "Renewed", sheet: Path | None) -> None:
    """Give the new sheet to somebody before it counts: into a file, or on the screen until its last group is typed."""
    from app.outside.recovery_sheet import as_text, of_here, save

    paper = of_here(made)
    if sheet:
        save(sheet, paper)
        tell(say("init.sheet_saved", path=sheet))
        return
    click.echo(as_text(paper))
    while str(click.prompt(say("recover.last_group"), err=True)).strip().upper() != made.recovery.split("-")[-1]:
        tell(say("recover.not_last_group"))


@click.group(help=say("demo"))
def demo() -> None:
    """Demo data."""


@demo.command(help=say("demo.fill"))
@click.option("--inquiries", default=600, show_default=True, type=click.IntRange(1), help=say("demo.inquiries"))
@click.option("--seed", default=1, show_default=True, help=say("demo.seed"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def fill(inquiries: int, seed: int, *, as_json: bool) -> int:
    """Fill the demo folder (or the one named by --data-dir) with realistic data."""
    from app import bootstrap
    from app.outside.data_folder import default_data_dir
    from app.services import demo as demo_data

    desk = the_desk()
    if desk.key_file or desk.key_command:
        raise click.UsageError(say("demo.own_key"))
    folder = desk.data_dir or default_data_dir() / "demo"
    filled: list[object] = []
    with progress(say("demo.filling")) as moved:

        def pour(office: "Office") -> None:
            bootstrap.import_shipped_scripts(office)
            filled.append(demo_data.fill(office, inquiries=inquiries, seed=seed, progress=moved))

        house = bootstrap.demo(folder, pour)
    house.close()
    if not filled:
        tell(say("demo.already", path=folder))
        return 1
    if as_json:
        print_json({"data_dir": str(folder), "inquiries": inquiries, "seed": seed, "password": bootstrap.DEMO_PASSWORD})
    else:
        tell(say("demo.filled", path=folder, inquiries=inquiries, password=bootstrap.DEMO_PASSWORD))
    return 0
