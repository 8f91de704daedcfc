"""How well and how fast scripts are found: ``python -m benchmarks.script_search [--data DIR] [--scripts N] [--quick]``.

Recall is printed beside FTS5's trigram index, rank_bm25 and rapidfuzz over the same phrases and queries. ``--data``, or
the variable ``ONEWINDOW_BENCH_DATA``, names a folder with ``vira``, ``meqsum`` and ``cdc_qa`` as they are published.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from app.scripts_library import learning
from app.scripts_library.entries import Entry
from app.scripts_library.learned import Learned
from app.scripts_library.learning import Example
from app.scripts_library.readings import quick_syllables
from app.scripts_library.tokens import fold, query_tokens, runs
from app.store.script_index import ScriptIndex
from benchmarks import script_gate, script_scale
from benchmarks.measuring import Figure, percentile, table
from benchmarks.script_libraries import Library, Query, chinese, english, generated, real_titles, vira

Search = Callable[[str], Sequence[str]]
#: What is wanted, by name: recall@1 and recall@5 (0: no demand).
WANTED = {
    "vira, all phrasings": (0.77, 0.89),
    "vira, titles only": (0.52, 0.72),
    "4-letter prefixes": (0.0, 0.96),
    "a typo in each keyword": (0.0, 0.97),
    "4-letter prefixes (real)": (0.0, 0.96),
    "a typo in each keyword (real)": (0.0, 0.97),
    "initials of 4 to 6": (0.0, 0.85),
    "two word pairs": (0.77, 0.915),
}


def main(arguments: Sequence[str] = ()) -> int:
    """Measure and print; 1 where a figure with a demand misses it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.script_search", description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("ONEWINDOW_BENCH_DATA"))
    parser.add_argument("--scripts", type=int, default=10_000)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args(list(arguments))
    count = 60 if given.quick else 400
    large, small = generated(given.scripts), generated(2_000)
    index, speed = _filled(large.entries)
    name = "scripts indexed each second of processor time"
    figures = [Figure(name, speed, "/s", limit=2_000, at_least=True, note="without pypinyin's process")]
    figures.append(script_scale.changes(index, large.entries))
    figures += _latencies(index, large, count)
    figures += _keystrokes(index, large, count // 2)
    figures.append(_lost_to_a_homophone(small, count))
    figures += script_scale.figures(20 if given.quick else 100, **(script_scale.QUICK if given.quick else {}))
    print(table(figures))
    missed = any(one.ok is False for one in figures)
    compared = [
        _compared(large.entries, english(large, count)),
        _compared(small.entries, chinese(small, count)),
    ]
    if given.data and (given.data / "meqsum").is_dir():
        real = generated(given.scripts, real=real_titles(given.data))
        compared.append(_compared(real.entries, {f"{name} (real)": one for name, one in english(real, count).items()}))
    if given.data and (given.data / "vira").is_dir():
        for name, with_phrasings in (("vira, all phrasings", True), ("vira, titles only", False)):
            entries, queries = vira(given.data / "vira", phrasings=with_phrasings)
            model = _learned(entries) if with_phrasings else None
            compared.append(_compared(entries, {name: queries[:count] if given.quick else queries}, model))
    if given.data and (given.data / "vira").is_dir() and (given.data / "meqsum").is_dir():
        gate = script_gate.figures(given.data, asked=count if given.quick else script_gate.ASKED)
        compared.append((table(gate), any(one.ok is False for one in gate)))
    for lines, is_missed in compared:
        print("\n" + lines)
        missed |= is_missed
    return 1 if missed else 0


def _filled(entries: Sequence[Entry]) -> tuple[ScriptIndex, float]:
    """An index of these scripts, and how many a second went in. Which readings are heard in words is asked once for a
    library, in a process of its own, and kept.
    """
    index = ScriptIndex()
    start = time.process_time()
    index.put(entries)
    return index, len(entries) / (time.process_time() - start)


def _latencies(index: ScriptIndex, library: Library, count: int) -> list[Figure]:
    """Every key of what people type, and whole sentences: from the text to the list of hits."""
    rng = Random(11)
    titles = [text for _, text in rng.sample(library.natural, min(count, len(library.natural)))]
    keys = [text[:end] for text in titles for end in range(1, min(len(text), 12) + 1)]
    keys += [" ".join(text.split()[:3]) for text in titles if text.isascii()]
    typed = [_taken(index, text) for text in keys]
    whole = [_taken(index, text) for text in titles]
    return [
        _figure("a key typed, up to 12 characters or three words, p99", typed, 16),
        _figure("a whole sentence, p99", whole, 50),
    ]


def _taken(index: ScriptIndex, text: str) -> float:
    start = time.perf_counter()
    index.query(text, 8)
    return (time.perf_counter() - start) * 1000


def _figure(name: str, took: list[float], limit: float) -> Figure:
    note = f"p50 {percentile(took, 0.5):.2f}, p95 {percentile(took, 0.95):.2f}, worst {max(took):.0f} ms, n {len(took)}"
    return Figure(name, percentile(took, 0.99), "ms", limit=limit, note=note)


def _keystrokes(index: ScriptIndex, library: Library, count: int) -> list[Figure]:
    """How many keys until the script is among the first five."""
    rng = Random(13)
    chinese_titles = [(key, text) for key, text in library.natural if not text.isascii()]
    english_titles = [(key, text) for key, text in library.natural if text.isascii()]
    figures: list[Figure] = []
    for name, titles, typed in (
        ("characters", chinese_titles, _as_is),
        ("initials", chinese_titles, _initials),
        ("English letters", english_titles, _as_is),
    ):
        keys = [_keys(index, key, typed(text)) for key, text in rng.sample(titles, min(count, len(titles)))]
        few, many = (None, None) if name == "English letters" else (4, 7)
        asked, note = f"keys until in the top five, {name}", f"n {len(keys)}"
        figures.append(Figure(f"{asked}, median", statistics.median(keys), "keys", limit=few, note=note))
        figures.append(Figure(f"{asked}, p90", percentile(keys, 0.9), "keys", limit=many))
    return figures


def _lost_to_a_homophone(library: Library, count: int) -> Figure:
    """By how many points fewer scripts are among the first five with one wrong homophone in 4 to 6 characters."""
    index, _ = _filled(library.entries)
    asked = chinese(library, count)
    right, wrong = (
        100 * _recall(lambda text: [hit.key for hit in index.query(text, 5)], asked[name])[1]
        for name in ("4 to 6 characters", "… one homophone error")
    )
    note = f"recall@5 {right:.1f} → {wrong:.1f}"
    return Figure("4 to 6 characters, lost to one homophone error", right - wrong, "points", limit=2, note=note)


def _as_is(text: str) -> str:
    return text


def _initials(text: str) -> str:
    return "".join(syllable[0] for run in runs(fold(text)) if run.is_chinese for syllable in quick_syllables(run.text))


def _keys(index: ScriptIndex, key: str, text: str) -> float:
    for end in range(1, min(len(text), 24) + 1):
        if key in (hit.key for hit in index.query(text[:end], 5)):
            return end
    return 25


def _learned(entries: Sequence[Entry]) -> Learned | None:
    """What the phrasings teach, as it is fitted at night."""
    return learning.fit([Example(one.key, phrase.shown) for one in entries for phrase in one.phrases])


def _compared(
    entries: Sequence[Entry], queries: dict[str, list[Query]], model: Learned | None = None
) -> tuple[str, bool]:
    """A table of recall@1/@5 and milliseconds at the 99th percentile, ours beside the others; whether ours misses."""
    searches = _searches(entries, model)
    lines = [f"{f'{len(entries):,} scripts':36}" + "".join(f"{name:>24}" for name in searches)]
    missed = False
    for name, asked in queries.items():
        cells: list[str] = []
        for who, search in searches.items():
            first, five, late = _recall(search, asked)
            wanted = WANTED.get(name, (0.0, 0.0))
            if who == "ours":
                missed |= first < wanted[0] or five < wanted[1]
            cells.append(f"{first:6.3f} {five:6.3f} {late:6.1f} ms")
        demand = "≥ {:.2f}/{:.3f}".format(*WANTED[name]) if any(WANTED.get(name, ())) else ""
        lines.append(f"{name:36}" + "".join(f"{cell:>24}" for cell in cells) + f"  {demand}")
    return "\n".join(lines), missed


def _recall(search: Search, queries: Iterable[Query]) -> tuple[float, float, float]:
    took: list[float] = []
    first = five = 0
    for query in queries:
        start = time.perf_counter()
        keys = search(query.text)
        took.append((time.perf_counter() - start) * 1000)
        first += list(keys[:1]) == [query.key]
        five += query.key in keys[:5]
    return first / len(took), five / len(took), percentile(took, 0.99)


def _searches(entries: Sequence[Entry], model: Learned | None) -> dict[str, Search]:
    phrases = [(entry.key, phrase.folded) for entry in entries for phrase in entry.phrases]
    index, _ = _filled(entries)
    return {
        "ours": lambda text: [hit.key for hit in index.query(text, 5, model=model)],
        "FTS5 trigram": _trigram(phrases),
        "rank_bm25": _bm25(phrases),
        "rapidfuzz": _fuzzy(phrases),
    }


def _best_keys(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))[:5]


def _trigram(phrases: Sequence[tuple[str, str]]) -> Search:
    from sqlcipher3 import dbapi2

    driver: Any = dbapi2
    connection = driver.connect(":memory:", isolation_level=None)
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='trigram')")
    connection.executemany(
        "INSERT INTO t(rowid, text) VALUES(?,?)", [(at, text) for at, (_, text) in enumerate(phrases)]
    )

    def search(text: str) -> list[str]:
        folded = fold(text)
        groups = dict.fromkeys(folded[at : at + 3] for at in range(len(folded) - 2))
        words = " OR ".join('"' + group.replace('"', '""') + '"' for group in groups if group.strip())
        if not words:
            return []
        rows = connection.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 40", (words,))
        return _best_keys(phrases[row[0]][0] for row in rows)

    return search


def _bm25(phrases: Sequence[tuple[str, str]]) -> Search:
    from rank_bm25 import BM25Okapi

    made = BM25Okapi([list(query_tokens(runs(text)).words) or [""] for _, text in phrases])

    def search(text: str) -> list[str]:
        scores = made.get_scores(list(query_tokens(runs(fold(text))).words))
        return _best_keys(phrases[at][0] for at in scores.argsort()[::-1][:40] if scores[at] > 0)

    return search


def _fuzzy(phrases: Sequence[tuple[str, str]]) -> Search:
    from rapidfuzz import fuzz, process

    texts = [text for _, text in phrases]

    def search(text: str) -> list[str]:
        found = process.extract(fold(text), texts, scorer=fuzz.token_set_ratio, limit=40)
        return _best_keys(phrases[at][0] for _, _, at in found)

    return search


if __name__ == "__main__":
    import sys

    raise SystemExit(main(sys.argv[1:]))
