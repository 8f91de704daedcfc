"""A routing rule in words, and words back to codes. Without Qt."""

from collections.abc import Iterable

from app.models.calendars import written_hours
from app.models.routing_rules import Condition, Rule
from app.services import reference, wording

#: Parts of a condition that are codes, and the labels that they have.
CODED = {"channels": "channel", "callers": "caller_kind", "days": "weekday"}
_COMMA = {"en": ", ", "zh_CN": "、"}


def labels_of(part: str, codes: Iterable[str], language: str) -> tuple[str, ...]:
    """Return codes of a part of a condition in words."""
    if part == "categories":
        tree = reference.categories()
        return tuple(tree.by_code[one].label.for_language(language) if one in tree.by_code else one for one in codes)
    return tuple(wording.label(CODED[part], one, language) for one in codes) if part in CODED else tuple(codes)


def codes_of(part: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of what was typed or chosen, in either language; what is no word stays as it is."""
    return tuple(_code(part, one.strip()) for one in words)


def _code(part: str, word: str) -> str:
    wanted = word.casefold()
    if part == "categories":
        tree = reference.categories().by_code
        known = {text.casefold(): code for code, one in tree.items() for text in (one.label.en, one.label.zh_cn)}
        return word if word in tree else known.get(wanted, word)
    if part not in CODED:
        return word
    for language in wording.LANGUAGES:
        for code, label in wording.labels(CODED[part], language).items():
            if wanted in (label.casefold(), code):
                return code
    return word


def condition(when: Condition, language: str, *, outside: str, everything: str) -> str:
    """Return a condition in one line. ``outside`` is said of a calendar that must be closed."""
    comma = _COMMA.get(language, ", ")
    parts = [comma.join(labels_of(name, getattr(when, name), language)) for name in ("channels", "categories", "areas")]
    parts.append(comma.join(labels_of("callers", when.callers, language)))
    parts.append(" / ".join(f"“{one}”" for one in when.any_words))
    parts.append(" + ".join(f"“{one}”" for one in when.all_words))
    parts.append(comma.join(labels_of("days", when.days, language)))
    parts.append(written_hours(when.hours))
    if when.calendar:
        name = wording.label("calendar", when.calendar, language)
        parts.append(name if when.during else outside.format(calendar=name))
    return " · ".join(one for one in parts if one) or everything


def validity(rule: Rule) -> str:
    """Return the days on which a rule holds, "" for always."""
    if rule.from_on is None and rule.until_on is None:
        return ""
    return f"{rule.from_on or ''} – {rule.until_on or ''}".strip()


def every_code(part: str) -> tuple[str, ...]:
    """Return all codes of a part of a condition; none for free words."""
    if part == "categories":
        return tuple(reference.categories().by_code)
    return tuple(wording.labels(CODED[part], "en")) if part in CODED else ()
