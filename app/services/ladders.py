"""Ladders of supervision: those that ship for the intake form of the center, and those that it keeps.

A ladder of the center stands before a shipped one of the same name. Every save makes a version that never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.models.accounts import Permission
from app.models.errors import FieldInvalid, FieldTooLong, RecordGone
from app.models.inquiries import Urgency
from app.models.ladders import Ladder, LadderBroken, check, check_order, from_json, read, to_json
from app.models.shapes import read_json
from app.models.working_time import WorkingTime
from app.services import calendars, policies, reference
from app.services.office import View, Work
from app.store import reference_versions as rows_of
from resources import FOLDER

LONGEST_NAME = 60
_TABLE = "ladder"


@dataclass(frozen=True)
class Listed:
    """A ladder in the list. ``number`` is its version, 0 for one that ships unchanged."""

    name: str
    number: int
    ladder: Ladder

    @property
    def reference(self) -> str:
        """Return how records name this version: ``name@number``."""
        return f"{self.name}@{self.number}"


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, tuple[Ladder, ...]]:
    """Return the ladders that come with the program, by the intake form that they are made for."""
    folder = FOLDER.joinpath("ladders")
    found: dict[str, tuple[Ladder, ...]] = {}
    for name in sorted(each.name for each in folder.iterdir() if each.name.endswith(".json")):
        whole = read_json(folder.joinpath(name).read_text(encoding="utf-8"), file=name, error=LadderBroken)
        parts = whole.keys("form", "ladders")
        found[whole.required(parts, "form").text()] = whole.required(parts, "ladders").each(read)
    return found


def listed(view: View) -> list[Listed]:
    """Return every ladder by name: the center's own, and the shipped ones that it has not replaced."""
    known = {one.name: Listed(one.name, 0, one) for one in shipped().get(view.settings.form, ())}
    for name, number, content in rows_of.newest(view.rows, _TABLE):
        known[name] = Listed(name, number, _read(content))
    return [known[name] for name in sorted(known)]


def in_force(view: View, day: date | None = None) -> list[Listed]:
    """Return the ladders that hold on a day, by default today."""
    on = day or policies.today(view)
    return [one for one in listed(view) if one.ladder.holds_on(on)]


def working_time(view: View, ladder: Ladder) -> WorkingTime:
    """Return the arithmetic of the calendar that a ladder counts on; of the center's where its own is gone."""
    known = {one.name for one in calendars.listed(view)}
    name = ladder.calendar if ladder.calendar in known else calendars.center_calendar(view).name
    return calendars.working_time(view, name)


def save(work: Work, ladder: Ladder) -> int:
    """Save a ladder and return its version; one that says the same again makes none.

    Raises ``NotAllowed``, ``FieldTooLong``, ``FieldInvalid`` for an unknown calendar, category or urgency, and what
    ``models.ladders`` finds wrong.
    """
    person = work.require(Permission.CHANGE_SETTINGS)
    ladder = replace(ladder, name=ladder.name.strip())
    if len(ladder.name) > LONGEST_NAME:
        raise FieldTooLong(field="name", limit=LONGEST_NAME)
    known = {one.name: one for one in listed(work)}
    _check_codes(work, ladder)
    check(ladder, [one.ladder for one in known.values() if not _is_over(one.ladder, policies.today(work))])
    time = working_time(work, ladder)
    check_order(ladder, time.next_opening(work.now), time)
    former = known.get(ladder.name)
    if former is not None and former.ladder == ladder:
        return former.number
    number = former.number + 1 if former else 1
    rows_of.write(work.tx, _TABLE, (ladder.name, number, to_json(ladder)), by=person.id)
    return number


def end(work: Work, name: str, last_on: date) -> int:
    """Let a ladder fire for the last time on a day, as a new version. Raises ``RecordGone``, as ``save`` does."""
    found = next((one for one in listed(work) if one.name == name), None)
    if found is None:
        raise RecordGone(entity="ladder", id=name)
    return save(work, replace(found.ladder, until_on=last_on))


def signature(view: View) -> str:
    """Return what everything that the ladders compute stands on: their versions of today, and the calendars."""
    parts = [one.reference for one in in_force(view)]
    parts += [f"{one.name}@{one.number}" for one in calendars.listed(view)]
    return " ".join([view.settings.form, calendars.center_calendar(view).name, *parts])


def _is_over(ladder: Ladder, day: date) -> bool:
    return ladder.until_on is not None and ladder.until_on < day


def _check_codes(view: View, ladder: Ladder) -> None:
    if ladder.calendar and ladder.calendar not in {one.name for one in calendars.listed(view)}:
        raise FieldInvalid(field="calendar", value=ladder.calendar)
    if ladder.category is not None and ladder.category not in reference.categories().by_code:
        raise FieldInvalid(field="category", value=ladder.category)
    if ladder.urgency is not None and ladder.urgency not in set(Urgency):
        raise FieldInvalid(field="urgency", value=ladder.urgency)


@lru_cache(maxsize=256)
def _read(content: str) -> Ladder:
    return from_json(content, file="ladder")
