"""Answers by keys: what an operator types at an item becomes an answer.

Options have the numbers in which they stand (0 is the tenth). ``-`` means "does not know", ``--`` a refusal, ``/`` the
item's own "did not apply". Several choices are typed one after another (``13``) or apart (``1, 12``).
"""

import re

from app.models.questionnaire_answers import Given
from app.models.questionnaires import CHOICES, RATING_MOST, READ_OUT, Item, ItemKind, Option, Reserved

RESERVED_KEYS = {"-": Reserved.DONT_KNOW, "--": Reserved.REFUSED, "/": Reserved.NEVER_HAPPENED}
_TEXTS = frozenset({ItemKind.TEXT, ItemKind.LONG_TEXT, ItemKind.DATE})
_NUMBERS = frozenset({ItemKind.NUMBER, ItemKind.RATING})
_BY_KEYS = CHOICES | {ItemKind.MULTI, ItemKind.RATING}


def key_of(place: int) -> str:
    """Return the key of an option by its place, from 0: 1 … 9, 0, then 11, 12 …"""
    return "0" if place == 9 else str(place + 1)


def answer_of(item: Item, typed: str) -> Given:
    """Return the answer that was typed. What is no answer to the item is kept as typed, and told by its checks."""
    text = typed.strip()
    if text in RESERVED_KEYS:
        return Given(item.id, reserved=RESERVED_KEYS[text])
    return Given(item.id, _value(item, text))


def begins_none(item: Item, typed: str) -> bool:
    """Say whether what was typed neither is an answer by keys nor can become one, whatever follows it.

    Never so of numbers, dates and texts, which nobody can tell before they are typed whole.
    """
    text = typed.strip()
    if not text or item.kind not in _BY_KEYS:
        return False
    parts = _several(text, len(item.options)) if item.kind is ItemKind.MULTI else [text]
    keys = _keys(item)
    return not (
        any(one.startswith(text) for one in RESERVED_KEYS if _takes(item, one))
        or all(any(key.startswith(one) for key in keys) for one in parts)
    )


def _keys(item: Item) -> list[str]:
    """Return everything that can be typed for a value: the keys of the options and their codes, or the steps."""
    if item.kind is ItemKind.RATING:
        return [str(step) for step in range(RATING_MOST + 1)]
    return [name for place, one in enumerate(item.options) for name in (key_of(place), one.code)]


def _takes(item: Item, key: str) -> bool:
    return not item.insist and (item.never is not None or RESERVED_KEYS[key] is not Reserved.NEVER_HAPPENED)


def _value(item: Item, text: str) -> object:
    if item.kind is ItemKind.STATEMENT:
        return READ_OUT
    if item.kind in _TEXTS:
        return text
    if item.kind in _NUMBERS:
        return _number(text)
    if item.kind is ItemKind.MULTI:
        return [_code(item.options, one) for one in _several(text, len(item.options))]
    return _code(item.options, text)


def _number(text: str) -> object:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def _several(text: str, options: int) -> list[str]:
    parts = re.split(r"[\s,，、]+", text)
    if len(parts) == 1 and text.isdigit() and options <= 10:
        return list(text)
    return [one for one in parts if one]


def _code(options: tuple[Option, ...], key: str) -> str:
    """Return the code of a key, or what was typed."""
    return next((one.code for place, one in enumerate(options) if key == key_of(place)), key)
