"""What a computer that joined a center keeps until it is settled which of its own accounts go on there."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.models.journal import Record
from app.store import sync
from app.store.journal import Rows, Tx, records_of

_KEY = "newcomer"
#: It has joined, and has not asked yet whom the center knew before.
_ASKING = "null"
_OWN = """SELECT origin FROM station /* whole: some hundred, once after joining */
    WHERE install = (SELECT v FROM meta WHERE k='install_id') AND install <> ''"""

_CHAINS = "SELECT uid, origin FROM journal WHERE row_id=?"


class Answer(NamedTuple):
    """Whom the center had at its hub before anything of ours went there, and who could sign in here then: ids."""

    known: frozenset[bytes]
    here: tuple[bytes, ...]


def begin(tx: Tx) -> None:
    """Note that this computer has to ask."""
    _set(tx, _ASKING)


def is_new(rows: Rows) -> bool:
    """Say whether it is not settled yet which accounts of this computer go on."""
    return bool(_kept(rows))


def is_asking(rows: Rows) -> bool:
    """Say whether this computer has not asked yet."""
    return _kept(rows) == _ASKING


def keep(tx: Tx, known: Iterable[bytes], here: Sequence[bytes]) -> None:
    """Keep the answer: after the first push nobody could give it any more."""
    told = {"known": sorted(one.hex() for one in known), "here": [one.hex() for one in here]}
    _set(tx, json.dumps(told))


def answer(rows: Rows) -> Answer | None:
    """Return the answer, as long as nothing was made of it."""
    kept = _kept(rows)
    if kept in ("", _ASKING):
        return None
    told: dict[str, list[str]] = json.loads(kept)
    return Answer(frozenset(map(bytes.fromhex, told["known"])), tuple(map(bytes.fromhex, told["here"])))


def end(tx: Tx) -> None:
    """Note that it is settled."""
    tx.connection.execute("DELETE FROM meta WHERE k=?", (_KEY,))


def own_origins(rows: Rows) -> frozenset[bytes]:
    """Return the chains that this installation has written: its own, and those before it went on under another."""
    former = (bytes.fromhex(str(row[0])) for row in rows.all(_OWN))
    return frozenset((sync.own_end(rows).origin, *former))


def told(rows: Rows, person: bytes) -> tuple[list[Record], list[Record]]:
    """Return the records of an account that came from others, and those that this computer has to tell the hub.

    Records before this computer went on under another name are the hub's as much as ours: a copied disk has them too.
    """
    own = sync.own_end(rows).origin
    chain = {bytes(uid): bytes(origin) for uid, origin in rows.all(_CHAINS, person)}
    theirs, ours = list[Record](), list[Record]()
    for one in records_of(rows, person):
        (ours if chain[one.uid] == own else theirs).append(one)
    return theirs, ours


def writers(rows: Rows, person: bytes) -> list[tuple[bytes, str]]:
    """Return the chain and the author of each record of an account."""
    found = rows.all("SELECT DISTINCT origin, actor FROM journal WHERE row_id=?", person)
    return [(bytes(origin), str(actor)) for origin, actor in found]


def _kept(rows: Rows) -> str:
    row = rows.one("SELECT v FROM meta WHERE k=?", _KEY)
    return str(row[0]) if row else ""


def _set(tx: Tx, told: str) -> None:
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (_KEY, told))
