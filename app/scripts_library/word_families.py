"""Everyday English words that are said for one another, such as pregnant and expecting.

Used on the side of the query: a caller's word stands for its family too, less surely than for itself. Measured with
titles alone (data/vira, training questions): recall@1 .500 → .509, @5 .674 → .685; with all phrasings half a point.
"""

from collections.abc import Mapping
from functools import cache

from app.scripts_library.tokens import fold, runs, stem
from resources import FOLDER


def read_families(text: str) -> dict[str, frozenset[str]]:
    """Return for each stem the stems of its families without itself; lines that begin with # are comments."""
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        words = () if line.startswith("#") else runs(fold(line))
        family = {stem(run.text) for run in words}
        for one in family:
            found.setdefault(one, set()).update(family - {one})
    return {one: frozenset(others) for one, others in found.items()}


@cache
def shipped_families() -> Mapping[str, frozenset[str]]:
    """Return the families that come with the program."""
    path = FOLDER / "scripts" / "word_families.txt"
    return read_families(path.read_text(encoding="utf-8"))
