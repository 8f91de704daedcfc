"""Making a hub in an empty database, letting stations in, and looking at how it stands: its administrator's work."""

import secrets
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.models.access import SCOPE
from app.models.sync import OWN_CENTER, PROGRAM
from app.models.sync_errors import (
    CenterNameReserved,
    HubEmpty,
    HubExists,
    HubOld,
    HubRefusedLogin,
    HubRightsMissing,
)
from app.outside.files import read_error
from app.outside.hub_line import TIMEOUTS, demanded, is_here, managed, said, secured
from resources import FOLDER

if TYPE_CHECKING:
    from psycopg import Connection

#: Version of the hub's tables that this program makes.
HUB_SCHEMA = 15
_GROUP = "onewindow_station"
_GROUPS = (_GROUP, "onewindow_projector", "onewindow_reader", "onewindow_reader_named")
#: What makes the hub's tables, step by step; a step that is out is never changed.
_STEPS = (
    *("schema.sql", "published.sql", "claims.sql", "redactions.sql", "succession.sql", "escrow.sql"),
    *("transfers.sql", "bounds.sql", "objects.sql", "moves.sql", "escrow_anew.sql", "borders.sql", "beside.sql"),
    *("rivals.sql", "members.sql"),
)
_LOGIN = "onewindow_"
#: Scopes that are no center's: what a station called so would write were read by all, by none, or by every center.
_RESERVED = frozenset({OWN_CENTER, PROGRAM, SCOPE})
_OURS = ("user", "password", "passfile", "sslcert", "sslkey", "sslpassword")


@dataclass(frozen=True)
class Enrolled:
    """A login that was made for a station."""

    hub_id: str
    who: str
    center: str
    scopes: tuple[str, ...]
    password: str = field(repr=False)


@dataclass(frozen=True)
class Standing:
    """How one station stands at the hub."""

    who: str
    label: str
    center: str
    origins: int
    records: int
    last_sync_at: datetime | None
    last_push_at: datetime | None
    skew_ms: int | None
    disabled: bool


@dataclass(frozen=True)
class HubStatus:
    """How the hub stands."""

    hub_id: str
    schema: int
    records: int
    stations: tuple[Standing, ...]


@contextmanager
def rightful(place: str) -> Generator[None]:
    """Turn errors into ours, as ``said`` does, for a login that is no station's: ``HubRightsMissing`` too."""
    try:
        with said(place):
            yield
    except HubRefusedLogin as error:
        raise HubRightsMissing(reason=error.facts["reason"]) from error


@contextmanager
def administered(place: str) -> Generator["Connection[Any]"]:
    """Give one transaction of the hub's administrator.

    Raises ``HubPlaceWrong``, ``HubRightsMissing`` where their login may not do it, ``HubOld`` where an older hub lacks
    what is asked of it, and what the line raises.
    """
    login = {**demanded(place), "options": "-c lock_timeout=30s"}
    try:
        with rightful(login.get("dbname", "")), managed(login) as connection:
            yield connection
    except HubEmpty:
        with managed(login) as connection:
            version = version_of(connection)
        if version is not None and version < HUB_SCHEMA:
            raise HubOld(found=version, wanted=HUB_SCHEMA) from None
        raise


def init(place: str, *, partitions: int = 0) -> str:
    """Make the hub in a database and return its id. ``place`` is what libpq takes: a URL or key=value pairs.

    ``partitions`` spreads the journal over so many tables by origin, for more than some hundred million records. It
    cannot be changed later. Raises ``HubExists``, and what the connection raises.
    """
    with administered(place) as connection:
        if version_of(connection) is not None:
            raise HubExists(hub_id=hub_id_of(connection))
        _make_groups(connection)
        for step in range(HUB_SCHEMA):
            _take_step(connection, step, partitions)
        hub_id = str(uuid.uuid4())
        connection.execute(
            "INSERT INTO hub.identity (hub_id, schema_version) VALUES (%s::uuid, %s)", (hub_id, HUB_SCHEMA)
        )
    return hub_id


def upgrade(place: str) -> int:
    """Bring the tables of an older hub up to this program; return the version that they had. Records stay."""
    with administered(place) as connection:
        version = version_of(connection)
        if version is None:
            raise HubEmpty(place=connection.info.dbname)
        _make_groups(connection)
        for step in range(version, HUB_SCHEMA):
            _take_step(connection, step, 0)
        connection.execute("UPDATE hub.identity SET schema_version = %s WHERE schema_version < %s", (HUB_SCHEMA,) * 2)
    return version


def restored(place: str) -> int:
    """Note that the hub came back from a backup: another life than any that a station can know. Return it.

    It is the minute, by the hub's clock, so that no life repeats one that the backup has forgotten.
    """
    sql = """UPDATE hub.identity SET life = greatest(life + 1, (extract(epoch FROM now()) / 60)::int)
        WHERE current RETURNING life"""
    with administered(place) as connection:
        if (version_of(connection) or 0) < HUB_SCHEMA:
            raise HubOld(found=version_of(connection) or 0, wanted=HUB_SCHEMA)
        row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0


def version_of(connection: "Connection[Any]") -> int | None:
    """Return the version of a hub's tables; None where there is no hub."""
    found = connection.execute("SELECT to_regclass('hub.identity') IS NOT NULL").fetchone()
    if not found or not found[0]:
        return None
    row = connection.execute("SELECT schema_version FROM hub.identity WHERE current").fetchone()
    return int(row[0]) if row else 0


def _make_groups(connection: "Connection[Any]") -> None:
    """Make the roles without a login, which whoever makes the hub may then take on and give."""
    from psycopg import sql

    for group in _GROUPS:
        name = sql.Identifier(group)
        if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (group,)).fetchone() is None:
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(name))
    connection.execute("GRANT onewindow_projector TO CURRENT_USER")
    connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    connection.execute(
        sql.SQL("REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC").format(sql.Identifier(connection.info.dbname))
    )


def _take_step(connection: "Connection[Any]", step: int, partitions: int) -> None:
    told = FOLDER.joinpath("hub", _STEPS[step]).read_text(encoding="utf-8")
    if partitions and step == 0:
        told = _spread(told, partitions)
    connection.execute(told.encode())


def _spread(schema: str, partitions: int) -> str:
    """Return the first step with its journal in partitions; nobody but the owner reaches one past the guard."""
    whole = "PRIMARY KEY (origin, seq)\n);"
    parts = [
        f"""CREATE TABLE hub.journal_{n} PARTITION OF hub.journal
            FOR VALUES WITH (MODULUS {partitions}, REMAINDER {n});"""
        for n in range(partitions)
    ]
    kept = [
        f"""CREATE TRIGGER keep_all BEFORE TRUNCATE ON hub.journal_{n} FOR EACH STATEMENT
            EXECUTE FUNCTION hub.keep_all();"""
        for n in range(partitions)
    ]
    before, after = schema.split(whole)
    begun = whole.replace(");", ") PARTITION BY HASH (origin);")
    return "\n".join((before, begun, *parts, after, *kept))


def hub_id_of(connection: "Connection[Any]") -> str:
    """Return the hub's id. Raises ``HubEmpty``."""
    row = connection.execute("SELECT hub_id FROM hub.identity WHERE current").fetchone()
    if row is None:
        raise HubEmpty(place=connection.info.dbname)
    return str(row[0])


def enroll(place: str, label: str, center: str) -> Enrolled:
    """Make a login of its own for a station, which reads what its center writes and what is for all centers.

    The password is kept nowhere. Raises ``CenterNameReserved`` for a center whose records other centers would read.
    """
    center = center.strip()
    if not center or center.casefold() in _RESERVED:
        raise CenterNameReserved(center=center)
    who = _LOGIN + secrets.token_hex(6)
    password = secrets.token_urlsafe(24)
    read = (center, PROGRAM)
    with administered(place) as connection:
        hub_id = hub_id_of(connection)
        make_login(connection, who, password, _GROUP)
        connection.execute("INSERT INTO hub.station (who, center, label) VALUES (%s, %s, %s)", (who, center, label))
        for scope in read:
            connection.execute("INSERT INTO hub.membership (who, scope) VALUES (%s, %s)", (who, scope))
    return Enrolled(hub_id, who, center, read, password)


def make_login(connection: "Connection[Any]", who: str, password: str, group: str) -> None:
    """Make a login in a group. The password goes over as PostgreSQL keeps it: no log of statements ever holds it."""
    from psycopg import sql

    sealed = connection.pgconn.encrypt_password(password.encode(), who.encode(), b"scram-sha-256").decode()
    told = sql.SQL("CREATE ROLE {} LOGIN INHERIT PASSWORD {} IN ROLE {}")
    connection.execute(told.format(sql.Identifier(who), sql.Literal(sealed), sql.Identifier(group)))


def reached(place: str, host: str = "") -> dict[str, str]:
    """Return how stations reach the hub: what ``place`` says without who we are, and its authority as text.

    ``host``: by which name they know it, where that is another. A file of this computer means nothing on another one,
    so the certificate itself goes along. Over a network the hub has to prove who it is, whatever the place says.
    """
    told = demanded(place)
    found = {name: value for name, value in told.items() if name not in (*_OURS, *TIMEOUTS)}
    if host:
        found = {**{name: value for name, value in found.items() if name != "hostaddr"}, "host": host}
    if not is_here(found):
        found["sslmode"] = "verify-full"
    if (file := found.get("sslrootcert")) and file != "system":
        try:
            found["authority"] = Path(file).read_text(encoding="utf-8")
        except OSError as error:
            raise read_error(Path(file), error) from error
        del found["sslrootcert"]
    return secured(found)


def expel(place: str, who: str) -> bool:
    """Close a station's login; what it wrote stays. Return whether there was one."""
    from psycopg import sql

    with administered(place) as connection:
        done = connection.execute(
            "UPDATE hub.station SET disabled = now() WHERE who = %s AND disabled IS NULL", (who,)
        ).rowcount
        if done:
            connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(who)))
    return bool(done)


def status(place: str) -> HubStatus:
    """Return how the hub and each of its stations stand."""
    sql = """SELECT s.who, s.label, s.center, count(r.origin), coalesce(sum(r.last_seq), 0)::bigint, max(r.last_sync),
            max(r.last_push), (array_agg(r.skew_ms ORDER BY r.last_sync DESC NULLS LAST))[1], s.disabled IS NOT NULL
        FROM hub.station s LEFT JOIN hub.replica r ON r.owner = s.who GROUP BY s.who ORDER BY s.center, s.label"""
    with administered(place) as connection:
        hub_id = hub_id_of(connection)
        version = connection.execute("SELECT schema_version FROM hub.identity WHERE current").fetchone()
        stations = tuple(Standing(*row) for row in connection.execute(sql).fetchall())
    records = sum(one.records for one in stations)
    return HubStatus(hub_id, int(version[0]) if version else 0, records, stations)
