"""Search over everything, newest first, at every key typed: words drawn as often as they occur.

Half of what is typed is English, typed letter by letter; the other half one, two and more Chinese characters. Each
prefix is one question; what is timed is the store's page of inquiries, and the whole search over callers, inquiries
and units as the window asks it.
"""

import re
from random import Random

from app.services import everything, units
from app.services.demo_texts import Texts
from app.services.inquiries import Wanted
from app.services.office import View
from app.store.inquiries import page
from benchmarks.desk import Desk
from benchmarks.measuring import Figure, percentile, timed

_ENGLISH = re.compile(r"[A-Za-z][a-z]+")
_CHINESE = re.compile("[\u4e00-\u9fff]+")
#: Most that a person waits for while typing (milliseconds, at the 99th percentile).
LIMIT_MS = 50.0


def typed(count: int, seed: int = 5) -> list[str]:
    """Return what stands in the search field after each key, for words and phrases drawn by frequency."""
    rng = Random(seed)
    texts = Texts(rng)
    found: list[str] = []
    while len(found) < count:
        language = "zh" if rng.random() < 0.5 else "en"
        said = f"{texts.summary(texts.topic(language), language)} {texts.details(language, 1)}"
        runs = (_CHINESE if language == "zh" else _ENGLISH).findall(said)
        if not runs:
            continue
        run = rng.choice(runs)
        if language == "zh":
            start = rng.randrange(len(run))
            phrase = run[start : start + rng.choice((1, 2, 2, 3, 4))]
            found += [phrase[: end + 1] for end in range(len(phrase))]
        else:
            phrase = run if rng.random() < 0.7 else f"{run} {rng.choice(runs)}"
            found += [phrase[: end + 1] for end in range(len(phrase))]
    return found[:count]


def figures(desk: Desk, count: int) -> list[Figure]:
    """Time ``count`` keystrokes twice: the store's page alone, and the search over everything."""
    keys = typed(count)
    desk.office.ask(units.spell)  # as Intake does when it is first shown
    with desk.store.reading() as rows:
        pages = [timed(lambda text=text: page(rows, Wanted(text), None, 50)) for text in keys]
        single = [took for text, took in zip(keys, pages, strict=True) if _CHINESE.fullmatch(text) and len(text) <= 2]
    whole = [timed(lambda text=text: desk.office.ask(_search, text)) for text in keys]
    return [
        _figure("search inquiries while typing, p99", pages),
        _figure("… one or two Chinese characters, p99", single),
        _figure("search everything while typing, p99", whole),
    ]


def _figure(name: str, took: list[float]) -> Figure:
    note = f"p50 {percentile(took, 0.5):.2f}, p95 {percentile(took, 0.95):.2f}, worst {max(took):.0f} ms, n {len(took)}"
    return Figure(name, percentile(took, 0.99), "ms", limit=LIMIT_MS, note=note)


def _search(view: View, text: str) -> object:
    return everything.search(view, text)
