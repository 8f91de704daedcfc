"""Reading the YAML head of a script file: plain data only, every value with its line, never an exception.

Scalars stay text: the reader of a field knows its type, so `no`, `12320` and `2026-02-20` cannot turn into something
nobody meant. Anchors, aliases, tags and deep nesting are refused: nothing in a file can make the reader work for long.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from app.scripts_library.findings import Finding, Lines, Place, at_line, error

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

MAX_CHARACTERS = 200_000
MAX_DEPTH = 12
_NULLS = ("", "~", "null", "Null", "NULL")
_YAML_LINE_END = re.compile("[\n\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Head:
    """What was read: the values, the line of each place, and what was wrong (then the values are empty)."""

    values: Mapping[str, Value]
    lines: Lines
    findings: tuple[Finding, ...] = ()


class _Refused(Exception):
    """Carries the finding out of the loop; never leaves this module."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not closed yet."""

    value: "dict[str, Value] | list[Value]"
    place: Place
    key: str | None = None

    def next_place(self) -> Place:
        return (*self.place, str(len(self.value) + 1) if isinstance(self.value, list) else (self.key or ""))


class _Builder:
    """Turns the parser's events into values."""

    def __init__(self, lines_of_file: Sequence[int]) -> None:
        self._lines_of_file = lines_of_file
        self._stack: list[_Open] = []
        self.root: Value = None
        self.lines: dict[Place, int] = {}
        self._documents = 0

    def take(self, event: Any) -> None:
        """One event of the YAML parser."""
        name = type(event).__name__
        line = self._lines_of_file[int(event.start_mark.line)]
        if name == "AliasEvent" or getattr(event, "anchor", None):
            raise _Refused(at_line(line, error("yaml-alias")))
        if getattr(event, "tag", None):
            raise _Refused(at_line(line, error("yaml-tag", tag=event.tag)))
        if name == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                raise _Refused(at_line(line, error("yaml-second-document")))
        elif name == "ScalarEvent":
            self._scalar(event, line)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self._begin({} if name == "MappingStartEvent" else [], line)
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self._stack.pop()

    def _scalar(self, event: Any, line: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            if event.value in top.value:
                raise _Refused(at_line(line, error("yaml-key-twice", *top.place, event.value, key=event.value)))
            top.key = event.value
            self.lines[(*top.place, event.value)] = line
            return
        is_null = event.implicit[0] and event.value in _NULLS
        self._put(None if is_null else str(event.value), line)

    def _begin(self, value: "dict[str, Value] | list[Value]", line: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise _Refused(at_line(line, error("yaml-too-deep", limit=MAX_DEPTH)))
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            raise _Refused(at_line(line, error("yaml-key-unfit", *top.place)))
        place = self._put(value, line)
        self._stack.append(_Open(value, place))

    def _put(self, value: Value, line: int) -> Place:
        if not self._stack:
            self.root = value
            return ()
        top = self._stack[-1]
        place = top.next_place()
        if isinstance(top.value, list):
            self.lines[place] = line
            top.value.append(value)
        else:
            top.value[top.key or ""] = value
            top.key = None
        return place


def read_head(text: str, *, first_line: int = 1) -> Head:
    """The values of a YAML mapping whose first line has the given number in its file."""
    numbers = _lines_of_file(text, first_line)
    builder = _Builder(numbers)
    try:
        for event in _events(text, numbers):
            builder.take(event)
    except _Refused as refused:
        return Head({}, builder.lines, (refused.finding,))
    if builder.root is None:
        return Head({}, builder.lines)
    if not isinstance(builder.root, dict):
        return Head({}, builder.lines, (at_line(first_line, error("head-not-a-mapping")),))
    return Head(builder.root, builder.lines)


def _lines_of_file(text: str, first_line: int) -> list[int]:
    """The file's line for each of YAML's, which ends a line also where no editor does: at U+0085, U+2028, U+2029."""
    numbers = [first_line]
    for found in _YAML_LINE_END.finditer(text):
        numbers.append(numbers[-1] + (found[0] == "\n"))
    return [*numbers, numbers[-1] + 1]  # the end of a text is a line of its own to YAML


def _unprintable_line(text: str, first_line: int) -> int:
    """The line of the first character that YAML refuses to read; the first line where there is none."""
    found = _UNPRINTABLE.search(text)
    return first_line + (text.count("\n", 0, found.start()) if found else 0)


def _events(text: str, numbers: Sequence[int]) -> Iterator[Any]:
    import yaml  # costs 15 ms: only who reads files pays for it

    if len(text) > MAX_CHARACTERS:
        raise _Refused(at_line(numbers[0], error("head-too-long", limit=MAX_CHARACTERS)))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        line = numbers[int(mark.line) if mark else 0]
        raise _Refused(at_line(line, error("yaml-syntax", problem=wrong.problem or wrong.context or ""))) from None
    except (yaml.YAMLError, ValueError) as wrong:
        # an escape beyond Unicode is a ValueError in one parser, a bare YAMLError without a mark in the other
        line = _unprintable_line(text, numbers[0])
        raise _Refused(at_line(line, error("yaml-syntax", problem=type(wrong).__name__))) from None


def plain_value(value: object) -> Value:
    """Decoded JSON in the same shape: numbers and truth values as text. Deep nesting is cut off as None."""
    return _plain(value, MAX_DEPTH)


def _plain(value: object, depth: int) -> Value:
    if value is None or depth < 0:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return [_plain(one, depth - 1) for one in cast("list[object]", value)]
    if isinstance(value, dict):
        return {str(key): _plain(one, depth - 1) for key, one in cast("dict[object, object]", value).items()}
    return str(value)
