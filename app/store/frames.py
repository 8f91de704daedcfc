"""Frames as rows: a few facts in the journal, and their contents beside it.

``frame_content`` is no projection: it is written here, known by the hash of its rows, and in no record. A rebuild
leaves it, a backup of the file has it, and a sync does not see it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from app.models.codes import coded
from app.models.frames import Frame, FrameKind, unwrapped
from app.store.journal import Rows, Tx
from app.store.objects import READ_WHOLE

_FRAME = f"""SELECT id, name, kind, source, sha256, rows, refused, groups, at,
    EXISTS (SELECT 1 FROM frame_content c WHERE c.sha256 = frame.sha256)
    OR EXISTS (SELECT 1 FROM frame_part p WHERE p.frame = frame.id AND p.content IS NOT NULL),
    EXISTS (SELECT 1 FROM hub_object o WHERE o.about = frame.id AND o.whole = {READ_WHOLE}) FROM frame"""


def _frame(row: Sequence[Any]) -> Frame:
    source, sha256 = row[3] or "", row[4] or ""
    count, refused, groups = row[5:8]
    at, kept = datetime.fromisoformat(row[8]), (bool(sha256 and row[9]), bool(row[10]))
    return Frame(bytes(row[0]), row[1], coded(FrameKind, row[2]), source, sha256, count, refused, groups, at, *kept)


def all_frames(rows: Rows, limit: int = 500) -> list[Frame]:
    """Return the frames, the newest first."""
    return [_frame(row) for row in rows.all(f"{_FRAME} ORDER BY at DESC LIMIT ? /* whole: some a quarter */", limit)]


def by_name(rows: Rows, name: str) -> Frame | None:
    """Return the frame of this name, or None."""
    row = rows.one(f"{_FRAME} WHERE name=?", name)
    return _frame(row) if row else None


def by_id(rows: Rows, frame: bytes) -> Frame | None:
    """Return a frame, or None."""
    row = rows.one(f"{_FRAME} WHERE id=?", frame)
    return _frame(row) if row else None


def keep_contents(tx: Tx, sha256: str, parts: Iterable[bytes]) -> None:
    """Keep the parts of the rows that have this hash; the same rows are kept once."""
    found = tx.one("SELECT 1 FROM frame_content WHERE sha256=?", sha256)
    if found is None:
        tx.connection.executemany(
            "INSERT INTO frame_content(sha256, number, content) VALUES(?, ?, ?)",
            ((sha256, number, content) for number, content in enumerate(parts)),
        )


def contents(rows: Rows, frame: Frame) -> Iterator[bytes]:
    """Yield the parts of a frame in their order: those beside the journal, else those that its records hold."""
    found = rows.all("SELECT id FROM frame_content WHERE sha256=? ORDER BY number", frame.sha256)
    for row in found:
        part = rows.one("SELECT content FROM frame_content WHERE id=?", row[0])
        if part is not None:
            yield bytes(part[0])
    if not found:
        yield from (content for _, content in _recorded(rows, frame.id))


def _recorded(rows: Rows, frame: bytes) -> Iterator[tuple[bytes, bytes]]:
    for row in rows.all("SELECT id FROM frame_part WHERE frame=? AND content IS NOT NULL ORDER BY number", frame):
        part = rows.one("SELECT content FROM frame_part WHERE id=?", row[0])
        if part is not None and part[0]:
            yield bytes(row[0]), unwrapped(part[0])


def recorded(rows: Rows) -> dict[bytes, list[bytes]]:
    """Return the ids of the records that hold parts of frames, frame by frame, in their order."""
    sql = """SELECT frame, id FROM frame_part WHERE content IS NOT NULL
        /* whole: some hundred parts at most, and none once they are moved */ ORDER BY frame, number"""
    found: dict[bytes, list[bytes]] = {}
    for frame, part in rows.all(sql):
        found.setdefault(bytes(frame), []).append(bytes(part))
    return found


def drop_unnamed(tx: Tx) -> None:
    """Remove contents whose frame is no more: it was redacted, and names them no longer."""
    tx.connection.execute(
        """DELETE FROM frame_content WHERE sha256 IN (SELECT DISTINCT sha256 FROM frame_content
            EXCEPT SELECT sha256 FROM frame WHERE sha256 IS NOT NULL) /* whole: some frames a quarter */"""
    )
