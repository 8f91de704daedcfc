"""What conditions, computed items and piped texts make of the answers so far."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from app.models.questionnaires import CHOICES, MISSING, Computed, Condition, Item, Questionnaire, Reserved, in_language

#: An answer as it counts: the value, or what stands in its place.
Coded = Any
PIPED = re.compile(r"\{(@?[a-z][a-z0-9_.-]*)(?:\|([^{}]*))?\}")
#: Words to be stressed when a question is read out stand between two of these; the sign itself is not read.
EMPHASIS = re.compile(r"\*(?=[^\s*])((?:[^*\n{}]|\{[^{}]*\})*?)(?<=[^\s*])\*")
#: What stands around them in the place of the signs until a text is whole: no answer that is put in has them.
_STRESSED, _UNSTRESSED = "\ue000", "\ue001"
#: Behind the name of a field: its words for who hears them, where conditions look at a code.
SPOKEN = "_spoken"
_UNKNOWN = "…"
_LIST_MARKS = {"zh": "、"}


@dataclass(frozen=True, slots=True)
class Around:
    """What conditions look at: the questionnaire, the answers as they count, and the fields of the frame."""

    questionnaire: Questionnaire
    coded: Mapping[str, Coded]
    fields: Mapping[str, str]


def is_answer(value: Coded) -> bool:
    """Say whether a value is an answer, and not what stands in the place of one."""
    return value is not None and not isinstance(value, Reserved)


def counts_as_answered(value: Coded) -> bool:
    """Say whether an item counts as answered: by an answer, or by the item's own "did not apply"."""
    return is_answer(value) or value is Reserved.NEVER_HAPPENED


def is_missing(value: Coded) -> bool:
    """Say whether an answer was wanted and is not there."""
    return value is None or value in MISSING


def holds(condition: Condition, around: Around) -> bool:
    """Say whether a condition holds. Comparing with what was not answered is false, but for "is not"."""
    if condition.what == "all":
        return all(holds(part, around) for part in condition.parts)
    if condition.what == "any":
        return any(holds(part, around) for part in condition.parts)
    if condition.what == "not":
        return not holds(condition.parts[0], around)
    if condition.what in ("at_least", "at_most"):
        found = _number_of(condition.subject, around)
        if found is None:
            return False
        return found >= condition.limit if condition.what == "at_least" else found <= condition.limit
    codes = _codes_of(condition.subject, around)
    if condition.what == "answered":
        return bool(codes) and not all(one.startswith("!") for one in codes)
    return bool(codes & set(condition.values)) != (condition.what == "is_not")


def _value_of(subject: str, around: Around) -> Coded:
    return around.fields.get(subject[1:]) if subject.startswith("@") else around.coded.get(subject)


def _codes_of(subject: str, around: Around) -> set[str]:
    """Return what is compared: the code, the codes chosen, or the reserved code behind its mark."""
    value = _value_of(subject, around)
    if value is None or value == "":
        return set()
    if isinstance(value, Reserved):
        return {f"!{value.value}"}
    return {str(one) for one in cast("list[object]", value)} if isinstance(value, list | tuple) else {str(value)}


def _number_of(subject: str, around: Around) -> float | None:
    value = _value_of(subject, around)
    if subject.startswith("@"):
        return _as_number(value)
    item = around.questionnaire.item(subject)
    return None if item is None else number_of(item, value)


def _as_number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def number_of(item: Item, value: Coded) -> float | None:
    """Return an answer as a number: itself, or the step of its option; None where it has none."""
    if not is_answer(value):
        return None
    if item.kind in CHOICES:
        option = item.option(str(value))
        return None if option is None or option.step is None else float(option.step)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def numbers_of(item: Item, values: Iterable[Coded]) -> list[float | None]:
    """Return what ``number_of`` says of each of many answers."""
    if item.kind not in CHOICES:
        return [number_of(item, one) for one in values]
    steps = {one.code: None if one.step is None else float(one.step) for one in reversed(item.options)}
    # a plain text is a code; whatever else stands there is looked at by itself
    return [steps.get(one) if type(one) is str else number_of(item, one) for one in values]


def compute(computed: Computed, around: Around) -> Coded:
    """Return the value of a computed item; ``Reserved.MISSING`` where nothing stands to compute it from."""
    if computed.how == "count":
        return sum(counts_as_answered(around.coded.get(name)) for name in computed.items)
    if computed.how == "days":
        return _days(computed, around)
    found = [value for name in computed.items if (value := _number_of(name, around)) is not None]
    if not found:
        return Reserved.MISSING
    if computed.how == "mean":
        return sum(found) / len(found)
    return {"sum": sum, "least": min, "most": max}[computed.how](found)


def _days(computed: Computed, around: Around) -> Coded:
    try:
        first, last = (date.fromisoformat(str(_value_of(name, around))) for name in computed.items)
    except ValueError:
        return Reserved.MISSING
    return (last - first).days


def said(texts: Mapping[str, str], around: Around, language: str) -> str:
    """Return a text with the answers that it speaks of put in; what is not known takes its own words for that."""
    return _filled(plain(in_language(texts, language)), around, language)


def stressed(texts: Mapping[str, str], around: Around, language: str) -> list[tuple[str, bool]]:
    """Return what ``said`` does in its parts, each with whether it is to be stressed."""
    marked = EMPHASIS.sub(f"{_STRESSED}\\1{_UNSTRESSED}", in_language(texts, language))
    parts = re.split(f"{_STRESSED}([^{_UNSTRESSED}]*){_UNSTRESSED}", _filled(marked, around, language))
    return [(part, place % 2 == 1) for place, part in enumerate(parts) if part]


def _filled(text: str, around: Around, language: str) -> str:
    def put_in(found: re.Match[str]) -> str:
        return _word_of(found[1], around, language) or _in_its_place(found)

    return PIPED.sub(put_in, text)


def plain(text: str) -> str:
    """Return a text without the signs of what is to be stressed."""
    return EMPHASIS.sub(r"\1", text)


def unpiped(texts: Mapping[str, str], language: str) -> str:
    """Return a text as it stands where nobody is asked: with the words that stand in for what is not known."""
    return PIPED.sub(_in_its_place, plain(in_language(texts, language)))


def _in_its_place(found: re.Match[str]) -> str:
    return found[2] if found[2] is not None else _UNKNOWN


def _word_of(subject: str, around: Around, language: str) -> str:
    if subject.startswith("@") and (name := around.fields.get(f"{subject[1:]}{SPOKEN}")):
        return name
    value = _value_of(subject, around)
    if not is_answer(value):
        return ""
    item = around.questionnaire.item(subject)
    codes = cast("list[object]", value) if isinstance(value, list | tuple) else [value]
    words = [_option_word(item, str(code), language) for code in codes]
    return _LIST_MARKS.get(language.split("_")[0], ", ").join(words)


def _option_word(item: Item | None, code: str, language: str) -> str:
    option = item.option(code) if item is not None else None
    return code if option is None else in_language(option.text, language)
