"""``policies``: what is promised about time: listed, shown, checked, put in force, written as a file."""

import json
from pathlib import Path
from typing import Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(help=say("policies"))
def policies() -> None:
    """Promises about time."""


@policies.command("list", help=say("policies.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_policies(*, as_json: bool) -> int:
    """List the policies that are known, with what each promises."""
    from app.models.policies import to_json
    from app.services import policies as service

    with the_desk().house() as house:
        found = house.office.ask(service.listed)
    if as_json:
        print_json([{"version": one.number, **json.loads(to_json(one.policy))} for one in found])
        return 0
    for one in found:
        targets = " ".join(f"{target.value}={duration}" for target, duration in one.policy.targets.items())
        click.echo(f"{one.reference}\t{targets}")
    return 0


@policies.command("show", help=say("policies.show"))
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def show(name: str, *, as_json: bool) -> int:
    """Show every version of a policy, the newest first."""
    from app.models.policies import to_json
    from app.services import policies as service

    with the_desk().house() as house:
        house.office.ask(service.named, name)
        found = house.office.ask(service.versions, name)
    told: list[dict[str, Any]] = [
        {
            "version": one.number,
            "saved_at": one.at.isoformat() if one.at else None,
            "by": one.by or None,
            **json.loads(to_json(one.policy)),
        }
        for one in found
    ]
    if as_json:
        print_json(told)
        return 0
    for one in told:
        when = say("policies.saved_by", at=one["saved_at"], by=one["by"]) if one["saved_at"] else say("policies.ships")
        click.echo(say("policies.version", version=one["version"], when=when))
        click.echo(json.dumps({**one["when"], **one["targets"]}, ensure_ascii=False))
    return 0


@policies.command("check", help=say("policies.check"))
@click.argument("file", type=_FILE)
def check(file: Path) -> int:
    """Say whether a file could be put in force; nothing is saved."""
    from app.services import policies as service

    policy = service.read_text(file.read_text(encoding="utf-8-sig"), file=file.name)
    with the_desk().house() as house:
        house.office.ask(service.check_new, policy)
    tell(say("policies.right", name=policy.name))
    return 0


@policies.command("publish", help=say("policies.publish"))
@click.argument("file", type=_FILE)
def publish(file: Path) -> int:
    """Put a file in force for what is opened from now on."""
    from app.services import policies as service

    policy = service.read_text(file.read_text(encoding="utf-8-sig"), file=file.name)
    with the_desk().house() as house:
        version = house.office.do(service.save, policy).value
    tell(say("policies.published", name=policy.name, version=version))
    return 0


@policies.command("export", help=say("policies.export"))
@click.argument("name")
def export(name: str) -> int:
    """Print a policy as its file."""
    from app.services import policies as service

    with the_desk().house(anywhere=True) as house:
        click.echo(house.office.ask(service.export_text, name))
    return 0
