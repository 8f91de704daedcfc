"""Which inquiries and calls rows that came from others speak of."""

from collections.abc import Iterator, Mapping, Sequence

from app.store.journal import Rows

_PARAMETERS = 500
_ATTEMPT_OUTCOME = """SELECT DISTINCT a.callback FROM attempt_outcome o JOIN attempt a ON a.id = o.attempt
    WHERE o.id IN ({places})"""


def _linked(rows: Rows, sql: str, ids: Sequence[bytes]) -> Iterator[bytes]:
    for start in range(0, len(ids), _PARAMETERS):
        part = ids[start : start + _PARAMETERS]
        for row in rows.all(sql.format(places=",".join("?" * len(part))), *part):
            if row[0] is not None:
                yield bytes(row[0])


def inquiries(rows: Rows, ids: Mapping[str, Sequence[bytes]]) -> list[bytes]:
    """Return every inquiry of which these rows speak; ``ids`` are row ids by entity."""
    steps = "SELECT DISTINCT inquiry FROM inquiry_event WHERE id IN ({places})"
    return list(dict.fromkeys((*ids.get("inquiry", ()), *_linked(rows, steps, ids.get("inquiry_event", ())))))


def callbacks(rows: Rows, ids: Mapping[str, Sequence[bytes]]) -> list[bytes]:
    """Return every call that we owe of which these rows speak."""
    found: list[bytes] = [*ids.get("callback", ())]
    for entity in ("attempt", "appointment"):
        found += _linked(rows, f"SELECT DISTINCT callback FROM {entity} WHERE id IN ({{places}})", ids.get(entity, ()))
    found += _linked(rows, _ATTEMPT_OUTCOME, ids.get("attempt_outcome", ()))
    return list(dict.fromkeys(found))
