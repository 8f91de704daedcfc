"""What a dispatch keeps about its unit: what was suggested, why another one was chosen, why it was moved."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, cast

from app.models.errors import FieldInvalid, FieldMissing
from app.models.inquiries import ReturnReason
from app.models.journal import Value

#: What may be said of the choice of a unit besides the unit itself.
SAID = ("suggested", "override", "override_note", "moved_for")


class Override(StrEnum):
    """Why another unit was chosen than the one suggested."""

    ANOTHER_DUTY = "another_duty"
    ANOTHER_AREA = "another_area"
    AGREED = "agreed"
    CALLER_WISH = "caller_wish"
    QUICKER = "quicker"
    OTHER = "other"


def suggested_unit(routing: Mapping[str, Any]) -> str:
    """Return the unit that was suggested for a dispatch, as the dispatch keeps it; "" for none."""
    suggested: Mapping[str, Any] = routing.get("suggested") or {}
    return str(suggested.get("unit") or "")


def differs(suggested: Mapping[str, Any] | None, unit: str | None) -> bool:
    """Say whether a unit was suggested and another one is chosen."""
    wanted = (suggested or {}).get("unit")
    return bool(wanted) and bool(unit) and wanted != unit


def missing(suggested: Mapping[str, Any] | None, unit: str | None, override: str | None, note: str | None) -> str:
    """Return the field that still has to be filled in, "" for none: why, and for ``other`` in words."""
    if not differs(suggested, unit):
        return ""
    if not override:
        return "override"
    return "override_note" if override == Override.OTHER and not note else ""


def settled(said: Mapping[str, object], unit: str | None) -> dict[str, Value] | None:
    """Return what a dispatch to ``unit`` keeps of what is ``said``; None where nothing was suggested or moved.

    Raises ``FieldMissing`` where nobody says why another unit was chosen, ``FieldInvalid`` for unknown codes.
    """
    suggested = cast("Mapping[str, Value] | None", said.get("suggested"))
    override, note, moved = (cast("str | None", said.get(name)) for name in SAID[1:])
    lacking = missing(suggested, unit, override, note)
    if lacking:
        raise FieldMissing(field=lacking)
    _check("moved_for", moved, frozenset(map(str, ReturnReason)))
    kept: dict[str, Value] = {"suggested": dict(suggested)} if suggested else {}
    if differs(suggested, unit):
        _check("override", override, frozenset(map(str, Override)))
        kept |= {"override": override, "note": note} if note else {"override": override}
    if moved:
        kept["moved_for"] = moved
    return kept or None


def _check(field: str, found: str | None, known: frozenset[str]) -> None:
    if found and found not in known:
        raise FieldInvalid(field=field, value=found)
