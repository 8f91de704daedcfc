"""Every failure in the list names a test that is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: How many rows each part of the catalog has: station, line, people, identity, versions.
_ROWS = {"L": 14, "N": 11, "P": 7, "C": 13, "V": 6}
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_failure_names_a_test_that_is_there() -> None:
    text = (ROOT / "docs" / "failures.md").read_text(encoding="utf-8")
    named = _NAMED.findall(text)
    gone = [f"{file}::{name}" for file, name in named if f"\ndef {name}(" not in _text(ROOT / file)]
    assert gone == []
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith(("| what", "| row"))]
    assert [line for line in lines if not _NAMED.search(line)] == []


def test_the_catalog_has_every_row_once() -> None:
    text = (ROOT / "docs" / "failures.md").read_text(encoding="utf-8")
    wanted = [f"{kind}{number}" for kind, most in _ROWS.items() for number in range(1, most + 1)]
    assert re.findall(r"^\| ([LNPCV]\d+) \|", text, re.MULTILINE) == wanted


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
