"""What records of former programs say today: fields that got another name, or were parted into several.

A record is never changed: its bytes are hashed, and older programs read them. Whoever reads it says what it wrote in
the fields of today: each step here is of one entity and one ``sv``, and holds for records that were written under that
one or an earlier one. So a station that still runs the former program writes on, and both understand it. How to do it,
step by step, stands in docs/architecture.md.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.models.journal import Record, Value


@dataclass(frozen=True)
class Parted:
    """A field ``old`` that became the fields ``new``; ``made`` gives their values from its own, None where it is empty.

    An empty value, also one that was redacted, is an empty value of each.
    """

    old: str
    new: tuple[str, ...]
    made: Callable[[Value], tuple[Value, ...]]


def renamed(old: str, new: str) -> Parted:
    """Return the step of a field that got another name."""
    return Parted(old, (new,), _itself)


def _itself(value: Value) -> tuple[Value, ...]:
    return (value,)


#: Entity → the ``sv`` up to which records say it in the former way → what has become of its fields.
UPCASTS: dict[str, dict[int, tuple[Parted, ...]]] = {}


def upcast(entity: str, sv: int, body: dict[str, Any]) -> dict[str, Any]:
    """Say the body of a record ("f": field → value, "b": field → what it replaced) in the fields of today, in place."""
    for last in sorted(UPCASTS.get(entity, ())):
        for one in UPCASTS[entity][last] if sv <= last else ():
            _part(one, body)
    return body


def _part(one: Parted, body: dict[str, Any]) -> None:
    fields, seen = body.get("f", {}), body.get("b", {})
    if one.old in fields:
        value = fields.pop(one.old)
        told = one.made(value) if value is not None else (None,) * len(one.new)
        fields.update(zip(one.new, told, strict=True))
    if one.old in seen:
        uids = seen.pop(one.old)
        seen.update(dict.fromkeys(one.new, uids))


def record(uid: bytes, hlc: int, body: dict[str, Any]) -> Record:
    """Return a record from the body that its payload holds."""
    seen = body.get("b")
    base = {name: tuple(map(bytes.fromhex, uids)) for name, uids in seen.items()} if seen else {}
    return Record(uid, hlc, body.get("f", {}), base)


def former_since(sv: int) -> dict[str, int]:
    """Return the entities that changed since a program wrote this ``sv``, and up to which one records are former."""
    return {entity: last for entity, steps in UPCASTS.items() if (last := max(steps)) >= sv}


def names_ever(entity: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return these fields of an entity with the former names of any: what tells of people does so under each."""
    found = dict.fromkeys(names)
    steps: Mapping[int, tuple[Parted, ...]] = UPCASTS.get(entity, {})
    for last in sorted(steps, reverse=True):
        found.update(dict.fromkeys(one.old for one in steps[last] if not found.keys().isdisjoint(one.new)))
    return tuple(found)
