"""Search in a hundred thousand scripts, in a library that changes while it is asked, and up to the painted list."""

import time
from collections.abc import Iterable, Sequence
from random import Random

from app.scripts_library.entries import Entry
from app.store.script_index import ScriptIndex
from benchmarks import keystrokes
from benchmarks.desk import desk
from benchmarks.measuring import Figure, percentile
from benchmarks.script_libraries import Library, chinese, english, generated

LARGE = 100_000
#: What a quick run measures instead.
QUICK = {"scripts": 5_000, "times": 1}
#: So many scripts are changed one by one in a filled library.
_CHANGED = 200
#: The desk behind the window whose list is painted: search never asks it, so a small one does.
_INQUIRIES = 20_000


def figures(asked: int, *, scripts: int = LARGE, times: int = 3) -> list[Figure]:
    """All kinds of queries at a hundred thousand scripts, ``asked`` of each; keys to painted lists at ten thousand."""
    library = generated(scripts)
    index = ScriptIndex()
    index.put(library.entries)
    found = [_at_large(index, library, asked)]
    index.close()
    return [*found, *keystrokes.figures(desk(_INQUIRIES), times)]


def changes(index: ScriptIndex, entries: Sequence[Entry]) -> Figure:
    """How long one changed script takes until it can be found, in a library that is filled."""
    took: list[float] = []
    for entry in Random(19).sample(list(entries), min(_CHANGED, len(entries))):
        start = time.perf_counter()
        index.put([entry])
        took.append((time.perf_counter() - start) * 1000)
    note = f"p50 {percentile(took, 0.5):.2f}, worst {max(took):.0f} ms, n {len(took)}"
    return Figure(f"one script changed among {len(index):,}, p95", percentile(took, 0.95), "ms", note=note)


def _at_large(index: ScriptIndex, library: Library, asked: int) -> Figure:
    texts = list(_texts(library, asked))
    took: list[float] = []
    for text in texts:
        start = time.perf_counter()
        index.query(text, 8)
        took.append((time.perf_counter() - start) * 1000)
    note = f"p50 {percentile(took, 0.5):.1f}, p99 {percentile(took, 0.99):.1f}, worst {max(took):.0f} ms, n {len(took)}"
    name = f"a query of any kind among {len(index):,} scripts, p95"
    return Figure(name, percentile(took, 0.95), "ms", limit=130, note=note)


def _texts(library: Library, asked: int) -> Iterable[str]:
    """Whole titles, each key of a beginning, keywords, beginnings of words, errors, pieces, homophones and initials."""
    rng = Random(23)
    titles = [text for _, text in rng.sample(library.natural, min(asked, len(library.natural)))]
    yield from titles
    yield from (text[:end] for text in titles[: asked // 4] for end in range(1, 13))
    for kinds in (english(library, asked), chinese(library, asked)):
        yield from (query.text for queries in kinds.values() for query in queries)
