"""Fetching the people of a frame from the hub onto a station that has only heard of it."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.access import Access
from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.objects import FRAME, ObjectBroken, unframed
from app.services import access, frame_contents
from app.services.frame_contents import FrameRedacted
from app.services.object_fetching import Progress, Wanted
from app.services.office import View, Work
from app.store import frames as frame_rows


@dataclass(frozen=True)
class Fetched:
    """The rows of a frame as they came, verified, before they are kept."""

    frame: bytes
    sha256: str
    parts: tuple[bytes, ...]


def fetch_frame(view: View, name: str, *, progress: Progress | None = None) -> Fetched:
    """Return the people of a frame from the hub; nothing is written until ``keep_frame``.

    Raises ``RecordGone``, ``FrameRedacted``, ``NotEnrolled``, ``ObjectMissing``, ``ObjectForeign``, ``ObjectBroken``,
    ``HubKeepsNoObjects``, and what the line raises.
    """
    view.require(Permission.IMPORT_RECORDS)
    frame = frame_rows.by_name(view.rows, name)
    if frame is None:
        raise RecordGone(entity="frame", id=name)
    if not frame.sha256:
        raise FrameRedacted(name=frame.name)

    def take(content: Iterator[bytes]) -> Fetched:
        try:
            parts = tuple(unframed(content))
            whole = frame_contents.adds_up(frame, iter(parts))
        except (ValueError, zlib.error) as error:
            raise ObjectBroken(name=frame.name) from error
        if not whole:
            raise ObjectBroken(name=frame.name)
        return Fetched(frame.id, frame.sha256, parts)

    return Wanted(view, FRAME, frame.id, frame.sha256, frame.name, progress).taken(take)


def keep_frame(work: Work, found: Fetched) -> None:
    """Keep the people of a frame that were fetched, and write into the read log who has them on this station now.

    Raises ``FrameRedacted`` where they have gone meanwhile.
    """
    work.require(Permission.IMPORT_RECORDS)
    frame = frame_rows.by_id(work.tx, found.frame)
    if frame is None or frame.sha256 != found.sha256:
        raise FrameRedacted(name=frame.name if frame else "")
    frame_rows.keep_contents(work.tx, found.sha256, found.parts)
    access.note(work, Access.OPENED, "frame", frame.id, rows=frame.rows)
