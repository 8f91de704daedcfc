"""The search index of scripts, in memory: filled in the background and changed script by script.

Scripts are no personal data, so nothing is encrypted here: that would cost 2.2× the time of a query. One thread writes
and any may ask; a writer lets questions in after every few scripts. What can be typed in pinyin and the bodies are in
FTS5 tables, phrases in `phrase_index`.
"""

import threading
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace

from app.scripts_library import ranking
from app.scripts_library.entries import Entry, Phrase, PhraseKind
from app.scripts_library.phrase_index import Asked, PhraseIndex
from app.scripts_library.readings import Spelling, fold_letters
from app.scripts_library.tokens import Run, fold, phrase_tokens, pinyin_keys, query_tokens, runs
from app.store.script_tables import ScriptTables

BATCH = 8
LONGEST_QUERY = 400
TYPED = 60
BODY_WORDS = 12
#: The share of a query that a script's phrases have to explain; below it bodies are asked.
ENOUGH = 0.5
_ENDED = ("expired", "withdrawn")


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `why` is the phrase that matched and `kind` where it comes from: title, phrasing, pinyin, body …

    `score` is the share of the query that the script explains, 0 to 1.
    """

    key: str
    title: str
    version: int
    score: float
    why: str
    kind: str
    standing: str = "live"
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class _Kept:
    """A script in the index: its entry, and its phrases with their lengths."""

    entry: Entry
    phrases: tuple[tuple[int, int], ...]


class ScriptIndex:
    """All visible scripts. `syllables` is the cache of readings; `revision` grows with every change."""

    def __init__(self, syllables: MutableMapping[str, str] | None = None) -> None:
        self._lock = threading.Lock()
        self._tables = ScriptTables()
        self._index = PhraseIndex()
        self._spelling = Spelling(syllables)
        self._scripts: dict[int, _Kept] = {}
        self._numbers: dict[str, int] = {}
        self._next = 1
        self._has_pinyin = False
        self.revision = 0

    def __len__(self) -> int:
        return len(self._scripts)

    def put(self, entries: Iterable[Entry]) -> int:
        """Adds scripts or replaces them by their key; returns how many. Questions get in between."""
        entries = list(entries)
        self._spelling.learn(
            run.text for entry in entries for phrase in entry.phrases for run in runs(phrase.folded) if run.is_chinese
        )
        count = 0
        batch: list[Entry] = []
        for entry in entries:
            batch.append(entry)
            if len(batch) == BATCH:
                count += self._put_batch(batch)
                batch = []
        return count + self._put_batch(batch)

    def remove(self, keys: Iterable[str]) -> None:
        """Takes scripts out; unknown keys are none of its business."""
        with self._lock:
            with self._tables.batch():
                for key in keys:
                    self._take_out(key)
            self.revision += 1

    def keys(self) -> frozenset[str]:
        """The keys that are in the index."""
        with self._lock:
            return frozenset(self._numbers)

    def query(
        self, text: str, n: int = 8, *, language: str = "en", uses: Mapping[str, float] | None = None
    ) -> list[Hit]:
        """The best scripts for what was typed so far, at most `n`; urgent ones that fit first, ended ones last.

        Without a text: the urgent ones. `uses` is how often scripts were given lately (see `ranking.decayed`).
        """
        folded = fold(text[:LONGEST_QUERY])
        asked = Asked(folded.strip(), runs(folded), not folded.endswith(" "))
        with self._lock:
            if not asked.runs:
                return self._urgent(n, language) if not asked.folded else []
            return self._answer(asked, n, language, uses or {})

    def close(self) -> None:
        """Gives the memory back."""
        with self._lock:
            self._tables.close()

    def _put_batch(self, batch: Sequence[Entry]) -> int:
        if not batch:
            return 0
        with self._lock:
            with self._tables.batch():
                for entry in batch:
                    self._take_out(entry.key)
                    self._put_in(entry)
            self.revision += 1
        return len(batch)

    def _new_number(self) -> int:
        self._next += 1
        return self._next

    def _put_in(self, entry: Entry) -> None:
        script = self._new_number()
        said = [(phrase, runs(phrase.folded)) for phrase in entry.phrases]
        phrases = tuple((self._add_phrase(script, *one), len(one[0].folded)) for one in said)
        if entry.body:
            self._tables.add_body(script, " ".join(query_tokens(runs(fold(entry.body))).words))
        spoken = (found for phrase, found in said if phrase.kind is not PhraseKind.SYNONYM)
        self._index.add_profile(script, ranking.profile_of(spoken))
        self._scripts[script] = _Kept(entry, phrases)
        self._numbers[entry.key] = script

    def _add_phrase(self, script: int, phrase: Phrase, found: tuple[Run, ...]) -> int:
        number = self._new_number()
        self._index.add_phrase(script, number, phrase, found, phrase_tokens(found, self._spelling))
        keys = pinyin_keys(found, self._spelling)
        if keys:
            self._has_pinyin = True
            self._tables.add_keys(number, len(phrase.folded), " ".join(keys))
        return number

    def _take_out(self, key: str) -> None:
        script = self._numbers.pop(key, None)
        if script is None:
            return
        kept = self._scripts.pop(script)
        self._tables.remove(script, kept.phrases)
        for number, _ in kept.phrases:
            found = runs(self._index.phrase(number).folded)
            self._index.remove_phrase(number, found, phrase_tokens(found, self._spelling))
        self._index.remove_profile(script)

    def _urgent(self, n: int, language: str) -> list[Hit]:
        urgent = (script for script, kept in self._scripts.items() if kept.entry.urgent)
        hits = [self._hit(script, None, 1.0, language) for script in urgent]
        return [hit for hit in hits if hit.standing not in _ENDED][:n]

    def _answer(self, asked: Asked, n: int, language: str, uses: Mapping[str, float]) -> list[Hit]:
        found = self._index.find(asked)
        order, typed = self._with_pinyin(asked, list(found.order), n)
        if not typed:
            order = self._with_bodies(asked, order, found.features, n)
        keys = {script: self._scripts[script].entry.key for script in order}
        order = ranking.with_use(order, {script: uses[key] for script, key in keys.items() if key in uses})
        hits: list[Hit] = []
        for script in order[: n * 2]:
            score = 1.0 if script in typed else self._index.covered(found.features, script)
            hits.append(self._hit(script, typed.get(script) or found.best.get(script), score, language))
            if script in typed:
                hits[-1] = replace(hits[-1], kind="pinyin")
        return sorted(hits, key=_place)[:n]

    def _with_pinyin(self, asked: Asked, order: list[int], n: int) -> tuple[list[int], dict[int, int]]:
        """The order with what can be typed like this, and the phrase of each script that is there for it."""
        letters = asked.letters
        if not letters or not self._has_pinyin or self._index.knows(asked.runs):
            return order, {}
        typed: dict[int, int] = {}
        for phrase in self._tables.typed(tuple(dict.fromkeys((letters, fold_letters(letters)))), TYPED):
            typed.setdefault(self._index.script_of(phrase), phrase)
        if not self._index.knows_beginnings(asked.runs):
            return list(dict.fromkeys((*typed, *order))), typed
        only_typed = {script: phrase for script, phrase in typed.items() if script not in order[:n]}
        return ranking.interleave(order, list(typed)), only_typed

    def _with_bodies(self, asked: Asked, order: list[int], features: Mapping[str, float], n: int) -> list[int]:
        """Bodies fill places left empty; where the best phrase explains less than half, they come before it."""
        is_weak = bool(order) and self._index.covered(features, order[0]) < ENOUGH
        words = [word for word in query_tokens(asked.runs).words if len(word) > 1 and not ranking.is_common(word)]
        if not words or (len(order) >= n and not is_weak):
            return order
        bodies = self._tables.bodies(words[:BODY_WORDS], n, is_typing=asked.is_typing)
        return list(dict.fromkeys((*bodies, *order) if is_weak else (*order, *bodies)))

    def _hit(self, script: int, phrase: int | None, score: float, language: str) -> Hit:
        entry = self._scripts[script].entry
        title = entry.title_in(language)
        why, kind = title, "body"
        if phrase is not None:
            found = self._index.phrase(phrase)
            why, kind = found.shown, found.kind.value
        return Hit(entry.key, title, entry.version, round(score, 4), why, kind, entry.standing, entry.urgent)


def _place(hit: Hit) -> tuple[bool, bool]:
    """Urgent ones that explain half of the query stand first, ended ones last; the others keep their order."""
    return (hit.standing in _ENDED, not (hit.urgent and hit.score >= ENOUGH))
