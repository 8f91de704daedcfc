"""What is wrong with a questionnaire that reads well: references into nowhere, loops, items nobody reaches."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from app.models.questionnaire_logic import EMPHASIS, PIPED, plain
from app.models.questionnaire_reach import Reach, conditions_of
from app.models.questionnaires import (
    CHOICES,
    END,
    RATING_MOST,
    Condition,
    Item,
    ItemKind,
    Option,
    Questionnaire,
    Reserved,
    Texts,
    every_condition,
)

#: Fields of a frame that conditions and texts may speak of.
FIELDS = frozenset(
    {"institution", "department", "sex", "age", "admitted_on", "discharged_on", "visited_on", "stay_days", "kind"}
    | {"summary", "category", "unit", "closed_on", "operator"}
)
_RESERVED = frozenset(f"!{one.value}" for one in Reserved)


class QuestionnaireRemark(StrEnum):
    """What is wrong at one place of a questionnaire."""

    UNDEFINED = "undefined"  # speaks of an item, an answer or a field that there is not
    LATER = "later"  # asks about an item that comes later
    LOOP = "loop"  # a skip that leads back, or to itself
    UNREACHABLE = "unreachable"
    DEAD_END = "dead_end"  # no answer can stand
    NO_LANGUAGE = "no_language"
    SHUFFLED = "shuffled"  # logic among items whose order is not fixed
    NOT_FOR_ALL = "not_for_all"  # a key item that not everybody is asked
    NEVER = "never"  # a check or a trigger that cannot come about
    UNKNOWN_KEY = "unknown_key"  # a key that this program does not know
    TOO_MANY_WAYS = "too_many_ways"  # too many combinations to be sure
    EMPHASIS = "emphasis"  # a sign of emphasis that stresses nothing, or where nothing is read out
    SHARES = "shares"  # an interview counts as complete, or in part, by too few answers


#: Remarks that leave a questionnaire usable.
WARNINGS = frozenset(
    {
        QuestionnaireRemark.NOT_FOR_ALL,
        QuestionnaireRemark.NEVER,
        QuestionnaireRemark.UNKNOWN_KEY,
        QuestionnaireRemark.EMPHASIS,
        QuestionnaireRemark.TOO_MANY_WAYS,
    }
)


#: From which shares of key items on an outcome is 110 and 120, in every figure: nobody counts more than that.
COMPLETE_LEAST, PARTIAL_LEAST = 0.8, 0.5
#: Errors with which it is not clear what an item, a check or a trigger depends on.
_UNCLEAR = frozenset({QuestionnaireRemark.UNDEFINED, QuestionnaireRemark.LATER, QuestionnaireRemark.LOOP})
#: How many items of a loop are named.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong, the item (check, trigger, measure) where it is, and what it is about."""

    remark: QuestionnaireRemark
    at: str
    about: str = ""

    @property
    def is_error(self) -> bool:
        """Say whether the questionnaire may not be used with it."""
        return self.remark not in WARNINGS


def check(questionnaire: Questionnaire) -> tuple[Remark, ...]:
    """Return everything that is wrong, errors first, each in the order of the file."""
    found = [*_references(questionnaire), *_skips(questionnaire), *_languages(questionnaire)]
    found += [*_shuffled(questionnaire), *_dead_ends(questionnaire), *_shares(questionnaire)]
    found += _reached(questionnaire, {one.at for one in found if one.remark in _UNCLEAR})
    found += [*_key_items(questionnaire), *_emphasis(questionnaire)]
    found += (Remark(QuestionnaireRemark.UNKNOWN_KEY, place) for place in questionnaire.unknown)
    return tuple(sorted(dict.fromkeys(found), key=_warnings_last))


def _warnings_last(one: Remark) -> bool:
    return not one.is_error


def _references(questionnaire: Questionnaire) -> Iterator[Remark]:
    places = {one.id: place for place, one in enumerate(questionnaire.items)}
    for owner, one in conditions_of(questionnaire):
        yield from _subject(questionnaire, owner, one)
    for item in questionnaire.items:
        before = [one.subject for one in every_condition(item.when) if one.subject in places]
        before += [found[1] for text in _texts_of(item) for found in PIPED.finditer(text)]
        before += item.computed.items if item.computed is not None else ()
        for name in before:
            if not _is_known(questionnaire, name):
                yield Remark(QuestionnaireRemark.UNDEFINED, item.id, name)
            elif name in places and places[name] >= places[item.id]:
                yield Remark(QuestionnaireRemark.LATER, item.id, name)
    yield from _lists(questionnaire)


def _lists(questionnaire: Questionnaire) -> Iterator[Remark]:
    named = [("key_items", questionnaire.key_items), *((one.id, one.items) for one in questionnaire.measures)]
    named += [(one.id, (one.at,)) for one in questionnaire.checks]
    named += [(one.id, (one.consent,)) for one in questionnaire.triggers if one.consent]
    for owner, names in named:
        yield from (
            Remark(QuestionnaireRemark.UNDEFINED, owner, one) for one in names if questionnaire.item(one) is None
        )


def _is_known(questionnaire: Questionnaire, name: str) -> bool:
    return name[1:] in FIELDS if name.startswith("@") else questionnaire.item(name) is not None


def _subject(questionnaire: Questionnaire, owner: str, one: Condition) -> Iterator[Remark]:
    if one.subject and not _is_known(questionnaire, one.subject):
        yield Remark(QuestionnaireRemark.UNDEFINED, owner, one.subject)
    item = questionnaire.item(one.subject)
    if item is not None:
        strange = [value for value in one.values if not _can_be(item, value)]
        yield from (Remark(QuestionnaireRemark.UNDEFINED, owner, f"{item.id}: {value}") for value in strange)


def _can_be(item: Item, value: str) -> bool:
    if value in _RESERVED:
        return value != f"!{Reserved.NEVER_HAPPENED.value}" or item.never is not None
    if item.kind in CHOICES or item.kind is ItemKind.MULTI:
        return item.option(value) is not None
    return item.kind is not ItemKind.RATING or (value.isdigit() and int(value) <= RATING_MOST)


def _skips(questionnaire: Questionnaire) -> Iterator[Remark]:
    places = {one.id: place for place, one in enumerate(questionnaire.items)} | {END: len(questionnaire.items)}
    for item in questionnaire.items:
        for skip in item.skips:
            if skip.to not in places:
                yield Remark(QuestionnaireRemark.UNDEFINED, item.id, skip.to)
            elif places[skip.to] <= places[item.id]:
                yield Remark(QuestionnaireRemark.LOOP, item.id, _round(questionnaire, places[skip.to], places[item.id]))
            for code in skip.on:
                if not _can_be(item, code):
                    yield Remark(QuestionnaireRemark.UNDEFINED, item.id, code)


def _round(questionnaire: Questionnaire, first: int, last: int) -> str:
    """Return the items of a loop in the order in which they would be asked again and again."""
    names = [one.id for one in questionnaire.items[first : last + 1]]
    if len(names) > _NAMED:
        names[_NAMED - 1 : -1] = ["…"]
    return " → ".join((*names, names[0]))


def _texts_of(item: Item) -> Iterator[str]:
    for texts in (item.text, item.note or {}, item.never or {}):
        yield from texts.values()


def _languages(questionnaire: Questionnaire) -> Iterator[Remark]:
    for owner, texts in _all_texts(questionnaire):
        for language in questionnaire.languages:
            if not texts.get(language, "").strip():
                yield Remark(QuestionnaireRemark.NO_LANGUAGE, owner, language)


def _all_texts(questionnaire: Questionnaire) -> Iterator[tuple[str, Texts]]:
    yield questionnaire.id, questionnaire.title
    for block in questionnaire.blocks:
        yield block.id, block.title
    for item in questionnaire.items:
        yield from ((item.id, texts) for texts in (item.text, item.note, item.never) if texts is not None)
        yield from _option_texts(item.id, item.options)
        yield from _option_texts(item.id, item.why.categories if item.why is not None else ())
    yield from ((one.id, one.text) for one in questionnaire.checks)
    yield from ((one.id, one.title) for one in questionnaire.measures)


def _option_texts(owner: str, options: Iterable[Option]) -> Iterator[tuple[str, Texts]]:
    return ((owner, one.text) for one in options)


def _emphasis(questionnaire: Questionnaire) -> Iterator[Remark]:
    questions = [one.text for one in questionnaire.items]
    for owner, texts in _all_texts(questionnaire):
        is_question = any(texts is one for one in questions)
        for text in texts.values():
            found = re.search(r"\*.*", plain(text)) if is_question else EMPHASIS.search(text)
            if found is not None:
                yield Remark(QuestionnaireRemark.EMPHASIS, owner, found[0][:20])


def _shuffled(questionnaire: Questionnaire) -> Iterator[Remark]:
    for block in questionnaire.blocks:
        within = {one.id for one in block.items} if block.shuffle else set[str]()
        for item in block.items if within else ():
            speaks_of = {one.subject for one in every_condition(item.when)}
            speaks_of |= {found[1] for text in _texts_of(item) for found in PIPED.finditer(text)}
            if item.skips or item.gate or speaks_of & within:
                yield Remark(QuestionnaireRemark.SHUFFLED, item.id, block.id)


def _dead_ends(questionnaire: Questionnaire) -> Iterator[Remark]:
    for item in questionnaire.items:
        needs_options = item.kind in CHOICES or item.kind is ItemKind.MULTI
        empty_range = item.least is not None and item.most is not None and ceil(item.least) > floor(item.most)
        if (needs_options and not item.options) or empty_range:
            yield Remark(QuestionnaireRemark.DEAD_END, item.id)


def _shares(questionnaire: Questionnaire) -> Iterator[Remark]:
    complete, partial = questionnaire.complete_from, questionnaire.partial_from
    if complete < COMPLETE_LEAST:
        yield Remark(QuestionnaireRemark.SHARES, "complete_from", f"{complete:g} < {COMPLETE_LEAST:g}")
    if not PARTIAL_LEAST <= partial <= complete:
        wrong = f"{partial:g} < {PARTIAL_LEAST:g}" if partial < PARTIAL_LEAST else f"{partial:g} > {complete:g}"
        yield Remark(QuestionnaireRemark.SHARES, "partial_from", wrong)


def _reached(questionnaire: Questionnaire, unclear: set[str]) -> Iterator[Remark]:
    """Yield what nobody reaches; nothing is said of what depends on ``unclear``, which points into nowhere."""
    reach = Reach(questionnaire)
    for item in questionnaire.items:
        if unclear.isdisjoint(reach.bearing_on([item.id])):
            yield from _said(reach.can_be_asked(item), QuestionnaireRemark.UNREACHABLE, item.id)
    for one in questionnaire.checks:
        if one.id in unclear or not unclear.isdisjoint(reach.bearing_on([one.at, *_subjects(one.when)])):
            continue
        yield from _said(reach.can_hold(one.when, at=one.at), QuestionnaireRemark.NEVER, one.id)
        if one.hard:
            free = reach.can_hold(Condition("not", parts=(one.when,)), at=one.at)
            yield from _said(free, QuestionnaireRemark.DEAD_END, one.at, one.id)
    for trigger in questionnaire.triggers:
        if trigger.id in unclear or not unclear.isdisjoint(reach.bearing_on(_subjects(trigger.when))):
            continue
        yield from _said(reach.can_hold(trigger.when), QuestionnaireRemark.NEVER, trigger.id)


def _subjects(condition: Condition) -> list[str]:
    return [one.subject for one in every_condition(condition) if one.subject]


def _said(found: bool | None, remark: QuestionnaireRemark, at: str, about: str = "") -> Iterator[Remark]:
    if found is None:
        yield Remark(QuestionnaireRemark.TOO_MANY_WAYS, at, about)
    elif not found:
        yield Remark(remark, at, about)


def _key_items(questionnaire: Questionnaire) -> Iterator[Remark]:
    places = {one.id: place for place, one in enumerate(questionnaire.items)} | {END: len(questionnaire.items)}
    for name in questionnaire.key_items:
        item = questionnaire.item(name)
        if item is None:
            continue
        place = places[name]
        passed = any(
            place < places.get(skip.to, -1) < places[END]
            for earlier in questionnaire.items[:place]
            for skip in earlier.skips
        )
        if item.when is not None or passed:
            yield Remark(QuestionnaireRemark.NOT_FOR_ALL, name)
