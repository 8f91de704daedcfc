"""The pure part of search: which scripts have phrases that fit a query, and how well.

Scripts and phrases are numbers here; who keeps them in tables (`store.script_index`) gives the numbers, which only
grow. Not safe for several threads at once.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from app.scripts_library import ranking
from app.scripts_library.entries import Phrase, PhraseKind
from app.scripts_library.postings import Concept, Postings, idf
from app.scripts_library.tokens import Run, Tokens, forget, letter_groups, pairs, query_tokens, stem
from app.scripts_library.vocabulary import Vocabulary
from app.scripts_library.word_families import shipped_families
from app.scripts_library.word_forms import Forms, surest

#: How many phrases vote, and how many of the scripts voted for are compared as a whole.
PHRASES, CANDIDATES = 150, 24
#: Entries of postings that one query reads; what is rare is read first.
BUDGET = 8_000
#: Phrases that reach less than this share of the best one are not looked at, nor more than so many.
FAR, MANY = 0.15, 600
SOUNDS = 0.5
#: How surely a word stands for another one of its family.
RELATED = 0.65
#: In a query of this many words each may be the beginning of a longer one.
FEW = 3
LONG_WORD = 5
#: In so few Chinese characters those stand together on purpose that some script has together.
FEW_CHARACTERS = 4
#: Scripts whose features are kept as a table: most of those that one key finds are found by the next one too.
KEPT = 512


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, taken apart: folded, its runs, and whether its last word may be unfinished."""

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


@dataclass(frozen=True, slots=True)
class Found:
    """What fits a query: scripts best first with their scores (1 is the best; a phrase said as it is adds 1), the
    phrase that matched of each, what the query's features tell, and of which features one was meant.
    """

    order: tuple[int, ...]
    scores: Mapping[int, float]
    best: Mapping[int, int]
    features: Mapping[str, float]
    choices: tuple[tuple[str, ...], ...] = ()


class PhraseIndex:
    """Phrases of scripts, as postings, a vocabulary, and a profile of each script as a whole."""

    def __init__(self) -> None:
        self._phrases: dict[int, Phrase] = {}
        #: By the number of a phrase: in a row, because every key asks for hundreds of them.
        self._lengths = array("H")
        self._scripts = array("I")
        self._profiles: dict[int, ranking.Profile] = {}
        self._tables: dict[int, Mapping[str, float]] = {}
        self._postings = Postings()
        self._vocabulary = Vocabulary()
        self._features: Counter[str] = Counter()
        #: While it is filled: each text that was met, as the one object that stands for it everywhere.
        self._met: dict[str, str] = {}
        self._words = 0
        self._said = 0
        self._length = 0.0

    def add_phrase(self, script: int, number: int, phrase: Phrase, found: Sequence[Run], tokens: Tokens) -> None:
        """Puts a phrase in."""
        self._postings.add(number, self._same(tokens.all()))
        self._vocabulary.add(self._same(tuple(run.text for run in found if not run.is_chinese)))
        self._phrases[number] = phrase
        for row, value in ((self._lengths, len(tokens.words)), (self._scripts, script)):
            row.extend([0] * (number + 1 - len(row)))
            row[number] = value
        self._words += len(tokens.words)
        self._said += phrase.kind is not PhraseKind.SYNONYM

    def remove_phrase(self, number: int, found: Sequence[Run], tokens: Tokens) -> None:
        """Takes a phrase out, with what it was put in with."""
        phrase = self._phrases.pop(number)
        self._postings.remove(number, tokens.all())
        self._vocabulary.remove(run.text for run in found if not run.is_chinese)
        self._words -= self._lengths[number]
        self._said -= phrase.kind is not PhraseKind.SYNONYM

    def add_profile(self, script: int, profile: ranking.Profile) -> None:
        """Puts in what a script says as a whole."""
        features = self._same(profile.features)
        self._profiles[script] = ranking.Profile(features, profile.weights, profile.counts, profile.length)
        self._features.update(_counted(features))
        self._length += profile.length

    def remove_profile(self, script: int) -> None:
        """Takes it out again."""
        profile = self._profiles.pop(script)
        self._tables.pop(script, None)
        self._length -= profile.length
        features = _counted(profile.features)
        self._features.subtract(features)
        for feature in features:
            if not self._features[feature]:
                del self._features[feature]

    def filled(self) -> None:
        """Forgets what only filling needs."""
        self._met.clear()
        forget()

    def _same(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """These texts, each as the object that is kept already: a piece of text is made anew wherever it is met."""
        return tuple(map(self._met.setdefault, texts, texts))

    def script_of(self, phrase: int) -> int:
        """The script of a phrase."""
        return self._scripts[phrase]

    def phrase(self, number: int) -> Phrase:
        """A phrase by its number."""
        return self._phrases[number]

    def knows(self, found: Iterable[Run]) -> bool:
        """Whether every word has been said by somebody."""
        return all(run.text in self._vocabulary for run in found)

    def knows_beginnings(self, found: Iterable[Run]) -> bool:
        """Whether every word is one, or the beginning of one, that somebody has said."""
        return all(self._vocabulary.starts(run.text) for run in found)

    def covered(self, found: Found, script: int) -> float:
        """The share of a query that a script explains, 0 to 1."""
        return ranking.covered(found.features, self._table(script), found.choices)

    def _table(self, script: int) -> Mapping[str, float]:
        """What a script says as a whole: feature → weight."""
        found = self._tables.get(script)
        if found is None:
            if len(self._tables) >= KEPT:
                self._tables.clear()
            found = self._tables[script] = self._profiles[script].table()
        return found

    def find(self, asked: Asked) -> Found:
        """The scripts that fit a query."""
        meant = self._meant(asked)
        meanings = [_stems(*one) for one in meant]
        wide = self._with_families(asked, meanings)
        forms = Forms([surest(words) for _, words in meant] if len(asked.runs) <= FEW else (), len(asked.runs))
        by_phrase, best = ranking.vote(self._once(self._matching(asked, wide, forms)))
        features = self._query_features(asked, meanings)
        fused = self._fused(asked, by_phrase, self._told(wide) | features)
        for script, phrase in best.items():
            if self._phrases[phrase].folded == asked.folded:
                fused[script] += 1
        order = tuple(sorted(fused, key=fused.__getitem__, reverse=True))
        vouching = self._meant_together(asked, features)
        return Found(order, fused, best, vouching, tuple(tuple(one) for one in meanings if len(one) > 1))

    def _meant(self, asked: Asked) -> list[tuple[str, dict[str, float]]]:
        """Each word that is no Chinese, with the words that it may stand for and how sure that is."""
        is_short = len(asked.runs) <= FEW
        found: list[tuple[str, dict[str, float]]] = []
        for number, run in enumerate(asked.runs, 1):
            if not run.is_chinese:
                may_go_on = is_short or (asked.is_typing and number == len(asked.runs))
                found.append((run.text, self._vocabulary.meant(run.text, is_typing=may_go_on)))
        return found

    def _with_families(self, asked: Asked, meanings: Iterable[Mapping[str, float]]) -> list[dict[str, float]]:
        """The meanings with the words that are said for the typed ones. They order scripts; whether one fits is not
        for them to say.
        """
        words = (stem(run.text) for run in asked.runs if not run.is_chinese)
        return [
            {**{one: RELATED for one in shipped_families().get(word, ()) if self._features.get(one)}, **meaning}
            for word, meaning in zip(words, meanings, strict=True)
        ]

    def _concepts(self, asked: Asked, meanings: Iterable[Mapping[str, float]]) -> Iterator[Concept]:
        common = self._common_weight()
        tokens = query_tokens(tuple(run for run in asked.runs if run.is_chinese))
        yield from (Concept({sound: 1.0}, SOUNDS) for sound in tokens.sounds)
        for meaning in (*({word: 1.0} for word in tokens.words), *meanings):
            is_common = len(meaning) == 1 and ranking.is_common(next(iter(meaning)))
            yield Concept(meaning, common if is_common else 1.0)

    def _matching(self, asked: Asked, meanings: Iterable[Mapping[str, float]], forms: Forms) -> list[tuple[int, float]]:
        """(phrase, score), best first."""
        is_short = 1 < len(asked.runs) <= FEW and not any(run.is_chinese for run in asked.runs)
        scores = self._postings.scores(self._concepts(asked, meanings), budget=BUDGET, together=is_short)
        if not scores:
            return []
        least = max(scores.values()) * FAR
        near = [phrase for phrase, score in scores.items() if score >= least]
        if len(near) > MANY:
            near = sorted(near, key=scores.__getitem__, reverse=True)[:MANY]
        mean = self._words / len(self._phrases)
        lengths = [self._lengths[phrase] for phrase in near]
        factors = {length: ranking.shortness(length, mean) for length in set(lengths)}
        found = [(phrase, scores[phrase] * factors[length]) for phrase, length in zip(near, lengths, strict=True)]
        if len(forms):
            found = forms.favored(found, [self._phrases[phrase].folded for phrase in near])
        found.sort(key=itemgetter(1), reverse=True)
        return found

    def _once(self, best: Iterable[tuple[int, float]]) -> Iterator[tuple[int, int, float]]:
        """(phrase, script, score) of what people wrote, each once: a synonym of a phrase gives it no second vote."""
        seen: set[tuple[int, str]] = set()
        for phrase, score in best:
            script = self._scripts[phrase]
            said = (script, self._phrases[phrase].shown)
            if said not in seen:
                seen.add(said)
                yield phrase, script, score
                if len(seen) == PHRASES:
                    return

    def _fused(self, asked: Asked, by_phrase: Mapping[int, float], features: Mapping[str, float]) -> dict[int, float]:
        top = nlargest(CANDIDATES, by_phrase, key=by_phrase.__getitem__)
        average = self._length / max(len(self._profiles), 1)
        by_script = {
            script: ranking.fit(features, self._table(script), self._profiles[script].length, average) for script in top
        }
        return ranking.fuse(by_phrase, by_script, words=asked.words)

    def _query_features(self, asked: Asked, meanings: Iterable[Mapping[str, float]]) -> dict[str, float]:
        """Every feature of the query with what it tells; two words together tell a little more than the rarer one.

        A word nobody has said stands for what it may mean; in a sentence also for its groups of letters.
        """
        scripts, common = len(self._profiles), self._common_weight()
        told: dict[str, float] = {}
        for feature in ranking.features_of([run for run in asked.runs if self._is_said(run)]):
            first, _, second = feature.partition(" ")
            count = min(self._features.get(one, 0) for one in (first, second) if one)
            tells = idf(count, scripts) + (ranking.TOGETHER if second else 0.0)
            told[feature] = tells * common if ranking.is_common(feature) else tells
        for token, tells in self._told(meanings).items():
            told.setdefault(token, tells)
        return told | (self._letters_of_strange_words(asked) if len(asked.runs) > FEW else {})

    def _meant_together(self, asked: Asked, told: Mapping[str, float]) -> Mapping[str, float]:
        """The features that may vouch for a script. Of a few Chinese characters those do not each for itself that
        somebody has said together: a script with 九 here and 价 there says nothing about 九价.
        """
        typed = [run.text for run in asked.runs if run.is_chinese]
        if not typed or len(typed) < len(asked.runs) or sum(map(len, typed)) > FEW_CHARACTERS:
            return told
        together = {one for run in typed for pair in pairs(run) if self._features.get(pair) for one in pair}
        return {feature: tells for feature, tells in told.items() if feature not in together}

    def _told(self, meanings: Iterable[Mapping[str, float]]) -> dict[str, float]:
        """What each of the stems that may be meant tells; the surest of a stem's shares counts."""
        shares: dict[str, float] = {}
        for meaning in meanings:
            for token, share in meaning.items():
                shares[token] = max(share, shares.get(token, 0.0))
        return {
            token: share * idf(self._features.get(token, 0), len(self._profiles)) for token, share in shares.items()
        }

    def _is_said(self, run: Run) -> bool:
        return run.is_chinese or bool(self._features.get(stem(run.text)))

    def _letters_of_strange_words(self, asked: Asked) -> dict[str, float]:
        strange = (run.text for run in asked.runs if len(run.text) >= LONG_WORD and not self._is_said(run))
        groups = {group for word in strange for group in letter_groups(word)}
        return {group: idf(count, len(self._profiles)) for group in groups if (count := self._features.get(group, 0))}

    def _common_weight(self) -> float:
        return ranking.common_weight(self._said, len(self._profiles))


def _counted(features: Iterable[str]) -> list[str]:
    """The features of which it is asked how many scripts have them: two words together tell what each tells."""
    return [feature for feature in features if " " not in feature]


def _stems(typed: str, words: Mapping[str, float]) -> dict[str, float]:
    """The stems of the words that a typed one may stand for, the surest of each; its own where nothing is known."""
    stems: dict[str, float] = {}
    for word, sure in words.items():
        stems[stem(word)] = max(stems.get(stem(word), 0.0), sure)
    return stems or {stem(typed): 1.0}
