"""What the pane asks in one go."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.models.drill_items import Item
from app.services import competence, drills, question_bank
from app.services.competence import TopicCell
from app.services.office import View
from app.services.reference import categories
from app.services.script_reading import category_of

_FOUND = 9
#: So many days ahead one sees what comes due.
AHEAD = 14


@dataclass(frozen=True)
class Topics:
    """One's topics, their names in a language, and how many cards come due today and on each of the days after."""

    cells: tuple[TopicCell, ...] = ()
    names: dict[str, str] = field(default_factory=dict[str, str])
    load: tuple[int, ...] = ()


def look(view: View) -> bool:
    """Say whether the cards have to be folded anew before today's drill is true."""
    return drills.is_stale(view)


def topics(view: View, language: str) -> Topics:
    """Return one's strong and weak topics with their names, and what comes due in the next days."""
    cells = competence.my_topics(view)
    names = {one.topic: topic_name(one.topic, language) for one in cells}
    return Topics(tuple(cells), names, tuple(drills.load(view, AHEAD)))


@dataclass(frozen=True)
class Bank:
    """The question bank, and what each key point says, by script and point."""

    items: tuple[Item, ...] = ()
    points: Mapping[tuple[str, str], Mapping[str, str]] = field(
        default_factory=dict[tuple[str, str], Mapping[str, str]]
    )


def bank(view: View) -> Bank:
    """Return every question that is not retired, and the key points."""
    return Bank(tuple(question_bank.listed(view)), question_bank.points(view))


def topic_name(topic: str, language: str) -> str:
    """Return a topic in words: the name of its category, else as it is written."""
    code = category_of(topic)
    if code is None:
        return topic
    return categories().by_code[code].label.for_language(language)


def topic_names(topics: Iterable[str], language: str) -> dict[str, str]:
    """Return topics in words; those of one name say also how they are written."""
    names = {one: topic_name(one, language) for one in topics}
    counts = Counter(names.values())
    return {one: f"{name} · {one}" if counts[name] > 1 else name for one, name in names.items()}


def found(view: View, text: str, language: str) -> list[tuple[str, str]]:
    """Return (key, title) of the scripts that a search finds, as in a call."""
    search = view.outside["script_search"]
    return [(hit.key, hit.title) for hit in search.query(view, text=text, language=language, limit=_FOUND)]
