"""The rows of frames: content beside the journal, on the station that read them and, sealed, at the hub.

Frames that older programs kept are parts in the journal, which every station of the center has. ``move`` takes them out
of it by redaction: their rows go beside the journal here, and the payloads go everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from app.models.accounts import Permission
from app.models.errors import CannotNow, RecordGone
from app.models.frames import Frame, FrameRow, lines_of, rows_of
from app.models.retention import KINDS
from app.models.sampling import fingerprint
from app.services import retention
from app.services.office import View, Work
from app.store import frames as stored

_KIND = "frames"
_PART = next(part for part in KINDS[_KIND] if part.entity == "frame_part")


class FrameElsewhere(CannotNow):
    """The rows of a frame are not on this station. Facts: ``name``."""


class FrameRedacted(CannotNow):
    """The rows of a frame went by the center's rules of retention. Facts: ``name``."""


class Progress(Protocol):
    """Hears how far a move has come; raising from it takes the whole move back."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Take the parts done, and how many there are."""
        ...


@dataclass(frozen=True)
class Moved:
    """What is in the journal, or was moved out of it; ``left``: frames whose parts do not add up to their hash here."""

    frames: tuple[str, ...] = ()
    rows: int = 0
    parts: int = 0
    left: tuple[str, ...] = ()


def rows_in(view: View, frame: bytes) -> Iterator[FrameRow]:
    """Yield the rows of a frame in the order in which they were handed over.

    Raises ``RecordGone``, ``FrameElsewhere`` (at the end, where some of its rows are not here), ``FrameRedacted``.
    """
    found = stored.by_id(view.rows, frame)
    if found is None:
        raise RecordGone(entity="frame", id=frame.hex())
    if not found.sha256:
        raise FrameRedacted(name=found.name)
    left = found.rows
    for row in rows_of(stored.contents(view.rows, found)):
        yield row
        left -= 1
    if left:
        raise FrameElsewhere(name=found.name)


def movable(view: View) -> Moved:
    """Return which frames stand in the journal, as a preview. Nothing is changed."""
    view.require(Permission.REDACT_RECORDS)
    return _waiting(view)


def count_recorded(view: View) -> int:
    """Return how many frames stand in the journal; only their number."""
    return len(stored.recorded(view.rows))


def move(work: Work, *, progress: Progress | None = None) -> Moved:
    """Take the rows of every frame out of the journal, for good; they stay beside it on this station.

    Each part becomes a redaction that hub and stations follow. A frame whose parts do not add up to its hash stays.
    """
    person = work.require(Permission.REDACT_RECORDS)
    done, total = Moved(), _waiting(work).parts
    for frame_id, parts in stored.recorded(work.tx).items():
        frame = stored.by_id(work.tx, frame_id)
        if frame is None or not _adds_up(work, frame):
            done = replace(done, left=(*done.left, frame.name if frame else frame_id.hex()))
            continue
        stored.keep_contents(work.tx, frame.sha256, list(stored.contents(work.tx, frame)))
        for number, part in enumerate(parts, 1):
            retention.redact_row(work, _KIND, _PART, part, person.id)
            if progress:
                progress.at(done.parts + number, total)
        done = replace(
            done, frames=(*done.frames, frame.name), rows=done.rows + frame.rows, parts=done.parts + len(parts)
        )
    return done


def adds_up(frame: Frame, parts: Iterator[bytes] | list[bytes]) -> bool:
    """Say whether parts are the rows of a frame: as many, with its hash."""
    lines = [line for part in parts for line in lines_of(part)]
    return len(lines) == frame.rows and fingerprint(lines) == frame.sha256


def _adds_up(view: View, frame: Frame) -> bool:
    return bool(frame.sha256) and adds_up(frame, stored.contents(view.rows, frame))


def _waiting(view: View) -> Moved:
    found = Moved()
    for frame_id, parts in stored.recorded(view.rows).items():
        frame = stored.by_id(view.rows, frame_id)
        name, rows = (frame.name, frame.rows) if frame else (frame_id.hex(), 0)
        found = replace(found, frames=(*found.frames, name), rows=found.rows + rows, parts=found.parts + len(parts))
    return found
