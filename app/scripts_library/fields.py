"""Reading typed fields out of a head: every mistake is noted with its place and the default takes the value's place."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum
from typing import TypeVar

from app.scripts_library.findings import Finding, Place, error
from app.scripts_library.front_matter import Value
from app.scripts_library.texts import clean_line, clean_text, language_code

E = TypeVar("E", bound=StrEnum)

_SPAN = re.compile(r"(\d{1,4}) ?([dwy])")
_DAYS = {"d": 1, "w": 7, "y": 365}
_TRUTH = {"true": True, "yes": True, "1": True, "是": True, "false": False, "no": False, "0": False, "否": False}


def truth(text: str) -> bool | None:
    """yes/no, true/false, 1/0 or 是/否 as a truth value; None if it is none of them."""
    return _TRUTH.get(text.strip().lower())


def moment(text: str, zone: tzinfo) -> datetime | None:
    """A time with offset, or a date as midnight of the zone, in UTC. None if it is neither."""
    try:
        if len(text) <= 10:
            return datetime.combine(date.fromisoformat(text), time(), zone).astimezone(UTC)
        parsed = datetime.fromisoformat(text)
        return None if parsed.tzinfo is None else parsed.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def day(text: str) -> date | None:
    """An ISO date, None if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Fields:
    """One mapping of a head. Each method takes a field out; `close` reports the ones nobody took."""

    def __init__(self, values: "dict[str, Value]", place: Place, sink: list[Finding]) -> None:
        self._values = dict(values)
        self._known: set[str] = set()
        self.place = place
        self._sink = sink

    def note(self, code: str, name: str, **facts: object) -> None:
        """Reports a mistake in a field."""
        self._sink.append(error(code, *self.place, name, **facts))

    def has(self, name: str) -> bool:
        """Whether the field is there and not taken yet."""
        return name in self._values

    def is_scalar(self, name: str) -> bool:
        """Whether the field is one text, not a list or a mapping."""
        return isinstance(self._values.get(name), str)

    def names(self) -> tuple[str, ...]:
        """The fields nobody has taken yet."""
        return tuple(self._values)

    def line(self, name: str) -> str:
        """A text on one line, empty if missing."""
        return clean_line(self._scalar(name))

    def text(self, name: str) -> str:
        """A text that may have several lines, empty if missing."""
        return clean_text(self._scalar(name))

    def truth(self, name: str) -> bool:
        """A truth value, False if missing."""
        text = self._scalar(name)
        value = truth(text)
        if value is None and text:
            self.note("not-a-truth-value", name, value=text)
        return bool(value)

    def choice(self, name: str, default: E) -> E:
        """One value of an enumeration."""
        text = self.line(name)
        kind = type(default)
        if not text:
            return default
        try:
            return kind(text)
        except ValueError:
            self.note("not-one-of", name, value=text, choices=", ".join(one.value for one in kind))
            return default

    def whole_number(self, name: str, default: int) -> int:
        """A whole number ≥ 1."""
        text = self.line(name)
        if not text:
            return default
        if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < 1:
            self.note("not-a-whole-number", name, value=text)
            return default
        return int(text)

    def days(self, name: str) -> int | None:
        """A span such as `90d` in days."""
        text = self.line(name)
        found = _SPAN.fullmatch(text)
        if text and not found:
            self.note("not-a-span", name, value=text)
        return int(found[1]) * _DAYS[found[2]] if found else None

    def date(self, name: str) -> date | None:
        """An ISO date."""
        text = self.line(name)
        value = day(text) if text else None
        if text and value is None:
            self.note("not-a-date", name, value=text)
        return value

    def moment(self, name: str, zone: tzinfo) -> datetime | None:
        """A time with offset or a date."""
        text = self.line(name)
        value = moment(text, zone) if text else None
        if text and value is None:
            self.note("not-a-time", name, value=text)
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        value = self._take(name)
        if isinstance(value, str):
            value = [value]
        if value is not None and not isinstance(value, list):
            self.note("not-a-list", name)
            return ()
        found: list[str] = []
        for number, one in enumerate(value or (), 1):
            if isinstance(one, (list, dict)):
                self.note("not-a-text", name, number=number)
            elif one is not None and (word := clean_line(one)):
                found.append(word)
        return tuple(found)

    def inner(self, name: str) -> "Fields":
        """A mapping inside this one, empty if missing."""
        value = self._take(name)
        if value is not None and not isinstance(value, dict):
            self.note("not-a-mapping", name)
        return Fields(value if isinstance(value, dict) else {}, (*self.place, name), self._sink)

    def each(self, name: str) -> "list[Fields]":
        """The mappings of a list."""
        value = self._take(name)
        if value is not None and not isinstance(value, list):
            self.note("not-a-list", name)
            return []
        found: list[Fields] = []
        for number, one in enumerate(value or (), 1):
            if isinstance(one, dict):
                found.append(Fields(one, (*self.place, name, str(number)), self._sink))
            else:
                self.note("not-a-mapping", name, number=number)
        return found

    def texts(self, name: str) -> dict[str, str]:
        """A mapping from language to text."""
        if isinstance(self._values.get(name), str):
            self.note("text-without-language", name, value=self._values.pop(name))
            return {}
        return self.inner(name).rest_as_texts()

    def word_lists(self, name: str) -> dict[str, tuple[str, ...]]:
        """A mapping from language to a list."""
        return self.inner(name).rest_as_word_lists()

    def rest_as_texts(self) -> dict[str, str]:
        """Every field not taken yet, read as language → text."""
        found = {code: self.line(name) for name, code in self._languages()}
        return {code: text for code, text in found.items() if text}

    def rest_as_word_lists(self) -> dict[str, tuple[str, ...]]:
        """Every field not taken yet, read as language → list."""
        found = {code: self.words(name) for name, code in self._languages()}
        return {code: words for code, words in found.items() if words}

    def close(self) -> None:
        """Reports the fields nobody took."""
        for name in self._values:
            from difflib import get_close_matches  # only a script with a mistake needs it

            meant = get_close_matches(name, sorted(self._known), 1)
            self.note("field-unknown", name, field=name, meant=f" ({meant[0]}?)" if meant else "")

    def _languages(self) -> list[tuple[str, str]]:
        pairs: list[tuple[str, str]] = []
        for name in tuple(self._values):
            code = language_code(name)
            if code is None or code in self._known:  # `Id` is a field misspelt, not what is said in Indonesian
                self.note("field-unknown", name, field=name, meant=f" ({code}?)" if code else "")
                del self._values[name]
            elif any(code == taken for _, taken in pairs):
                self.note("language-twice", name, language=code)
                del self._values[name]
            else:
                pairs.append((name, code))
        return pairs

    def _take(self, name: str) -> Value:
        self._known.add(name)
        return self._values.pop(name, None)

    def _scalar(self, name: str) -> str:
        value = self._take(name)
        if isinstance(value, (list, dict)):
            self.note("not-a-text", name)
            return ""
        return value or ""
