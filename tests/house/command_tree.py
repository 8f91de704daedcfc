"""Walk the tree of the command line without running anything."""

import importlib
import re
from collections.abc import Iterator

import click

PLACEHOLDER = re.compile(r"^(?:[A-Z][A-Z_0-9.]*…?|<.*>|…|\.\.\.|\[.*|.*\]|\|.*)$")
HELP = ("--help", "-h")


def program() -> click.Group:
    """Return the group that holds all commands of the program."""
    return importlib.import_module("app.cli.entry")._group()


def inner(command: click.Command) -> dict[str, click.Command]:
    """Return the commands of a group by name, also of one that imports them late; none of a plain command."""
    if not isinstance(command, click.Group):
        return {}
    context = click.Context(command)
    found = {word: command.get_command(context, word) for word in command.list_commands(context)}
    return {word: one for word, one in found.items() if one is not None}


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield (what a person types, command) of the whole tree."""
    yield name, command
    for word, one in inner(command).items():
        yield from commands(one, f"{name} {word}")


def option_of(command: click.Command, word: str) -> click.Option | None:
    """Return the option that a word means here, or None."""
    for one in command.params:
        if isinstance(one, click.Option) and word in (*one.opts, *one.secondary_opts):
            return one
    return None


def complaint(command: click.Command, words: list[str]) -> str | None:
    """Follow the words down the tree and say what is unknown, or None."""
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if PLACEHOLDER.match(word):
            continue
        if word.startswith("-") and len(word) > 1:
            found = _after_option(command, word, waiting)
        else:
            found, command = _after_word(command, word)
        if found:
            return found
    return None


def _after_option(command: click.Command, word: str, waiting: list[str]) -> str | None:
    name, _, value = word.partition("=")
    option = option_of(command, name)
    if option is None:
        return None if name in HELP else f"{command.name} has no option {name}"
    takes_next = not option.is_flag and not option.count and not value
    del waiting[: option.nargs if takes_next and waiting and not waiting[0].startswith("-") else 0]
    return None


def _after_word(command: click.Command, word: str) -> tuple[str | None, click.Command]:
    if isinstance(command, click.Group):
        found = inner(command).get(word)
        return (None, found) if found else (f"{command.name} has no command {word}", command)
    takes = any(isinstance(one, click.Argument) for one in command.params)
    return (None if takes else f"{command.name} takes no argument {word}"), command
