"""The search index of scripts: FTS5 in memory, filled in the background and changed script by script.

Scripts are no personal data, so nothing is encrypted here: that would cost 2.2× the time of a query. One thread writes
and any may ask; a writer lets questions in after every few scripts.
"""

import threading
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from app.scripts_library import ranking
from app.scripts_library.entries import Entry, Phrase, PhraseKind
from app.scripts_library.readings import Spelling, fold_letters
from app.scripts_library.tokens import Run, fold, phrase_tokens, pinyin_keys, query_tokens, runs
from app.store.script_tables import ScriptTables

BATCH = 8
LONGEST_QUERY = 400
PHRASES = 60
CANDIDATES = 24
_CAPS = ((10_000, 40), (30_000, 24))
_SMALLEST_CAP = 16


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


@dataclass(slots=True)
class _Kept:
    """A script in the index: its entry, its phrases with their lengths, and its profile."""

    entry: Entry
    phrases: tuple[tuple[int, int], ...]
    profile: ranking.Profile


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query, taken apart."""

    folded: str
    runs: tuple[Run, ...]
    is_typing: bool

    @property
    def words(self) -> int:
        """How long it is: words, or pairs of Chinese characters."""
        return sum((len(run.text) + 1) // 2 if run.is_chinese else 1 for run in self.runs)

    @property
    def letters(self) -> str:
        """All of it as one row of letters if it may be pinyin, else empty."""
        joined = "".join(run.text for run in self.runs)
        return joined if joined.isascii() and joined.isalpha() else ""


class ScriptIndex:
    """All visible scripts. `syllables` is the cache of readings; `revision` grows with every change."""

    def __init__(self, syllables: MutableMapping[str, str] | None = None) -> None:
        self._lock = threading.Lock()
        self._tables = ScriptTables()
        self._spelling = Spelling(syllables)
        self._scripts: dict[int, _Kept] = {}
        self._numbers: dict[str, int] = {}
        self._phrases: dict[int, tuple[int, Phrase]] = {}
        self._counts: dict[str, int] = {}
        self._features: Counter[str] = Counter()
        self._words: list[str] = []
        self._length = 0.0
        self._next = 1
        self._has_pinyin = False
        self.revision = 0

    def __len__(self) -> int:
        return len(self._scripts)

    def put(self, entries: Iterable[Entry]) -> int:
        """Adds scripts or replaces them by their key; returns how many. Questions get in between."""
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
            self._tables.begin()
            for key in keys:
                self._take_out(key)
            self._tables.commit()
            self.revision += 1

    def keys(self) -> frozenset[str]:
        """The keys that are in the index."""
        with self._lock:
            return frozenset(self._numbers)

    def query(
        self, text: str, n: int = 8, *, language: str = "en", uses: Mapping[str, float] | None = None
    ) -> list[Hit]:
        """The best scripts for what was typed so far, at most `n`; urgent ones that fit come first, greyed ones last.

        Without a text: the urgent ones. `uses` is how often scripts were given lately (see `ranking.decayed`).
        """
        folded = fold(text[:LONGEST_QUERY])
        asked = _Asked(folded.strip(), runs(folded), not folded.endswith(" "))
        with self._lock:
            if not asked.runs:
                urgent = [
                    number for number, kept in self._scripts.items() if kept.entry.urgent and not kept.entry.greyed
                ]
                return [self._hit(number, None, 1.0, language) for number in urgent[:n]]
            return self._answer(asked, n, language, uses or {})

    def close(self) -> None:
        """Gives the memory back."""
        with self._lock:
            self._tables.close()

    # ---------------------------------------------------------------- writing

    def _put_batch(self, batch: Sequence[Entry]) -> int:
        if not batch:
            return 0
        with self._lock:
            self._tables.begin()
            for entry in batch:
                self._take_out(entry.key)
                self._put_in(entry)
            self._tables.commit()
            self.revision += 1
        return len(batch)

    def _put_in(self, entry: Entry) -> None:
        number = self._next
        self._next += 1
        spoken: list[tuple[Run, ...]] = []
        ids: list[tuple[int, int]] = []
        for phrase in entry.phrases:
            found = runs(phrase.folded)
            if phrase.kind is not PhraseKind.SYNONYM:
                spoken.append(found)
            ids.append((self._add_phrase(number, phrase, found), len(phrase.folded)))
        body = " ".join(phrase_tokens(runs(fold(entry.body)), self._spelling).words) if entry.body else ""
        if body:
            self._tables.add_body(number, body)
        profile = ranking.profile_of(spoken)
        self._features.update(profile.features)
        self._length += profile.length
        self._scripts[number] = _Kept(entry, tuple(ids), profile)
        self._numbers[entry.key] = number

    def _add_phrase(self, number: int, phrase: Phrase, found: tuple[Run, ...]) -> int:
        identity = self._next
        self._next += 1
        tokens = phrase_tokens(found, self._spelling)
        self._tables.add_phrase(identity, " ".join(tokens.words), " ".join(tokens.sounds), " ".join(tokens.letters))
        for token in tokens.all():
            self._counts.pop(token, None)
        keys = pinyin_keys(found, self._spelling)
        if keys:
            self._has_pinyin = True
            self._tables.add_keys(identity, len(phrase.folded), " ".join(keys))
        for run in found:
            if not run.is_chinese:
                self._learn_word(run.text)
        self._phrases[identity] = (number, phrase)
        return identity

    def _learn_word(self, word: str) -> None:
        at = bisect_left(self._words, word)
        if at == len(self._words) or self._words[at] != word:
            insort(self._words, word)

    def _take_out(self, key: str) -> None:
        number = self._numbers.pop(key, None)
        if number is None:
            return
        kept = self._scripts.pop(number)
        self._tables.remove(number, kept.phrases)
        for identity, _ in kept.phrases:
            del self._phrases[identity]
        self._features.subtract(kept.profile.features)
        self._length -= kept.profile.length
        self._counts.clear()

    # ---------------------------------------------------------------- asking

    def _answer(self, asked: _Asked, n: int, language: str, uses: Mapping[str, float]) -> list[Hit]:
        by_phrase, best = self._matching(asked)
        features = self._query_features(asked)
        fused = self._fused(asked, by_phrase, best, features)
        order = sorted(fused, key=fused.__getitem__, reverse=True)
        order, typed = self._with_pinyin(asked, order, n)
        if len(order) < n:
            order = self._with_bodies(asked, order, n)
        used = {number: uses[kept.entry.key] for number in order if (kept := self._scripts[number]).entry.key in uses}
        order = ranking.with_use(order, used)
        hits: list[Hit] = []
        for number in order[: n * 2]:
            phrase = typed.get(number) or best.get(number)
            score = 1.0 if number in typed else ranking.covered(features, self._scripts[number].profile)
            hits.append(self._hit(number, phrase, score, language, is_pinyin=number in typed))
        return _pinned(hits)[:n]

    def _matching(self, asked: _Asked) -> tuple[dict[int, float], dict[int, int]]:
        tokens = query_tokens(asked.runs, is_typing=asked.is_typing).all()
        known = sorted((count, token) for token in tokens if (count := self._count(token)))
        chosen = [token for _, token in known[: self._cap()]]
        if not chosen:
            return {}, {}
        found = self._tables.phrases(chosen, PHRASES)
        return ranking.vote((phrase, self._phrases[phrase][0], score) for phrase, score in found)

    def _fused(
        self, asked: _Asked, by_phrase: Mapping[int, float], best: Mapping[int, int], features: Mapping[str, float]
    ) -> dict[int, float]:
        top = sorted(by_phrase, key=by_phrase.__getitem__, reverse=True)
        average = self._length / max(len(self._scripts), 1)
        by_script = {
            number: ranking.fit(features, self._scripts[number].profile, average) for number in top[:CANDIDATES]
        }
        fused = ranking.fuse(by_phrase, by_script, words=asked.words)
        for number, phrase in best.items():
            if self._phrases[phrase][1].folded == asked.folded:
                fused[number] += 1
        return fused

    def _query_features(self, asked: _Asked) -> dict[str, float]:
        """Every feature of the query with what it tells; two words together tell a little more than the rarer one."""
        scripts = len(self._scripts)
        told: dict[str, float] = {}
        for feature in ranking.features_of(asked.runs):
            first, _, second = feature.partition(" ")
            counts = [self._features.get(one, 0) for one in (first, second) if one]
            told[feature] = ranking.idf(min(counts), scripts) + (ranking.TOGETHER if second else 0.0)
        return told

    def _count(self, token: str) -> int:
        count = self._counts.get(token)
        if count is None:
            count = self._counts[token] = self._tables.count_of(token)
        return count

    def _cap(self) -> int:
        return next((cap for size, cap in _CAPS if len(self._scripts) <= size), _SMALLEST_CAP)

    def _with_pinyin(self, asked: _Asked, order: list[int], n: int) -> tuple[list[int], dict[int, int]]:
        letters = asked.letters
        if not letters or not self._has_pinyin or all(self._is_word(run.text) for run in asked.runs):
            return order, {}
        keys = dict.fromkeys((letters, fold_letters(letters)))
        typed: dict[int, int] = {}
        for phrase in self._tables.typed(tuple(keys), PHRASES):
            typed.setdefault(self._phrases[phrase][0], phrase)
        if all(self._starts_word(run.text) for run in asked.runs):
            return ranking.interleave(order, list(typed)), {
                number: typed[number] for number in typed if number not in order[:n]
            }
        return list(dict.fromkeys((*typed, *order))), typed

    def _is_word(self, text: str) -> bool:
        at = bisect_left(self._words, text)
        return at < len(self._words) and self._words[at] == text

    def _starts_word(self, text: str) -> bool:
        at = bisect_left(self._words, text)
        return at < len(self._words) and self._words[at].startswith(text)

    def _with_bodies(self, asked: _Asked, order: list[int], n: int) -> list[int]:
        words = query_tokens(asked.runs, is_typing=False).words
        longer = [word for word in words if len(word) > 1]
        if not longer:
            return order
        return list(dict.fromkeys((*order, *self._tables.bodies(longer[:12], n))))

    def _hit(self, number: int, phrase: int | None, score: float, language: str, *, is_pinyin: bool = False) -> Hit:
        entry = self._scripts[number].entry
        why, kind = entry.title_in(language), "body"
        if phrase is not None:
            found = self._phrases[phrase][1]
            why, kind = found.shown, "pinyin" if is_pinyin else found.kind.value
        return Hit(
            entry.key, entry.title_in(language), entry.version, round(score, 4), why, kind, entry.standing, entry.urgent
        )


def _pinned(hits: list[Hit]) -> list[Hit]:
    """Urgent ones that explain half of the query first, expired and withdrawn ones last."""
    return sorted(
        hits, key=lambda hit: (hit.standing in ("expired", "withdrawn"), not (hit.urgent and hit.score >= 0.5))
    )
