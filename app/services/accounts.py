"""Accounts: sign in, create people, change roles and passwords, and what each person is doing now."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from app.models.accounts import AwayReason, OperatorState, Permission, Person, Role
from app.models.codes import coded
from app.models.errors import (
    FieldInvalid,
    FieldMissing,
    LastAdministrator,
    NameTaken,
    PasswordTooShort,
    PasswordUnchanged,
    RecordGone,
    SignInRefused,
)
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.languages import spoken
from app.models.texts import clean
from app.services.office import View, Work
from app.services.sign_ins import SignIns
from app.store import accounts as rows_of
from app.store import newcomers
from app.store import units as unit_rows

if TYPE_CHECKING:
    from argon2 import PasswordHasher

#: Shortest password that is taken (NIST SP 800-63B asks for at least 8 characters).
SHORTEST_PASSWORD = 8


def _hasher() -> "PasswordHasher":
    """Return argon2id with what OWASP's Password Storage Cheat Sheet recommends at least: 7 MiB, five passes, one lane.

    It names several such pairs as equally strong; of them this one waits least for memory. More would keep each sign-in
    waiting longer than the rest of the start takes (decision 12). A hash carries its own numbers, so older ones with
    others go on to be checked.
    """
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=5, memory_cost=7_168, parallelism=1)


def _hash(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooShort(field="password", limit=SHORTEST_PASSWORD)
    return _hasher().hash(password)


def _matches(kept: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


def _key(name: str) -> str:
    """Return the name that stands in the database: without case, control characters and halves of characters."""
    return (clean(name) or "").lower()


def sign_in(view: View, name: str, password: str) -> Person:
    """Return the person to whom name and password belong. Raises ``SignInRefused`` without saying which is wrong.

    Whose account is closed, or whose last day is over, is refused alike.

    After several wrong passwords in a row the account waits, longer each time: ``SignInTooSoon``.
    """
    mark = newcomers.settled(view.rows)  # before the password: accounts that are settled meanwhile end the seat
    key, found = _key(name), rows_of.by_name(view.rows, _key(name))
    sign_ins: SignIns = view.outside["sign_ins"]
    sign_ins.refuse_too_soon(key, view.now, known=found is not None)
    if found is None or not _is_open(found[0], view.now) or not _matches(found[1], password):
        sign_ins.failed(key, view.now, known=found is not None)
        raise SignInRefused
    sign_ins.succeeded(key, found[0].id, mark)
    return found[0]


def settled(view: View) -> newcomers.News:
    """Return whose names open this computer no more, or by another password, since it joined a center.

    Until somebody signs in among the center's accounts; it is told where no one has signed in yet.
    """
    return newcomers.news(view.rows)


def awaited(view: View, name: str) -> Person | None:
    """Return who signs in under a name, before any password: a desk is prepared for them that nobody sees until then.

    None where nobody does.
    """
    found = rows_of.by_name(view.rows, _key(name))
    return found[0] if found is not None and _is_open(found[0], view.now) else None


def _is_open(person: Person, now: datetime) -> bool:
    return not person.is_gone(now)


def has_anyone(view: View) -> bool:
    """Say whether there is an account at all."""
    return bool(rows_of.everyone(view.rows))


def people(view: View) -> list[Person]:
    """Return every account. Needs no permission beyond being signed in: names are in every list."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    return rows_of.everyone(view.rows)


def create(
    work: Work, name: str, display: str, password: str, roles: tuple[Role, ...], *, language: str | None = None
) -> bytes:
    """Create an account and return its id. The first one needs nobody's permission and must be an administrator."""
    first = not rows_of.everyone(work.rows)
    if first:
        roles = tuple(dict.fromkeys((*roles, Role.ADMINISTRATOR)))
    else:
        work.require(Permission.MANAGE_ACCOUNTS)
    key = _key(name)
    if not key:
        raise FieldMissing(field="name")
    if not roles:
        raise FieldMissing(field="roles")
    if rows_of.by_name(work.rows, key):
        raise NameTaken(field="name", value=key)
    values: dict[str, Value] = {
        "name": key,
        "display": clean(display) or clean(name),
        "password": _hash(password),
        "roles": [role.value for role in roles],
        "language": language,
        "disabled_at": None,
    }
    return work.tx.put("person", derived_id("person", key), values)  # words on a nameless one may have come before


def existing(work: Work, name: str) -> Person:
    """Return the person who signs in under a name. Raises ``RecordGone``."""
    found = rows_of.by_name(work.rows, _key(name))
    if found is None:
        raise RecordGone(entity="person", id=name)
    return found[0]


def _spoken(speaks: Iterable[str]) -> list[Value]:
    try:
        return list(spoken(clean(one) or "" for one in speaks))
    except ValueError as wrong:
        raise FieldInvalid(field="speaks", value=str(wrong)) from None


def set_roles(work: Work, name: str, roles: tuple[Role, ...], *, speaks: Iterable[str] | None = None) -> None:
    """Give a person these roles, and say what they speak (None: as before). The last administrator stays.

    Raises ``FieldMissing``, ``FieldInvalid`` and ``RecordGone``.
    """
    work.require(Permission.MANAGE_ACCOUNTS)
    if not roles:
        raise FieldMissing(field="roles")
    person = existing(work, name)
    if Role.ADMINISTRATOR not in roles:
        keep_an_administrator(work, person)
    values: dict[str, Value] = {"roles": [role.value for role in roles]}
    if speaks is not None and (words := _spoken(speaks)) != list(person.speaks):
        values["speaks"] = words
    work.tx.put("person", person.id, values)


def set_password(work: Work, name: str, password: str, *, former: str | None = None) -> None:
    """Set a password: one's own with the former one, another's with permission to manage accounts.

    Raises ``PasswordUnchanged`` where one's own new password is the former one: who changes it has a reason to.
    """
    person = existing(work, name)
    if work.by is not None and work.by.id == person.id and former is not None:
        if not _matches(rows_of.password_of(work.rows, person.id), former):
            raise SignInRefused
        if password == former:
            raise PasswordUnchanged(field="password")
    else:
        work.require(Permission.MANAGE_ACCOUNTS)
    work.tx.put("person", person.id, {"password": _hash(password)})


def disable(work: Work, name: str) -> None:
    """Disable an account; what its person wrote stays. The last administrator cannot be disabled."""
    work.require(Permission.MANAGE_ACCOUNTS)
    person = existing(work, name)
    keep_an_administrator(work, person)
    work.tx.put("person", person.id, {"disabled_at": work.now.isoformat()})
    _settle_languages(work)


def enable(work: Work, name: str) -> None:
    """Let a disabled account sign in again, and take back a last day that was set."""
    work.require(Permission.MANAGE_ACCOUNTS)
    stays: dict[str, Value] = dict.fromkeys(("disabled_at", "leaves_at", "leaves_to", "leaves_for"))
    work.tx.put("person", existing(work, name).id, stays)
    _settle_languages(work)


def set_unit(work: Work, name: str, unit: str | None) -> None:
    """Say to which unit a person belongs (None: to none): some rights reach its inquiries. Raises ``FieldInvalid``."""
    work.require(Permission.MANAGE_ACCOUNTS)
    person = existing(work, name)
    code = clean(unit)
    if code and unit_rows.by_code(work.rows, code) is None:
        raise FieldInvalid(field="unit", value=code)
    work.tx.put("person", person.id, {"unit": code})


def set_speaks(work: Work, name: str, speaks: Iterable[str]) -> None:
    """Say what a person speaks, languages and dialects ([]: not known). Raises ``FieldInvalid``, ``RecordGone``."""
    work.require(Permission.MANAGE_ACCOUNTS)
    work.tx.put("person", existing(work, name).id, {"speaks": _spoken(speaks)})
    _settle_languages(work)


def _settle_languages(work: Work) -> None:
    """Calls in a language that nobody speaks any more end, those that somebody speaks now come back."""
    from app.services import callback_unspoken  # a start needs none of the rules of calling

    callback_unspoken.settle(work)


def set_language(work: Work, language: str) -> None:
    """Keep the language in which one's own window speaks."""
    work.tx.put("person", work.person.id, {"language": language})


def keep_an_administrator(work: Work, leaving: Person) -> None:
    """Raise ``LastAdministrator`` where nobody else would manage accounts, today and on the days to come."""
    if not any(one.id != leaving.id for one in rows_of.managers(work.rows)):
        raise LastAdministrator(field="roles", value=leaving.name)


def set_state(
    work: Work,
    state: OperatorState,
    *,
    reason: AwayReason | None = None,
    contact: bytes | None = None,
    since: datetime | None = None,
) -> None:
    """Record what the signed-in operator is doing from now on; away needs a reason. The same is not said twice.

    ``since`` is the moment of what a full disk kept from being recorded then; one to come counts as now.
    """
    if state is OperatorState.AWAY and reason is None:
        raise FieldMissing(field="reason")
    last = rows_of.last_state(work.rows, work.person.id)
    if last and last[:2] == (state.value, reason.value if reason else None) and contact is None:
        return
    at = min(since or work.now, work.now).isoformat()
    values: dict[str, Value] = {
        "person": work.person.id.hex(),
        "state": state.value,
        "reason": reason.value if reason else None,
        "at": at,
        "contact": contact.hex() if contact else None,
    }
    work.tx.add("operator_state", values)
    rows_of.note_present(work.tx, work.person.id, at)


def my_state(view: View) -> tuple[OperatorState, AwayReason | None, datetime] | None:
    """Return what the signed-in person was last recorded as doing, and since when."""
    last = rows_of.last_state(view.rows, view.person.id)
    if last is None:
        return None
    return (
        coded(OperatorState, last[0]),
        coded(AwayReason, last[1]) if last[1] else None,
        datetime.fromisoformat(last[2]),
    )
