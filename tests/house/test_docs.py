"""Wall: the documents tell the truth: what they link is there, what they tell people to type works."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.house import command_tree
from tests.house.reading import ROOT, nothing_found, shown, text_of, tracked_files

LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:onewindow|make|python main\.py|python \.ci/dev\.py) [^`\n]+)`")


def _documents() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".md" and "resources" not in path.parts]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line number, command) of everything that a document tells people to type."""
    text = text_of(path)
    for block in FENCE.finditer(text):
        start = text.count("\n", 0, block.start(1)) + 1
        for offset, line in enumerate(block[1].splitlines()):
            words = line.strip().removeprefix("$ ").split("  #")[0].strip()
            if words.startswith(("onewindow", "make ", "python main.py", "python .ci/dev.py")):
                yield start + offset, words
    for found in INLINE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[1]


def _typed(*programs: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (place, words after the program) of every documented command of these programs."""
    for path in _documents():
        for number, line in _lines(path):
            for program in programs:
                if line == program or line.startswith(f"{program} "):
                    yield f"{shown(path)}:{number}", shlex.split(line.removeprefix(program))


def _dead_links() -> Iterator[str]:
    for path in _documents():
        for found in LINK.finditer(text_of(path)):
            target = found[1]
            if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists():
                number = text_of(path).count("\n", 0, found.start()) + 1
                yield f"{shown(path)}:{number}: links {target}, which is not there"


def test_links_lead_somewhere():
    nothing_found(_dead_links())


def _targets() -> set[str]:
    makefile = text_of(ROOT / "Makefile")
    return {name for line in re.findall(r"^([\w -]+):", makefile, re.MULTILINE) for name in line.split()}


def _unknown_targets() -> Iterator[str]:
    for place, words in _typed("make", "python .ci/dev.py"):
        wanted = [word for word in words if re.fullmatch(r"[a-z][\w-]*", word)]
        if not wanted or wanted[0] not in _targets():
            yield f"{place}: make knows no {' '.join(words)!r}; it has {', '.join(sorted(_targets()))}"


def test_make_knows_what_the_documents_tell_to_make():
    nothing_found(_unknown_targets())


def test_every_target_of_make_is_a_command_of_dev_py():
    steps = text_of(ROOT / ".ci" / "dev.py")
    nothing_found(f"Makefile:1: .ci/dev.py has no step {name!r}" for name in _targets() if f'"{name}"' not in steps)


def _program() -> click.Group:
    if not (ROOT / "app" / "cli.py").exists() and not (ROOT / "app" / "cli").is_dir():
        pytest.skip("the command line is not there yet")
    return command_tree.program()


def test_the_program_knows_what_the_documents_tell_to_type():
    program = _program()
    found = ((place, command_tree.complaint(program, words)) for place, words in _typed("onewindow", "python main.py"))
    nothing_found(f"{place}: {complaint}" for place, complaint in found if complaint)


def test_every_command_and_option_has_its_help():
    for name, command in command_tree.commands(_program(), "onewindow"):
        assert command.help or command.short_help, f"app/cli.py:1: `{name}` has no help text"
        bare = [one.name for one in command.params if isinstance(one, click.Option) and not one.help]
        nothing_found(f"app/cli.py:1: `{name}`: the option {option!r} has no help text" for option in bare)


def test_every_command_is_described_in_the_documents():
    pages = "\n".join(text_of(path) for path in _documents())
    leaves = [
        name for name, command in command_tree.commands(_program(), "onewindow") if not isinstance(command, click.Group)
    ]
    nothing_found(f"docs/cli.md:1: `{name}` is described nowhere" for name in leaves if name not in pages)


def test_every_decision_has_its_parts():
    for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        missing = [part for part in ("## Context", "## Decision", "## Rejected") if part not in text_of(path)]
        nothing_found(f"{shown(path)}:1: has no part {part!r}" for part in missing)


def test_every_runtime_dependency_has_its_reason_and_license():
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    page = text_of(ROOT / "docs" / "dependencies.md") if (ROOT / "docs" / "dependencies.md").exists() else ""
    names = {re.split(r"[<>=;\[ ]", one)[0] for one in project["dependencies"]}
    nothing_found(f"docs/dependencies.md:1: says nothing of {name}" for name in names if f"| {name} |" not in page)
