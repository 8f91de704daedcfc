"""What a computer that joined a center keeps until it is settled which of its own accounts go on there."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.models.ids import new_id
from app.models.journal import Record
from app.store import sync
from app.store.journal import Rows, Tx, records_of

_KEY = "newcomer"
#: It has joined, and has not asked yet whom the center knew before.
_ASKING = "null"
#: Its accounts are settled, and the center has not heard so.
_UNTOLD = "untold"
#: A mark of the last time that accounts were settled: whoever sat down before sits there no longer.
_SETTLED = "newcomer_settled"
#: Whom it concerned, by sign-in name, until somebody was told.
_NEWS = "newcomer_news"
_CHAINS = "SELECT uid, origin FROM journal WHERE row_id=?"


class News(NamedTuple):
    """Sign-in names of this computer: those that are closed, and those that are the center's now, with its password."""

    closed: tuple[str, ...] = ()
    taken_over: tuple[str, ...] = ()


class Answer(NamedTuple):
    """Whom the center had at its hub before anything of ours went there, and who could sign in here then: ids."""

    known: frozenset[bytes]
    here: tuple[bytes, ...]


def begin(tx: Tx) -> None:
    """Note that this computer has to ask."""
    _set(tx, _ASKING)


def is_new(rows: Rows) -> bool:
    """Say whether it is not settled yet which accounts of this computer go on."""
    return _kept(rows) not in ("", _UNTOLD)


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
    if kept in ("", _ASKING, _UNTOLD):
        return None
    told: dict[str, list[str]] = json.loads(kept)
    return Answer(frozenset(map(bytes.fromhex, told["known"])), tuple(map(bytes.fromhex, told["here"])))


def settle(tx: Tx, news: News) -> None:
    """Note that it is settled who goes on, and that the center has to hear of it before it hears of anything else."""
    _set(tx, _UNTOLD)
    _keep(tx, _NEWS, json.dumps(news))
    _keep(tx, _SETTLED, new_id(tx.writer.now_ms))


def news(rows: Rows) -> News:
    """Return whom it concerned, empty once somebody was told."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _NEWS)
    closed, taken_over = json.loads(row[0]) if row else ((), ())
    return News(tuple(closed), tuple(taken_over))


def forget_news(tx: Tx) -> None:
    """Note that somebody was told."""
    tx.connection.execute("DELETE FROM meta WHERE k=?", (_NEWS,))


def is_untold(rows: Rows) -> bool:
    """Say whether the center has to hear yet what was settled."""
    return _kept(rows) == _UNTOLD


def end(tx: Tx) -> None:
    """Note that it is settled, and that the center knows."""
    tx.connection.execute("DELETE FROM meta WHERE k=?", (_KEY,))


def settled(rows: Rows) -> bytes:
    """Return the mark of the day on which the accounts of a center took the place of ours, empty before."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _SETTLED)
    return bytes(row[0]) if row else b""


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


def writers(rows: Rows, person: bytes) -> list[tuple[bool, str]]:
    """Return of each record of an account whether this computer wrote it, and its author."""
    chains = sync.own_chains(rows)
    found = rows.all("SELECT origin, actor, seq FROM journal WHERE row_id=?", person)
    return [(_is_own(chains, bytes(origin), seq), str(actor)) for origin, actor, seq in found]


def _is_own(chains: Mapping[bytes, int | None], origin: bytes, seq: int) -> bool:
    end = chains.get(origin, 0)
    return end is None or seq <= end


def _kept(rows: Rows) -> str:
    row = rows.one("SELECT v FROM meta WHERE k=?", _KEY)
    return str(row[0]) if row else ""


def _set(tx: Tx, told: str) -> None:
    _keep(tx, _KEY, told)


def _keep(tx: Tx, name: str, value: str | bytes) -> None:
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (name, value))
