"""Frames as rows: a few facts, and parts that are read one after another."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from app.models.frames import Frame, FrameKind
from app.store.journal import Rows

_FRAME = "SELECT id, name, kind, source, sha256, rows, refused, groups, at FROM frame"


def _frame(row: Sequence[Any]) -> Frame:
    source, sha256, count, refused, groups = row[3:8]
    at = datetime.fromisoformat(row[8])
    return Frame(bytes(row[0]), row[1], FrameKind(row[2]), source, sha256, count, refused, groups, at)


def all_frames(rows: Rows, limit: int = 500) -> list[Frame]:
    """Return the frames, the newest first."""
    return [_frame(row) for row in rows.all(f"{_FRAME} ORDER BY at DESC LIMIT ? /* whole: some a quarter */", limit)]


def by_name(rows: Rows, name: str) -> Frame | None:
    """Return the frame of this name, or None."""
    row = rows.one(f"{_FRAME} WHERE name=?", name)
    return _frame(row) if row else None


def contents(rows: Rows, frame: bytes) -> Iterator[str]:
    """Yield the contents of the parts of a frame in their order."""
    found = rows.all("SELECT id FROM frame_part WHERE frame=? ORDER BY number", frame)
    for row in found:
        part = rows.one("SELECT content FROM frame_part WHERE id=?", row[0])
        if part is not None:
            yield str(part[0])


def never_called(rows: Rows) -> frozenset[str]:
    """Return the keyed hashes of every number and person that may not be called."""
    sql = """SELECT number_key, person_key FROM dnc d WHERE lifts IS NULL
        AND NOT EXISTS (SELECT 1 FROM dnc e WHERE e.lifts = d.id) /* whole: a frame is held against all of them */"""
    return frozenset(str(key) for row in rows.all(sql) for key in row if key)
