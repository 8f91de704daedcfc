"""Intake forms as data: a line's questions are a versioned definition that a center edits, not code.

``parse_form`` reads a definition (the format is told in docs/formats/forms.md), ``visible_fields`` says which
questions show, ``problems`` checks answers for the outcome that the operator chose. Answers are JSON values by field
id: text, number, option code, list of option codes, ISO date or time; for a yes/no question ``yes``, ``no`` or
``not_asked``, which are three answers ("not asked" is never counted as "no").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as attribute

from app.models.contacts import Outcome
from app.models.errors import CannotNow
from app.models.shapes import DefinitionBroken, Shape, Words, read_json

FORMAT = 1
KINDS = ("text", "long_text", "choice", "multi_choice", "tri_state", "number", "date", "datetime", "phone")
TRI_STATE = ("yes", "no", "not_asked")
OUTCOMES = tuple(str(outcome) for outcome in Outcome if outcome is not Outcome.NON_INQUIRY)
KEEPS = ("contact", "caller")
LOOKUPS = ("units", "areas", "callers", "categories")
WHENS = ("any", "past", "future")
FACTS = ("@category", "@channel", "@caller_kind")
LENGTHS = {"text": 500, "long_text": 100_000, "phone": 40}
_DEEPEST = 20


class FormBroken(DefinitionBroken):
    """A form definition cannot be used. Facts: ``file``, ``place`` (JSON path), ``found``, ``expected``."""


class FormTooNew(CannotNow):
    """A form definition of a newer format. Facts: ``file``, ``found``, ``known`` (format versions)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a choice offers."""

    code: str
    label: Words


@dataclass(frozen=True, slots=True)
class Condition:
    """When a field shows. ``what``: is, is_not, under, answered, all, any, not.

    ``subject`` is the id of an earlier field or one of ``FACTS``; ``values`` are the codes it is compared with.
    """

    what: str
    subject: str = ""
    values: tuple[str, ...] = ()
    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One question. ``required_for`` are outcomes; ``must_ask`` refuses ``not_asked`` where it is required.

    ``keep``: ``caller`` offers the last answer again on the caller's next contact. ``lookup``: the list that helps to
    fill it. ``least``/``most`` bound a number, ``max_length`` a text (characters), ``when`` a date.
    """

    id: str
    kind: str
    label: Words
    help: Words | None = None
    options: tuple[Option, ...] = ()
    required_for: frozenset[str] = frozenset()
    must_ask: bool = False
    visible_when: Condition | None = None
    keep: str = "contact"
    lookup: str | None = None
    max_length: int = 0
    least: float | None = None
    most: float | None = None
    whole: bool = False
    when: str = "any"

    def option(self, code: str) -> Option | None:
        """The option with this code."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions under one heading."""

    id: str
    title: Words
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a definition. ``unknown``: places of keys that this program does not know; ``raw`` keeps them."""

    id: str
    version: int
    title: Words
    sections: tuple[Section, ...]
    service: str = ""
    format: int = FORMAT
    unknown: tuple[str, ...] = ()
    raw: Mapping[str, object] = attribute(default_factory=dict[str, object], compare=False, repr=False)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All questions in their order."""
        return tuple(each for section in self.sections for each in section.fields)

    def field(self, field_id: str) -> Field | None:
        """The question with this id."""
        return next((each for each in self.fields if each.id == field_id), None)


def parse_form(text: str, *, file: str) -> Form:
    """The form that a definition file holds. Raises FormTooNew, FormBroken."""
    shape = read_json(text, file=file, error=FormBroken)
    _refuse_newer(shape)
    parts = shape.keys("format", "id", "version", "service", "title", "sections")
    sections = shape.required(parts, "sections").each(_section)
    if not any(section.fields for section in sections):
        raise parts["sections"].broken('[{"fields": [{…}]}]')
    form = Form(
        id=shape.required(parts, "id").name(),
        version=shape.required(parts, "version").whole(least=1),
        service=parts["service"].name() if "service" in parts else "",
        title=shape.required(parts, "title").words(),
        sections=sections,
        raw=shape.value,
    )
    _check_names(form, shape)
    return replace(form, unknown=tuple(shape.unknown))


def _refuse_newer(shape: Shape) -> None:
    """Before all else: a newer format may have changed anything, so no other complaint would be true."""
    top = Shape(shape.value, shape.file, shape.error)  # apart, so that the other keys are not reported as unknown
    found = top.required(top.keys("format"), "format").whole(least=1)
    if found > FORMAT:
        raise FormTooNew(file=shape.file, found=found, known=FORMAT)


def _section(shape: Shape) -> Section:
    parts = shape.keys("id", "title", "fields")
    return Section(
        id=shape.required(parts, "id").name(),
        title=shape.required(parts, "title").words(),
        fields=shape.required(parts, "fields").each(_field),
    )


_FIELD_KEYS = (
    "id", "kind", "label", "help", "options", "required_for", "must_ask", "visible_when", "keep", "lookup",
    "max_length", "min", "max", "whole", "when",
)  # fmt: skip
_ONLY_FOR = {
    "options": ("choice", "multi_choice"),
    "must_ask": ("tri_state",),
    "max_length": ("text", "long_text", "phone"),
    "min": ("number",),
    "max": ("number",),
    "whole": ("number",),
    "when": ("date", "datetime"),
}


def _field(shape: Shape) -> Field:
    parts = shape.keys(*_FIELD_KEYS)
    kind = shape.required(parts, "kind").one_of(KINDS)
    for key in parts:
        if kind not in _ONLY_FOR.get(key, KINDS):
            raise parts[key].broken(f'"kind": {" | ".join(_ONLY_FOR[key])}', found=f'"kind": "{kind}"')
    made = Field(
        id=shape.required(parts, "id").name(),
        kind=kind,
        label=shape.required(parts, "label").words(),
        help=parts["help"].words() if "help" in parts else None,
        options=_options(shape, parts) if kind in _ONLY_FOR["options"] else (),
        required_for=frozenset(parts["required_for"].each(_outcome)) if "required_for" in parts else frozenset(),
        must_ask="must_ask" in parts and parts["must_ask"].yes(),
        visible_when=_condition(parts["visible_when"]) if "visible_when" in parts else None,
        keep=parts["keep"].one_of(KEEPS) if "keep" in parts else "contact",
        lookup=parts["lookup"].one_of(LOOKUPS) if "lookup" in parts else None,
    )
    return _limits(made, parts)


def _limits(made: Field, parts: Mapping[str, Shape]) -> Field:
    least = parts["min"].number() if "min" in parts else None
    most = parts["max"].number() if "max" in parts else None
    if least is not None and most is not None and most < least:
        raise parts["max"].broken(f"≥ {least}")
    return replace(
        made,
        max_length=parts["max_length"].whole(least=1) if "max_length" in parts else LENGTHS.get(made.kind, 0),
        least=least,
        most=most,
        whole="whole" in parts and parts["whole"].yes(),
        when=parts["when"].one_of(WHENS) if "when" in parts else "any",
    )


def _outcome(shape: Shape) -> str:
    """Only outcomes that leave an inquiry may demand answers: a wrong number is closed with one key, always."""
    return shape.one_of(OUTCOMES)


def _options(shape: Shape, parts: Mapping[str, Shape]) -> tuple[Option, ...]:
    given = shape.required(parts, "options")
    options = given.each(_option)
    if not options:
        raise given.broken('[{"code": "…", "label": {…}}]')
    _refuse_twice([option.code for option in options], given, key="code")
    return options


def _option(shape: Shape) -> Option:
    parts = shape.keys("code", "label")
    return Option(code=shape.required(parts, "code").name(), label=shape.required(parts, "label").words())


def _refuse_twice(names: list[str], shape: Shape, *, key: str) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise shape.at(f"[{index}].{key}", name).broken(f"≠ {shape.place}[{names.index(name)}].{key}")


_CONDITIONS = ("is", "is_not", "under", "answered", "all", "any", "not")


def _condition(shape: Shape, depth: int = 0) -> Condition:
    if depth > _DEEPEST:
        raise shape.broken(f"≤ {_DEEPEST} × {{…}}")
    parts = shape.keys("field", *_CONDITIONS)
    given = [what for what in _CONDITIONS if what in parts]
    if len(given) != 1:
        raise shape.broken(" | ".join(f'"{what}"' for what in _CONDITIONS))
    what, part = given[0], parts[given[0]]
    if what in ("all", "any"):
        return Condition(what, parts=tuple(_condition(each, depth + 1) for each in part.items()))
    if what == "not":
        return Condition(what, parts=(_condition(part, depth + 1),))
    if what == "answered":
        return Condition(what, subject=part.text())
    return Condition(what, subject=shape.required(parts, "field").text(), values=part.each(Shape.text))


def _check_names(form: Form, shape: Shape) -> None:
    """No id twice; a condition names a fact or a field above it (so that no two fields can wait for each other)."""
    sections = shape.at(".sections", shape.value["sections"])
    _refuse_twice([section.id for section in form.sections], sections, key="id")
    seen: dict[str, str] = {}
    earlier: dict[str, Field] = {}
    for s, section in enumerate(form.sections):
        for f, each in enumerate(section.fields):
            place = sections.at(f"[{s}].fields[{f}]", {})
            if each.id in seen:
                raise place.at(".id", each.id).broken(f"≠ {seen[each.id]}.id")
            _check_condition(each, earlier, place.at(".visible_when", None))
            seen[each.id], earlier[each.id] = place.place, each


def _check_condition(each: Field, earlier: Mapping[str, Field], place: Shape) -> None:
    for condition in every_condition(each.visible_when):
        subject = condition.subject
        if subject and subject not in FACTS and subject not in earlier:
            raise place.broken(" | ".join((*FACTS, *earlier)), found=f'"{subject}"')
        if condition.what == "under" and subject != "@category":
            raise place.broken('"field": "@category", "under": […]', found=f'"{subject}"')
        allowed = _codes(earlier.get(subject))
        for value in condition.values:
            if allowed and value not in allowed:
                raise place.broken(" | ".join(f'"{code}"' for code in allowed), found=f'"{value}"')


def _codes(each: Field | None) -> tuple[str, ...]:
    if each is None:
        return ()
    return TRI_STATE if each.kind == "tri_state" else tuple(option.code for option in each.options)


def every_condition(condition: Condition | None) -> Iterator[Condition]:
    """A condition and all its parts."""
    if condition is not None:
        yield condition
        for part in condition.parts:
            yield from every_condition(part)
