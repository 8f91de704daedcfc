"""KPIs: those that ship with the program, those that a center keeps, and which version of each holds on a day.

A KPI of the center stands before the shipped one of the same id. Every save makes a version that never changes and
holds from its first day on, so that a figure of the past stays what it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.kpi_questions import Subject
from app.models.kpis import Kpi, check, from_json, read_many, to_json, valid_on
from app.models.texts import moment
from app.services.office import View, Work
from app.services.policies import today
from app.store import kpis as rows_of
from resources import FOLDER


@dataclass(frozen=True)
class KpiVersion:
    """One version of a KPI; number 0 is the one that ships."""

    number: int
    kpi: Kpi
    at: datetime | None
    by: str


@dataclass(frozen=True)
class Defined:
    """A KPI in its newest version with all versions, the newest first; what day and time it is at the center."""

    kpi: Kpi
    history: tuple[KpiVersion, ...]
    today: date
    now_at: datetime


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Kpi]:
    """Return the KPIs that come with the program, in the order in which they are shown."""
    folder = FOLDER.joinpath("kpis")
    found: dict[str, Kpi] = {}
    for name in sorted(each.name for each in folder.iterdir() if each.name.endswith(".json")):
        for one in read_many(folder.joinpath(name).read_text(encoding="utf-8"), file=name):
            found[one.id] = one
    order = {subject: place for place, subject in enumerate(Subject)}
    return dict(sorted(found.items(), key=lambda item: order[item[1].subject]))


def listed(view: View, day: date | None = None) -> list[Kpi]:
    """Return the KPIs that hold on a day (today), the shipped ones in their order and then the center's own."""
    when = day or today(view)
    own = {name for name, _, _ in rows_of.newest(view.rows)}
    found = [
        valid_on([one.kpi for one in reversed(versions(view, name))], when) if name in own else shipped()[name]
        for name in dict.fromkeys((*shipped(), *sorted(own)))
    ]
    return [one for one in found if one is not None and one.holds_on(when)]


def named(view: View, name: str, day: date | None = None) -> Kpi:
    """Return a KPI that holds on a day (today) by its id. Raises ``RecordGone``."""
    found = next((one for one in listed(view, day) if one.id == name), None)
    if found is None:
        raise RecordGone(entity="kpi", id=name)
    return found


def defined(view: View) -> tuple[Defined, ...]:
    """Return every KPI in its newest version, also those that hold no more; the shipped ones first."""
    own = sorted(name for name, _, _ in rows_of.newest(view.rows))
    found: list[Defined] = []
    for name in dict.fromkeys((*shipped(), *own)):
        history = tuple(versions(view, name))
        found.append(Defined(history[0].kpi, history, today(view), view.now))
    return tuple(found)


def versions(view: View, name: str) -> list[KpiVersion]:
    """Return every version of a KPI, the newest first; a shipped one is the last, as version 0."""
    found = [
        KpiVersion(number, _read(content), moment(at), by)
        for number, content, at, by in rows_of.versions(view.rows, name)
    ]
    found += [KpiVersion(0, one, None, "") for one in (shipped().get(name),) if one is not None]
    return found


def save(work: Work, kpi: Kpi) -> int:
    """Save a KPI and return its version; one that says the same again makes none.

    Without a first day it holds from today on. Raises ``NotAllowed`` and what ``models.kpis.check`` finds wrong.
    """
    person = work.require(Permission.DEFINE_KPIS)
    known = versions(work, kpi.id)
    if known and replace(kpi, from_on=kpi.from_on or known[0].kpi.from_on) == known[0].kpi:
        return known[0].number
    whole = kpi if kpi.from_on or not known else replace(kpi, from_on=today(work))
    check(whole)
    number = known[0].number + 1 if known else 1
    rows_of.write(work.tx, whole.id, number, to_json(whole), by=person.id)
    return number


def set_target(
    work: Work, name: str, *, target: float | None, warning: float | None = None, from_on: date | None = None
) -> int:
    """Save a version of a KPI with another target and warning bound and return its number. Raises as ``save``."""
    found = versions(work, name)
    if not found:
        raise RecordGone(entity="kpi", id=name)
    return save(work, replace(found[0].kpi, target=target, warning=warning, from_on=from_on))


def import_text(work: Work, text: str, *, file: str) -> list[tuple[str, int]]:
    """Save the KPIs of a file and return their ids and versions. Raises ``KpiBroken`` and what ``save`` raises."""
    return [(one.id, save(work, one)) for one in read_many(text, file=file)]


def export_text(view: View, name: str) -> str:
    """Return a KPI as its file. Raises ``RecordGone``."""
    return to_json(named(view, name))


@lru_cache(maxsize=256)
def _read(content: str) -> Kpi:
    return from_json(content, file="kpi")
