"""What a computer that joined a center keeps until it is settled which of its own accounts go on there."""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.models.accounts import Person
from app.models.ids import new_id
from app.models.newcomers import FIELD, Told
from app.models.sync import COLUMNS, Wire
from app.store import sync
from app.store.journal import Rows, Tx, records_of

_KEY = "newcomer"
#: It has joined, and does not know yet whose accounts go on.
_NEW = "null"
#: So far it is the center's first, and nothing of its own is at the hub yet: it asks again before that.
_FIRST = "first"
#: Account and uid of the last word that settled its accounts: the center has to have it before anything else of ours.
_LAST = "newcomer_last"
#: It was the first.
_CAME = "newcomer_came_first"
#: A mark of the last time that accounts were settled: whoever sat down before sits there no longer.
_SETTLED = "newcomer_settled"
#: Whom it concerned, by sign-in name, until somebody signs in among the center's accounts.
NEWS = "newcomer_news"
#: That a sync which ended whole has said so.
_SAID = "newcomer_said"
#: Accounts that were closed, until the center's own word of one has come.
_CLOSED = "newcomer_closed"
_WIRES = f"""SELECT {", ".join(f"j.{one}" for one in COLUMNS)} FROM person p CROSS JOIN journal j ON j.row_id=p.id
    ORDER BY j.id"""
_PLACES = "SELECT j.uid, j.row_id, j.origin, j.seq FROM person p CROSS JOIN journal j ON j.row_id=p.id"


class News(NamedTuple):
    """Sign-in names of this computer: those that are closed, and those that are the center's now, with its password."""

    closed: tuple[str, ...] = ()
    taken_over: tuple[str, ...] = ()


def begin(tx: Tx) -> None:
    """Note that this computer has to ask whose accounts go on."""
    _keep(tx, _KEY, _NEW)


def is_new(rows: Rows) -> bool:
    """Say whether it is not settled yet which accounts of this computer go on."""
    return bool(_kept(rows))


def is_first(rows: Rows) -> bool:
    """Say whether nobody managed the center when this computer asked last, and the hub has nothing of ours yet."""
    return _kept(rows) == _FIRST


def be_first(tx: Tx) -> None:
    """Note that nobody manages the center: our accounts go on, unless somebody else comes first."""
    _keep(tx, _KEY, _FIRST)


def sent(tx: Tx) -> None:
    """Note that the hub has something of ours: whoever was first has come."""
    if is_first(tx):
        end(tx)
        _keep(tx, _CAME, "1")


def vouches(rows: Rows) -> bool:
    """Say whether this computer made its center: what it wrote itself of accounts is the center's."""
    return rows.one("SELECT v FROM meta WHERE k=?", _CAME) is not None


def settle(tx: Tx, closed: Iterable[bytes], news: News) -> None:
    """Note that it is settled who goes on, by what this transaction wrote last."""
    end(tx)
    last = tx.one("SELECT row_id, uid FROM journal ORDER BY id DESC LIMIT 1")
    _keep(tx, _LAST, b"".join(map(bytes, last)) if last else b"")
    _keep(tx, _SETTLED, new_id(tx.writer.now_ms))
    _keep(tx, NEWS, json.dumps(news))
    tx.connection.execute("DELETE FROM meta WHERE k=?", (_SAID,))
    _keep(tx, _CLOSED, json.dumps(sorted(one.hex() for one in closed)))


def news(rows: Rows) -> News:
    """Return whom it concerned, empty once somebody has signed in since."""
    row = rows.one("SELECT v FROM meta WHERE k=?", NEWS)
    closed, taken_over = json.loads(row[0]) if row and row[0] else ((), ())
    return News(tuple(closed), tuple(taken_over))


def is_said(rows: Rows) -> bool:
    """Say whether a sync that ended whole has said so: the next one says it no more."""
    return rows.one("SELECT v FROM meta WHERE k=?", _SAID) is not None


def say(tx: Tx) -> None:
    """Note that a sync has said so and ended whole."""
    _keep(tx, _SAID, "1")


def closed(rows: Rows) -> set[bytes]:
    """Return whose accounts were closed here, but for those of whom the center's own word has come since."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _CLOSED)
    return set(map(bytes.fromhex, json.loads(row[0]))) if row else set()


def forget_closed(tx: Tx, person: bytes, known: Person | None) -> None:
    """Note that the center has an account of its own under the name of one that was closed, and tell nobody so."""
    _keep(tx, _CLOSED, json.dumps(sorted(one.hex() for one in closed(tx) - {person})))
    found = news(tx)
    if known is not None and known.name in found.closed:
        _keep(tx, NEWS, json.dumps(found._replace(closed=[one for one in found.closed if one != known.name])))


def is_unreadable(rows: Rows) -> bool:
    """Say whether an account was put aside because this program cannot read it."""
    return rows.one("SELECT 1 FROM quarantine WHERE error LIKE 'person:%' LIMIT 1") is not None


def is_untold(rows: Rows, seq: int) -> bool:
    """Say whether a hub that has our chain up to there has to hear yet what was settled."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _LAST)
    known = bytes(row[0]) if row else b""
    place = rows.one("SELECT origin, seq FROM journal WHERE row_id=? AND uid=?", known[:16], known[16:])
    return place is not None and place[0] == sync.facts(rows).origin and int(place[1]) > seq


def wires(rows: Rows) -> list[Wire]:
    """Return every record of an account as it travels: marks before the words that they name, however it is cut."""
    found = [Wire(*row) for row in rows.all(_WIRES)]
    return sorted(found, key=_is_no_mark)


def _is_no_mark(one: Wire) -> bool:
    return f'"{FIELD}":' not in (one.payload or "")


def aside(rows: Rows) -> set[bytes]:
    """Return the accounts that were put aside because this program cannot read them."""
    return {bytes(row[0]) for row in rows.all("SELECT row_id FROM quarantine WHERE error LIKE 'person:%'")}


def end(tx: Tx) -> None:
    """Note that it is settled, or has nothing to ask."""
    tx.connection.execute("DELETE FROM meta WHERE k=?", (_KEY,))


def settled(rows: Rows) -> bytes:
    """Return the mark of the day on which the accounts of a center took the place of ours, empty before."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _SETTLED)
    return bytes(row[0]) if row else b""


def records(rows: Rows, person: bytes) -> list[Told]:
    """Return each record of an account with its author."""
    authors = dict(rows.all("SELECT uid, actor FROM journal WHERE row_id=?", person))
    return [Told(person, str(authors[one.uid]), one) for one in records_of(rows, person)]


def own(rows: Rows) -> dict[bytes, bytes]:
    """Return what this computer wrote of accounts, also before it went on under another name: uid → account."""
    chains = sync.own_chains(rows)
    return {bytes(uid): bytes(one) for uid, one, origin, seq in rows.all(_PLACES) if _is_own(chains, origin, seq)}


def _is_own(chains: Mapping[bytes, int | None], origin: bytes, seq: int) -> bool:
    end = chains.get(origin, 0)
    return end is None or seq <= end


def _kept(rows: Rows) -> str:
    row = rows.one("SELECT v FROM meta WHERE k=?", _KEY)
    return str(row[0]) if row else ""


def _keep(tx: Tx, name: str, value: str | bytes) -> None:
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (name, value))
