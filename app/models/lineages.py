"""The state of a row whose writers each knew what they replaced: what the fold says of it, without the fold.

Most rows that several records speak of are such. ``latest`` says nothing of any other, nor where a rule looks at more
than the last value; there the fold decides.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from app.models.entities import ENTITIES
from app.models.journal import KNOWN, LAST_STANDS, Value

#: A record's uid in hex, and what its payload holds.
Said = tuple[str, dict[str, Any]]


@lru_cache(maxsize=256)
def _other(entity: str) -> frozenset[str]:
    """Return the fields of which the last value need not stand."""
    return frozenset(one.name for one in ENTITIES[entity].fields if one.kind not in LAST_STANDS)


def latest(entity: str, said: Iterable[Said]) -> dict[str, Value] | None:
    """Return the values of a row from its records, the oldest first, each once; None where the fold has to decide.

    The values are those of the first record, written over.
    """
    kind, other = ENTITIES[entity], _other(entity)
    values: dict[str, Value] | None = None
    heads: dict[str, str] = {}
    for uid, body in said:
        fields: dict[str, Value] = body.get("f", {})
        seen: dict[str, list[str]] = body.get("b") or {}
        if values is None:
            values, heads = fields, dict.fromkeys(fields, uid)
            if seen or kind.fact:
                return None
        elif not _follows(fields, seen, heads, other):
            return None
        else:
            values.update(fields)
            heads.update(dict.fromkeys(fields, uid))
    if values is None or any(values.get(name) is not None for name in kind.gone):
        return None
    return values


def _follows(
    fields: dict[str, Value], seen: dict[str, list[str]], heads: dict[str, str], other: frozenset[str]
) -> bool:
    """Say whether a record replaces what stands in each of its fields, and nothing else."""
    for name in fields:
        if name in heads and (name in other or heads[name] not in seen.get(name, ())):
            return False
    return all(name in fields or name == KNOWN for name in seen)
