"""Records as programs wrote them, one file for each ``sv``: ``python -m tests.house.golden_records`` adds what lacks.

A line of ``records/svN.jsonl`` is one row: its records as bytes, and what they make today. The records are frozen; what
they make is written anew only where a field gets another name, and then by hand, for it is the proof of the step.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from app.models.entities import ENTITIES, SCHEMA_VERSION
from app.models.journal import KNOWN, Entity, Field, Folded, Kind, Value, fold
from app.models.upcasts import record, upcast

FOLDER = Path(__file__).parent / "records"
_HLC = 1_772_000_000_000 << 16
_UIDS = tuple(bytes(15) + bytes([number]) for number in range(1, 4))


class Golden(NamedTuple):
    """One row: its records (uid, hlc, payload), the values that they make, and the fields in conflict."""

    entity: str
    records: list[tuple[str, int, str]]
    values: dict[str, Value]
    conflicts: list[str]


def files() -> dict[int, Path]:
    """Return the file of each ``sv``."""
    return {int(path.stem.removeprefix("sv")): path for path in FOLDER.glob("sv*.jsonl")}


def read(path: Path) -> list[Golden]:
    """Return the rows of a file."""
    return [Golden(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def folded(entity: Entity, sv: int, records: list[tuple[str, int, str]]) -> Folded:
    """Return what records of an ``sv`` make today."""
    said = ((bytes.fromhex(uid), hlc, upcast(entity.name, sv, json.loads(payload))) for uid, hlc, payload in records)
    return fold(entity, (record(*one) for one in said))


def fields_of(one: Golden) -> set[str]:
    """Return the fields that the records of a row set, as they called them."""
    return {name for _, _, payload in one.records for name in json.loads(payload)["f"]}


def _value(one: Field, number: int) -> Value:
    if one.order:
        return one.order[number % len(one.order)]
    made: dict[str, Value] = {
        "INTEGER": number, "REAL": number + 0.5, "JSON": {"说": [number, "\u0000"]}, "REF": f"{number:032x}",
    }  # fmt: skip
    return made.get(one.sql, f"2026-03-0{number}T08:00:00+08:00" if one.name.endswith("_at") else f"值 {number} \\")


def _bodies(entity: Entity) -> Iterator[dict[str, Any]]:
    """A fact is said once. Of anything else two say something unseen by each other, and a third has seen the first."""
    stays = [one for one in entity.fields if one.kind is not Kind.GONE]
    yield {"f": {one.name: _value(one, 1) for one in (entity.fields if entity.fact else stays)}}
    if not entity.fact:
        yield {"f": {one.name: _value(one, 2) for one in stays[::2]}}
        told = [*stays[::3], *(one for one in entity.fields if one.kind is Kind.GONE)]
        seen = {**{one.name: [_UIDS[0].hex()] for one in stays[::3]}, KNOWN: [_UIDS[0].hex()]}
        yield {"f": {one.name: _value(one, 3) for one in told}, "b": seen}


def _made(entity: Entity) -> Golden:
    records = [
        (uid.hex(), _HLC + place, json.dumps(body, ensure_ascii=False, separators=(",", ":")))
        for place, (uid, body) in enumerate(zip(_UIDS, _bodies(entity), strict=False))
    ]
    found = folded(entity, SCHEMA_VERSION, records)
    return Golden(entity.name, records, found.values, sorted(found.conflicts))


def main() -> None:
    """Add a row for each entity that this program writes with a field that no row of its ``sv`` has yet."""
    path = FOLDER / f"sv{SCHEMA_VERSION}.jsonl"
    known: dict[str, set[str]] = {}
    for one in read(path) if path.exists() else ():
        known.setdefault(one.entity, set()).update(fields_of(one))
    lacking = [one for name, one in sorted(ENTITIES.items()) if not one.by_name.keys() <= known.get(name, set())]
    with path.open("a", encoding="utf-8", newline="\n") as stream:
        for entity in lacking:
            stream.write(json.dumps(_made(entity), ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
