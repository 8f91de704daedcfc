"""The questions that only the scripts pane asks: several answers of the services in one visit to the database."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.file_errors import FileNotWritten
from app.models.script_life import ScriptStep
from app.scripts_library.visibility import Standing
from app.services import (
    reference,
    script_boards,
    script_flags,
    script_life,
    script_notices,
    script_outline,
    script_shelf,
    scripts,
)
from app.services.office import View, Work
from app.services.script_flags import FlagToSee
from app.services.script_imports import ScriptSource, export_files
from app.services.script_life import LifeOf
from app.services.script_notices import Reader
from app.services.script_outline import OpenFlag, ScriptLine
from app.services.script_previews import Preview, preview_scripts
from app.services.script_reading import OpenScript, Reading, open_script
from app.services.script_shelf import Front, Marks
from app.services.scripts import Version
from app.ui.panes.scripts.boards import recall_asking
from app.ui.panes.scripts.outline import Outline, outline_of


@dataclass(frozen=True)
class Shelf:
    """The whole library: its tree, its lines by key, the open flags of all scripts, and what the person may do:
    write scripts, and see to what is to be done about them, call back who was given one.

    ``tags`` are all tags with how many scripts carry each, ``only`` the keys of those that carry the chosen ``tag``.
    ``due`` says of each flag until when it is seen to and by whom, to those who see to it; ``me`` is their name.
    """

    outline: Outline
    lines: dict[str, ScriptLine]
    flags: list[OpenFlag]
    may_write: bool
    may_tend: bool
    may_recall: bool
    now: datetime
    zone: tzinfo
    front: Front = field(default_factory=Front)
    tags: tuple[tuple[str, int], ...] = ()
    tag: str = ""
    only: frozenset[str] | None = None
    due: Mapping[bytes, FlagToSee] = field(default_factory=dict[bytes, FlagToSee])
    me: str = ""


@dataclass(frozen=True)
class Step:
    """A step in the life of a version; ``by`` is a person's display name, ``imported_from`` a file, ``gaps`` are the
    languages (zh, en) that it lacked then."""

    number: int
    state: str
    at: datetime
    by: str
    imported_from: str = ""
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepSaid:
    """What is said with a step: the reason, what is read instead of a withdrawn script, the day of the next review."""

    note: str = ""
    successor: str = ""
    next_on: date | None = None


@dataclass(frozen=True)
class Card:
    """An opened script with everything that the pane shows beside it. ``audiences`` are the caller kinds for whom it
    has a wording, ``topic`` is as in its file, ``life`` is that of the newest version, ``readers`` are those
    who are told of its last change, for those who see to the library, ``confirmed_at`` is when it last answered a
    contact at once."""

    script: OpenScript
    topic: str
    audiences: tuple[str, ...]
    versions: list[Version]
    steps: tuple[Step, ...]
    flags: list[OpenFlag]
    may_write: bool
    now: datetime
    zone: tzinfo
    life: LifeOf
    readers: tuple[Reader, ...] = ()
    may_pin: bool = False
    confirmed_at: datetime | None = None


def may_write(view: View) -> bool:
    """Say whether the person at the desk writes scripts."""
    return view.by is not None and view.by.may(Permission.WRITE_SCRIPTS)


def may_tend(view: View) -> bool:
    """Say whether the person at the desk sees to the library: writes or approves scripts."""
    return may_write(view) or (view.by is not None and view.by.may(Permission.APPROVE_SCRIPTS))


def shelf(view: View, language: str, marks: Marks | None = None, tag: str = "") -> Shelf:
    """Return the whole library as a tree, with what is flagged; with a tag the tree holds only what carries it."""
    marks = marks or Marks()
    only = marks.tags.get(tag) if tag else None
    lines = tuple(_marked(line, marks) for line in script_outline.outline(view))
    front = script_shelf.front(view)
    shown = [line for line in lines if only is None or line.key in only]
    outline = outline_of(shown, reference.categories(), language, front)
    by_key = {line.key: line for line in lines}
    zone = ZoneInfo(view.settings.time_zone)
    due = script_flags.flags_for_owner(view) if may_write(view) else []
    return Shelf(
        outline,
        by_key,
        [one.flag for one in due] if may_write(view) else script_outline.open_flags(view),
        may_write(view),
        may_tend(view),
        recall_asking.may_see(view),
        view.now,
        zone,
        front,
        tuple((one, len(keys)) for one, keys in marks.tags.items()),
        tag if only is not None else "",
        only,
        {one.flag.id: one for one in due},
        view.by.name if view.by is not None else "",
    )


def _marked(line: ScriptLine, marks: Marks) -> ScriptLine:
    due = line.key in marks.due and line.standing is Standing.LIVE
    return replace(line, standing=Standing.REVIEW_DUE) if due else line


def star(work: Work, script: str, on: bool) -> None:
    """Put a script among one's own favorites, or take it from there. Raises ``RecordGone``."""
    # "key" is a parameter of Jobs.
    script_shelf.star(work, script, on=on)


def pin(work: Work, script: str, until: date | None) -> None:
    """Pin a script for everybody until a day, or take the pin off. Raises as ``script_shelf.pin``."""
    script_shelf.pin(work, script, until)


def card(view: View, script: str, reading: Reading) -> Card:
    """Return a script as it is read now, with its versions, its life and its flags. Raises ``RecordGone``."""
    opened = open_script(view, script, reading)
    kept = scripts.counting(view, script, drafts=True)
    versions = scripts.versions_of(view, script)
    return Card(
        opened,
        kept.topic,
        tuple(dict.fromkeys(one.audience for one in kept.variants if one.audience)),
        versions,
        _steps(view, script),
        [flag for flag in script_outline.open_flags(view) if flag.key == script],
        may_write(view),
        view.now,
        ZoneInfo(view.settings.time_zone),
        script_life.life(view, script, versions[0].number),
        tuple(script_notices.readers(view, script)) if may_tend(view) else (),
        view.by is not None and view.by.may(Permission.PIN_SCRIPTS),
        script_boards.confirmed_by_use(view, script),
    )


def take_step(work: Work, script: str, number: int, step: ScriptStep, said: StepSaid) -> object:
    """Take a step of a version's life. Raises what the step raises."""
    verbs: dict[ScriptStep, Callable[..., object]] = {
        ScriptStep.SUBMIT: script_life.submit,
        ScriptStep.APPROVE: script_life.approve,
        ScriptStep.SEND_BACK: script_life.send_back,
        ScriptStep.PUBLISH_URGENT: script_life.publish_urgent,
    }
    if step is ScriptStep.WITHDRAW:
        return script_life.withdraw(work, script, number, reason=said.note, successor=said.successor)
    if step is ScriptStep.CONFIRM:
        return script_life.confirm(work, script, number, next_on=said.next_on, note=said.note)
    return verbs[step](work, script, number, note=said.note)


def _steps(view: View, key: str) -> tuple[Step, ...]:
    found: list[Step] = []
    for event in scripts.life_of(view, key):
        file, gaps = _imported(event.note)
        found.append(Step(event.number, event.state, event.at, event.by or "", file, gaps))
    return tuple(found)


def _imported(note: str | None) -> tuple[str, tuple[str, ...]]:
    """The file that an approval by import names and the languages that it lacked; another note is somebody's words."""
    try:
        found: Any = json.loads(note or "{}")
    except ValueError:
        return "", ()
    told = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
    return str(told.get("by_import", "")), tuple(dict.fromkeys(map(str, told.get("language_gaps", ()))))


@dataclass(frozen=True)
class Intake:
    """The files of an import as they were read, and what would become of each script and row."""

    sources: tuple[ScriptSource, ...]
    preview: Preview


def read_files(view: View, paths: Sequence[Path], read: Callable[[Sequence[Path]], Iterable[ScriptSource]]) -> Intake:
    """Read files and folders once, and say what importing them as drafts would do. Raises ``NotAllowed``."""
    sources = tuple(read(paths))
    return Intake(sources, preview_scripts(view, sources))


def look_again(view: View, sources: Sequence[ScriptSource], publish: bool) -> Preview:
    """Say what importing files that were read would do, approved at once or as drafts. Raises ``NotAllowed``."""
    return preview_scripts(view, sources, publish=publish)


def export_to(view: View, folder: Path, write: Callable[[Path, str], None]) -> int:
    """Write every script as a file below a folder and return how many. Raises ``FileNotWritten``."""
    count = 0
    for name, text in export_files(view):
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileNotWritten(path=str(path.parent), reason=error.strerror or type(error).__name__) from error
        write(path, text)
        count += 1
    return count


def now(view: View) -> datetime:
    """Return the time at the center."""
    return view.now.astimezone(ZoneInfo(view.settings.time_zone))


def zone(view: View) -> ZoneInfo:
    """Return the time zone of the center."""
    return ZoneInfo(view.settings.time_zone)


def who(view: View) -> tuple[bytes, bool]:
    """Return the id of the person at the desk, and whether they write scripts. Raises ``NotSignedIn``."""
    return view.person.id, may_write(view)
