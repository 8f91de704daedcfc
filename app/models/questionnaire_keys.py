"""Answers by keys: what an operator types at an item becomes an answer.

Options have the numbers in which they stand (0 is the tenth). ``-`` means "does not know", ``--`` a refusal, ``/`` the
item's own "did not apply". Several choices are typed one after another (``13``) or apart (``1, 12``).
"""

import re

from app.models.questionnaire_answers import Given
from app.models.questionnaires import READ_OUT, Item, ItemKind, Option, Reserved

RESERVED_KEYS = {"-": Reserved.DONT_KNOW, "--": Reserved.REFUSED, "/": Reserved.NEVER_HAPPENED}
_TEXTS = frozenset({ItemKind.TEXT, ItemKind.LONG_TEXT, ItemKind.DATE})
_NUMBERS = frozenset({ItemKind.NUMBER, ItemKind.RATING})


def key_of(place: int) -> str:
    """Return the key of an option by its place, from 0: 1 … 9, 0, then 11, 12 …"""
    return "0" if place == 9 else str(place + 1)


def answer_of(item: Item, typed: str) -> Given:
    """Return the answer that was typed. What is no answer to the item is kept as typed, and told by its checks."""
    text = typed.strip()
    if text in RESERVED_KEYS:
        return Given(item.id, reserved=RESERVED_KEYS[text])
    return Given(item.id, _value(item, text))


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
