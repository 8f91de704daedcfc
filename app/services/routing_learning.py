"""What past dispatches teach about where an inquiry goes, fitted at night and kept as one local artifact.

``fitted`` is a question of some seconds that asks for its own thread; ``keep`` saves what it found. Both can be run
again at will: where nothing new was dispatched, nothing is fitted.

The newest dispatches are learned in the order of time. Those at the end are first guessed from what was known before
each: so the probabilities that a suggestion tells are checked against what people did.
"""

import hashlib
import json
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain

from app.models.duplicates import joined
from app.models.routing import Case, RoutingMemory
from app.models.routing_calibration import Calibration, calibrate
from app.models.routing_rules import Facts
from app.scripts_library.tokens import fold, pairs, runs, stem
from app.services.office import View, Work
from app.store import routing as past_rows
from app.store import script_searches as learned_rows

NAME, VERSION = "routing", 2
#: Inquiries that are looked at, the newest, and how far back from the newest one: older ones weigh nothing any more.
MOST, BEHIND = 100_000, timedelta(days=400)
#: Share of the dispatches, and their greatest number, on which suggestions are checked.
CHECKED, MOST_CHECKED = 0.2, 2_000
#: So much of a text is read.
_LONGEST = 600
#: What stands between the parts of an area, as people write it.
_BETWEEN_AREAS = re.compile(r"[/,;>|·\u3001]")
#: A summary or word that was met less often is nothing that one can learn from.
_LEAST_MET = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A dispatch of the past."""

    at: datetime
    case: Case
    unit: str


@dataclass(frozen=True)
class Learned:
    """What was learned until a time; probabilities said by the memory are set right by the calibration."""

    memory: RoutingMemory
    calibration: Calibration
    until: datetime
    examples: int

    def case(self, facts: Facts) -> Case:
        """Return the facts as the memory is asked."""
        return case_of(facts.text, facts.category, facts.area, facts.channel)


@dataclass(frozen=True)
class Fitted:
    """What was fitted from so many ``examples`` that went to so many ``units``; ``body`` is empty without any.

    Of the ``judged`` suggestions at the end ``right`` were right.
    """

    trained_on: str
    body: bytes
    examples: int
    units: int
    judged: int = 0
    right: int = 0


def fitted(view: View) -> Fitted | None:
    """Fit what past dispatches teach; None where they are those of the last time. Anybody may: nothing is shown."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    examples = learnable(_examples(view))
    told = _hash_of(examples)
    known = learned_rows.learned_from(view.rows, NAME)
    if known is not None and known[:2] == (VERSION, told):
        return None
    if not examples:
        return Fitted(told, b"", 0, 0)
    learned = fit(examples)
    found = learned.calibration
    return Fitted(
        told, to_bytes(learned), len(examples), len({one.unit for one in examples}), found.judged, found.right
    )


def keep(work: Work, found: Fitted | None) -> None:
    """Save what was fitted. With None it is only noted that there was nothing new today."""
    work.person  # noqa: B018 - asks who it is, and refuses nobody
    if found is not None:
        learned_rows.keep_learned(work.tx, NAME, version=VERSION, trained_on=found.trained_on, body=found.body)
    else:
        learned_rows.note_looked(work.tx, NAME)


def _examples(view: View) -> Iterator[Example]:
    """Yield past dispatches, the newest first."""
    newest_at: datetime | None = None
    for row in past_rows.past(view.rows, MOST):
        newest_at = newest_at or row.at
        if newest_at - row.at > BEHIND:
            return
        if row.unit:
            case = case_of(f"{row.summary}\n{row.details}", row.category, row.area, row.channel)
            yield Example(row.at, case, row.unit)


def case_of(text: str, category: str, area: str, channel: str) -> Case:
    """Return what is known of an inquiry as the memory takes it. The first line of the text is the summary."""
    told = fold(text[:_LONGEST])
    first = " ".join(text[:_LONGEST].partition("\n")[0].split())
    whole, place = parts_of(area)
    return Case(category, whole, place, channel, fold(first), _words(told))


def parts_of(area: str) -> tuple[str, str]:
    """Return the first and the last part of an area that names several, the greater one first: ``District 4 / Hill``.

    One that names only itself has no parts: its place is "".
    """
    parts = [one for part in _BETWEEN_AREAS.split(fold(area)) if (one := part.strip())]
    return (parts[0], parts[-1] if len(parts) > 1 else "") if parts else ("", "")


def as_typed(text: str, words: Collection[str]) -> tuple[str, ...]:
    """Return words of a case as its text has them: whole words, and the phrase that pairs of characters make."""
    told = (one for typed in _typed(fold(text[:_LONGEST])) for one in joined(typed, words))
    return tuple(dict.fromkeys(told))


def _words(told: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for typed in _typed(told) for word in typed))


def _typed(told: str) -> Iterator[Mapping[str, str]]:
    """Yield the words of each run of letters or Chinese characters, with how they stand there."""
    for run in runs(told):
        if run.is_chinese:
            yield {one: one for one in pairs(run.text) or (run.text,)}
        elif len(run.text) > 1 and not run.text.isdigit():
            yield {stem(run.text): run.text}


def learnable(examples: Iterable[Example]) -> list[Example]:
    """Return the examples in the order of time, without summaries and words that were met only once."""
    many = sorted(examples, key=_when)
    summaries = Counter(one.case.summary for one in many)
    words = Counter(word for one in many for word in one.case.words)
    return [replace(one, case=_without_rare(one.case, summaries, words)) for one in many]


def _without_rare(case: Case, summaries: Counter[str], words: Counter[str]) -> Case:
    summary = case.summary if summaries[case.summary] >= _LEAST_MET else ""
    return replace(case, summary=summary, words=tuple(one for one in case.words if words[one] >= _LEAST_MET))


def _when(one: Example) -> tuple[datetime, str, str]:
    return one.at, one.unit, one.case.summary


def _hash_of(examples: Sequence[Example]) -> str:
    told = hashlib.sha256()
    for one in examples:
        told.update(repr((one.at.isoformat(), one.case, one.unit)).encode())
    return told.hexdigest()


def fit(examples: Sequence[Example]) -> Learned:
    """Learn dispatches that are in the order of time; the same ones give the same."""
    memory = RoutingMemory()
    checked = min(int(len(examples) * CHECKED), MOST_CHECKED)
    judged: list[tuple[float, bool]] = []
    for place, one in enumerate(examples):
        if place >= len(examples) - checked:
            found = memory.suggest(one.case, one.at, least=0.0)
            if found is not None:
                judged.append((found.probability, found.unit == one.unit))
        memory.add(one.case, one.unit, one.at)
    return Learned(memory, calibrate(judged), examples[-1].at, len(examples))


def to_bytes(learned: Learned) -> bytes:
    """Return what was learned as it is kept, in many short lines: a long one would hold up the window when read."""
    found = learned.calibration
    head = [learned.until.isoformat(), learned.examples, found.edges, found.shares, found.judged, found.right]
    lines = (
        json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in chain((head,), learned.memory.dump())
    )
    return zlib.compress("\n".join(lines).encode(), 3)


def from_bytes(body: bytes) -> Learned | None:
    """Return what ``to_bytes`` gave, None for an empty body."""
    if not body:
        return None
    head, *parts = zlib.decompress(body).split(b"\n")
    until, examples, edges, shares, judged, right = json.loads(head)
    calibration = Calibration(tuple(edges), tuple(shares), judged, right)
    memory = RoutingMemory.load(json.loads(one) for one in parts)
    return Learned(memory, calibration, datetime.fromisoformat(until), examples)
