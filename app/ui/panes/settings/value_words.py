"""A value of a field that two people set, as people read it: labels for codes, lists as names in a row."""

import json
from typing import cast

from app.models.journal import Value
from app.services import reference, wording

#: Sets of labels by field, and by entity and field where the name alone says too little.
_SETS = {
    "channel": "channel",
    "language": "language",
    "missed_by": "missed_by",
    "outcome": "outcome",
    "roles": "role",
    "severity": "severity",
    "speaks": "language",
    "urgency": "urgency",
    "appointment.kind": "appointment_kind",
    "appointment.state": "appointment_state",
    "callback.reason": "callback_reason",
    "caller.kind": "caller_kind",
    "finding.source": "finding_source",
    "finding.state": "finding_state",
    "inquiry.state": "inquiry_state",
    "item.kind": "item_kind",
    "item.state": "item_state",
    "unit.calendar": "calendar",
    "unit.kind": "unit_kind",
}
#: Fields that say yes (1) or no (0).
_ANSWERS = frozenset({"finding.named", "unit.active", "unit.on_system"})


def value_words(entity: str, field: str, value: Value, language: str) -> str:
    """Return a value as people read it, "" for none."""
    if value is None or value in ("", []):
        return ""
    if isinstance(value, list):
        several = [value_words(entity, field, one, language) for one in cast("list[Value]", value)]
        return wording.names_in_a_row(several, language)
    if isinstance(value, bool) or f"{entity}.{field}" in _ANSWERS:
        return wording.label("tri_state", "yes" if value else "no", language)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if field == "category":
        return reference.categories().path_label(str(value), language)
    labels = _SETS.get(f"{entity}.{field}") or _SETS.get(field)
    return wording.label(labels, str(value), language) if labels else str(value)
