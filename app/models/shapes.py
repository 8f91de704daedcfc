"""Reading a definition file (a form, the category tree): values with their JSON path, so that a complaint says where.

A definition is data that a center writes by hand, so nothing is guessed: what is missing or of another kind is
refused with file, place, what was found and what belongs there. Keys that nobody asked for are not lost: their
paths are collected, because a newer or a local tool may have put them there.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from app.models.errors import CannotNow

LANGUAGES = ("en", "zh_CN")
NAME = re.compile(r"[a-z][a-z0-9_.-]{0,63}")
NOTHING = "—"
_SHOWN = 80
T = TypeVar("T")


class DefinitionBroken(CannotNow):
    """A definition file cannot be used. Facts: ``file``, ``place`` (JSON path), ``found``, ``expected``."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in every language of the program."""

    en: str
    zh_cn: str

    def for_language(self, language: str) -> str:
        """The text for ``zh_CN`` (any Chinese code) or else English."""
        return self.zh_cn if language.lower().startswith("zh") else self.en


@dataclass(slots=True)
class Shape:
    """A JSON value, where it stands (``place``, such as ``$.sections[0].id``) and which error its reader raises."""

    value: Any  # whatever JSON can hold
    file: str
    error: type[DefinitionBroken]
    place: str = "$"
    unknown: list[str] = field(default_factory=list[str], compare=False)

    def broken(self, expected: str, *, found: str | None = None) -> DefinitionBroken:
        """The error to raise: ``expected`` is a notation that needs no translation, such as ``"a" | "b"``."""
        return self.error(file=self.file, place=self.place, found=found or shown(self.value), expected=expected)

    def at(self, step: str, value: object) -> "Shape":
        """The part of this value that ``step`` (``.key`` or ``[3]``) leads to."""
        return Shape(value, self.file, self.error, self.place + step, self.unknown)

    def keys(self, *known: str) -> dict[str, "Shape"]:
        """The parts of an object; keys outside ``known`` go to ``unknown``. Raises when it is no object."""
        value = self.value
        if not isinstance(value, dict):
            raise self.broken("{…}")
        items = cast("dict[str, object]", value)
        self.unknown.extend(f"{self.place}.{key}" for key in items if key not in known)
        return {key: self.at(f".{key}", item) for key, item in items.items() if key in known}

    def entries(self) -> "Iterator[tuple[str, Shape]]":
        """The parts of an object whose keys are free, such as words. Raises when it is no object."""
        value = self.value
        if not isinstance(value, dict):
            raise self.broken("{…}")
        for key, item in cast("dict[str, object]", value).items():
            yield key, self.at(f"[{key}]", item)

    def required(self, parts: Mapping[str, "Shape"], key: str) -> "Shape":
        """``parts[key]``, or the complaint that this key is missing here."""
        if key not in parts:
            raise self.at(f".{key}", None).broken(f'"{key}": …', found=NOTHING)
        return parts[key]

    def items(self) -> "Iterator[Shape]":
        """The parts of a list. Raises when it is none."""
        value = self.value
        if not isinstance(value, list):
            raise self.broken("[…]")
        for index, item in enumerate(cast("list[object]", value)):
            yield self.at(f"[{index}]", item)

    def text(self) -> str:
        """A text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.broken('"…"')
        return self.value

    def name(self) -> str:
        """A code: small Latin letters, digits, ``_ . -``; begins with a letter; at most 64 characters."""
        if not isinstance(self.value, str) or not NAME.fullmatch(self.value):
            raise self.broken("[a-z][a-z0-9_.-]*")
        return self.value

    def one_of(self, allowed: Collection[str]) -> str:
        """One of the given codes."""
        if not isinstance(self.value, str) or self.value not in allowed:
            raise self.broken(" | ".join(f'"{code}"' for code in allowed))
        return self.value

    def whole(self, *, least: int = 0) -> int:
        """A whole number of at least ``least``."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < least:
            raise self.broken(f"{least}, {least + 1}, …")
        return self.value

    def number(self) -> int | float:
        """A number that is finite."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.broken("0, 1.5, …")
        if not abs(self.value) <= 1e15:  # NaN compares false with everything, so it ends here too
            raise self.broken("-1e15 … 1e15")
        return self.value

    def yes(self) -> bool:
        """``true`` or ``false``."""
        if not isinstance(self.value, bool):
            raise self.broken("true | false")
        return self.value

    def words(self) -> Words:
        """An object with a text in every language."""
        parts = self.keys(*LANGUAGES)
        return Words(*(self.required(parts, language).text().strip() for language in LANGUAGES))

    def each(self, read: "Callable[[Shape], T]") -> "tuple[T, ...]":
        """Every item of a list, read by ``read``."""
        return tuple(read(item) for item in self.items())


def shown(value: object) -> str:
    """A value as JSON, cut to a length that fits a message."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def read_json(text: str, *, file: str, error: type[DefinitionBroken]) -> Shape:
    """The whole of a definition file. Raises ``error`` with line, column and what stands there when it is not JSON."""
    try:
        return Shape(json.loads(text.removeprefix("\ufeff")), file, error)
    except json.JSONDecodeError as trouble:
        place = f"{trouble.lineno}:{trouble.colno}"
        there = trouble.doc[trouble.pos :].partition("\n")[0].strip()
        raise error(file=file, place=place, found=there[:_SHOWN] or "—", expected="JSON") from None
    except (RecursionError, ValueError):
        raise error(file=file, place="1:1", found="[[[…", expected="JSON") from None
