"""SLA policies: those that ship for the intake form of the center, those that it keeps, and which of them count.

A policy of the center stands before a shipped one of the same name. Every save makes a version that never changes, and
what already runs keeps the version it was promised by.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.contacts import Channel
from app.models.errors import FieldInvalid, FieldTooLong, RecordGone
from app.models.inquiries import Urgency
from app.models.policies import Policy, PolicyBroken, Situation, Target, check, choose, from_json, read, to_json
from app.models.shapes import read_json
from app.models.texts import moment
from app.services import calendars, reference
from app.services.office import View, Work
from app.store import policies as rows_of
from resources import FOLDER

LONGEST_NAME = 60


@dataclass(frozen=True)
class Listed:
    """A policy in the list. ``number`` is its version, 0 for one that ships unchanged."""

    name: str
    number: int
    policy: Policy

    @property
    def reference(self) -> str:
        """Return how records name this version: ``name@number``."""
        return f"{self.name}@{self.number}"


@dataclass(frozen=True)
class Version:
    """One saved version of a policy: what it says, when it was saved and by whom."""

    number: int
    policy: Policy
    at: datetime | None
    by: str


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, tuple[Policy, ...]]:
    """Return the policies that come with the program, by the intake form that they are made for."""
    folder = FOLDER.joinpath("policies")
    found: dict[str, tuple[Policy, ...]] = {}
    for name in sorted(each.name for each in folder.iterdir() if each.name.endswith(".json")):
        text = folder.joinpath(name).read_text(encoding="utf-8")
        whole = read_json(text, file=name, error=PolicyBroken)
        parts = whole.keys("form", "policies")
        found[whole.required(parts, "form").text()] = whole.required(parts, "policies").each(read)
    return found


def listed(view: View) -> list[Listed]:
    """Return every policy by name: the center's own, and the shipped ones that it has not replaced."""
    known = {one.name: Listed(one.name, 0, one) for one in shipped().get(view.settings.form, ())}
    for name, number, content in rows_of.newest(view.rows):
        known[name] = Listed(name, number, _read(content))
    return [known[name] for name in sorted(known)]


def named(view: View, name: str) -> Listed:
    """Return a policy by its name. Raises ``RecordGone``."""
    found = next((one for one in listed(view) if one.name == name), None)
    if found is None:
        raise RecordGone(entity="sla_policy", id=name)
    return found


def versions(view: View, name: str) -> list[Version]:
    """Return every version of a policy, the newest first; a shipped one is the last, as version 0."""
    found = [
        Version(number, _read(content), moment(at), by) for number, content, at, by in rows_of.versions(view.rows, name)
    ]
    found += [Version(0, one, None, "") for one in shipped().get(view.settings.form, ()) if one.name == name]
    return found


def today(view: View, at: datetime | None = None) -> date:
    """Return the center's own date."""
    return (at or view.now).astimezone(ZoneInfo(view.settings.time_zone)).date()


def chosen(view: View, situation: Situation, at: datetime) -> dict[Target, Listed]:
    """Return which policy counts for each target that anything is promised about, in the order of the targets."""
    known = listed(view)
    found = choose((one.policy for one in known), situation, today(view, at))
    by_name = {one.name: one for one in known}
    return {target: by_name[policy.name] for target, policy in found.items()}


def save(work: Work, policy: Policy) -> int:
    """Save a policy and return its version; one that says the same again makes none.

    Raises ``NotAllowed``, ``FieldTooLong``, ``FieldInvalid`` for an unknown calendar, category, channel or urgency, and
    what ``models.policies.check`` finds wrong, ``PoliciesTie`` among it.
    """
    person = work.require(Permission.CHANGE_SETTINGS)
    policy = replace(policy, name=policy.name.strip())
    check_new(work, policy)
    former = next((one for one in listed(work) if one.name == policy.name), None)
    if former is not None and former.policy == policy:
        return former.number
    number = former.number + 1 if former else 1
    rows_of.write(work.tx, policy.name, number, to_json(policy), by=person.id)
    return number


def check_new(view: View, policy: Policy) -> None:
    """Raise what ``save`` would raise of a policy; nothing is saved."""
    if len(policy.name) > LONGEST_NAME:
        raise FieldTooLong(field="name", limit=LONGEST_NAME)
    _check_codes(view, policy)
    check(policy, [one.policy for one in listed(view) if not _is_over(one.policy, today(view))])


def read_text(text: str, *, file: str) -> Policy:
    """Return the policy of a file. Raises ``PolicyBroken``."""
    return from_json(text, file=file)


def end(work: Work, name: str, last_on: date) -> int:
    """End the validity of a policy: ``last_on`` is the last day on which it counts. Raises what ``save`` raises."""
    return save(work, replace(named(work, name).policy, until_on=last_on))


def import_text(work: Work, text: str, *, file: str) -> int:
    """Save the policy of a file and return its version. Raises ``PolicyBroken`` and what ``save`` raises."""
    return save(work, read_text(text, file=file))


def export_text(view: View, name: str) -> str:
    """Return a policy as its file. Raises ``RecordGone``."""
    return to_json(named(view, name).policy)


def _is_over(policy: Policy, day: date) -> bool:
    return policy.until_on is not None and policy.until_on < day


def _check_codes(view: View, policy: Policy) -> None:
    if policy.calendar and policy.calendar not in {one.name for one in calendars.listed(view)}:
        raise FieldInvalid(field="calendar", value=policy.calendar)
    allowed = {
        "channel": frozenset(Channel),
        "urgency": frozenset(Urgency),
        "category": reference.categories().by_code,
    }
    for name, codes in allowed.items():
        value = getattr(policy, name)
        if value is not None and value not in codes:
            raise FieldInvalid(field=name, value=value)


@lru_cache(maxsize=256)
def _read(content: str) -> Policy:
    return from_json(content, file="policy")
