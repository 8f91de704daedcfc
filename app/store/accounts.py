"""Accounts as rows."""

import json

from app.models.accounts import Person, Role
from app.models.codes import coded
from app.models.texts import moment
from app.store.journal import Rows, Tx

_PERSON = """SELECT id, name, display, roles, language, disabled_at, unit, leaves_at, leaves_to, leaves_for, speaks
    FROM person"""

#: Begins the name of the local fact of when a person was last seen at this desk.
_PRESENT = "present_"


def _person(row: tuple[object, ...]) -> Person:
    person_id, name, display, roles, language, disabled_at, unit, leaves_at, leaves_to, leaves_for, speaks = row
    return Person(
        bytes(person_id),  # type: ignore[arg-type]
        str(name),
        str(display or name),
        tuple(coded(Role, one) for one in json.loads(str(roles or "[]"))),
        str(language) if language else None,
        moment(str(disabled_at) if disabled_at else None),
        str(unit) if unit else None,
        moment(str(leaves_at) if leaves_at else None),
        bytes(leaves_to) if leaves_to else None,  # type: ignore[arg-type]
        str(leaves_for) if leaves_for else None,
        tuple(str(one) for one in json.loads(str(speaks or "[]"))),
    )


def everyone(rows: Rows) -> list[Person]:
    """Return every account by name, disabled ones included.

    A row without a name is none: somebody said something of an account that was made at another center.
    """
    return [_person(row) for row in rows.all(f"{_PERSON} WHERE name IS NOT NULL ORDER BY name")]


def of_newcomers(rows: Rows) -> list[bytes]:
    """Return the accounts of which a computer that joined had one of that name; see ``models.newcomers``."""
    return [bytes(row[0]) for row in rows.all("SELECT id FROM person WHERE newcomer IS NOT NULL ORDER BY id")]


def managers(rows: Rows) -> list[Person]:
    """Return who manages accounts, today and on the days to come: open administrators without a last day."""
    return [one for one in everyone(rows) if Role.ADMINISTRATOR in one.roles and not (one.disabled_at or one.leaves_at)]


def by_name(rows: Rows, name: str) -> tuple[Person, str] | None:
    """Return the account with this sign-in name and its password hash, or None. Names ignore case."""
    row = rows.one(f"SELECT *, (SELECT password FROM person q WHERE q.id = p.id) FROM ({_PERSON}) p WHERE name=?", name)
    return (_person(row[:-1]), str(row[-1] or "")) if row else None


def by_id(rows: Rows, person_id: bytes) -> Person | None:
    """Return one account, or None."""
    row = rows.one(f"{_PERSON} WHERE id=?", person_id)
    return _person(row) if row else None


def is_open(rows: Rows, person_id: bytes) -> bool:
    """Say whether nobody has closed an account."""
    row = rows.one("SELECT disabled_at FROM person WHERE id=?", person_id)
    return row is None or row[0] is None


def password_of(rows: Rows, person_id: bytes) -> str:
    """Return an account's password hash; empty where there is none."""
    row = rows.one("SELECT password FROM person WHERE id=?", person_id)
    return str(row[0] or "") if row else ""


def last_state(rows: Rows, person_id: bytes) -> tuple[str, str | None, str] | None:
    """Return a person's last recorded state: state, reason, since when (ISO text); or None."""
    sql = "SELECT state, reason, at FROM operator_state WHERE person=? ORDER BY at DESC, id DESC LIMIT 1"
    row = rows.one(sql, person_id)
    return (row[0], row[1], row[2]) if row else None


def note_present(tx: Tx, person_id: bytes, at: str) -> None:
    """Keep, on this computer only, when a person was last seen at its desk (ISO text); never an earlier time."""
    sql = "INSERT INTO meta(k, v) VALUES(?, ?) ON CONFLICT(k) DO UPDATE SET v = max(v, excluded.v)"
    tx.connection.execute(sql, (_PRESENT + person_id.hex(), at))


def present_at(rows: Rows, person_id: bytes) -> str:
    """Return when a person was last seen at the desk of this computer (ISO text); empty for never."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _PRESENT + person_id.hex())
    return str(row[0]) if row else ""


def having_open_work(rows: Rows) -> frozenset[bytes]:
    """Return everybody who has an open inquiry or an open callback."""
    inquiries = """SELECT DISTINCT owner FROM inquiry /* whole: the index of the open ones, twice an hour */
        WHERE closed_at IS NULL AND deleted_at IS NULL AND owner IS NOT NULL"""
    callbacks = """SELECT DISTINCT owner FROM callback /* whole: the open ones, twice an hour */
        WHERE closed_at IS NULL AND owner IS NOT NULL"""
    return frozenset(bytes(row[0]) for sql in (inquiries, callbacks) for row in rows.all(sql))


def open_work_of(rows: Rows, person_id: bytes) -> tuple[list[bytes], list[bytes]]:
    """Return the open inquiries and the open callbacks that a person has."""
    inquiries = """SELECT id FROM inquiry /* whole: the index of the open ones, when somebody leaves */
        WHERE owner=? AND closed_at IS NULL AND deleted_at IS NULL ORDER BY id"""
    callbacks = """SELECT id FROM callback /* whole: the open ones, when somebody leaves */
        WHERE owner=? AND closed_at IS NULL ORDER BY id"""
    found = (rows.all(inquiries, person_id), rows.all(callbacks, person_id))
    return [bytes(row[0]) for row in found[0]], [bytes(row[0]) for row in found[1]]
