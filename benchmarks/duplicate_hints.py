"""Hints at duplicates while a matter is typed, and how many of the right ones they are.

Matters are drawn as callers raise them, words by frequency, half of them Chinese; some repeat what an inquiry of the
last days said, in a shorter or another order. Each is asked for after every few words. The reference reads every
inquiry of the thirty days, counts each word exactly and ranks by the same rules: recall is the share of its hints that
the index found too.
"""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from app.models import duplicates as rules
from app.models.duplicates import Matter
from app.services import duplicates
from app.services.demo_texts import Texts
from app.services.office import View
from app.store.duplicates import candidate
from app.store.projections import first_position
from benchmarks.desk import Desk
from benchmarks.measuring import Figure, percentile, timed

#: Most that a hint may take (milliseconds, at the 99th percentile), as for every search while typing.
LIMIT_MS = 50.0
#: Share of the hints of a whole scan that have to be found.
LEAST_RECALL = 0.95
_EVERY = 8
_RECENT = """SELECT position, id, caller, area, unit, category, summary, details, closed_at IS NOT NULL FROM inquiry
    WHERE position >= ? AND deleted_at IS NULL AND state <> 'merged' ORDER BY position"""


def matters(count: int, recent: Sequence[tuple[str, str | None, str | None]], seed: int = 11) -> list[Matter]:
    """Return what is known of matters while they are typed: summaries that grow, an area and a category at their end.

    ``recent``: summary, area and category of inquiries that are there, of which every third matter says half again.
    """
    rng = Random(seed)
    texts = Texts(rng)
    found: list[Matter] = []
    while len(found) < count:
        language = "zh" if rng.random() < 0.5 else "en"
        topic = texts.topic(language)
        summary, category = texts.summary(topic, language), topic.category
        area = rng.choice(recent)[1] if recent else None
        if recent and rng.random() < 1 / 3:
            said, area, category = rng.choice(recent)
            words = said.split(" ") if " " in said else list(said)
            summary = (" " if " " in said else "").join(words[len(words) // 3 :])
        steps = (summary[: len(summary) // 3], summary[: 2 * len(summary) // 3], summary)
        found += [Matter(summary=step) for step in steps if step]
        found.append(Matter(summary=summary, area=area, category=category))
    return found[:count]


def scanned(view: View, matter: Matter, recent: Sequence[Any]) -> list[bytes]:
    """Return the hints that a scan of all these inquiries gives."""
    typed = duplicates.typed_tokens(matter)
    if not typed and not matter.category:
        return []
    candidates = [candidate(row, tuple(typed)) for row in recent]
    counted = Counter(token for one in candidates for token in typed if token in one.summary or token in one.details)
    weights = {token: rules.rarity(len(candidates), counted[token]) for token in typed}
    callers = duplicates.callers_of(view, matter)
    days = duplicates.days_of(view, rules.WITHIN)
    found = rules.ranked(matter, candidates, weights, callers=callers, days=days)
    return [one.candidate.id for one in found[: rules.MOST]]


def _recent(view: View) -> list[Any]:
    since = first_position((view.now - rules.WITHIN).isoformat())
    return view.rows.all(_RECENT, since)


def _summaries(view: View) -> list[tuple[str, str | None, str | None]]:
    since = first_position((view.now - rules.WITHIN).isoformat())
    sql = "SELECT summary, area, category FROM inquiry WHERE position >= ? AND summary IS NOT NULL ORDER BY position"
    return view.rows.all(f"{sql} LIMIT 4000", since)  # type: ignore[return-value]


def figures(desk: Desk, count: int) -> list[Figure]:
    """Time ``count`` questions, and compare every eighth with the scan."""
    asked = matters(count, desk.office.ask(_summaries))
    took = [timed(lambda one=one: desk.office.ask(duplicates.hints, one)) for one in asked]
    recent = desk.office.ask(_recent)
    right = wrong = 0
    scans: list[float] = []
    for one in asked[::_EVERY]:
        wanted: list[bytes] = []
        scans.append(timed(lambda one=one, wanted=wanted: wanted.extend(desk.office.ask(scanned, one, recent))))
        found = {hint.row.id for hint in desk.office.ask(duplicates.hints, one)}
        right += len(found.intersection(wanted))
        wrong += len(set(wanted) - found)
    whole = right + wrong
    note = f"p50 {percentile(took, 0.5):.2f}, p95 {percentile(took, 0.95):.2f}, worst {max(took):.0f} ms, n {len(took)}"
    scan = f"a scan takes p50 {percentile(scans, 0.5):.0f} ms"
    recall = f"{right} of {whole} hints, {len(recent):,} inquiries in 30 days; {scan}"
    return [
        Figure("hints at duplicates while typing, p99", percentile(took, 0.99), "ms", limit=LIMIT_MS, note=note),
        Figure(
            "… of the hints of a whole scan", right / whole if whole else 1.0, "", limit=LEAST_RECALL, at_least=True,
            note=recall,
        ),
    ]  # fmt: skip
