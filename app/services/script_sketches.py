"""Scripts that are being written: kept on this station as they are typed, offered back, thrown away when told to."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.scripts_library.script import Script, State
from app.scripts_library.sketches import from_sketch, to_sketch
from app.services import script_owners
from app.services.office import View, Work
from app.services.scripts import load
from app.store import drafts as drafts_of
from app.store import scripts as rows_of

_FORM = "script"


@dataclass(frozen=True)
class Sketch:
    """A script on somebody's desk. ``base`` is the version it began from, None for a new script.

    ``text`` is its file where it is written as one and cannot be read (yet), else None.
    """

    id: bytes
    script: Script
    base: int | None = None
    text: str | None = None
    saved_at: datetime | None = None


@dataclass(frozen=True)
class Opened:
    """What an editor starts from: the newest version, and a sketch of one's own that is still on the desk."""

    script: Script
    base: int
    sketch: Sketch | None = None


def keep(work: Work, sketch: Sketch) -> datetime:
    """Keep a sketch in place of its former self, and return when. Raises ``NotAllowed``."""
    person = work.require(Permission.WRITE_SCRIPTS)
    body = {"script": to_sketch(sketch.script), "base": sketch.base, "text": sketch.text, "writer": person.id.hex()}
    drafts_of.save(work.tx, _FORM, sketch.id, body)
    return work.now


def discard(work: Work, sketch: bytes) -> None:
    """Throw a sketch of one's own away. Raises ``RecordGone`` for another person's."""
    me = work.person.id.hex()
    kept = next((one for one in drafts_of.kept(work.tx, _FORM) if one.row_id == sketch), None)
    if kept is not None and kept.body["writer"] != me:
        raise RecordGone(entity="draft", id=sketch.hex())
    drafts_of.discard(work.tx, _FORM, sketch)


def mine(view: View) -> list[Sketch]:
    """Return what the signed-in person was writing, the oldest first."""
    me = view.person.id.hex()
    found = [one for one in drafts_of.kept(view.rows, _FORM) if one.body["writer"] == me]
    return [_sketch(one) for one in sorted(found, key=_time)]


def to_edit(view: View, script: str) -> Opened:
    """Return what the next draft of a script begins from. Raises ``NotAllowed``, ``OwnerOnly``, ``RecordGone``."""
    view.require(Permission.WRITE_SCRIPTS)
    found = rows_of.versions_of(view.rows, script)
    if not found:
        raise RecordGone(entity="script", id=script)
    script_owners.refuse_others(view, load(view.rows, found[-1]))
    sketch = next((one for one in mine(view) if one.base is not None and one.script.key == script), None)
    return Opened(next_draft(load(view.rows, found[-1])), found[-1].number, sketch)


def next_draft(script: Script) -> Script:
    """Return what a version's next draft begins with."""
    return replace(script, version=script.version + 1, state=State.DRAFT, doubted_on=None)


def newest(view: View, script: str) -> int | None:
    """Return the number of a script's newest version, None for a key that nobody has used."""
    view.require(Permission.WRITE_SCRIPTS)
    found = rows_of.versions_of(view.rows, script)
    return found[-1].number if found else None


def _time(kept: drafts_of.Draft) -> datetime:
    return kept.saved_at


def _sketch(kept: drafts_of.Draft) -> Sketch:
    body = kept.body
    return Sketch(kept.row_id, from_sketch(body["script"]), body["base"], body["text"], kept.saved_at)
