"""The search index of scripts, in memory: filled in the background and changed script by script.

Scripts are no personal data, so nothing is encrypted here: that would cost 2.2× the time of a query. One thread writes
and any may ask; a writer lets questions in after every few scripts. What can be typed in pinyin and the bodies are in
FTS5 tables, phrases in `phrase_index`.
"""

import threading
from collections.abc import Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace

from app.scripts_library import learned, mixed_pinyin, ranking
from app.scripts_library.entries import Entry, Phrase, PhraseKind
from app.scripts_library.learned import Heard, Learned
from app.scripts_library.phrase_index import Asked, Found, PhraseIndex
from app.scripts_library.readings import Spelling, fold_letters, quick_syllables
from app.scripts_library.texts import holds_chinese
from app.scripts_library.tokens import Run, chinese_runs, fold, phrase_tokens, pinyin_keys, query_tokens, runs
from app.store.script_tables import ScriptTables

#: After so many scripts a question gets in; so many are written together, because each commit is a piece of the tables
#: that has to be merged with the others later.
BATCH, TOGETHER = 16, 128
LONGEST_QUERY = 400
#: So many results come in the same order however few of them are asked for.
ALIKE = 8
TYPED = 60
BODY_WORDS = 12
#: The share of a query that a script's phrases have to explain; below it bodies are asked.
ENOUGH = 0.5
#: How much less than the best an urgent script may explain and still stand above it.
NEAR_BEST = 0.1
#: Below this score a script does not fit: with a title alone, and what is asked more where it has many phrases, because
#: they explain something of every question (measured: docs/decisions/0015-learning-and-the-gate.md).
GATE, MORE = 0.23, 0.13
#: How much what was learned moves the score, and the margin at which it does not.
MARGIN, NEUTRAL = 0.8, -0.4
_MIXED = 24
_ENDED = ("expired", "withdrawn")
#: So many characters without an answer are asked again by their sound.
FEW_CHARACTERS = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `why` is the phrase that matched and `kind` where it comes from: title, phrasing, pinyin, body …

    `score` is how well it fits, 0 to 1; below the gate `fits` is False. `said` counts the similar calls to which it was
    given.
    """

    key: str
    title: str
    version: int
    score: float
    why: str
    kind: str
    standing: str = "live"
    urgent: bool = False
    fits: bool = True
    said: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known beside the scripts: how often each was given lately, and what was learned from callers' words."""

    uses: Mapping[str, float]
    model: Learned | None


def _margins(asked: Asked, model: Learned | None) -> tuple[Heard, Mapping[str, float]]:
    """What a query holds, and what the model says of it."""
    if model is None:
        return Heard({}, ()), {}
    heard = learned.heard_in(asked.runs)
    return heard, model.margins(heard)


def _calls(model: Learned | None, key: str, heard: Heard, margins: Mapping[str, float]) -> int:
    """To how many similar calls a script was given, as far as that speaks for it."""
    return model.calls(key, heard) if model is not None and key in margins else 0


def _aloud(asked: Asked) -> tuple[str, ...]:
    """The syllables of a few Chinese characters, else none: input methods guess whole words wrongly (就家 for 九价)."""
    text = "".join(run.text for run in asked.runs)
    few = 2 <= len(text) <= FEW_CHARACTERS and all(run.is_chinese for run in asked.runs)
    return quick_syllables(text) if few else ()


def _is_ended(hit: Hit) -> bool:
    return hit.standing in _ENDED


def _sounds_so(phrase: str, aloud: tuple[str, ...]) -> bool:
    """Say whether a phrase has these syllables, whole and one after the other."""
    heard = (quick_syllables(run) for run in chinese_runs(fold(phrase)))
    return any(one[start : start + len(aloud)] == aloud for one in heard for start in range(len(one)))


def _joined(order: Sequence[int], bodies: Sequence[int], is_weak: bool) -> list[int]:
    """Bodies fill places left empty; where the best phrase explains less than half, they come before it."""
    return list(dict.fromkeys((*bodies, *order) if is_weak else (*order, *bodies)))


class ScriptIndex:
    """All visible scripts. `syllables` is the cache of readings; `revision` grows with every change."""

    def __init__(self, syllables: MutableMapping[str, str] | None = None) -> None:
        self._lock = threading.Lock()
        self._tables = ScriptTables()
        self._index = PhraseIndex()
        self._spelling = Spelling(syllables)
        #: What is shown of each script. Its body lies in the tables; its phrases have the numbers after its own.
        self._scripts: dict[int, Entry] = {}
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
            run
            for entry in entries
            for phrase in entry.phrases
            if not phrase.folded.isascii()
            for run in chinese_runs(phrase.folded)
        )
        for start in range(0, len(entries), TOGETHER):
            self._put_together(entries[start : start + TOGETHER])
        with self._lock:
            self._index.filled()
        return len(entries)

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

    def of_keys(self, keys: Iterable[str], *, language: str = "en") -> list[Hit]:
        """The scripts with these keys as hits, in their order; unknown keys are left out."""
        with self._lock:
            numbers = (self._numbers[key] for key in keys if key in self._numbers)
            return [self._hit(number, None, 1.0, language) for number in numbers]

    def query(
        self,
        text: str,
        n: int = 8,
        *,
        language: str = "en",
        uses: Mapping[str, float] | None = None,
        model: Learned | None = None,
    ) -> list[Hit]:
        """The best scripts for what was typed so far, at most `n`; urgent ones that fit first, ended ones last.

        Without a text: the urgent ones. `uses` is how often scripts were given lately (see `ranking.decayed`), `model`
        what was learned from callers' words.
        """
        folded = fold(text[:LONGEST_QUERY])
        asked = Asked(folded.strip(), runs(folded), not folded.endswith(" "))
        with self._lock:
            if not asked.runs:
                return self._urgent(n, language) if not asked.folded else []
            known = _Known(uses or {}, model)
            hits = self._answer(asked, max(n, ALIKE), language, known)
            if (aloud := _aloud(asked)) and not any(hit.fits for hit in hits):
                letters = "".join(aloud)
                sounding = self._answer(Asked(letters, runs(letters), is_typing=True), max(n, ALIKE), language, known)
                said = {hit.key: hit for hit in sounding if hit.kind == "pinyin" and _sounds_so(hit.why, aloud)}
                hits = [*said.values(), *(hit for hit in hits if hit.key not in said)]
                hits.sort(key=_is_ended)
            return [_in_one_tongue(hit, folded) for hit in hits[:n]]

    def close(self) -> None:
        """Gives the memory back."""
        with self._lock:
            self._tables.close()

    def _put_together(self, entries: Sequence[Entry]) -> None:
        with self._lock:
            self._tables.begin()
        try:
            for start in range(0, len(entries), BATCH):
                with self._lock:
                    for entry in entries[start : start + BATCH]:
                        self._take_out(entry.key)
                        self._put_in(entry)
                    self.revision += 1
        finally:
            with self._lock:
                self._tables.commit()

    def _new_number(self) -> int:
        self._next += 1
        return self._next

    def _put_in(self, entry: Entry) -> None:
        script = self._new_number()
        said = [(phrase, runs(phrase.folded)) for phrase in entry.phrases]
        for phrase, found in said:
            self._add_phrase(script, phrase, found)
        if entry.body:
            self._tables.add_body(script, " ".join(query_tokens(runs(fold(entry.body))).words))
        spoken = (found for phrase, found in said if phrase.kind is not PhraseKind.SYNONYM)
        self._index.add_profile(script, ranking.profile_of(spoken))
        self._scripts[script] = replace(entry, body="") if entry.body else entry
        self._numbers[entry.key] = script

    def _add_phrase(self, script: int, phrase: Phrase, found: tuple[Run, ...]) -> None:
        number = self._new_number()
        self._index.add_phrase(script, number, phrase, found, phrase_tokens(found, self._spelling))
        keys = pinyin_keys(found, self._spelling)
        if keys:
            self._has_pinyin = True
            self._tables.add_keys(number, len(phrase.folded), " ".join(keys))

    def _take_out(self, key: str) -> None:
        script = self._numbers.pop(key, None)
        if script is None:
            return
        said = list(enumerate(self._scripts.pop(script).phrases, script + 1))
        self._tables.remove(script, [(number, len(phrase.folded)) for number, phrase in said])
        for number, phrase in said:
            found = runs(phrase.folded)
            self._index.remove_phrase(number, found, phrase_tokens(found, self._spelling))
        self._index.remove_profile(script)

    def _urgent(self, n: int, language: str) -> list[Hit]:
        urgent = (script for script, entry in self._scripts.items() if entry.urgent)
        hits = [self._hit(script, None, 1.0, language) for script in urgent]
        return [hit for hit in hits if hit.standing not in _ENDED][:n]

    def _answer(self, asked: Asked, n: int, language: str, known: _Known) -> list[Hit]:
        found = self._index.find(asked)
        heard, margins = _margins(asked, known.model)
        ranked = self._ranked(found, margins, known.model)
        order, typed = self._with_pinyin(asked, ranked, n)
        bodies = [] if typed else self._bodies(asked, order, found, n)
        order = _joined(order, bodies, self._is_weak(order, found))
        scores = {script: self._score(script, found, margins) for script in order[: n * 2] if script not in typed}
        fitting = {*typed, *bodies, *(one for one, score in scores.items() if score >= self._gate(one))}
        order = self._moved(order, known.uses, fitting) if known.uses else order
        hits: list[Hit] = []
        for script in order[: n * 2]:
            if script in typed:
                hits.append(replace(self._hit(script, typed[script], 1.0, language), kind="pinyin"))
                continue
            score = scores[script] if script in scores else self._score(script, found, margins)
            hit = self._hit(script, found.best.get(script), score, language)
            fits = script in bodies or score >= self._gate(script)
            hits.append(replace(hit, fits=fits, said=_calls(known.model, hit.key, heard, margins)))
        return _in_order(hits)[:n]

    def _moved(self, order: list[int], uses: Mapping[str, float], fitting: Collection[int]) -> list[int]:
        """The order moved by use: of what does not fit nothing goes before what does."""
        moving = [script for script in order if script in fitting or not fitting]
        keys = {script: self._scripts[script].key for script in moving}
        return ranking.with_use(order, {script: uses[key] for script, key in keys.items() if key in uses})

    def _gate(self, script: int) -> float:
        """The least score with which a script fits."""
        phrases = len(self._scripts[script].phrases)
        return GATE + MORE * max(phrases - 1, 0) / (phrases + 3)

    def _ranked(self, found: Found, margins: Mapping[str, float], model: Learned | None) -> list[int]:
        """The scripts whose phrases fit, and those to which calls with such words were given, best first."""
        if model is None or not margins:
            return list(found.order)
        by_key = {self._scripts[script].key: score for script, score in found.scores.items()}
        total = learned.fused(by_key, {key: one for key, one in margins.items() if self._is_here(key)}, model)
        return [self._numbers[key] for key in sorted(total, key=total.__getitem__, reverse=True)]

    def _is_here(self, key: str) -> bool:
        return key in self._numbers or key == learned.REST

    def _score(self, script: int, found: Found, margins: Mapping[str, float]) -> float:
        """How well a script fits, 0 to 1: by its words, and where it was learned by that."""
        score = self._index.covered(found, script)
        margin = margins.get(self._scripts[script].key)
        if margin is not None:
            score += MARGIN * (margin - NEUTRAL)
        return min(max(score, 0.0), 1.0)

    def _with_pinyin(self, asked: Asked, order: list[int], n: int) -> tuple[list[int], dict[int, int]]:
        """The order with what can be typed like this, and the phrase of each script that is there for it."""
        letters = asked.letters
        if not letters or not self._has_pinyin or self._index.knows(asked.runs):
            return order, {}
        typed: dict[int, int] = {}
        for phrase in self._tables.typed(tuple(dict.fromkeys((letters, fold_letters(letters)))), TYPED):
            typed.setdefault(self._index.script_of(phrase), phrase)
        if not self._index.knows_beginnings(asked.runs):
            typed = typed or self._typed_mixed(letters)
            return list(dict.fromkeys((*typed, *order))), typed
        only_typed = {script: phrase for script, phrase in typed.items() if script not in order[:n]}
        return ranking.interleave(order, list(typed)), only_typed

    def _typed_mixed(self, letters: str) -> dict[int, int]:
        """The phrase of each script that can be typed as these letters, some syllables in full and some not."""
        found: dict[int, int] = {}
        for way in mixed_pinyin.ways(letters[:_MIXED]):
            for phrase in self._tables.typed((mixed_pinyin.initials(way),), TYPED):
                script = self._index.script_of(phrase)
                if script not in found and mixed_pinyin.is_read_so(way, self._syllables_of(phrase)):
                    found[script] = phrase
        return found

    def _syllables_of(self, phrase: int) -> list[str]:
        """How a phrase is read aloud; a Latin word counts as one syllable."""
        found = runs(self._index.phrase(phrase).folded)
        return [one for run in found for one in (self._spelling.syllables(run.text) if run.is_chinese else (run.text,))]

    def _is_weak(self, order: Sequence[int], found: Found) -> bool:
        return bool(order) and self._index.covered(found, order[0]) < ENOUGH

    def _bodies(self, asked: Asked, order: Sequence[int], found: Found, n: int) -> list[int]:
        """Scripts whose bodies hold every telling word, where places are left or the best phrase explains little."""
        words = [word for word in query_tokens(asked.runs).words if len(word) > 1 and not ranking.is_common(word)]
        if not words or (len(order) >= n and not self._is_weak(order, found)):
            return []
        return self._tables.bodies(words[:BODY_WORDS], n, is_typing=asked.is_typing)

    def _hit(self, script: int, phrase: int | None, score: float, language: str) -> Hit:
        entry = self._scripts[script]
        title = entry.title_in(language)
        why, kind = title, "body"
        if phrase is not None:
            found = self._index.phrase(phrase)
            why, kind = found.shown, found.kind.value
        return Hit(entry.key, title, entry.version, round(score, 4), why, kind, entry.standing, entry.urgent)


def _in_one_tongue(hit: Hit, asked: str) -> Hit:
    """The hit with its title for a reason that who reads the title may not be able to read: Chinese that was hit by its
    sound (hub in 账户不存在) under an English title. Who typed Chinese reads it.
    """
    is_foreign = holds_chinese(hit.why) and not (holds_chinese(hit.title) or holds_chinese(asked))
    return replace(hit, why=hit.title) if is_foreign else hit


def _in_order(hits: Sequence[Hit]) -> list[Hit]:
    """Urgent ones that explain as much as any stand first, ended ones last.

    Where the first one fits, those that fit come before the others; where it does not, none is surer than it.
    """
    pinned = max(max((hit.score for hit in hits), default=0.0) - NEAR_BEST, ENOUGH)
    is_sure = bool(hits) and hits[0].fits
    return sorted(
        hits,
        key=lambda hit: (
            hit.standing in _ENDED,
            not (hit.urgent and hit.score >= pinned),
            is_sure and not hit.fits,
        ),
    )
