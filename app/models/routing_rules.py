"""Routing rules as data: under which condition an inquiry goes to which unit, how urgent it is and by when.

Rules stand in a table, in an order: the first that fits decides. A rule sends to a unit, or goes on to another table;
where nothing there fits, the rules after it are looked at. A table is reference data: every save makes a version that
never changes, and the newest published one counts.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.models.calendars import WEEK, Hours
from app.models.journal import Field, Kind
from app.models.reference_versions import versioned

#: The table with which every question begins.
MAIN = "main"
#: A letter or digit of any script that puts spaces between words.
_LETTER = r"[^\W_\u2e80-\U0010ffff]"
_SPACES = re.compile(r"\s+")
_DAY_END = 24 * 60

RULE = versioned("rule", Field("published", Kind.FACT, "INTEGER"))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule may look at. ``at`` is the local time of the center; ``open_now`` are the calendars open then."""

    text: str = ""
    channel: str = ""
    category: str = ""
    area: str = ""
    caller: str = ""
    at: datetime | None = None
    open_now: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """All parts must be met; an empty part fits everything. A category stands for those below it too.

    ``any_words``: one of them is said, ``all_words``: each is. ``days`` are of ``calendars.WEEK``, ``hours`` minutes of
    the day. With a ``calendar``, it must be working time there (``during``) or must not.
    """

    channels: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    any_words: tuple[str, ...] = ()
    all_words: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    callers: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    hours: Hours = ()
    calendar: str = ""
    during: bool = True

    @property
    def empty(self) -> bool:
        """Whether everything fits."""
        lists = (self.channels, self.categories, self.any_words, self.all_words, self.areas, self.callers)
        return not any((*lists, self.days, self.hours, self.calendar))


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a table: to ``unit`` or on to ``table``, one of both. ``due`` is a duration such as ``2bd``.

    ``from_on`` and ``until_on`` are the first and the last day on which it holds.
    """

    name: str
    when: Condition = Condition()
    unit: str = ""
    table: str = ""
    urgency: str = ""
    due: str = ""
    from_on: date | None = None
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether a day is within the validity."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class Table:
    """Rules in their order. ``number`` is the version, 0 for one that was never saved."""

    name: str = MAIN
    rules: tuple[Rule, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Fired:
    """The rule that decides, in which table and at which place (from 0) it stands, and the words it heard."""

    rule: Rule
    table: str
    place: int
    words: tuple[str, ...] = ()


def fits(rule: Rule, facts: Facts) -> bool:
    """Say whether a rule holds on that day and its condition is met."""
    when = rule.when
    if facts.at is not None and not rule.holds_on(facts.at.date()):
        return False
    return (
        _one_of(facts.channel, when.channels)
        and _one_of(facts.caller, when.callers)
        and (not when.categories or any(within(facts.category, one) for one in when.categories))
        and (not when.areas or any(same_area(facts.area, one) for one in when.areas))
        and _says(facts.text, when)
        and _in_time(facts, when)
    )


def first_fitting(
    tables: Mapping[str, Table], facts: Facts, *, start: str = MAIN, closed: Container[str] = ()
) -> Fired | None:
    """Return the rule that decides, following rules that go on to another table; None where none fits.

    Rules that send to a ``closed`` unit are passed over. A table that leads back to itself, which no published one
    does, is not entered twice.
    """
    return _first(tables, facts, start, frozenset(), closed)


def _first(
    tables: Mapping[str, Table], facts: Facts, name: str, entered: frozenset[str], closed: Container[str]
) -> Fired | None:
    if name in entered or name not in tables:
        return None
    for place, rule in enumerate(tables[name].rules):
        if rule.unit in closed or not fits(rule, facts):
            continue
        if rule.unit:
            return Fired(rule, name, place, heard(facts.text, rule.when))
        further = _first(tables, facts, rule.table, entered | {name}, closed)
        if further is not None:
            return further
    return None


def _one_of(found: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or found in wanted


def within(code: str, above: str) -> bool:
    """Say whether a category is this one or below it."""
    return code == above or code.startswith(f"{above}.")


def same_area(one: str, other: str) -> bool:
    """Say whether two areas are the same, in whatever case and width they are written."""
    return bool(one) and folded(one) == folded(other)


def folded(text: str) -> str:
    """Return the text as keywords are compared: one width, small letters, no accents, single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFD", plain)
        plain = unicodedata.normalize("NFC", "".join(one for one in parts if not unicodedata.combining(one)))
    return _SPACES.sub(" ", plain).strip()


def says(text: str, word: str) -> bool:
    """Say whether a folded text has a keyword: Chinese anywhere, other words whole, or in the plural.

    ``vaccin*`` finds every word that begins so.
    """
    wanted = folded(word)
    stem = wanted.removesuffix("*").rstrip()
    if not stem:
        return False
    before = f"(?<!{_LETTER})" if _is_latin(stem[0]) else ""
    after = "" if wanted.endswith("*") or not _is_latin(stem[-1]) else f"(?:e?s)?(?!{_LETTER})"
    return re.search(before + re.escape(stem) + after, text) is not None


def _is_latin(letter: str) -> bool:
    return letter.isalnum() and ord(letter) < 0x2E80


def heard(text: str, when: Condition) -> tuple[str, ...]:
    """Return the keywords of a condition that a text has."""
    told = folded(text)
    return tuple(word for word in (*when.all_words, *when.any_words) if says(told, word))


def _says(text: str, when: Condition) -> bool:
    if not when.any_words and not when.all_words:
        return True
    told = folded(text)
    one = not when.any_words or any(says(told, word) for word in when.any_words)
    return one and all(says(told, word) for word in when.all_words)


def _in_time(facts: Facts, when: Condition) -> bool:
    if when.calendar and (when.calendar in facts.open_now) != when.during:
        return False
    if not when.days and not when.hours:
        return True
    if facts.at is None:
        return False
    minute = facts.at.hour * 60 + facts.at.minute
    day = not when.days or WEEK[facts.at.weekday()] in when.days
    return day and (not when.hours or any(start <= minute < end for start, end in spans(when.hours)))


def spans(hours: Hours) -> Iterator[tuple[int, int]]:
    """Yield the parts of the day; one that ends before it begins goes on over midnight."""
    for start, end in hours:
        if start < end:
            yield start, end
        else:
            yield start, _DAY_END
            yield 0, end


def calendars_of(tables: Iterable[Table]) -> frozenset[str]:
    """Return the calendars that the rules ask about."""
    return frozenset(rule.when.calendar for table in tables for rule in table.rules if rule.when.calendar)
