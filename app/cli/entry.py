"""The way in: global options, and commands that are imported only when they are called."""

import errno
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from app.cli import click_words
from app.cli.desk import Desk
from app.cli.words import say, speak
from app.models.errors import AppError

#: Command → module of this room, in the order of the help page.
COMMANDS = {
    "run": "run",
    "init": "setup",
    "recover": "setup",
    "keys": "keys",
    "demo": "setup",
    "doctor": "doctor",
    "accounts": "accounts",
    "retention": "retention",
    "scripts": "script_changes",
    "inquiries": "inquiries",
    "callers": "callers",
    "clusters": "clusters",
    "units": "units",
    "calendars": "calendars",
    "policies": "policies",
    "routing": "routing",
    "callbacks": "callbacks",
    "campaigns": "campaigns",
    "supervision": "supervision",
    "drills": "drills",
    "exams": "exams",
    "appraisals": "appraisals",
    "courses": "courses",
    "mock": "mock_calls",
    "evaluations": "evaluations",
    "forms": "forms",
    "questionnaires": "questionnaires",
    "reports": "reports",
    "findings": "findings",
    "opinions": "opinions",
    "backup": "backups",
    "verify": "backups",
    "restore": "backups",
    "sync": "sync_schedule",
    "hub": "hub",
    "rates": "statistics",
    "stats": "statistics",
    "screen-pop": "run",
    "tour": "run",
}


class Commands(click.Group):
    """A group whose commands are imported when they are called, so that the window starts without all the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"app.cli.{COMMANDS[cmd_name]}")
        return getattr(module, cmd_name.replace("-", "_"))


def _chosen_language(arguments: list[str]) -> str | None:
    """Return the language named on the line: help texts are made before click has read it."""
    for at, one in enumerate(arguments):
        if one == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if one.startswith("--lang="):
            return one.removeprefix("--lang=")
    return os.environ.get("ONEWINDOW_LANG")


def _group() -> click.Group:
    options = [
        click.Option(
            ["--data-dir"], type=click.Path(path_type=Path), envvar="ONEWINDOW_DATA_DIR", help=say("data_dir")
        ),
        click.Option(
            ["--key-file"], type=click.Path(path_type=Path), envvar="ONEWINDOW_KEY_FILE", help=say("key_file")
        ),
        click.Option(["--key-command"], envvar="ONEWINDOW_KEY_COMMAND", help=say("key_command")),
        click.Option(["--as", "name"], help=say("as")),
        click.Option(["--lang"], type=click.Choice(["en", "zh_CN"]), help=say("lang")),
    ]
    return Commands("onewindow", callback=_start, params=options, invoke_without_command=True, help=say("onewindow"))


def _start(
    data_dir: Path | None, key_file: Path | None, key_command: str | None, name: str | None, lang: str | None
) -> None:
    context = click.get_current_context()
    context.obj = Desk(data_dir, key_file, key_command, name, speak(lang), lang or "")
    if context.invoked_subcommand is None:
        context.invoke(import_module("app.cli.run").run)


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    speak(_chosen_language(given))
    click_words.translate()
    try:
        result = _group().main(given, prog_name="onewindow", standalone_mode=False)
    except AppError as error:
        from app.services.wording import sentence

        says, after = sentence(error, speak(None))
        click.echo(f"{says}\n{after}", err=True)
        return 1
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename is not None:  # a file has its name; output has none
            raise
        click.echo(say("output_full"), err=True)
        return 1
    except click.exceptions.Abort:
        click.echo(say("aborted"), err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return result if isinstance(result, int) else 0
