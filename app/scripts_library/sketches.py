"""A script as it is being written, half-filled rows and all, as plain JSON values; read back it is the same.

A file or a content leaves out what is empty; a sketch must not: it is what a killed window gives back.
"""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, cast

from app.scripts_library.script import (
    Audience,
    Flow,
    FlowNode,
    Forbidden,
    Governance,
    KeyPoint,
    Option,
    Placeholder,
    PlaceholderType,
    Risk,
    Script,
    Slots,
    Source,
    State,
    Variant,
)

_ENUMS: Mapping[str, Any] = {"risk": Risk, "governance": Governance, "audience": Audience, "state": State}
_TIMES = ("effective_from", "effective_to")
_DATES = ("last_reviewed_on", "review_on", "doubted_on")
_LISTS = ("tags", "units", "lang_gap")


def to_sketch(script: Script) -> dict[str, Any]:
    """The script as values that JSON keeps."""
    return cast("dict[str, Any]", _plain(asdict(script)))


def from_sketch(sketch: Mapping[str, Any]) -> Script:
    """The script of a sketch; what this program does not know is passed over."""
    known = {one.name for one in fields(Script)}
    values = {name: value for name, value in sketch.items() if name in known}
    for name in _TIMES:
        values[name] = datetime.fromisoformat(values[name]) if values.get(name) else None
    for name in _DATES:
        values[name] = date.fromisoformat(values[name]) if values.get(name) else None
    for name in _LISTS:
        values[name] = tuple(values.get(name, ()))
    for name, kind in _ENUMS.items():
        if name in values:
            values[name] = kind(values[name])
    values["phrasings"] = _words(values.get("phrasings", {}))
    values["abbreviations"] = tuple((short, long) for short, long in values.get("abbreviations", ()))
    return Script(**{**values, **_parts(sketch)})


def _parts(sketch: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "sources": tuple(_source(one) for one in sketch.get("sources", ())),
        "placeholders": tuple(_placeholder(one) for one in sketch.get("placeholders", ())),
        "key_points": tuple(_point(one) for one in sketch.get("key_points", ())),
        "must_not_say": tuple(Forbidden(one["id"], _words(one["words"]), one["kind"]) for one in _each(sketch)),
        "variants": tuple(Variant(**one) for one in sketch.get("variants", ())),
        "flow": _flow(sketch.get("flow")),
    }


def _each(sketch: Mapping[str, Any]) -> list[dict[str, Any]]:
    return sketch.get("must_not_say", [])


def _source(one: Mapping[str, Any]) -> Source:
    published = date.fromisoformat(one["published"]) if one["published"] else None
    values: dict[str, Any] = {**one, "published": published}
    return Source(**values)


def _placeholder(one: Mapping[str, Any]) -> Placeholder:
    values: dict[str, Any] = {**one, "type": PlaceholderType(one["type"]), "choices": tuple(one["choices"])}
    return Placeholder(**values)


def _point(one: Mapping[str, Any]) -> KeyPoint:
    slots = one["slots"]
    fixed = Slots(tuple(slots["numbers"]), tuple(slots["phones"]), tuple(slots["units"]), slots["negated"])
    return KeyPoint(one["id"], one["texts"], one["critical"], fixed, _words(one["any"]))


def _flow(flow: Mapping[str, Any] | None) -> Flow | None:
    return None if flow is None else Flow(flow["start"], tuple(_node(one) for one in flow["nodes"]))


def _node(one: Mapping[str, Any]) -> FlowNode:
    options = tuple(Option(option["label"], option["goto"]) for option in one["options"])
    values: dict[str, Any] = {**one, "options": options}
    return FlowNode(**values)


def _words(lists: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(words) for language, words in lists.items()}


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in cast("dict[object, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in cast("list[object]", value)]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
