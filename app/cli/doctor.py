"""``doctor``: look at everything that the desk stands on, and say for each finding how to mend it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import click

from app.cli.desk import Desk, print_json, progress, the_desk
from app.cli.words import say, speak
from app.models.errors import AppError

_LOW_MB = 500
_MB = 1024 * 1024


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: ``state`` is good, note or bad; ``says`` names the mend where it is not good."""

    what: str
    state: str
    says: str


@click.command(help=say("doctor"))
@click.option("--quick", is_flag=True, help=say("doctor.quick"))
@click.option("--clean", is_flag=True, help=say("doctor.clean"))
@click.option("--rebuild", is_flag=True, help=say("doctor.rebuild"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def doctor(*, quick: bool, clean: bool, rebuild: bool, as_json: bool) -> int:
    """Check everything; 1 where something is wrong. Tables are rebuilt only from a sound journal."""
    findings = list(_look(the_desk(), quick=quick and not rebuild, clean=clean))
    if rebuild and not any(one.state == "bad" and one.what != "schema" for one in findings):
        findings = [one for one in findings if one.what != "schema"] + [_rebuilt(the_desk())]
    if as_json:
        print_json([vars(one) for one in findings])
    else:
        for one in findings:
            click.echo(f"[{say('doctor.' + one.state)}] {one.says}")
    return 1 if any(one.state == "bad" for one in findings) else 0


def _said(what: str, error: AppError) -> Finding:
    from app.services.wording import told

    return Finding(what, "bad", told(error, speak(None)))


def _look(desk: Desk, *, quick: bool, clean: bool) -> Iterator[Finding]:
    yield from _of_the_machine()
    yield from _of_the_folder(desk)
    yield from _of_the_database(desk, quick=quick, clean=clean)


def _rebuilt(desk: Desk) -> Finding:
    """Rebuild every table in the name of who signs in, and say which of them had said something else."""
    from app.services import health

    try:
        with desk.house(signed_in=False, anywhere=True) as house:
            before = house.office.do(health.restore_accounts).value
        with desk.house() as house, progress(say("doctor.rebuilding")) as moved:
            found = house.office.do(health.rebuild_tables, progress=moved).value
    except AppError as error:
        return _said("tables", error)
    if mended := sorted({*before, *found.mended}):
        return Finding("tables", "note", say("doctor.mended", records=found.records, tables=", ".join(mended)))
    return Finding("tables", "good", say("doctor.rebuilt", records=found.records))


def _of_the_machine() -> Iterator[Finding]:
    from app.outside import system

    try:
        system.check_window({"QT_QPA_PLATFORM": "offscreen"})
        yield Finding("libraries", "good", say("doctor.libraries"))
    except AppError as error:
        yield _said("libraries", error)
    if system.has_chinese_font() is False:
        yield Finding("fonts", "bad", say("doctor.fonts_missing"))
    else:
        yield Finding("fonts", "good", say("doctor.fonts"))


def _of_the_folder(desk: Desk) -> Iterator[Finding]:
    from app.bootstrap import database_in
    from app.outside.data_folder import check_data_dir, check_in_use

    folder = desk.folder
    try:
        (check_in_use if database_in(folder).exists() else check_data_dir)(folder)
        yield Finding("folder", "good", say("doctor.folder", path=folder))
    except AppError as error:
        yield _said("folder", error)
    if folder.exists():
        free = shutil.disk_usage(folder).free // _MB
        low = free < _LOW_MB
        yield Finding("disk", "bad" if low else "good", say("doctor.disk_low" if low else "doctor.disk", free=free))


def _of_the_database(desk: Desk, *, quick: bool, clean: bool) -> Iterator[Finding]:
    from app.cli import doctor_documents, doctor_keys
    from app.services import frame_contents

    try:
        with desk.house(signed_in=False, anywhere=True) as house:
            for what, state, says in doctor_keys.findings(house):
                yield Finding(what, state, says)
            if not quick:
                yield from (found := list(_of_the_journal(house)))
                if any(one.what == "schema" for one in found):  # what follows reads the tables
                    return
            yield from _put_aside(house)
            if count := house.office.ask(frame_contents.count_recorded):
                yield Finding("frames", "note", say("doctor.frames_recorded", count=count))
            if clean or not quick:
                for state, says in doctor_documents.findings(house, clean=clean):
                    yield Finding("documents", state, says)
    except AppError as error:
        yield _said("database", error)


def _of_the_journal(house: object) -> Iterator[Finding]:
    from app.bootstrap import House
    from app.services import health

    assert isinstance(house, House)
    with progress(say("doctor.checking")) as moved:
        found = house.office.ask(health.check, progress=moved)
    if found.broken_at:
        at = ", ".join(f"{origin[:8]}/{seq}" for origin, seq in found.broken_at)
        yield Finding("chain", "bad", say("doctor.chain_broken", at=at))
    else:
        yield Finding("chain", "good", say("doctor.chain", records=found.records))
    if found.missing:
        yield Finding("schema", "bad", say("doctor.missing", names=", ".join(found.missing[:5])))
    if found.damaged_pages:
        yield Finding("pages", "bad", say("doctor.pages", pages="; ".join(found.damaged_pages[:5])))


def _put_aside(house: object) -> Iterator[Finding]:
    from app.bootstrap import House
    from app.services import health

    assert isinstance(house, House)
    count, found = house.office.ask(health.put_aside, most=5)
    if count:
        names = "; ".join(f"{error} {row_id[:12]} ({since[:16]})" for error, row_id, since in found)
        yield Finding("aside", "note", say("doctor.aside", count=count, names=names))
