"""Which inquiries and calls rows that came from others speak of."""

from collections.abc import Iterator, Mapping, Sequence

from app.models.changes import Touched
from app.store.journal import LEFT, Rows

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


def crossed(rows: Rows, inquiries: Sequence[bytes], ids: Mapping[str, Sequence[bytes]]) -> list[bytes]:
    """Return the inquiries shared with another center, of these and of callers among these rows, card or number."""
    shared = "coalesce(moved_to, came_from) IS NOT NULL"
    own = f"SELECT id FROM inquiry WHERE id IN ({{places}}) AND {shared}"
    of_callers = f"SELECT id FROM inquiry WHERE caller IN ({{places}}) AND {shared}"
    cards = "SELECT DISTINCT caller FROM caller_phone WHERE id IN ({places})"
    known = dict.fromkeys((*ids.get("caller", ()), *_linked(rows, cards, ids.get("caller_phone", ()))))
    return list(dict.fromkeys((*_linked(rows, own, inquiries), *_linked(rows, of_callers, list(known)))))


def shared_callers(rows: Rows) -> list[bytes]:
    """Return the callers of whom an inquiry is shared with another center."""
    sql = """SELECT DISTINCT caller FROM inquiry /* whole: an index of those that went or came */
        WHERE coalesce(moved_to, came_from) IS NOT NULL AND caller IS NOT NULL"""
    return [bytes(row[0]) for row in rows.all(sql)]


def callbacks(rows: Rows, ids: Mapping[str, Sequence[bytes]]) -> list[bytes]:
    """Return every call that we owe of which these rows speak."""
    found: list[bytes] = [*ids.get("callback", ())]
    for entity in ("attempt", "appointment"):
        found += _linked(rows, f"SELECT DISTINCT callback FROM {entity} WHERE id IN ({{places}})", ids.get(entity, ()))
    found += _linked(rows, _ATTEMPT_OUTCOME, ids.get("attempt_outcome", ()))
    return list(dict.fromkeys(found))


def are_linked(rows: Rows, said: Sequence[Touched]) -> bool:
    """Say whether one of these records about callers links cards of a person or takes that back."""
    uids = {one.uid for one in said}
    links = f"""SELECT uid FROM journal WHERE row_id IN ({{places}}) AND {LEFT} GLOB '*"same_as":*'"""
    return any(uid in uids for uid in _linked(rows, links, list({one.row_id for one in said})))
