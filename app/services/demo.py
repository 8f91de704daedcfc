"""Demo data: a health line of a county with its people, units, callers and inquiries; the same for the same seed.

The last days are lived through the services (``demo_story``), so that they are as real as the program makes them. What
lies before, in a large demo, comes from a former system (``demo_past``) and is written in bulk.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import OperatorState, Person, Role
from app.models.errors import NotSignedIn
from app.models.ids import derived_id
from app.models.journal import Value
from app.scripts_library.parser import parse
from app.services import (
    accounts,
    callback_sources,
    callers,
    demo_duty,
    demo_findings,
    demo_followups,
    demo_reports,
    demo_routing,
    demo_scripts,
    demo_surveys,
    demo_training,
    imports,
    settings,
    units,
)
from app.services.demo_callers import Callers
from app.services.demo_days import A_DAY, SHORTEST_DAYS, Days
from app.services.demo_past import SOURCE, Past
from app.services.demo_story import Cast, Story, Told
from app.services.demo_supervision import supervise
from app.services.demo_texts import Pool, Texts, table
from app.services.office import Office, Work
from app.store import accounts as account_rows
from resources import FOLDER

#: Inquiries that are lived step by step; those before them come from the former system.
LIVED = 2_000
_PART = 25_000
#: Inquiries that are lived between two words on how far it is.
_STEP = 20
#: Minutes from now at which calls are promised, and how many inquiries are opened besides those of the days.
_PROMISED_MIN = (35, 80, 150, 200)
_TODAY = 10
#: Patients in the frame of the demo's survey: in a desk of so few inquiries, and in any other; who rang in vain.
_FEW, _SMALL, _MANY = 24, 300, 168
_MISSED = "+8613705310086"
#: Share of callers who speak English.
_ENGLISH = 0.3


class Progress(Protocol):
    """Hears how far filling has come; what it raises stops it between two transactions."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """So many inquiries of so many."""
        ...


@dataclass(frozen=True)
class Filled:
    """What was made, and how to sign in: every account has the same password."""

    inquiries: int
    contacts: int
    people: tuple[str, ...]
    password: str


def fill(
    office: Office,
    *,
    inquiries: int = 600,
    seed: int = 1,
    password: str = "onewindow",  # noqa: S107 - shown on the demo's own sign-in page
    progress: Progress | None = None,
) -> Filled:
    """Fill an installation with demo data, in the name of the administrator who is signed in.

    Raises ``NotSignedIn`` or ``NotAllowed``. An installation that holds the demo's people already keeps them.
    """
    if office.by is None:
        raise NotSignedIn
    rng = Random(seed)  # noqa: S311 - the same demo for the same seed
    texts = Texts(rng)
    staff = office.do(_people_and_units, password).value
    lived = min(inquiries, LIVED)
    now = office.clock.now().replace(microsecond=0)
    days = Days(rng, now, ZoneInfo(office.settings.time_zone))
    span = max(SHORTEST_DAYS, inquiries // A_DAY)
    known = max(40, inquiries // 2 if inquiries <= LIVED else LIVED // 2 + inquiries // 10)
    who = Callers(rng, texts, english=_ENGLISH, known=known)
    seats = [one for one in table("people")["staff"] if one["share"]]
    people = Pool([staff[one["name"]] for one in seats], [float(one["share"]) for one in seats])
    extra = min(_TODAY, inquiries)
    openings = days.openings(inquiries - extra, days=span, lately=inquiries <= LIVED)
    part = _Part(progress, inquiries - lived, inquiries + lived)
    if inquiries > LIVED:
        past = Past(rng, texts, who, people)
        for done in _write_past(office, past, openings[:-LIVED]):
            part.tell(done - part.before)
    units_drawn = Pool([one["code"] for one in table("units")["units"]])
    cast = Cast(rng, texts, who, days, people, staff["li"], units_drawn, _titles(), now)
    office.do(demo_duty.fill, people.distinct(), seed, days=7 if lived >= _SMALL else 1)
    told = office.do(_live, cast, openings[-lived:], part).value
    office.do(supervise, staff["wang"], texts)
    office.do(demo_training.fill, rng, trainer=staff["chen"], supervisor=staff["li"])
    _follow_up(office, staff, people.distinct(), seed, part)
    return Filled(len(openings[:-LIVED]) + told.inquiries, told.contacts, tuple(staff), password)


def _follow_up(
    office: Office, staff: Mapping[str, Person], operators: Sequence[Person], seed: int, part: "_Part"
) -> None:
    """Fill what figures and documents need beside inquiries, and ask callers how their matter was handled."""
    rest = part.whole - part.before
    part.tell(rest * 3 // 4)
    supervisor = staff["li"]
    office.do(demo_scripts.fill, staff["chen"])
    office.do(demo_reports.fill, supervisor, operators, seed)
    office.do(settings.change, satisfaction_share=demo_followups.ASKED)
    office.do(demo_followups.fill, supervisor, operators, Random(seed))  # noqa: S311 - the same demo for the same seed
    part.tell(rest)


def _people_and_units(work: Work, password: str) -> dict[str, Person]:
    """Make the accounts (one password hash for all: it is no secret) and the units; return the accounts by name."""
    known = {one.name for one in account_rows.everyone(work.tx)}
    made: str | None = None
    for one in table("people")["staff"]:
        if one["name"] in known:
            continue
        roles = tuple(Role(role) for role in one["roles"])
        if made is None:
            first = accounts.create(
                work, one["name"], one["display"], password, roles, language=one.get("language", "zh_CN")
            )
            made = account_rows.password_of(work.tx, first)
            continue
        values: dict[str, Value] = {
            "name": one["name"],
            "display": one["display"],
            "password": made,
            "roles": [role.value for role in roles],
            "language": one.get("language", "zh_CN"),
        }
        work.tx.add("person", values, derived_id("person", one["name"]))
    for unit in table("units")["units"]:
        units.save_unit(work, unit["code"], **{name: text for name, text in unit.items() if name != "code" and text})
    demo_routing.publish(work)
    return {one.name: one for one in account_rows.everyone(work.tx)}


def _write_past(office: Office, past: Past, openings: list[datetime]) -> Iterator[int]:
    for start in range(0, len(openings), _PART):
        office.do(_past_part, past, openings[start : start + _PART])
        yield min(start + _PART, len(openings))


def _past_part(work: Work, past: Past, openings: list[datetime]) -> None:
    batch = derived_id("batch", "demo", openings[0].isoformat())
    past.write(work, openings, batch)
    values: dict[str, Value] = {
        "kind": "inquiries",
        "source": SOURCE,
        "at": work.now.isoformat(),
        "report": {"added": len(openings), "unchanged": 0, "refused": 0, "stopped": False},
    }
    work.tx.add("batch", values, batch)


@dataclass(frozen=True)
class _Part:
    """How far the filling is: so many are done ``before`` what is lived, and what follows takes as long as that."""

    progress: Progress | None
    before: int
    whole: int

    def tell(self, done: int) -> None:
        if self.progress:
            self.progress.at(self.before + done, self.whole)


def _live(work: Work, cast: Cast, openings: list[datetime], part: _Part) -> Told:
    """Live the last days up to now, and leave a desk on which today's work lies."""
    story = Story(work, cast)
    for done, at in enumerate(openings):
        if done % _STEP == 0:
            part.tell(done)
        story.take(at)
    story.catch_up(work.now)
    for minutes in _PROMISED_MIN:
        story.promise_for(cast.now_at + timedelta(minutes=minutes))
    story.told.inquiries += _from_the_website(work, cast)
    story.show_every_state()
    _survey(work, cast, _FEW if len(openings) < _SMALL else _MANY)
    callback_sources.missed(_as(work, cast.supervisor, work.now), _MISSED, at=work.now - timedelta(minutes=25))
    for number in ("+8613800009999", "+18045550199"):
        callers.do_not_call(_as(work, cast.supervisor, work.now), number, reason="书面要求不再来电 · Asked in writing")
    states = (OperatorState.READY, OperatorState.TALKING, OperatorState.WRAP_UP, OperatorState.READY)
    for place, person in enumerate(cast.people.distinct()):
        began_at = work.now - timedelta(minutes=2 + 3 * place)
        accounts.set_state(_as(work, person, began_at), states[place % len(states)])
    return story.told


def _survey(work: Work, cast: Cast, count: int) -> None:
    """Ask patients how they were cared for, some of them people who called here, and follow what comes of it."""
    known = Callers(cast.rng, cast.texts, english=0.0, known=4 * count)
    drawn = [cast.callers.draw()[1] for _ in range(12)] + [known.draw()[1] for _ in range(2 * count)]
    patients = list({one.number: one for one in drawn if one.name}.values())[:count]
    callers_of_day = cast.people.distinct()
    staff = demo_surveys.Staff(cast.supervisor, callers_of_day[:4])
    found = demo_surveys.fill(work, staff, patients, cast.rng)
    demo_findings.past(work, cast.supervisor, callers_of_day[0])
    demo_findings.work_on(work, found.findings, cast.supervisor, callers_of_day[0])


def _as(work: Work, person: Person, at: datetime) -> Work:
    work.tx.write_as(person.name, at)
    return replace(work, by=person, now=at)


def _from_the_website(work: Work, cast: Cast) -> int:
    """Import what came in by the website's form today and nobody has looked at yet; return how many."""
    rows: list[tuple[int, dict[str, str]]] = []
    for line in range(2, 2 + _TODAY - len(_PROMISED_MIN)):
        _, who = cast.callers.draw()
        language = who.language
        topic = cast.texts.topic(language)
        cells = {
            "number": f"WEB-{work.now:%y%m%d}-{line:02d}",
            "opened_at": (cast.now_at - timedelta(minutes=23 * line)).isoformat(),
            "channel": "web",
            "phone": who.number,
            "caller": who.name or "",
            "category": topic.category,
            "summary": cast.texts.summary(topic, language),
            "details": cast.texts.details(language, 3),
            "state": "new",
        }
        rows.append((line, cells))
    column_map = {name: name for name in rows[0][1]}
    desk = _as(work, cast.supervisor, work.now)
    return len(imports.import_inquiries(desk, rows, column_map, source="Website form").added)


def _titles() -> dict[str, dict[str, str]]:
    """Return the title of every shipped script in each language, as a contact stamps it."""
    found: dict[str, dict[str, str]] = {}
    for folder in FOLDER.joinpath("scripts").iterdir():
        for file in folder.iterdir() if folder.is_dir() else ():
            script = parse(file.read_text(encoding="utf-8")).script if file.name.endswith(".md") else None
            if script:
                found[script.key] = {language: script.title_in(language) for language in ("zh", "en")}
    return found
