"""Whether an answer can stand: its kind, its range, whether it needs a reason or a second look."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast

from app.models.questionnaire_logic import Around, holds
from app.models.questionnaires import CHOICES, RATING_MOST, READ_OUT, SILENT, Item, ItemKind, Reserved

LONGEST = {ItemKind.TEXT: 500, ItemKind.LONG_TEXT: 20_000}


class AnswerProblem(StrEnum):
    """Why an answer does not do yet."""

    EMPTY = "empty"
    WRONG_KIND = "wrong_kind"
    UNKNOWN_OPTION = "unknown_option"
    OPTION_TWICE = "option_twice"
    NOT_TOGETHER = "not_together"  # an exclusive option beside another
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    NOT_WHOLE = "not_whole"  # a fraction where things are counted
    NOT_A_DATE = "not_a_date"
    NOT_TAKEN = "not_taken"  # the item insists on an answer, or does not offer this
    REASON_NEEDED = "reason_needed"
    REASON_UNKNOWN = "reason_unknown"  # a number that no reason has
    UNUSUAL = "unusual"  # outside the usual range: to be confirmed
    CONTRADICTS = "contradicts"  # a hard check over several answers
    DOUBTFUL = "doubtful"  # a soft one: to be confirmed


#: Problems that the operator may confirm away.
SOFT = frozenset({AnswerProblem.UNUSUAL, AnswerProblem.DOUBTFUL})


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it was given: a value, or what stands in its place; with a reason where one is needed.

    ``confirmed``: the operator looked twice, ``looked``: so far only at the value itself, not at what contradicts it.
    Nothing is ever overwritten: a later answer to the item counts instead.
    """

    item: str
    value: Any = None
    reserved: Reserved | None = None
    reason: str = ""
    reason_code: str = ""
    confirmed: bool = False
    at: datetime | None = None
    looked: bool = False

    @property
    def coded(self) -> Any:
        """Return the answer as it counts; an optional item left empty is missing."""
        if self.reserved is not None:
            return self.reserved
        return Reserved.MISSING if self.value in (None, "", []) else self.value


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with an answer; ``check`` is the rule over several answers that says so."""

    problem: AnswerProblem
    check: str = ""


def trouble_of(item: Item, given: Given, around: Around) -> Trouble | None:
    """Return what keeps an answer from standing, with the answers before it; None where it does."""
    problem = _reserved_problem(item, given) if given.reserved is not None else _value_problem(item, given.value)
    if problem is not None:
        return Trouble(problem)
    with_it = Around(around.questionnaire, {**around.coded, item.id: given.coded}, around.fields)
    refused = _check_trouble(item, with_it, hard=True)
    if refused is not None:  # nobody is asked for the reason of what cannot stand, nor to look at it twice
        return refused
    if item.why is not None and holds(item.why.when, with_it) and not _has_reason(item, given):
        slip = given.reason.strip().isdigit()
        return Trouble(AnswerProblem.REASON_UNKNOWN if slip else AnswerProblem.REASON_NEEDED)
    seen = given.confirmed or given.looked
    if not seen and given.reserved is None and _is_unusual(item, given.value):
        return Trouble(AnswerProblem.UNUSUAL)
    return None if given.confirmed else _check_trouble(item, with_it, hard=False)


def confirmed(given: Given, trouble: Trouble) -> Given:
    """Return an answer at which the operator has looked again because of a trouble.

    What is unusual and also contradicts others is looked at twice: the one is not the other.
    """
    if trouble.problem is AnswerProblem.UNUSUAL:
        return replace(given, looked=True)
    return replace(given, confirmed=True)


def _check_trouble(item: Item, around: Around, *, hard: bool) -> Trouble | None:
    problem = AnswerProblem.CONTRADICTS if hard else AnswerProblem.DOUBTFUL
    checks = (one for one in around.questionnaire.checks if one.at == item.id and one.hard is hard)
    return next((Trouble(problem, one.id) for one in checks if holds(one.when, around)), None)


def _has_reason(item: Item, given: Given) -> bool:
    """Say whether a reason was given; a number that none of those offered has is a slip of a finger and none."""
    offered = {one.code for one in item.why.categories} if item.why else set[str]()
    words = given.reason.strip()
    return given.reason_code in offered or (bool(words) and not words.isdigit())


def _reserved_problem(item: Item, given: Given) -> AnswerProblem | None:
    if item.kind in SILENT or item.insist:
        return AnswerProblem.NOT_TAKEN
    if given.reserved is Reserved.NEVER_HAPPENED and item.never is None:
        return AnswerProblem.NOT_TAKEN
    return AnswerProblem.NOT_TAKEN if given.reserved is Reserved.NOT_APPLICABLE else None


def _value_problem(item: Item, value: object) -> AnswerProblem | None:
    if value in (None, "", []) or (isinstance(value, str) and not value.strip()):
        return None if item.optional else AnswerProblem.EMPTY
    if item.kind in CHOICES:
        return _choice(item, value)
    return _KINDS[item.kind](item, value)


def _choice(item: Item, value: object) -> AnswerProblem | None:
    if not isinstance(value, str):
        return AnswerProblem.WRONG_KIND
    return None if item.option(value) else AnswerProblem.UNKNOWN_OPTION


def _several(item: Item, value: object) -> AnswerProblem | None:
    if not isinstance(value, list | tuple):
        return AnswerProblem.WRONG_KIND
    codes = cast("list[object]", value)
    for place, code in enumerate(codes):
        problem = _choice(item, code) or (AnswerProblem.OPTION_TWICE if code in codes[:place] else None)
        if problem:
            return problem
    alone = any(one.exclusive for one in item.options if one.code in codes)
    return AnswerProblem.NOT_TOGETHER if alone and len(codes) > 1 else None


def _number(item: Item, value: object) -> AnswerProblem | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 1e15:
        return AnswerProblem.WRONG_KIND
    if value != int(value):
        return AnswerProblem.NOT_WHOLE
    if item.least is not None and value < item.least:
        return AnswerProblem.TOO_SMALL
    return AnswerProblem.TOO_LARGE if item.most is not None and value > item.most else None


def _rating(_: Item, value: object) -> AnswerProblem | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return AnswerProblem.WRONG_KIND
    if not isinstance(value, int):
        return AnswerProblem.NOT_WHOLE
    if value < 0:
        return AnswerProblem.TOO_SMALL
    return AnswerProblem.TOO_LARGE if value > RATING_MOST else None


def _date(_: Item, value: object) -> AnswerProblem | None:
    try:
        same = date.fromisoformat(cast("str", value)).isoformat() == value  # Python reads 2026-W01-1 as well
    except (TypeError, ValueError):
        same = False
    return None if same else AnswerProblem.NOT_A_DATE


def _text(item: Item, value: object) -> AnswerProblem | None:
    if not isinstance(value, str):
        return AnswerProblem.WRONG_KIND
    return AnswerProblem.TOO_LONG if len(value) > LONGEST[item.kind] else None


def _statement(_: Item, value: object) -> AnswerProblem | None:
    return None if value == READ_OUT else AnswerProblem.WRONG_KIND


def _computed(_: Item, value: object) -> AnswerProblem | None:
    return AnswerProblem.NOT_TAKEN


_KINDS: Mapping[ItemKind, Callable[[Item, object], AnswerProblem | None]] = {
    ItemKind.MULTI: _several,
    ItemKind.RATING: _rating,
    ItemKind.NUMBER: _number,
    ItemKind.DATE: _date,
    ItemKind.TEXT: _text,
    ItemKind.LONG_TEXT: _text,
    ItemKind.STATEMENT: _statement,
    ItemKind.COMPUTED: _computed,
}


def _is_unusual(item: Item, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return (item.low is not None and value < item.low) or (item.high is not None and value > item.high)
