"""Words for codes and errors in every language, from resources/i18n; for the window, the command line and reports."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, cast

from app.models.errors import AppError
from app.models.inquiries import InquiryRow
from resources import FOLDER

#: Languages of the program, the first one being that in which it is written.
LANGUAGES = ("en", "zh_CN")

#: Facts of errors that are codes: each is said in the word of its set.
_FACTS = {
    "field": "field",
    "entity": "entity",
    "outcome": "outcome",
    "permission": "permission",
    "state": "inquiry_state",
    "wanted": "inquiry_state",
    "from_state": "finding_state",
    "to_state": "finding_state",
    "hindrance": "hindrance",
    "milder": "supervision",
    "graver": "supervision",
    "left_out_by": "left_out",
    "keeper": "keeper",
    "asked": "keeper",
}


@lru_cache(maxsize=64)
def _table(name: str) -> dict[str, Any]:
    return json.loads(FOLDER.joinpath(f"i18n/{name}.json").read_text(encoding="utf-8"))


def label(kind: str, code: str | None, language: str) -> str:
    """Return the word for a code of one set (``label("channel", "phone_in", "zh_CN")``); an unknown code as it is."""
    if not code:
        return ""
    return str(_table(f"labels/{kind}").get(code, {}).get(language, code))


def phrase(table: str, code: str, language: str) -> str:
    """Return a text of a table of resources/i18n (``phrase("papers", "note", "en")``). Raises KeyError for no code."""
    return str(_table(table)[code][language])


def state_of(row: InquiryRow, language: str) -> str:
    """Return where an inquiry stands; one that another center works on now is called that."""
    return label("inquiry_standing", "moved", language) if row.moved_to else label("inquiry_state", row.state, language)


def labels(kind: str, language: str) -> dict[str, str]:
    """Return every code of a set with its word, in the order of the file."""
    return {code: words[language] for code, words in _table(f"labels/{kind}").items()}


def sentence(error: AppError, language: str) -> tuple[str, str]:
    """Return what an error says and the next step, with its facts filled in."""
    return sentence_of(type(error).__name__, error.facts, language)


def told(error: AppError, language: str) -> str:
    """Return the same as one text."""
    return sentences(sentence(error, language), language)


def sentences(parts: Iterable[str], language: str) -> str:
    """Return sentences one behind the other; empty ones are left out."""
    return ("" if language == "zh_CN" else " ").join(one for one in parts if one)  # Chinese ends one in a wide sign


def names_in_a_row(names: Iterable[str], language: str) -> str:
    """Return names as part of a sentence, in a language of the window or a variant that people are interviewed in."""
    return ("、" if language.startswith("zh") else ", ").join(names)


def named(title: str, text: str, language: str) -> str:
    """Return a text behind what it is: ``Public holiday: Spring Festival``, with the colon of the language."""
    return f"{title}{'：' if language.startswith('zh') else ': '}{text}"


def counted(name: str, count: int, language: str) -> str:
    """Return a name with how many there are behind it, in the brackets of the language; the name alone for none."""
    brackets = "（{}）" if language.startswith("zh") else " ({})"
    return name + brackets.format(count) if count else name


def begun_at(start: float, starts: Mapping[str, float], language: str) -> str:
    """Return where the order of a draw began, to the last digit: by stratum, with what holds for those not named."""
    named = [f"{name} {_exactly(at)}" for name, at in sorted(starts.items())]
    others = phrase("reports", "starts_elsewhere", language).format(start=_exactly(start)) if named else _exactly(start)
    return names_in_a_row([*named, others], language)


def _exactly(number: float) -> str:
    return repr(number).removesuffix(".0")


def sentence_of(code: str, told: Mapping[str, object], language: str) -> tuple[str, str]:
    """Return the same of an error that was written down: the name of its kind and its facts."""
    words = _table("errors").get(code, {}).get(language, {})
    facts = {name: _shown(value, _FACTS.get(name), language) for name, value in told.items()}
    says = str(words.get("says", code))
    return _filled(says, facts), _filled(str(words.get("next", "")), facts)


def _shown(value: object, kind: str | None, language: str) -> str:
    if isinstance(value, (list, tuple)):
        several = cast("list[object]", value)
        return names_in_a_row((_shown(one, kind, language) for one in several), language)
    if kind in _table("facts"):
        return str(_table("facts")[kind].get(str(value), {}).get(language, value))
    return label(kind, str(value), language) if kind else str(value)


def _filled(text: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        place = "{" + name + "}"
        # What another program gave as its reason may end in a sign of its own: the sentence around it has one.
        text = text.replace(place, value.rstrip(" .。\n") if name == "reason" and not text.endswith(place) else value)
    return text
