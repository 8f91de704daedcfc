"""Hot topics of a period: categories and words that rise against their own past, with questions as examples.

The past is that of whole periods since the first inquiry: before it nobody counted, which is not the same as nothing.
Words and examples come from the newest inquiries of the period and of those before it, at most ``MOST`` of each; what
tells who somebody is is taken out of examples, and nobody is named.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.hot_topics import Rise, rise, rising
from app.models.periods import Stretch
from app.models.private_data import masked
from app.scripts_library.tokens import fold, pairs, runs, stem
from app.services import figures, scripts
from app.services.office import View
from app.store import figures as rows_of
from app.store import hot_topics as text_rows

#: Periods that are the past of a topic.
BEFORE = 8
#: Inquiries whose texts are read, in the period and before it.
MOST = 2_000
_EXAMPLES, _WORDS, _LONGEST = 3, 10, 160
#: Chinese is read in pairs of signs; what stands together in nearly all texts is one word, of at most so many signs.
_TOGETHER, _LONGEST_WORD = 0.85, 8


@dataclass(frozen=True)
class HotTopic:
    """A category that rises: its examples, and the script that answers most of its questions ("": a gap)."""

    rise: Rise
    examples: tuple[str, ...]
    script: str


@dataclass(frozen=True)
class Hot:
    """What is hot in a period; ``looked_at`` topics were compared with ``before`` periods."""

    topics: tuple[HotTopic, ...]
    words: tuple[Rise, ...]
    looked_at: int
    before: int


def hot(view: View, stretch: Stretch) -> Hot:
    """Return what is hot in a period. Raises ``NotAllowed``."""
    view.require(Permission.SEE_INQUIRIES)
    begun_on = rows_of.first_day(view.rows)
    before = [stretch.former(count) for count in range(BEFORE, 0, -1)]
    periods = [one for one in before if begun_on is not None and begun_on <= one.start_on]
    found = _topics(view, stretch, periods) if periods else []
    told = tuple(_told(view, one, stretch) for one in rising(found))
    words = _words(view, stretch, figures.moments(view, periods[0])[0]) if periods else ()
    return Hot(told, words, len(found), len(periods))


def script_titles(view: View, found: Hot, language: str) -> dict[str, str]:
    """Return the titles of the scripts that answer what is hot; a script that is no more has none.

    Raises ``NotAllowed``.
    """
    view.require(Permission.SEE_INQUIRIES)
    titles: dict[str, str] = {}
    for key in {one.script for one in found.topics if one.script}:
        with suppress(RecordGone):
            titles[key] = scripts.counting(view, key, drafts=True).title_in(language.partition("_")[0])
    return titles


def _topics(view: View, stretch: Stretch, periods: list[Stretch]) -> list[Rise]:
    counted = rows_of.counted(
        view.rows, [figures.TAKEN.question], (periods[0].start_on, stretch.end_on), dimension="category", key=None,
        bucket=stretch.span.value,
    )  # fmt: skip
    by_topic: dict[str, dict[str, int]] = {}
    for (key, first), counts in counted.items():
        by_topic.setdefault(key, {})[first] = counts.get(figures.TAKEN, 0)
    return [
        rise(key, days.get(stretch.start_on.isoformat(), 0), [days.get(one.start_on.isoformat(), 0) for one in periods])
        for key, days in by_topic.items()
        if key
    ]


def _told(view: View, one: Rise, stretch: Stretch) -> HotTopic:
    between = figures.moments(view, stretch)
    positions = rows_of.behind(view.rows, [figures.TAKEN], between, groups={"category": one.key}, limit=40)
    texts = text_rows.summaries(view.rows, positions)
    examples = dict.fromkeys(_plain(text, names) for text, names in texts)
    script = text_rows.script_given_most(view.rows, positions)
    return HotTopic(one, tuple(text for text in examples if text)[:_EXAMPLES], script)


def _plain(text: str, names: tuple[str, ...]) -> str:
    return masked(" ".join(text.split())[:_LONGEST], names)


def _words(view: View, stretch: Stretch, since: datetime) -> tuple[Rise, ...]:
    """Words that rise: in how many of the newest texts each stands now, and in how many of those before."""
    start, end = figures.moments(view, stretch)
    now, former = _texts(view, (start, end)), _texts(view, (since, start))
    if not now or not former:
        return ()
    counts, before = (Counter(word for text in texts for word in set(_tokens(text))) for texts in (now, former))
    share = len(now) / len(former)
    found = [rise(word, count, [before[word]], exposure=share) for word, count in counts.items()]
    return _whole(rising(found), now, former)[:_WORDS]


def _whole(found: Sequence[Rise], now: Sequence[str], former: Sequence[str]) -> tuple[Rise, ...]:
    """Return words with those pairs of Chinese signs made whole that nearly always stand in the same longer word."""
    told: dict[str, Rise] = {}
    for one in found:
        if any(one.key in word for word in told):
            continue
        word = one.key if one.key.isascii() else _grown(one.key, now)
        if any(known in word or set(pairs(known)) & set(pairs(word)) for known in told):
            continue
        count, before = (sum(word in text for text in texts) for texts in (now, former))
        told[word] = one if word == one.key else rise(word, count, [before], exposure=len(now) / len(former))
    return tuple(told.values())


def _grown(word: str, texts: Sequence[str]) -> str:
    """Return a Chinese word with the signs that stand before and after it in nearly all texts that hold it."""
    holding = [text for text in texts if word in text]
    while len(word) < _LONGEST_WORD:
        sides: Counter[str] = Counter()
        for before, _, after in (text.partition(word) for text in holding):
            sides.update((word + after[:1], before[-1:] + word))
        whole = [
            one for one in sides if len(one) > len(word) and [run.text for run in runs(one) if run.is_chinese] == [one]
        ]
        best = max(sorted(whole), key=sides.__getitem__, default="")
        if sides[best] < _TOGETHER * len(holding):
            break
        word = best
    return word


def _texts(view: View, between: tuple[datetime, datetime]) -> list[str]:
    positions = rows_of.behind(view.rows, [figures.TAKEN], between, groups={}, limit=MOST)
    return [fold(masked(text, names)) for text, names in text_rows.summaries(view.rows, positions)]


def _tokens(text: str) -> Iterator[str]:
    for run in runs(text):
        if run.is_chinese:
            yield from pairs(run.text)
        elif len(run.text) > 2 and not run.text.isdigit():
            yield stem(run.text)
