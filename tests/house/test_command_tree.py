"""The walk over the command line says what a document may not tell people to type."""

import click
import pytest

from tests.house import command_tree

PROGRAM = click.Group(
    "onewindow",
    params=[click.Option(["--data-dir"])],
    commands={
        "run": click.Command("run", params=[click.Option(["--demo"], is_flag=True)]),
        "scripts": click.Group(
            "scripts", commands={"search": click.Command("search", params=[click.Argument(["text"])])}
        ),
    },
)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "run --demo",
        "--data-dir DIR run",
        "--data-dir DIR scripts search TEXT",
        "scripts search fever",
        "scripts --help",
        "--data-dir=x run --demo",
    ],
)
def test_what_the_program_knows_passes(typed):
    assert command_tree.complaint(PROGRAM, typed.split()) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("start", "onewindow has no command start"),
        ("run --fast", "run has no option --fast"),
        ("run now", "run takes no argument now"),
        ("scripts find fever", "scripts has no command find"),
    ],
)
def test_what_the_program_does_not_know_is_named(typed, said):
    assert command_tree.complaint(PROGRAM, typed.split()) == said


def test_the_whole_tree_is_walked():
    names = [name for name, _ in command_tree.commands(PROGRAM, "onewindow")]
    assert names == ["onewindow", "onewindow run", "onewindow scripts", "onewindow scripts search"]
