"""Every failure in the list says what holds it, and names a test, or a longer run, that is there."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: How many rows each part of the catalog has: station, line, people, identity, versions.
_ROWS = {"L": 14, "N": 11, "P": 7, "C": 13, "V": 6}
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_RUN = re.compile(r"`python -m benchmarks[. ](\w+)[^`]*`")
_HEADS = ("| what", "| row", "|---")


def _page() -> str:
    return (ROOT / "docs" / "failures.md").read_text(encoding="utf-8")


def _lines() -> list[str]:
    return [one for one in _page().splitlines() if one.startswith("|") and not one.startswith(_HEADS)]


@cache
def _tests_in(file: str) -> frozenset[str]:
    """Return the tests that pytest collects from a file: none where it would not look."""
    path = ROOT / file
    if not path.exists() or not path.name.startswith("test_"):
        return frozenset()
    found = ast.parse(path.read_text(encoding="utf-8")).body
    return frozenset(one.name for one in found if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def test_every_failure_names_a_test_that_is_there() -> None:
    named = _NAMED.findall(_page())
    assert [f"{file}::{name}" for file, name in named if name not in _tests_in(file)] == []
    assert [line for line in _lines() if not _NAMED.search(line.split("|")[-2]) and not _RUN.search(line)] == []


def test_every_longer_run_is_there() -> None:
    runs = set(_RUN.findall(_page()))
    assert runs
    assert [one for one in runs if not (ROOT / "benchmarks" / f"{one}.py").exists()] == []


def test_the_catalog_has_every_row_once_and_each_says_what_happens_and_what_holds() -> None:
    wanted = [f"{kind}{number}" for kind, most in _ROWS.items() for number in range(1, most + 1)]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in _lines()]
    catalog = [row for row in rows if re.fullmatch(r"[LNPCV]\d+", row[0])]
    assert [row[0] for row in catalog] == wanted
    assert [row for row in catalog if len(row) != 4 or not all(row)] == []
