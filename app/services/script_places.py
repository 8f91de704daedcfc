"""Where two versions of a script differ, in words: for the window, the command line and whoever reads aloud."""

from app.scripts_library.comparer import Difference
from app.services.wording import label

#: Fields of the head whose values are codes, with the set of their words.
_CODES = {
    "state": "script_state",
    "risk": "script_risk",
    "governance": "script_governance",
    "audience": "script_audience",
}
_PLACES = "script_place"


def in_words(found: Difference, language: str) -> Difference:
    """Return the same with its place and its values in words. Ids and what people wrote stay as they are."""
    place = tuple(_name(part, language) for part in _fields(found))
    return Difference(place, _value(found, found.before, language), _value(found, found.after, language))


def _fields(found: Difference) -> tuple[str, ...]:
    """The place without the text itself: phrasings and tags are listed by what they say."""
    is_listed = len(found.place) > 1 and found.place[-1] in (found.before, found.after)
    return found.place[:-1] if is_listed else found.place


def _name(part: str, language: str) -> str:
    """The name of a field, or of a wording by its language, its audience and whether it is plain."""
    return " · ".join(_word(one, language) for one in part.split(" · "))


def _word(code: str, language: str) -> str:
    known = label(_PLACES, code, language)
    return known if known != code else label("caller_kind", code, language)


def _value(found: Difference, value: str, language: str) -> str:
    if found.place[0] in _CODES and len(found.place) == 1:
        return label(_CODES[found.place[0]], value, language)
    if found.place[-1] == "type":
        return label("placeholder_type", value, language)
    return label(_PLACES, value, language) if value in ("True", "False") else value
