"""Records that leave a center without a line in a bundle, and what a station holds of its own that the hub lacks."""

from collections.abc import Iterator

from app.models.access import SCOPE
from app.models.accounts import PERSON
from app.models.sync import COLUMNS, Wire
from app.store import sync
from app.store.journal import Rows
from app.store.newcomers import wires

_COLUMNS = ", ".join(COLUMNS)
_STEP = 1000
_FACTS = "SELECT k, v FROM meta WHERE k IN ('acknowledged_origin', 'acknowledged_seq')"


def unsent(rows: Rows) -> Iterator[list[Wire]]:
    """Return all accounts, and then this station's own records that no hub has acknowledged, some at a time."""
    yield from _accounts(rows)
    known = dict(rows.all(_FACTS))
    origin = sync.facts(rows).origin
    seq = int(known.get("acknowledged_seq") or 0) if known.get("acknowledged_origin") == origin else 0
    place = sync.place_after(rows, origin, seq)
    while True:
        place, found = sync.next_batch(rows, origin, place, _STEP, 1 << 20)
        if not found:
            break
        if rest := [one for one in found if one.entity != PERSON.name]:
            yield rest


def everything(rows: Rows) -> Iterator[list[Wire]]:
    """Return all accounts, and then every record that this station holds, some at a time.

    But for the read log: no other station gets that.
    """
    yield from _accounts(rows)
    place = 0
    sql = f"""SELECT id, {_COLUMNS} FROM journal WHERE id > ? AND scope <> ? AND entity <> ?
        /* whole: a bundle of everything */
        ORDER BY id LIMIT ?"""
    while found := rows.all(sql, place, SCOPE, PERSON.name, _STEP):
        place = found[-1][0]
        yield [Wire(*row[1:]) for row in found]


def _accounts(rows: Rows) -> Iterator[list[Wire]]:
    """Return every record of an account: whoever takes the bundle in without a line knows the center's by it."""
    found = wires(rows)
    return (found[place : place + _STEP] for place in range(0, len(found), _STEP))
