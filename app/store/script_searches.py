"""Searches of scripts that ended, decisions about proposals, words of contacts, and the fitted model, as rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.models.journal import Value
from app.models.script_searches import EndedSearch, ProposalDecision, ProposalKind
from app.store.journal import Rows, Tx

#: The name of the caller of a contact.
_CALLER = "(SELECT k.name FROM contact o JOIN caller k ON k.id = o.caller WHERE o.id = {})"


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A search as it was kept; ``by`` is who searched, ``caller`` the name of whom she spoke with."""

    query: str
    ended: str
    key: str | None
    rank: int | None
    results: int
    fits: bool
    took_ms: int
    at: datetime
    by: bytes | None
    caller: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a contact to which a script was given: what was searched for, and the summary."""

    query: str | None
    summary: str | None


def write_search(tx: Tx, ended: EndedSearch, *, by: bytes) -> bytes:
    """Keep a search that ended."""
    values: dict[str, Value] = {
        "query": ended.query,
        "ended": ended.ended.value,
        "place": ended.place.value,
        "language": ended.language,
        "key": ended.key,
        "rank": ended.rank,
        "results": ended.results,
        "first": ended.first,
        "fits": int(ended.fits),
        "took_ms": ended.took_ms,
        "contact": ended.contact.hex() if ended.contact else None,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("script_search", values)


def searches_since(rows: Rows, since: datetime, limit: int) -> Iterator[SearchRow]:
    """Return searches from a moment on, the newest first."""
    sql = f"""SELECT s.query, s.ended, s.key, s.rank, s.results, s.fits, s.took_ms, s.at, s."by",
            {_CALLER.format("s.contact")} FROM script_search s WHERE s.at>=? ORDER BY s.at DESC LIMIT ?"""
    for row in rows.each(sql, since.isoformat(), limit):
        at, by = datetime.fromisoformat(row[7]), bytes(row[8]) if row[8] else None
        counts = (row[3], row[4] or 0, bool(row[5]), row[6] or 0)
        yield SearchRow(row[0] or "", row[1], row[2], *counts, at, by, row[9] or "")


def told_before(rows: Rows, key: str, since: datetime, limit: int) -> list[Told]:
    """Return the words of the contacts to which a script was given, the newest first."""
    sql = """SELECT s.query, c.summary FROM contact_script s JOIN contact c ON c.id = s.contact
        WHERE s.script=? AND s.at>=? ORDER BY s.at DESC LIMIT ?"""
    return [Told(row[0], row[1]) for row in rows.all(sql, key, since.isoformat(), limit)]


def answered_without(rows: Rows, since: datetime, limit: int) -> Iterator[tuple[str, datetime, str]]:
    """Return (summary, when, caller's name) of contacts answered from own knowledge or not at all, the newest first."""
    sql = f"""SELECT c.summary, c.opened_at, {_CALLER.format("c.id")} FROM contact c
        WHERE c.answer_mode IN ('own_knowledge', 'not_answered') AND c.opened_at>=? ORDER BY c.opened_at DESC LIMIT ?"""
    for summary, at, name in rows.each(sql, since.isoformat(), limit):
        if summary:
            yield str(summary), datetime.fromisoformat(at), name or ""


def write_decision(
    tx: Tx, kind: ProposalKind, words: str, decision: ProposalDecision, *, key: str | None, by: bytes
) -> bytes:
    """Keep what was decided about a proposal; ``words`` are folded."""
    values: dict[str, Value] = {
        "kind": kind.value,
        "words": words,
        "key": key,
        "decision": decision.value,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("script_decision", values)


def decided(rows: Rows, kind: ProposalKind) -> dict[tuple[str, str | None], datetime]:
    """Return when each proposal of a kind was last decided, by its words and script; not those that were restored."""
    sql = "SELECT words, key, decision, at FROM script_decision WHERE kind=? ORDER BY at, id"
    found: dict[tuple[str, str | None], datetime] = {}
    for words, key, decision, at in rows.all(sql, kind.value):
        found.pop((str(words), key), None)
        if decision != ProposalDecision.RESTORED:
            found[str(words), key] = datetime.fromisoformat(at)
    return found


def keep_learned(tx: Tx, name: str, *, version: int, trained_on: str, body: bytes) -> None:
    """Keep what was fitted, in place of what was there; it is local and never synced."""
    tx.connection.execute(
        "INSERT OR REPLACE INTO learned(name, version, trained_on, made_at, body) VALUES(?,?,?,?,?)",
        (name, version, trained_on, tx.writer.now.isoformat(), body),
    )


def note_looked(tx: Tx, name: str) -> None:
    """Note that what was fitted still stands: there was nothing new to learn from."""
    tx.connection.execute("UPDATE learned SET made_at=? WHERE name=?", (tx.writer.now.isoformat(), name))


def learned_from(rows: Rows, name: str) -> tuple[int, str, datetime] | None:
    """Return of what was fitted its version, the hash of its examples and when it was made; None without any."""
    row = rows.one("SELECT version, trained_on, made_at FROM learned WHERE name=?", name)
    return (int(row[0]), str(row[1]), datetime.fromisoformat(row[2])) if row else None


def learned_body(rows: Rows, name: str) -> bytes:
    """Return what was fitted; empty without any."""
    row = rows.one("SELECT body FROM learned WHERE name=?", name)
    return bytes(row[0]) if row and row[0] else b""
