"""Answers to a form: which questions show, what is missing or wrong for an outcome, what is kept.

Pure functions over ``app.models.forms``. A question that does not show is neither required nor checked, and its
answer is left out when the contact is finalized; while the contact is a draft it stays, because the operator may
come back to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import cast

from app.models.forms import OUTCOMES, TRI_STATE, Condition, Field, Form

_FEWEST_DIGITS = 3
_MOST_DIGITS = 20


class FormReason(StrEnum):
    """Why an answer does not do; the sentences are the labels of the set ``form_reason``."""

    MISSING = "missing"
    MUST_ASK = "must_ask"
    WRONG_KIND = "wrong_kind"
    UNKNOWN_OPTION = "unknown_option"
    OPTION_TWICE = "option_twice"
    TOO_LONG = "too_long"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_WHOLE = "not_whole"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    IN_THE_FUTURE = "in_the_future"
    IN_THE_PAST = "in_the_past"
    TOO_FAR_AHEAD = "too_far_ahead"
    NOT_A_PHONE = "not_a_phone"
    UNKNOWN_FIELD = "unknown_field"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a form's conditions and date limits may look at besides the answers.

    ``category`` is the chosen category's path of codes, root first; ``now`` is aware and in the station's time zone
    (None: the limits on dates are not checked).
    """

    category: tuple[str, ...] = ()
    channel: str = ""
    caller_kind: str = ""
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field and what is wrong with its answer."""

    field: str
    reason: FormReason


def visible_fields(form: Form, answers: Mapping[str, object], around: Surroundings) -> tuple[Field, ...]:
    """The questions that show now, in order. The answer to a hidden question does not open another one."""
    shown: dict[str, object] = {}
    visible: list[Field] = []
    for each in form.fields:
        if each.visible_when is None or _holds(each.visible_when, shown, around):
            visible.append(each)
            shown[each.id] = answers.get(each.id)
    return tuple(visible)


def problems(
    form: Form, answers: Mapping[str, object], *, outcome: str, around: Surroundings | None = None
) -> tuple[FieldProblem, ...]:
    """What keeps these answers from being finalized with ``outcome``, in the order of the form.

    Nothing holds up an outcome that leaves no inquiry (wrong number, silent …).
    """
    if outcome not in OUTCOMES:
        return ()
    found: list[FieldProblem] = []
    for each in visible_fields(form, answers, around or Surroundings()):
        reason = _reason(each, answers.get(each.id), outcome, around.now if around else None)
        if reason:
            found.append(FieldProblem(each.id, reason))
    known = {each.id for each in form.fields}
    found.extend(FieldProblem(name, FormReason.UNKNOWN_FIELD) for name in answers if name not in known)
    return tuple(found)


def kept_answers(form: Form, answers: Mapping[str, object], around: Surroundings) -> dict[str, object]:
    """The answers that a finalized contact keeps: of questions that show, without the empty ones."""
    shown = visible_fields(form, answers, around)
    return {each.id: answers[each.id] for each in shown if not is_empty(answers.get(each.id))}


def offered_again(form: Form, earlier: Mapping[str, object]) -> dict[str, object]:
    """The answers of a caller's last contact that may be offered on the next one (fields with ``keep: caller``)."""
    return {
        each.id: earlier[each.id]
        for each in form.fields
        if each.keep == "caller" and not is_empty(earlier.get(each.id)) and value_reason(each, earlier[each.id]) is None
    }


def is_empty(value: object) -> bool:
    """No answer: nothing, only spaces, or no option. ``not_asked`` and 0 are answers."""
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], ())


def value_reason(each: Field, value: object, now: datetime | None = None) -> FormReason | None:
    """Why this field cannot hold this (not empty) value, or None."""
    return _CHECKS[each.kind](each, value) or _limit_reason(each, value, now)


def _reason(each: Field, value: object, outcome: str, now: datetime | None) -> FormReason | None:
    needed = outcome in each.required_for
    if is_empty(value):
        return FormReason.MISSING if needed else None
    if needed and each.must_ask and value == "not_asked":
        return FormReason.MUST_ASK
    return value_reason(each, value, now)


def _text(each: Field, value: object) -> FormReason | None:
    if not isinstance(value, str):
        return FormReason.WRONG_KIND
    return FormReason.TOO_LONG if len(value) > each.max_length else None


def _choice(each: Field, value: object) -> FormReason | None:
    if not isinstance(value, str):
        return FormReason.WRONG_KIND
    return None if each.option(value) else FormReason.UNKNOWN_OPTION


def _multi_choice(each: Field, value: object) -> FormReason | None:
    if not isinstance(value, list | tuple):
        return FormReason.WRONG_KIND
    codes = cast("list[object]", value)
    for index, code in enumerate(codes):
        reason = _choice(each, code) or (FormReason.OPTION_TWICE if code in codes[:index] else None)
        if reason:
            return reason
    return None


def _tri_state(_: Field, value: object) -> FormReason | None:
    return (
        None if value in TRI_STATE else FormReason.UNKNOWN_OPTION if isinstance(value, str) else FormReason.WRONG_KIND
    )


def _number(each: Field, value: object) -> FormReason | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 1e15:
        return FormReason.WRONG_KIND
    return FormReason.NOT_WHOLE if each.whole and value != int(value) else None


def _date(_: Field, value: object) -> FormReason | None:
    try:
        same = date.fromisoformat(cast("str", value)).isoformat() == value  # Python reads 2026-W01-1 as well
    except (TypeError, ValueError):
        same = False
    return None if same else FormReason.NOT_A_DATE


def _datetime(_: Field, value: object) -> FormReason | None:
    try:
        moment = datetime.fromisoformat(cast("str", value))
    except (TypeError, ValueError):
        return FormReason.NOT_A_TIME
    return None if moment.utcoffset() is not None else FormReason.NOT_A_TIME


def _phone(each: Field, value: object) -> FormReason | None:
    """Any way of writing a number: the caller says it, the operator types it, phonenumbers reads it later."""
    if not isinstance(value, str):
        return FormReason.WRONG_KIND
    digits = sum(letter.isdecimal() for letter in value)
    if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        return FormReason.NOT_A_PHONE
    return _text(each, value)


_CHECKS: dict[str, Callable[[Field, object], FormReason | None]] = {
    "text": _text,
    "long_text": _text,
    "choice": _choice,
    "multi_choice": _multi_choice,
    "tri_state": _tri_state,
    "number": _number,
    "date": _date,
    "datetime": _datetime,
    "phone": _phone,
}


def _limit_reason(each: Field, value: object, now: datetime | None) -> FormReason | None:
    if each.kind == "number":
        number = cast("float", value)
        if each.least is not None and number < each.least:
            return FormReason.TOO_SMALL
        return FormReason.TOO_LARGE if each.most is not None and number > each.most else None
    if now is None or each.when == "any":
        return None
    text = cast("str", value)
    late = date.fromisoformat(text) > now.date() if each.kind == "date" else datetime.fromisoformat(text) > now
    early = date.fromisoformat(text) < now.date() if each.kind == "date" else datetime.fromisoformat(text) < now
    if each.when == "past":
        return FormReason.IN_THE_FUTURE if late else None
    return FormReason.IN_THE_PAST if early else None


def _holds(condition: Condition, answers: Mapping[str, object], around: Surroundings) -> bool:
    if condition.what == "all":
        return all(_holds(part, answers, around) for part in condition.parts)
    if condition.what == "any":
        return any(_holds(part, answers, around) for part in condition.parts)
    if condition.what == "not":
        return not _holds(condition.parts[0], answers, around)
    found = _codes_of(condition.subject, answers, around)
    if condition.what == "answered":
        return bool(found)
    return bool(found & set(condition.values)) != (condition.what == "is_not")


def _codes_of(subject: str, answers: Mapping[str, object], around: Surroundings) -> set[str]:
    """What a condition compares: the category with all categories above it, else the one code or the chosen ones."""
    if subject == "@category":
        return set(around.category)
    if subject == "@channel":
        return {around.channel} - {""}
    if subject == "@caller_kind":
        return {around.caller_kind} - {""}
    value = answers.get(subject)
    if is_empty(value):
        return set()
    return {str(code) for code in cast("list[object]", value)} if isinstance(value, list | tuple) else {str(value)}
