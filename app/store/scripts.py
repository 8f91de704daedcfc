"""Scripts as rows: versions with their contents, the state that events give them, and flags."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.models.codes import coded
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.texts import moment
from app.scripts_library.script import State
from app.store.bulk import Bulk
from app.store.journal import Rows, Tx

#: The state of a version at a time: its last event until then. Events of one moment are told apart by their ids.
_STATE = """coalesce((SELECT e.state FROM script_event e WHERE e.version = v.id AND e.at <= ?
    ORDER BY e.at DESC, e.id DESC LIMIT 1), 'draft')"""
_VERSION = f"""SELECT v.id, v.script, v.key, v.number, v.content_hash, v.effective_from, v.effective_to, v.at, v.source,
    {_STATE} FROM script_version v"""
_END_OF_TIME = "9999"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version without its content; ``at`` is when it was written."""

    id: bytes
    script: bytes
    key: str
    number: int
    content_hash: str
    effective_from: datetime | None
    effective_to: datetime | None
    at: datetime
    source: str | None
    state: State


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What a new version is written from. ``events`` are states it is given at once, each with a note."""

    key: str
    number: int
    title_zh: str | None
    title_en: str | None
    topic: str
    content: str
    content_hash: str
    effective_from: str | None
    effective_to: str | None
    urgent: bool
    source: str
    events: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StateEvent:
    """One step in the life of a version. ``note`` is JSON; ``by`` a person's display name."""

    number: int
    state: str
    at: datetime
    by: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class FlagRow:
    """Somebody found something wrong in a version."""

    id: bytes
    key_point: str | None
    note: str | None
    at: datetime
    by: str | None
    number: int | None


def script_id(key: str) -> bytes:
    """Return the row id of a script: the same on every station."""
    return derived_id("script", key)


def _version(row: tuple[Any, ...]) -> VersionRow:
    version, script, key, number, content_hash, starts, ends, at, source, state = row
    return VersionRow(
        bytes(version), bytes(script), key, number, content_hash, moment(starts), moment(ends),
        datetime.fromisoformat(at), source, coded(State, state),
    )  # fmt: skip


def all_versions(rows: Rows, at: datetime | None = None) -> list[VersionRow]:
    """Return every version of every script that is not deleted, oldest first, with its state at a time or now."""
    until = at.isoformat() if at else _END_OF_TIME
    sql = f"""{_VERSION} JOIN script s ON s.id = v.script AND s.deleted_at IS NULL ORDER BY v.key, v.number"""
    return [_version(row) for row in rows.all(sql, until)]


def versions_of(rows: Rows, key: str, at: datetime | None = None) -> list[VersionRow]:
    """Return the versions of one script, oldest first; none for an unknown or deleted one."""
    until = at.isoformat() if at else _END_OF_TIME
    sql = f"""{_VERSION} JOIN script s ON s.id = v.script AND s.deleted_at IS NULL WHERE v.script=? ORDER BY v.number"""
    return [_version(row) for row in rows.all(sql, until, script_id(key))]


def content_of(rows: Rows, version: bytes) -> str:
    """Return the content of a version."""
    row = rows.one("SELECT content FROM script_version WHERE id=?", version)
    return str(row[0]) if row else "{}"


def events_of(rows: Rows, key: str) -> list[StateEvent]:
    """Return the life of a script's versions, the newest step first."""
    sql = """SELECT v.number, e.state, e.at, (SELECT display FROM person p WHERE p.id = e."by"), e.note
        FROM script_version v JOIN script_event e ON e.version = v.id WHERE v.script=? ORDER BY e.at DESC, e.id DESC"""
    return [
        StateEvent(row[0], row[1], datetime.fromisoformat(row[2]), row[3], row[4])
        for row in rows.all(sql, script_id(key))
    ]


def write_versions(tx: Tx, versions: Iterable[NewVersion], *, by: bytes) -> None:
    """Write new versions, and the script itself where it is new, with their first events."""
    at = tx.writer.now.isoformat()
    known = {bytes(row[0]) for row in tx.all("SELECT id FROM script")}
    with Bulk(tx) as bulk:
        for one in versions:
            script = script_id(one.key)
            if script not in known:
                known.add(script)
                bulk.add("script", {"key": one.key}, script)
            version = bulk.add("script_version", _values(one, script, by, at))
            for state, note in one.events:
                event: dict[str, Value] = {"script": script.hex(), "version": version.hex(), "state": state, "at": at}
                bulk.add("script_event", {**event, "by": by.hex(), "note": note})


def _values(one: NewVersion, script: bytes, by: bytes, at: str) -> dict[str, Value]:
    return {
        "script": script.hex(),
        "key": one.key,
        "number": one.number,
        "title_zh": one.title_zh,
        "title_en": one.title_en,
        "topic": one.topic or None,
        "content": one.content,
        "content_hash": one.content_hash,
        "effective_from": one.effective_from,
        "effective_to": one.effective_to,
        "urgent": int(one.urgent),
        "at": at,
        "by": by.hex(),
        "source": one.source or None,
    }


def write_state(tx: Tx, version: VersionRow, state: str, *, by: bytes, note: str = "") -> None:
    """Move a version to a state."""
    values: dict[str, Value] = {
        "script": version.script.hex(),
        "version": version.id.hex(),
        "state": state,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
        "note": note or None,
    }
    tx.add("script_event", values)


def write_flag(tx: Tx, version: VersionRow, *, by: bytes, note: str, key_point: str | None) -> bytes:
    """Note that something is wrong in a version, and return the flag's id."""
    values: dict[str, Value] = {
        "script": version.script.hex(),
        "version": version.id.hex(),
        "key_point": key_point,
        "note": note,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("script_flag", values)


def open_flags(rows: Rows, key: str) -> list[FlagRow]:
    """Return the flags of a script that nobody has ended, the newest first."""
    sql = """SELECT f.id, f.key_point, f.note, f.at, (SELECT display FROM person p WHERE p.id = f."by"),
            (SELECT number FROM script_version v WHERE v.id = f.version) FROM script_flag f
        WHERE f.script=? AND f.ends IS NULL
            AND NOT EXISTS (SELECT 1 FROM script_flag g WHERE g.script = f.script AND g.ends = f.id)
        ORDER BY f.at DESC, f.id DESC"""
    return [
        FlagRow(bytes(row[0]), row[1], row[2], datetime.fromisoformat(row[3]), row[4], row[5])
        for row in rows.all(sql, script_id(key))
    ]


def ages_of_uses(rows: Rows, keys: Iterable[str], now: datetime) -> Iterator[tuple[str, list[float]]]:
    """Return, for each script given at all in the last year, how many days ago each time was."""
    since = (now - timedelta(days=365)).isoformat()
    for key in keys:
        found = rows.all("SELECT at FROM contact_script WHERE script=? AND at>=?", key, since)
        if found:
            yield key, [(now - datetime.fromisoformat(row[0])) / timedelta(days=1) for row in found]


def readings(rows: Rows) -> str:
    """Return the syllables of phrases that were looked up before, as JSON; a local cache that is never synced."""
    row = rows.one("SELECT v FROM meta WHERE k='script_readings'")
    return str(row[0]) if row else "{}"


def keep_readings(tx: Tx, syllables: str) -> None:
    """Keep the syllables of phrases for the next start."""
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES('script_readings', ?)", (syllables,))
