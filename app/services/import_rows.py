"""What one row of a foreign table becomes: the fields of an inquiry, what could not be placed, or why it is refused.

A row is refused only for what would make the inquiry false or unreadable: a time that is no time, a closing before the
opening, an opening in the future, a text beyond the limit, nothing to tell. What the house merely does not know (a
channel, a category, a unit, a number) is kept, and remarked on: an unknown category or unit stands as it was written,
an unknown channel, urgency, state or number goes into the note of the import.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.models.imports import ImportReason
from app.models.inquiries import DONE, State
from app.models.journal import Value
from app.models.texts import clean
from app.services import import_codes, phone_numbers
from app.services.import_times import Reading

#: Longest text that an inquiry takes, in characters.
LONGEST = 100_000
#: Where the first line of the details becomes the summary, it is cut to this many characters.
SHORT = 120
_LONGEST_OF = {"number": 80, "summary": 2_000, "category": 200, "unit": 200, "area": 500, "caller": 200}
_TIMES = ("opened_at", "due_at", "closed_at")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Remark:
    """What a person should know of a field, though the row is taken."""

    field: str
    reason: ImportReason
    value: str


@dataclass(frozen=True)
class Refused:
    """Why a row cannot be taken."""

    field: str
    reason: ImportReason
    value: str


class _Refusal(Exception):
    """Carries the reason out of the reading of a row."""

    def __init__(self, field: str, reason: ImportReason, value: str) -> None:
        super().__init__(field, reason)
        self.why = Refused(field, reason, value)


@dataclass(frozen=True)
class Incoming:
    """One row as it will stand: fields of the inquiry, the caller's number and name, what was remarked.

    ``key`` is that by which the row is known again: its number, or a hash of what it says.
    """

    line_no: int
    values: dict[str, Value]
    number: str | None
    e164: str | None
    caller: str | None
    remarks: tuple[Remark, ...]
    refused: Refused | None = None
    key: str = ""

    def overdue(self, now: datetime) -> bool:
        """Whether it will stand open though its due time has passed."""
        due_at = self.values.get("due_at")
        is_open = self.refused is None and self.values.get("closed_at") is None
        return is_open and isinstance(due_at, str) and datetime.fromisoformat(due_at) < now

    @property
    def note(self) -> str | None:
        """What could not be placed, for the note of the import: ``field: value`` line by line."""
        lines = [f"{one.field}: {one.value}" for one in self.remarks if one.reason is ImportReason.NOTED]
        return "\n".join(lines) or None


@dataclass(frozen=True)
class Rules:
    """What reading a row needs to know: times, country, and the words for categories and units."""

    reading: Reading
    now_at: datetime
    column_map: Mapping[str, str]
    categories: Mapping[str, str] = field(default_factory=dict[str, str])
    units: Mapping[str, str] = field(default_factory=dict[str, str])


def read(rules: Rules, line_no: int, row: Mapping[str, str]) -> Incoming:
    """Return what a row becomes; a refused row says why and keeps what was understood of it."""
    cells = {name: row.get(heading, "") for name, heading in rules.column_map.items()}
    found = _Row(rules, cells)
    refused: Refused | None = None
    try:
        found.read_all()
    except _Refusal as refusal:
        refused = refusal.why
    key = found.number or _hash(cells)
    remarks = tuple(found.remarks)
    return Incoming(line_no, found.values, found.number, found.e164, found.caller, remarks, refused, key)


def _hash(cells: Mapping[str, str]) -> str:
    told = "\x1f".join(f"{name}={text.strip()}" for name, text in sorted(cells.items()))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


class _Row:
    """One row while it is being read."""

    def __init__(self, rules: Rules, cells: Mapping[str, str]) -> None:
        self._rules = rules
        self._cells = cells
        self.values: dict[str, Value] = {}
        self.remarks: list[Remark] = []
        self.number: str | None = None
        self.e164: str | None = None
        self.caller: str | None = None
        self._texts = {name: self._text(name) for name in cells if name not in _TIMES}

    def read_all(self) -> None:
        self._refuse_long()
        self.number = self._texts.get("number")
        self._read_words()
        self._read_codes()
        self._read_caller()
        self._read_times()
        if not any(self.values.get(name) for name in ("summary", "details", "category")):
            raise _Refusal("summary", ImportReason.MISSING, "")

    def _text(self, name: str) -> str | None:
        text = clean(self._cells.get(name))
        return _SPACES.sub(" ", text) if text and name not in ("details", "outcome") else text

    def _refuse_long(self) -> None:
        for name, text in self._texts.items():
            if text and len(text) > _LONGEST_OF.get(name, LONGEST):
                raise _Refusal(name, ImportReason.TOO_LONG, text[:SHORT])

    def _read_words(self) -> None:
        for name in ("area", "summary", "details", "outcome"):
            if self._texts.get(name):
                self.values[name] = self._texts[name]
        details = self._texts.get("details")
        if details and not self.values.get("summary"):
            line = details.split("\n", 1)[0]
            self.values["summary"] = line if len(line) <= SHORT else line[: SHORT - 1] + "…"
        for name, words in (("category", self._rules.categories), ("unit", self._rules.units)):
            text = self._texts.get(name)
            if text:
                code = words.get(import_codes.plain(text))
                self.values[name] = code or text
                if code is None:
                    self.remarks.append(Remark(name, ImportReason.UNKNOWN, text))

    def _read_codes(self) -> None:
        for name in ("channel", "urgency"):
            text = self._texts.get(name)
            code = import_codes.code_of(name, text) if text else None
            if text and code is None:
                self.remarks.append(Remark(name, ImportReason.NOTED, text))
            self.values[name] = code or ("normal" if name == "urgency" else None)

    def _read_caller(self) -> None:
        typed = self._texts.get("phone")
        self.caller = self._texts.get("caller")
        if typed:
            self.e164 = phone_numbers.understood(typed, self._rules.reading.country).key
            if self.e164 is None:
                self.remarks.append(Remark("phone", ImportReason.NOTED, typed))

    def _read_times(self) -> None:
        opened_at = self._time("opened_at")
        if opened_at is None and "opened_at" in self._cells:
            raise _Refusal("opened_at", ImportReason.MISSING, "")
        opened_at = opened_at or self._rules.now_at
        if opened_at > self._rules.now_at + timedelta(days=1):
            raise _Refusal("opened_at", ImportReason.IN_THE_FUTURE, self._cells["opened_at"])
        self.values["opened_at"] = opened_at.isoformat()
        due_at, closed_at = self._time("due_at"), self._time("closed_at")
        if closed_at and closed_at < opened_at:
            raise _Refusal("closed_at", ImportReason.BEFORE_OPENED, self._cells["closed_at"])
        self.values["due_at"] = due_at.isoformat() if due_at else None
        self._read_state(opened_at, closed_at)

    def _time(self, name: str) -> datetime | None:
        text = clean(self._cells.get(name))
        if not text:
            return None
        try:
            return self._rules.reading.at(text, end=name != "opened_at")
        except ValueError:
            raise _Refusal(name, ImportReason.INVALID, text[:SHORT]) from None

    def _read_state(self, opened_at: datetime, closed_at: datetime | None) -> None:
        """Set state and closing time so that they agree: done means closed at a time, open means no such time."""
        text = self._texts.get("state")
        state = import_codes.state_of(text) if text else None
        if text and state is None:
            self.remarks.append(Remark("state", ImportReason.NOTED, text))
        if state is None:
            state = State.CLOSED if closed_at else State.NEW
        if state in DONE and closed_at is None:
            self.remarks.append(Remark("closed_at", ImportReason.CLOSED_WHEN_OPENED, ""))
            closed_at = opened_at
        if state not in DONE and closed_at is not None:
            self.remarks.append(Remark("closed_at", ImportReason.NOTED, self._cells["closed_at"]))
            closed_at = None
        self.values["state"] = state.value
        self.values["closed_at"] = closed_at.isoformat() if closed_at else None
