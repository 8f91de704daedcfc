"""``forms``: check a form of intake without a database, publish one for every station, and say which ones count."""

from pathlib import Path
from typing import Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say, speak

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(help=say("forms"))
def forms() -> None:
    """Forms of intake."""


@forms.command("check", help=say("forms.check"))
@click.argument("paths", nargs=-1, required=True, type=_FILE)
def check(paths: tuple[Path, ...]) -> int:
    """Print what is wrong with files; exit 1 where one may not be used."""
    return max(_check(path) for path in paths)


def _check(path: Path) -> int:
    from app.models.errors import AppError
    from app.models.forms import parse_form
    from app.outside.files import read_text
    from app.services.wording import told

    try:
        found = parse_form(read_text(path), file=path.name)
    except AppError as error:
        click.echo(told(error, speak(None)))
        return 1
    click.echo(say("forms.usable", file=path.name, name=found.id, version=found.version, count=len(found.fields)))
    for place in found.unknown:
        click.echo(say("forms.unknown", file=path.name, place=place))
    return 0


@forms.command("list", help=say("forms.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_forms(*, as_json: bool) -> int:
    """Print every version that can be read, and why others cannot; the newest of a form is asked of new callers."""
    from app.services import reference
    from app.services.wording import told

    with the_desk().house(signed_in=False) as house:
        found = house.office.ask(reference.forms)
        line = house.office.settings.form
    rows: list[dict[str, Any]] = [
        {
            "id": one.id,
            "version": one.version,
            "title": one.title.for_language(speak(None)),
            "asked": one.id == line and found.newest(line) is one,
            "shipped": (one.id, one.version) in reference.shipped_forms().versions,
        }
        for one in sorted(found.versions.values(), key=lambda one: (one.id, one.version))
    ]
    if as_json:
        print_json(rows)
    for row in () if as_json else rows:
        marks = [say(f"forms.{name}") for name in ("asked", "shipped") if row[name]]
        click.echo("\t".join((row["id"], str(row["version"]), row["title"], ", ".join(marks))))
    for refusal in found.refused:
        tell(told(refusal, speak(None)))
    return 0


@forms.command("publish", help=say("forms.publish"))
@click.argument("path", type=_FILE)
def publish(path: Path) -> int:
    """Publish a file as a version of its form; one that is broken, too new or has another text is refused."""
    from app.outside.files import read_text
    from app.services import reference

    with the_desk().house() as house:
        found = house.office.do(reference.publish_form, read_text(path), file=path.name).value
    tell(say("forms.published", file=path.name, name=found.id, version=found.version))
    return 0
