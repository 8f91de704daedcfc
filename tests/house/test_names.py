"""Wall: names say what a thing is; product words and American spelling everywhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import (
    ROOT,
    all_files,
    app_files,
    at,
    classes,
    does_not_parse,
    lines_with,
    nodes_of,
    nothing_found,
    shown,
    text_of,
    tracked_files,
)

BANNED = {
    *("util", "utils", "utilities", "misc", "common", "helper", "helpers", "base", "core"),
    *("manager", "managers", "handler", "handlers", "processor", "processors", "info", "stuff"),
}
BANNED_ENDINGS = (
    "Util",
    "Utils",
    "Helper",
    "Helpers",
    "Base",
    "Core",
    "Manager",
    "Handler",
    "Processor",
    "Info",
    "Stuff",
)
ISE = (
    "organ|normal|serial|initial|synchron|author|recogn|summar|prior|minim|maxim|optim|categor|custom|util|final|canon"
)
OUR = "col|behavi|fav|hon|lab|neighb|flav|harb"
BRITISH = (
    *(rf"(?:{ISE})(?:it)?is(?:e[drs]?|ing|ations?)\b", rf"(?:{OUR})our(?:s|ed|ing|ite|able|al)?\b"),
    *(r"centre[sd]?\b", r"metres?\b", r"litres?\b", r"licences?\b", r"defences?\b", r"offences?\b"),
    *(r"analys(?:e|ed|ing)\b", r"catalogues?\b", r"dial(?:led|ling)\b", r"label(?:led|ling)\b", r"travell\w+"),
    *(r"fulfil\b", r"enrol(?:s|ment|ments)?\b", r"judgements?\b", r"grey\b", r"programmes?\b", r"whilst\b"),
    *(r"learnt\b", r"spelt\b", r"amongst\b", r"artefacts?\b", r"cheques?\b", r"practis(?:e|ed|ing)\b"),
)
SPELLING = re.compile(r"(?<![A-Za-z])(?:" + "|".join(BRITISH) + ")", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z]+")
_SPELT: dict[str, bool] = {}
INSTANTS = ("_at", "at", "now", "since", "until", "effective_from", "effective_to")
DATES = ("_on", "day", "today", "published")  # and above: the keys of a script's file
PROSE = (".py", ".md", ".toml", ".json", ".yml", ".yaml", ".ts", ".txt")


def _unreadable() -> Iterator[str]:
    for path in all_files():
        error = does_not_parse(path)
        if error:
            yield f"{at(path, error.lineno or 1)}: Python 3.11 cannot read it: {error.msg}"


def test_every_file_is_python_311():
    nothing_found(_unreadable())


def _banned_modules() -> Iterator[str]:
    for path in all_files():
        parts = path.relative_to(ROOT).with_suffix("").parts
        for part in parts:
            if BANNED & set(part.lower().split("_")[-1:]) or part.lower() in BANNED:
                yield f"{at(path, 1)}: {part!r} says nothing; name it after what a reader looks for in it"


def test_no_module_is_a_drawer():
    nothing_found(_banned_modules())


def _banned_classes(path: Path) -> Iterator[str]:
    for one in classes(path):
        if one.name.endswith(BANNED_ENDINGS):
            yield f"{at(path, one)}: class {one.name}; say what it is or does instead of its ending"


def test_no_class_ends_in_an_empty_word():
    nothing_found(line for path in all_files() for line in _banned_classes(path))


def _suffixed_errors(path: Path) -> Iterator[str]:
    for one in classes(path):
        if one.name.endswith(("Error", "Exception")) and one.name != "AppError":
            yield f"{at(path, one)}: {one.name}; name the situation without a suffix, as CallbackGone"


def test_errors_are_named_after_the_situation():
    nothing_found(line for path in all_files() for line in _suffixed_errors(path))


def _british() -> Iterator[str]:
    """Look at each different word once, which is much quicker than at each place; then find its lines."""
    for path in tracked_files():
        if path.suffix not in PROSE or path == Path(__file__) or "scripts" in path.parts:
            continue
        new = set(WORD.findall(text_of(path))) - _SPELT.keys()
        _SPELT.update((word, bool(SPELLING.match(word))) for word in new)
        if any(_SPELT[word] for word in WORD.findall(text_of(path))):
            for number, line, hit in lines_with(SPELLING, path):
                if "://" not in line:
                    yield f"{shown(path)}:{number}: {hit!r} is not American spelling"


def test_spelling_is_american():
    nothing_found(_british())


def _times_without_suffix(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            kind, name = ast.unparse(node.annotation).replace(" | None", ""), node.target.id
            if kind in ("datetime", "datetime.datetime") and not name.endswith(INSTANTS):
                yield f"{at(path, node)}: {name} is an instant; end its name in _at"
            if kind in ("date", "datetime.date") and not name.endswith(DATES):
                yield f"{at(path, node)}: {name} is a date; end its name in _on"


def test_instants_end_in_at_and_dates_in_on():
    nothing_found(line for path in app_files() for line in _times_without_suffix(path))
