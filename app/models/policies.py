"""SLA policies as data: for which inquiries a promise about time holds, how long it may take, and on which calendar.

For each target the most specific policy that promises anything about it counts. Two policies that are equally specific
and could both fit one inquiry are refused when the later one is saved, so that the choice never depends on an order.
A policy is reference data: an inquiry keeps the version that its clocks were started with.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.models.durations import Duration, parse
from app.models.errors import FieldInvalid, FieldMissing, FieldWrong
from app.models.reference_versions import versioned
from app.models.shapes import DefinitionBroken, Shape, Words, read_json


class Target(StrEnum):
    """What is promised about time; each is one clock on an inquiry."""

    ACKNOWLEDGE = "acknowledge"
    FIRST_RESPONSE = "first_response"
    ACCEPT = "accept"
    RESOLVE = "resolve"
    CALLBACK = "callback"


#: What a policy can ask of an inquiry, in the order in which it is shown. A category stands for those below it too.
CONDITIONS = ("channel", "category", "caller_kind", "urgency", "unit")


SLA_POLICY = versioned("sla_policy")


class PolicyBroken(DefinitionBroken):
    """A policy file cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


class PoliciesTie(FieldWrong):
    """Two policies fit the same inquiry equally well. Facts: ``field``, ``other`` (its name), ``target``."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a policy may look at."""

    channel: str | None = None
    category: str | None = None
    caller_kind: str | None = None
    urgency: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of a policy. None of a condition fits everything; ``until_on`` is the last day on which it holds.

    An empty ``calendar`` is the one that the center works by. ``title`` is what people read instead of the name.
    """

    name: str
    calendar: str
    targets: Mapping[Target, Duration] = field(default_factory=dict[Target, Duration])
    channel: str | None = None
    category: str | None = None
    caller_kind: str | None = None
    urgency: str | None = None
    unit: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    title: Words | None = None

    def fits(self, situation: Situation) -> bool:
        """Say whether every condition is met."""
        return all(
            wanted is None or _within(name, getattr(situation, name), wanted)
            for name in CONDITIONS
            if (wanted := getattr(self, name)) is not None
        )

    def holds_on(self, day: date) -> bool:
        """Say whether a day is within the validity."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day <= self.until_on)

    @property
    def specificity(self) -> tuple[int, int]:
        """Return how much a policy asks: its conditions, then how deep its category is."""
        asked = [name for name in CONDITIONS if getattr(self, name) is not None]
        return len(asked), self.category.count(".") + 1 if self.category else 0

    def can_meet(self, other: "Policy") -> bool:
        """Say whether some inquiry on some day fits both."""
        return _overlap(self, other) and all(
            _compatible(name, getattr(self, name), getattr(other, name)) for name in CONDITIONS
        )


def _within(name: str, found: str | None, wanted: str) -> bool:
    return found == wanted or (name == "category" and found is not None and found.startswith(f"{wanted}."))


def _compatible(name: str, one: str | None, other: str | None) -> bool:
    return one is None or other is None or _within(name, one, other) or _within(name, other, one)


def _overlap(one: Policy, other: Policy) -> bool:
    return not (
        (one.until_on is not None and other.from_on is not None and one.until_on < other.from_on)
        or (other.until_on is not None and one.from_on is not None and other.until_on < one.from_on)
    )


def choose(policies: Iterable[Policy], situation: Situation, day: date) -> dict[Target, Policy]:
    """Return, for each target that anything is promised about, the most specific policy that fits on a day."""
    chosen: dict[Target, Policy] = {}
    for policy in policies:
        if not (policy.holds_on(day) and policy.fits(situation)):
            continue
        for target in policy.targets:
            known = chosen.get(target)
            if known is None or policy.specificity > known.specificity:
                chosen[target] = policy
    return {target: chosen[target] for target in Target if target in chosen}


def check(policy: Policy, others: Iterable[Policy]) -> None:
    """Raise what is wrong with a policy, beside its field. ``others`` are those in force; its own name is left out.

    Raises ``FieldMissing``, ``FieldInvalid``, ``PoliciesTie``.
    """
    for name, value in (("name", policy.name.strip()), ("targets", policy.targets)):
        if not value:
            raise FieldMissing(field=name)
    if policy.from_on and policy.until_on and policy.until_on < policy.from_on:
        raise FieldInvalid(field="until_on", value=policy.until_on.isoformat())
    for other in others:
        shared = [target for target in policy.targets if target in other.targets]
        tied = other.name != policy.name and shared and other.specificity == policy.specificity
        if tied and policy.can_meet(other):
            raise PoliciesTie(field="targets", other=other.name, target=shared[0].value)


def to_json(policy: Policy) -> str:
    """Return the policy as its file; ``from_json`` reads it back unchanged."""
    days = {"from": policy.from_on, "until": policy.until_on}
    table: dict[str, object] = {
        "name": policy.name,
        **({"title": {"en": policy.title.en, "zh_CN": policy.title.zh_cn}} if policy.title else {}),
        "calendar": policy.calendar,
        "when": {name: value for name in CONDITIONS if (value := getattr(policy, name)) is not None},
        "targets": {target.value: str(policy.targets[target]) for target in Target if target in policy.targets},
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }
    return json.dumps(table, ensure_ascii=False, indent=2)


def from_json(text: str, *, file: str) -> Policy:
    """Return the policy of a file. Raises ``PolicyBroken`` with the place of what is wrong."""
    return read(read_json(text, file=file, error=PolicyBroken))


def read(shape: Shape) -> Policy:
    """Return the policy of a JSON object. Raises ``PolicyBroken``."""
    parts = shape.keys("name", "title", "calendar", "when", "targets", "from", "until")
    asked = parts["when"].keys(*CONDITIONS) if "when" in parts else {}
    given = parts.get("calendar")
    return Policy(
        shape.required(parts, "name").text().strip(),
        given.text().strip() if given is not None and given.value else "",
        _read_targets(shape.required(parts, "targets")),
        **{name: one.text().strip() for name, one in asked.items()},
        from_on=_read_date(parts["from"]) if "from" in parts else None,
        until_on=_read_date(parts["until"]) if "until" in parts else None,
        title=parts["title"].words() if "title" in parts else None,
    )


def _read_targets(shape: Shape) -> dict[Target, Duration]:
    return {Target(name): _read_duration(one) for name, one in shape.keys(*Target).items()}


def _read_duration(shape: Shape) -> Duration:
    try:
        return parse(shape.text())
    except FieldInvalid:
        raise shape.broken('"24h" | "8bh" | "2bd" | "5d" | "same_day"') from None


def _read_date(shape: Shape) -> date:
    try:
        return date.fromisoformat(shape.text())
    except ValueError:
        raise shape.broken('"2026-05-01"') from None
