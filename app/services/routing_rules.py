"""Routing rules: kept as tables in versions, tried on the past, published, and asked where an inquiry goes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models import routing_checks
from app.models.accounts import Permission
from app.models.routing_checks import Finding, RuleRemark
from app.models.routing_files import from_json, to_json
from app.models.routing_rules import MAIN, Facts, Fired, Table, calendars_of, first_fitting
from app.models.routing_trials import Past, Trial, Trying
from app.models.texts import moment
from app.models.units import Unit
from app.models.working_time import WorkingTime
from app.services import calendars
from app.services.office import View, Work
from app.store import routing as past_rows
from app.store import routing_rules as rows_of
from app.store import units as unit_rows

#: A table is tried on so many inquiries, the newest.
TRIED = 20_000
_STEP = 250


class Progress(Protocol):
    """Hears how far a trial has come, and may stop it by raising."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Take the progress."""
        ...


@dataclass(frozen=True)
class Standing:
    """A table as its page shows it: what is being worked on, the published version, and what is worth knowing."""

    table: Table
    published: Table
    findings: tuple[Finding, ...]

    @property
    def changed(self) -> bool:
        """Whether something waits to be published."""
        return self.table.rules != self.published.rules


@dataclass(frozen=True)
class Version:
    """A saved version of a table: whether it was published, when it was saved and by whom."""

    table: Table
    published: bool
    at: datetime | None
    by: str


@dataclass(frozen=True)
class Board:
    """What the page of rules shows: a table, the names of all, and the units and calendars that rules may name.

    ``versions`` are those of the table, the newest first; ``shown`` is the number of an older one that is looked at.
    """

    standing: Standing
    names: tuple[str, ...]
    units: Mapping[str, Unit]
    calendars: tuple[str, ...]
    now: datetime
    versions: tuple[Version, ...] = ()
    shown: int = 0


def board(view: View, name: str = MAIN, shown: int = 0) -> Board:
    """Return a table with everything that its page needs; ``shown`` is a version to look at, 0 for the newest."""
    every = {unit.code: unit for unit in unit_rows.all_units(view.rows)}
    known = tuple(one.name for one in calendars.listed(view))
    found, saved = standing(view, name), tuple(versions(view, name))
    older = next((one.table for one in saved if one.table.number == shown), None)
    if older is not None:
        found = Standing(older, found.published, tuple(remarks(view, older)))
    return Board(found, tuple(names(view)), every, known, view.now, saved, shown if older else 0)


def versions(view: View, name: str = MAIN) -> list[Version]:
    """Return every saved version of a table, the newest first."""
    view.require(Permission.MANAGE_ROUTING)
    return [
        Version(_read(name, number, content), bool(put), moment(at), by)
        for number, put, content, at, by in rows_of.versions(view.rows, name)
    ]


def published(view: View) -> Mapping[str, Table]:
    """Return the tables in force, by name."""
    return {name: _read(name, number, content) for name, number, content in rows_of.newest(view.rows, published=True)}


def standing(view: View, name: str = MAIN) -> Standing:
    """Return a table as it is being worked on; an empty one where nothing was saved under this name."""
    view.require(Permission.MANAGE_ROUTING)
    every = {one[0]: _read(*one) for one in rows_of.newest(view.rows, published=False)}
    table = every.get(name, Table(name))
    return Standing(table, published(view).get(name, Table(name)), tuple(remarks(view, table)))


def names(view: View) -> list[str]:
    """Return the names of all tables, the first one of a question first."""
    known = {name for name, _, _ in rows_of.newest(view.rows, published=False)} - {MAIN}
    return [MAIN, *sorted(known)]


def remarks(view: View, table: Table) -> list[Finding]:
    """Return dead, overlapping and ended rules, and those whose unit is no longer asked."""
    retired = _retired(view)
    gone = [Finding(RuleRemark.UNIT_GONE, place) for place, rule in enumerate(table.rules) if rule.unit in retired]
    places = {one.place for one in gone}
    others = [one for one in routing_checks.findings(table.rules, _today(view)) if one.place not in places]
    return sorted((*gone, *others), key=_by_place)


def _by_place(finding: Finding) -> int:
    return finding.place


def _retired(view: View) -> frozenset[str]:
    return frozenset(unit.code for unit in unit_rows.all_units(view.rows) if not unit.active)


def save(work: Work, table: Table) -> int:
    """Keep a table to go on with later, and return its version; it decides nothing before it is published.

    Each rule must be right by itself: raises what ``routing_checks.check_rule`` raises.
    """
    work.require(Permission.MANAGE_ROUTING)
    for rule in table.rules:
        routing_checks.check_rule(rule)
    return _write(work, table, publish=False)


def publish(work: Work, table: Table) -> int:
    """Put a table in force and return its version. Raises what ``routing_checks.check_table`` raises."""
    work.require(Permission.MANAGE_ROUTING)
    check(work, table)
    return _write(work, table, publish=True)


def check(view: View, table: Table) -> None:
    """Raise what forbids publishing a table: see ``routing_checks.check_table``."""
    codes = {unit.code for unit in unit_rows.all_units(view.rows) if unit.active}
    routing_checks.check_table(table, published(view), units=codes)
    for name in sorted(calendars_of([table])):
        calendars.named(view, name)


def _write(work: Work, table: Table, *, publish: bool) -> int:
    every = {one[0]: one for one in rows_of.newest(work.rows, published=False)}
    known = every.get(table.name)
    content = to_json(table)
    in_force = {one[:2] for one in rows_of.newest(work.rows, published=True)}
    if known is not None and known[2] == content and (not publish or known[:2] in in_force):
        return known[1]
    number = known[1] + 1 if known else 1
    rows_of.write(work.tx, table.name, number, content, published=publish, by=work.person.id)
    return number


def read_text(text: str, *, file: str) -> Table:
    """Return the table of a file. Raises ``RulesBroken``."""
    return from_json(text, file=file)


def import_text(work: Work, text: str, *, file: str) -> str:
    """Keep the table of a file to go on with, and return its name. Raises ``RulesBroken`` and what ``save`` raises."""
    table = read_text(text, file=file)
    save(work, table)
    return table.name


def export_text(view: View, name: str = MAIN, *, number: int = 0) -> str:
    """Return the published table as its file, or the version of a number.

    The one being worked on where none is published yet.
    """
    older = next((one.table for one in versions(view, name) if one.table.number == number), None)
    if older is not None:
        return to_json(older)
    found = standing(view, name)
    return to_json(found.published if found.published.number else found.table)


def decide(view: View, facts: Facts, *, at: datetime | None = None) -> Fired | None:
    """Return the rule that decides about an inquiry, by default as of now; None where none fits.

    A rule whose unit is no longer asked decides nothing.
    """
    tables = published(view)
    if not tables:
        return None
    return first_fitting(tables, placed(view, facts, at or view.now, tables.values()), closed=_retired(view))


def placed(view: View, facts: Facts, at: datetime, tables: Iterable[Table]) -> Facts:
    """Return the facts with their time: as local clock, and with the calendars that are open then."""
    return _at(facts, at, ZoneInfo(view.settings.time_zone), _times(view, tables))


def _times(view: View, tables: Iterable[Table]) -> dict[str, WorkingTime]:
    return {name: calendars.working_time(view, name) for name in calendars_of(tables)}


def _at(facts: Facts, at: datetime, zone: ZoneInfo, times: Mapping[str, WorkingTime]) -> Facts:
    opened = frozenset(name for name, time in times.items() if time.is_open(at))
    return replace(facts, at=at.astimezone(zone), open_now=opened)


def try_on_past(view: View, table: Table, *, limit: int = TRIED, progress: Progress | None = None) -> Trial:
    """Try a table on the newest inquiries before it is published; the other published tables stand beside it."""
    view.require(Permission.MANAGE_ROUTING)
    tables = {**published(view), table.name: table}
    zone, times = ZoneInfo(view.settings.time_zone), _times(view, tables.values())
    trying = Trying(tables, table.name)
    for done, row in enumerate(past_rows.past(view.rows, limit)):
        if progress is not None and done % _STEP == 0:
            progress.at(done, limit)
        text = f"{row.summary}\n{row.details}"
        facts = Facts(text, row.channel, row.category, row.area, row.caller_kind)
        trying.take(Past(row.number, _at(facts, row.at, zone, times), row.unit or ""))
    return trying.result()


def _today(view: View) -> date:
    return view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()


@lru_cache(maxsize=64)
def _read(name: str, number: int, content: str) -> Table:
    return replace(from_json(content, file=name), name=name, number=number)
