"""What is wrong with a table of routing rules: rules that never fire, contradict, lead nowhere or in a circle.

Whether earlier rules leave a later one nothing is worked out exactly: each part of its condition is a set of values
(channels, categories, days, hours …), each value is marked by the earlier rules that take it, and the rule is dead when
no combination of values is free of all of them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.models import durations
from app.models.calendars import WEEK, check_hours
from app.models.callers import CallerKind
from app.models.contacts import Channel
from app.models.errors import FieldInvalid, FieldMissing, FieldWrong
from app.models.inquiries import Urgency
from app.models.routing_rules import Condition, Rule, Table, folded, says, spans, within

LONGEST_NAME = 80
#: Stands between keywords so that two of them make no phrase.
_APART = " | "


class RuleUnitGone(FieldWrong):
    """A rule sends to a unit that is not in the directory or no longer asked. Facts: ``field``, ``rule``, ``unit``."""


class RuleTableGone(FieldWrong):
    """A rule goes on to a table that nobody published. Facts: ``field``, ``rule``, ``table``."""


class RulesCircle(FieldWrong):
    """Rules lead from table to table back to the first. Facts: ``field``, ``rule``, ``path``."""


class RuleTakesAll(FieldWrong):
    """A rule without any condition stands before others. Facts: ``field``, ``rule``, ``next`` (the rule after it)."""


class RuleNamedTwice(FieldWrong):
    """Two rules of a table have one name. Facts: ``field``, ``rule``."""


class RuleRemark(StrEnum):
    """What is worth knowing of a rule beside the others."""

    DEAD = "dead"  # earlier rules take everything that it would take
    OVERLAP = "overlap"  # an earlier rule takes a part of it, and says something else
    ENDED = "ended"  # its validity is over
    UNIT_GONE = "unit_gone"  # its unit is no longer asked, so it is passed over


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark about the rule at ``place``; ``others`` are the places of the rules that cause it."""

    remark: RuleRemark
    place: int
    others: tuple[int, ...] = ()


def check_rule(rule: Rule) -> None:
    """Raise what is wrong with a rule by itself, beside its field."""
    if not rule.name.strip():
        raise FieldMissing(field="rule_name")
    if len(rule.name) > LONGEST_NAME:
        raise FieldInvalid(field="rule_name", value=rule.name[:LONGEST_NAME])
    if bool(rule.unit) == bool(rule.table):
        raise FieldMissing(field="unit") if not rule.unit else FieldInvalid(field="table", value=rule.table)
    if rule.from_on and rule.until_on and rule.until_on < rule.from_on:
        raise FieldInvalid(field="until_on", value=rule.until_on.isoformat())
    if rule.due:
        durations.parse(rule.due, field="due")
    codes = (
        ("channels", rule.when.channels, Channel),
        ("callers", rule.when.callers, CallerKind),
        ("days", rule.when.days, WEEK),
        ("urgency", (rule.urgency,) if rule.urgency else (), Urgency),
    )
    for field, found, known in codes:
        _check_codes(field, found, set(map(str, known)))
    check_hours(tuple(sorted(spans(rule.when.hours))), field="hours")


def _check_codes(field: str, found: Iterable[str], known: Collection[str]) -> None:
    strange = next((code for code in found if code not in known), None)
    if strange is not None:
        raise FieldInvalid(field=field, value=strange)


def check_table(table: Table, others: Mapping[str, Table], *, units: Collection[str]) -> None:
    """Raise the first thing that forbids publishing a table. ``others`` are the published ones, ``units`` the codes.

    Raises what ``check_rule`` raises with ``rule`` among the facts, ``RuleUnitGone``, ``RuleTableGone``,
    ``RulesCircle``, ``RuleTakesAll``, ``RuleNamedTwice``.
    """
    tables = {**others, table.name: table}
    names: set[str] = set()
    for place, rule in enumerate(table.rules):
        try:
            check_rule(rule)
        except FieldWrong as wrong:
            raise type(wrong)(**{**wrong.facts, "rule": rule.name or str(place + 1)}) from None
        if rule.name in names:
            raise RuleNamedTwice(field="rule_name", rule=rule.name)
        names.add(rule.name)
        _check_target(rule, table.name, tables, units)
        if _takes_all(rule) and place + 1 < len(table.rules):
            raise RuleTakesAll(field="channels", rule=rule.name, next=table.rules[place + 1].name)


def _check_target(rule: Rule, start: str, tables: Mapping[str, Table], units: Collection[str]) -> None:
    if rule.unit:
        if rule.unit not in units:
            raise RuleUnitGone(field="unit", rule=rule.name, unit=rule.unit)
        return
    if rule.table not in tables:
        raise RuleTableGone(field="table", rule=rule.name, table=rule.table)
    path = _way_back(rule.table, start, tables, (start,))
    if path is not None:
        raise RulesCircle(field="table", rule=rule.name, path=" → ".join(path))


def _takes_all(rule: Rule) -> bool:
    """Say whether nothing comes after it. A rule that goes on to a table may come back without an answer."""
    return bool(rule.unit) and rule.when.empty and rule.from_on is None and rule.until_on is None


def _way_back(name: str, start: str, tables: Mapping[str, Table], path: tuple[str, ...]) -> tuple[str, ...] | None:
    if name == start:
        return (*path, name)
    if name in path or name not in tables:
        return None
    further = (_way_back(one.table, start, tables, (*path, name)) for one in tables[name].rules if one.table)
    return next((found for found in further if found is not None), None)


def findings(rules: Sequence[Rule], today: date) -> list[Finding]:
    """Return what is worth knowing of each rule, in their order: dead ones with the rules that cover them, overlaps."""
    found: list[Finding] = []
    for place, rule in enumerate(rules):
        if rule.until_on is not None and rule.until_on < today:
            found.append(Finding(RuleRemark.ENDED, place))
            continue
        earlier = [one for one in range(place) if rules[one].unit]
        covering = _covering(rule, [rules[one] for one in earlier])
        if covering:
            found.append(Finding(RuleRemark.DEAD, place, tuple(earlier[one] for one in covering)))
            continue
        overlapping = tuple(one for one in earlier if _contradicts(rules[one], rule))
        if overlapping:
            found.append(Finding(RuleRemark.OVERLAP, place, overlapping))
    return found


def _contradicts(first: Rule, later: Rule) -> bool:
    """Say whether both fit some inquiry, say different things, and the first is no exception inside the later one."""
    says_the_same = (first.unit, first.urgency, first.due) == (later.unit, later.urgency, later.due)
    return not says_the_same and can_meet(first, later) and not _covering(first, [later])


def _covering(rule: Rule, others: Sequence[Rule]) -> tuple[int, ...]:
    """Return the places of those that together take everything of a rule, as few as needed; () where they do not."""
    if not _is_covered(rule, others):
        return ()
    needed = list(range(len(others)))
    for place in reversed(range(len(others))):
        rest = [one for one in needed if one != place]
        if rest and _is_covered(rule, [others[one] for one in rest]):
            needed = rest
    return tuple(needed)


def _is_covered(rule: Rule, others: Sequence[Rule]) -> bool:
    reachable = {(1 << len(others)) - 1}
    for part in _parts(rule, others):
        marks = set(part)
        reachable = {one & mark for one in reachable for mark in marks}
        if 0 in reachable:
            return False
    return bool(others)


def _parts(rule: Rule, others: Sequence[Rule]) -> Iterator[Iterator[int]]:
    """Yield, for each part of the condition, a mark for each of its values: the bits of the rules that take it."""
    when, their = rule.when, [one.when for one in others]
    channels = when.channels or tuple(Channel)
    yield (_bits(not one.channels or value in one.channels for one in their) for value in channels)
    callers = when.callers or (*CallerKind, "")
    yield (_bits(not one.callers or value in one.callers for one in their) for value in callers)
    yield (_bits(_has_category(one, value) for one in their) for value in when.categories or ("",))
    yield (_bits(_has_area(one, value) for one in their) for value in when.areas or ("",))
    said = _APART.join(map(_shortest, when.all_words))
    texts = [f"{said}{_APART}{_shortest(word)}" for word in when.any_words] or [said]
    yield (_bits(_hears(one, text) for one in their) for text in texts)
    yield (_bits(not one.days or day in one.days for one in their) for day in when.days or WEEK)
    yield (_bits(_has_minute(one, minute) for one in their) for minute in _minutes(when, their))
    yield (_bits(one.holds_on(day) for one in others) for day in _days(rule, others))
    for calendar in {one.calendar for one in their if one.calendar}:
        openings = (when.during,) if calendar == when.calendar else (True, False)
        yield (_bits(one.calendar != calendar or one.during == opened for one in their) for opened in openings)


def _bits(marks: Iterable[bool]) -> int:
    return sum(1 << place for place, mark in enumerate(marks) if mark)


def _has_category(one: Condition, value: str) -> bool:
    return not one.categories or any(value and within(value, above) for above in one.categories)


def _has_area(one: Condition, value: str) -> bool:
    return not one.areas or folded(value) in {folded(area) for area in one.areas}


def _hears(one: Condition, text: str) -> bool:
    return (not one.any_words or any(says(text, word) for word in one.any_words)) and all(
        says(text, word) for word in one.all_words
    )


def _shortest(word: str) -> str:
    """Return a text that has a keyword and nothing more; ``vaccin*`` is met by words that no other keyword knows."""
    return folded(word).replace("*", "q")


def _has_minute(one: Condition, minute: int) -> bool:
    return not one.hours or any(start <= minute < end for start, end in spans(one.hours))


def _minutes(when: Condition, others: Iterable[Condition]) -> Iterator[int]:
    """Yield a minute of every stretch of the day in which nothing changes and the condition is met."""
    edges = {0, *(start for one in (when, *others) for start, _ in spans(one.hours))}
    edges |= {end for one in (when, *others) for _, end in spans(one.hours)}
    yield from (minute for minute in sorted(edges) if minute < 24 * 60 and _has_minute(when, minute))


def _days(rule: Rule, others: Iterable[Rule]) -> Iterator[date]:
    """Yield a day of every stretch in which no validity changes and this rule's holds."""
    edges = {date.min, *(one.from_on for one in (rule, *others) if one.from_on)}
    edges |= {one.until_on + timedelta(days=1) for one in (rule, *others) if one.until_on and one.until_on < date.max}
    yield from (day for day in sorted(edges) if rule.holds_on(day))


def can_meet(one: Rule, other: Rule) -> bool:
    """Say whether some inquiry at some time fits both. Keywords never exclude each other: a text may have all."""
    first, second = one.when, other.when
    return (
        _share(first.channels, second.channels)
        and _share(first.callers, second.callers)
        and _share(first.days, second.days)
        and _share(tuple(map(folded, first.areas)), tuple(map(folded, second.areas)))
        and _categories_meet(first.categories, second.categories)
        and any(_has_minute(first, minute) for minute in _minutes(second, (first,)))
        and any(one.holds_on(day) for day in _days(other, (one,)))
        and (first.calendar != second.calendar or first.during == second.during or not first.calendar)
    )


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or not set(one).isdisjoint(other)


def _categories_meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or any(within(a, b) or within(b, a) for a in one for b in other)
