"""Reading a questionnaire file; the format is told in docs/formats/questionnaires.md.

Only what makes a file unreadable is refused here, with its place. What reads well and still would not work in an
interview (a loop, a question that nobody ever reaches) is found by ``questionnaire_checks``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from app.models.errors import CannotNow
from app.models.questionnaires import (
    CHOICES,
    NO,
    RATING_MOST,
    SCALED,
    YES,
    Block,
    Check,
    Computed,
    Condition,
    Item,
    ItemKind,
    Measure,
    Option,
    Questionnaire,
    Severity,
    Skip,
    Texts,
    Trigger,
    Why,
)
from app.models.scoring import SCALES
from app.models.shapes import DefinitionBroken, Shape, read_json

FORMAT = 1
HOWS = ("sum", "mean", "least", "most", "count", "days")
_TOP = (
    *("format", "id", "version", "title", "languages", "scales", "blocks", "key_items", "complete_from"),
    *("partial_from", "checks", "triggers", "measures"),
)
_ITEM = (
    *("id", "kind", "text", "options", "scale", "note", "when", "skip", "never", "why", "min", "max", "low", "high"),
    *("gate", "observed", "optional", "insist", "compute"),
)


class QuestionnaireBroken(DefinitionBroken):
    """A questionnaire file cannot be used. Facts: ``file``, ``place`` (JSON path), ``found``, ``expected``."""


class QuestionnaireTooNew(CannotNow):
    """A questionnaire of a newer format. Facts: ``file``, ``found``, ``known`` (format versions)."""


def parse_questionnaire(text: str, *, file: str) -> Questionnaire:
    """Return the questionnaire of a file. Raises ``QuestionnaireTooNew``, ``QuestionnaireBroken``."""
    shape = read_json(text, file=file, error=QuestionnaireBroken)
    top = Shape(shape.value, shape.file, shape.error)  # apart, so that the other keys are not reported as unknown
    found = top.required(top.keys("format"), "format").whole(least=1)
    if found > FORMAT:
        raise QuestionnaireTooNew(file=file, found=found, known=FORMAT)
    return _Reader(shape).whole()


class _Reader:
    """Reads one file: its languages and scales are needed at every item."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._parts = shape.keys(*_TOP)
        self._languages = shape.required(self._parts, "languages").each(Shape.text)
        if not self._languages:
            raise self._parts["languages"].broken('["en"]')
        self._scales: dict[str, tuple[Option, ...]] = {}
        if "scales" in self._parts:
            self._scales = {name: self._options(one) for name, one in self._parts["scales"].entries()}

    def whole(self) -> Questionnaire:
        """Return the questionnaire."""
        parts, required = self._parts, self._shape.required
        made = Questionnaire(
            id=required(parts, "id").name(),
            version=required(parts, "version").whole(least=1),
            title=self._texts(required(parts, "title")),
            languages=self._languages,
            blocks=required(parts, "blocks").each(self._block),
            key_items=required(parts, "key_items").each(Shape.name),
            complete_from=_share(parts, "complete_from", 0.8),
            partial_from=_share(parts, "partial_from", 0.5),
            checks=self._each("checks", self._check),
            triggers=self._each("triggers", self._trigger),
            measures=self._each("measures", self._measure),
            raw=self._shape.value,
        )
        self._refuse_twice(made)
        return replace(made, unknown=tuple(self._shape.unknown))

    def _each(self, name: str, read: Any) -> tuple[Any, ...]:
        return self._parts[name].each(read) if name in self._parts else ()

    def _refuse_twice(self, made: Questionnaire) -> None:
        seen: set[str] = set()
        for b, block in enumerate(made.blocks):
            for i, one in enumerate(block.items):
                if one.id in seen or one.id == "end":
                    place = self._parts["blocks"].at(f"[{b}].items[{i}].id", one.id)
                    raise place.broken("≠ " + ", ".join(sorted(seen | {"end"}))[:60])
                seen.add(one.id)
        if not seen:
            raise self._parts["blocks"].broken('[{"items": [{…}]}]')

    def _texts(self, shape: Shape) -> Texts:
        """Return a text by language; a plain text is that of the only language."""
        if isinstance(shape.value, str) and len(self._languages) == 1:
            return {self._languages[0]: shape.text()}
        found = {name: one.text() for name, one in shape.entries()}
        if not found:
            raise shape.broken(f'{{"{self._languages[0]}": "…"}}')
        return found

    def _block(self, shape: Shape) -> Block:
        parts = shape.keys("id", "title", "items", "shuffle")
        return Block(
            shape.required(parts, "id").name(),
            self._texts(shape.required(parts, "title")),
            shape.required(parts, "items").each(self._item),
            "shuffle" in parts and parts["shuffle"].yes(),
        )

    def _item(self, shape: Shape) -> Item:
        parts = shape.keys(*_ITEM)
        kind = ItemKind(shape.required(parts, "kind").one_of(tuple(map(str, ItemKind))))
        numbers = {name: parts[key].number() for name, key in _NUMBERS.items() if key in parts}
        flags = {name: parts[name].yes() for name in ("gate", "observed", "optional", "insist") if name in parts}
        return Item(
            id=shape.required(parts, "id").name(),
            kind=kind,
            text=self._texts(shape.required(parts, "text")),
            options=self._offered(shape, parts, kind),
            note=self._texts(parts["note"]) if "note" in parts else None,
            when=condition(parts["when"]) if "when" in parts else None,
            skips=parts["skip"].each(_skip) if "skip" in parts else (),
            never=self._texts(parts["never"]) if "never" in parts else None,
            why=self._why(parts["why"]) if "why" in parts else None,
            computed=_computed(shape.required(parts, "compute")) if kind is ItemKind.COMPUTED else None,
            **numbers,
            **flags,
        )

    def _offered(self, shape: Shape, parts: Mapping[str, Shape], kind: ItemKind) -> tuple[Option, ...]:
        """Return the options of an item: its own, or those of the scale that it names."""
        if kind not in CHOICES and kind is not ItemKind.MULTI:
            return ()
        if "scale" in parts:
            place = parts["scale"]
            found = self._scales[place.one_of(tuple(self._scales))]
        else:
            place = shape.required(parts, "options")
            found = self._options(place)
        _check_steps(place, kind, found)
        return found

    def _options(self, shape: Shape) -> tuple[Option, ...]:
        found = shape.each(self._option)
        codes = [one.code for one in found]
        twice = next((place for place, code in enumerate(codes) if code in codes[:place]), None)
        if twice is not None:
            raise shape.at(f"[{twice}].code", codes[twice]).broken(f"≠ {shape.place}[{codes.index(codes[twice])}].code")
        return found

    def _option(self, shape: Shape) -> Option:
        parts = shape.keys("code", "text", "step", "exclusive")
        return Option(
            shape.required(parts, "code").name(),
            self._texts(shape.required(parts, "text")),
            parts["step"].whole() if "step" in parts else None,
            "exclusive" in parts and parts["exclusive"].yes(),
        )

    def _why(self, shape: Shape) -> Why:
        parts = shape.keys("when", "categories")
        offered = self._options(parts["categories"]) if "categories" in parts else ()
        return Why(condition(shape.required(parts, "when")), offered)

    def _check(self, shape: Shape) -> Check:
        parts = shape.keys("id", "at", "when", "text", "hard")
        return Check(
            shape.required(parts, "id").name(),
            shape.required(parts, "at").name(),
            condition(shape.required(parts, "when")),
            self._texts(shape.required(parts, "text")),
            "hard" in parts and parts["hard"].yes(),
        )

    def _trigger(self, shape: Shape) -> Trigger:
        parts = shape.keys("id", "when", "category", "severity", "due", "consent")
        severity = parts["severity"].one_of(tuple(map(str, Severity))) if "severity" in parts else Severity.NORMAL
        return Trigger(
            shape.required(parts, "id").name(),
            condition(shape.required(parts, "when")),
            shape.required(parts, "category").name(),
            Severity(severity),
            shape.required(parts, "due").text(),
            parts["consent"].name() if "consent" in parts else "",
        )

    def _measure(self, shape: Shape) -> Measure:
        parts = shape.keys("id", "title", "items")
        return Measure(
            shape.required(parts, "id").name(),
            self._texts(shape.required(parts, "title")),
            shape.required(parts, "items").each(Shape.name),
        )


_NUMBERS = {"least": "min", "most": "max", "low": "low", "high": "high"}


def _share(parts: Mapping[str, Shape], name: str, otherwise: float) -> float:
    if name not in parts:
        return otherwise
    found = parts[name].number()
    if not 0 <= found <= 1:
        raise parts[name].broken("0 … 1")
    return float(found)


def _check_steps(place: Shape, kind: ItemKind, options: Sequence[Option]) -> None:
    """A scale needs each of its steps once; a consent needs yes and no."""
    if kind is ItemKind.CONSENT and {one.code for one in options} != {YES, NO}:
        raise place.broken(f'"{YES}" | "{NO}"')
    if kind in SCALED:
        scale = SCALES[SCALED[kind]]
        wanted = list(range(scale.low, scale.high + 1))
        if sorted(-1 if one.step is None else one.step for one in options) != wanted:
            raise place.broken('"step": ' + ", ".join(map(str, wanted)))


def _skip(shape: Shape) -> Skip:
    parts = shape.keys("on", "to")
    return Skip(shape.required(parts, "on").each(Shape.text), shape.required(parts, "to").name())


def _computed(shape: Shape) -> Computed:
    parts = shape.keys(*HOWS)
    if len(parts) != 1:
        raise shape.broken(" | ".join(f'{{"{how}": […]}}' for how in HOWS))
    how, items = next(iter(parts.items()))
    return Computed(how, items.each(Shape.name))


def condition(shape: Shape) -> Condition:
    """Return a condition; it names exactly one thing to be true. Raises ``QuestionnaireBroken``."""
    parts = shape.keys("item", "field", "is", "is_not", "answered", "at_least", "at_most", "all", "any", "not")
    for what in ("all", "any"):
        if what in parts:
            _alone(shape, parts, what)
            return Condition(what, parts=parts[what].each(condition))
    if "not" in parts:
        _alone(shape, parts, "not")
        return Condition("not", parts=(condition(parts["not"]),))
    if "answered" in parts:
        _alone(shape, parts, "answered")
        return Condition("answered", parts["answered"].text())
    return _compared(shape, parts)


def _compared(shape: Shape, parts: Mapping[str, Shape]) -> Condition:
    named = [name for name in ("item", "field") if name in parts]
    what = [name for name in ("is", "is_not", "at_least", "at_most") if name in parts]
    if len(named) != 1 or len(what) != 1:
        raise shape.broken('{"item": "…", "is": […]} | {"field": "…", "at_least": 0}')
    subject = parts[named[0]].name()
    subject = f"@{subject}" if named[0] == "field" else subject
    place = parts[what[0]]
    if what[0] in ("at_least", "at_most"):
        return Condition(what[0], subject, limit=place.number())
    return Condition(what[0], subject, values=place.each(_value))


def _value(shape: Shape) -> str:
    value = cast("object", shape.value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else shape.text()


def _alone(shape: Shape, parts: Mapping[str, Shape], what: str) -> None:
    if len(parts) > 1:
        raise shape.broken(f'{{"{what}": …}}')


#: Steps of the built-in rating, which has no options.
RATING_STEPS = tuple(range(RATING_MOST + 1))
