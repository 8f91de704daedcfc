"""What the scripts pane shows, decided without Qt: tones, what of a hit was typed, days of versions."""

from datetime import datetime

from app.models.categories import CategoryTree
from app.scripts_library.tokens import fold

#: What is neither valid nor ended has a chip; a valid script needs none.
_TONES = {
    "live": "accent",
    "review_due": "warning",
    "coming": "warning",
    "draft": "warning",
    "review": "warning",
    "expired": "",
    "withdrawn": "danger",
    "superseded": "",
}
ENDED = ("expired", "withdrawn")
_RESULT_TONES = {"added": "accent", "updated": "accent", "unchanged": "", "rejected": "danger", "draft": "warning"}


def tone(standing: str) -> str:
    """Return the tone of a version's chip."""
    return _TONES.get(standing, "")


def result_tone(result: str) -> str:
    """Return the tone of what an import does with a script."""
    return _RESULT_TONES[result]


def standings(versions: list[tuple[int, str]], counting: int) -> dict[int, str]:
    """Return what each version (number, standing) is: one that is valid by its dates but older is superseded."""
    return {
        number: "superseded" if standing in ("live", "review_due") and number != counting else standing
        for number, standing in versions
    }


def topic_label(topic: str, categories: CategoryTree, language: str) -> str:
    """Return a topic as people read it: the labels of its categories, its own words where there are none."""
    labels: list[str] = []
    code = ""
    for step in topic.split("/") if topic else ():
        code = f"{code}.{step}" if code else step
        known = categories.by_code.get(code)
        labels.append(known.label.for_language(language) if known else step)
    return " › ".join(labels)


def marks(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return the places of a text that were typed: whole runs of Latin words, Chinese characters one by one."""
    folded = fold(text)
    if len(folded) != len(text):
        return ()
    wanted = [False] * len(text)
    for part in _parts(fold(query)):
        start = folded.find(part)
        while start >= 0:
            wanted[start : start + len(part)] = [True] * len(part)
            start = folded.find(part, start + len(part))
    return _runs(wanted)


def minutes(at: datetime) -> str:
    """Return a time of day without seconds, as it stands beside a date."""
    return f"{at:%Y-%m-%d %H:%M}"


def _parts(query: str) -> list[str]:
    found: list[str] = []
    for word in query.split():
        if word.isascii():
            found.append(word)
        else:
            found += [one for one in word if one.isalnum()]
    return found


def _runs(wanted: list[bool]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for place, is_wanted in enumerate(wanted):
        if is_wanted and found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        elif is_wanted:
            found.append((place, place + 1))
    return tuple(found)
