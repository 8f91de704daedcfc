"""Codes that were given to opinions, and frames of codes, as rows."""

import json

from app.store import reference_versions
from app.store.journal import Rows, Tx

_TABLE = "code_frame"


def newest(rows: Rows) -> list[tuple[str, int, str]]:
    """Return (name, number, content) of the newest version of every frame, by name."""
    return reference_versions.newest(rows, _TABLE)


def write(tx: Tx, name: str, number: int, content: str, *, by: bytes) -> bytes:
    """Write one version of a frame and return its row id."""
    return reference_versions.write(tx, _TABLE, (name, number, content), by=by)


def codings(rows: Rows, interview: bytes, item: str) -> dict[bytes, tuple[str, ...]]:
    """Return what each coder gave to an opinion, the coder who was first first; a later coding counts instead."""
    sql = """SELECT "by", codes FROM opinion_coding WHERE interview=? AND item=? ORDER BY at, id"""
    found: dict[bytes, tuple[str, ...]] = {}
    for by, codes in rows.all(sql, interview, item):
        found[bytes(by)] = tuple(json.loads(codes))
    return found
