"""How far a campaign has come: each stratum, every rate with its definition, and whether the protocol was kept."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.appointments import was_on_time
from app.models.attempts import (
    BY_ENGINE,
    Attempt,
    CaseStatus,
    Circumstances,
    aapor_class,
    aapor_code,
    ended,
    fold,
    hcahps_status,
)
from app.models.call_turns import Arm
from app.models.campaign_cases import Campaign
from app.models.campaigns import CampaignFacts
from app.models.dispositions import (
    DONE,
    DUPLICATE,
    PARTLY_DONE,
    Finality,
    NextStep,
    Table,
)
from app.models.errors import RecordGone
from app.models.intervals import Interval, Reliance, newcombe, reliance
from app.models.outcome_rates import OutcomeClass, OutcomeCounts, Rate, counted, hcahps_rate, outcome_rates
from app.models.retry_policy import CAMPAIGN as USUAL
from app.models.retry_policy import RetryPolicy
from app.models.retry_rules import Compliance, compliance
from app.models.scoring import Representativity, representativity
from app.models.slots import Slot
from app.models.texts import Order, in_order
from app.services import callback_languages, callback_returns, callback_rules
from app.services.callback_languages import Awaited
from app.services.callback_returns import NONE_CAME, Returns
from app.services.campaign_withheld import EVER
from app.services.office import View
from app.store import campaign_attempts as attempt_rows
from app.store import campaign_cases as rules_rows
from app.store import campaigns as stored
from app.store.campaigns import CaseRow

_UNWORKED = CaseStatus()


@dataclass(frozen=True)
class StratumProgress:
    """A stratum so far: drawn, may be called, ended, spoken to the end (whole and partly), dials; ``mean`` weight."""

    name: str
    size: int
    drawn: int
    released: int
    closed: int
    completed: int
    partial: int
    dials: int
    weight: float


@dataclass(frozen=True)
class SlotContacts:
    """How dials of one slot went on one weekday (0 is Monday): ``contacts`` of ``dials`` spoke to somebody."""

    weekday: int
    slot: Slot
    dials: int
    contacts: int


@dataclass(frozen=True)
class ArmProgress:
    """What one way of choosing has brought: "learned", or "control" (in turn)."""

    arm: str
    dials: int
    contacts: int
    completed: int


@dataclass(frozen=True)
class Kept:
    """How many of the cases that ended without an outcome of their own kept to the protocol, whole and by part.

    A case that an outcome ended needs no more calls; one cut off by the end of the period is counted here.
    """

    cases: int
    whole: int
    attempts: int
    slots: int
    at_home: int
    span: int


@dataclass(frozen=True)
class Punctuality:
    """How many appointments were due by now or called already, and at how many of them we called on time."""

    due: int
    on_time: int

    @property
    def share(self) -> float | None:
        """Return the share that was kept on time, None before any was due; the goal is ``appointments.GOAL``."""
        return self.on_time / self.due if self.due else None


@dataclass(frozen=True)
class Progress:
    """A campaign so far. Rates are of all that were drawn; ``weighted`` ones count each with its weight.

    ``place`` is the institution that was asked for, "" for the whole. ``languages``: what cases of the whole wait for
    somebody to speak. ``endings`` counts cases that ended by the code with which they did, ``by_code`` all by what they
    are in AAPOR. ``returns``: calls that came in at another station than the one that holds the case. ``policy``: the
    rules by which its people are called.
    """

    campaign: CampaignFacts
    strata: tuple[StratumProgress, ...]
    counts: OutcomeCounts
    rates: Mapping[str, Rate]
    weighted: Mapping[str, Rate]
    hcahps: Rate
    hcahps_weighted: Rate
    by_status: Mapping[int, int]
    slots: tuple[SlotContacts, ...]
    arms: tuple[ArmProgress, ...]
    kept: Kept
    punctuality: Punctuality
    endings: Mapping[str, int]
    by_code: Mapping[str, int]
    place: str = ""
    languages: tuple[Awaited, ...] = ()
    returns: Returns = NONE_CAME
    policy: RetryPolicy = USUAL

    @property
    def evenness(self) -> Representativity | None:
        """Return how evenly the strata answered (the R-indicator over them), None before anybody did."""
        if not any(one.completed + one.partial for one in self.strata):
            return None
        return representativity(
            ((one.completed + one.partial) / one.drawn, one.drawn) for one in self.strata if one.drawn
        )

    @property
    def gap(self) -> Interval | None:
        """Return how many more dials chosen by what was learned reach somebody than those in turn, as a share.

        None where either way has too few dials to be told apart from chance.
        """
        known = {one.arm: one for one in self.arms}
        learned, control = known.get(Arm.LEARNED.value), known.get(Arm.CONTROL.value)
        if learned is None or control is None:
            return None
        if Reliance.SUPPRESSED in (reliance(learned.dials), reliance(control.dials)):
            return None
        return newcombe(learned.contacts, learned.dials, control.contacts, control.dials)

    @property
    def referred(self) -> dict[str, int]:
        """Return how many cases a supervisor ended as they stood (205, 246), by their code.

        What else goes to a supervisor (243) is an end by itself, whoever says so.
        """
        table = callback_rules.table()
        waits = {
            one.code for one in table if one.next.step is NextStep.SUPERVISOR and one.finality is Finality.TEMPORARY
        }
        return {code: count for code, count in self.endings.items() if code in waits}


@dataclass(frozen=True)
class _Case:
    """A case with what its attempts make of it."""

    row: CaseRow
    status: CaseStatus
    log: Sequence[Attempt]


def progress(view: View, campaign: bytes, *, place: str = "", period: tuple[str, str] = EVER) -> Progress:
    """Return how far a campaign has come: whole, or at one institution and of the encounters of one period (ISO days).

    What the ways of choosing brought is always that of the whole. Raises ``RecordGone``.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    facts, rules = stored.by_id(view.rows, campaign), rules_rows.campaign(view.rows, campaign)
    if facts is None or rules is None:
        raise RecordGone(entity="campaign", id=campaign.hex())
    table = callback_rules.table()
    cases = [one for one in _cases(view, campaign, rules, table) if _is_in(one.row, place, period)]
    classes = [(OutcomeClass(aapor_class(one.status, table)), one.row.weight) for one in cases]
    counts = counted((kind, 1) for kind, _ in classes)
    by_status: Counter[int] = Counter()
    weights: defaultdict[int, float] = defaultdict(float)
    for one in cases:
        status = int(hcahps_status(one.status, table) or 8)
        by_status[status] += 1
        weights[status] += one.row.weight
    if facts.stopped_at is not None:
        facts = replace(facts, stopped_at=facts.stopped_at.astimezone(ZoneInfo(view.settings.time_zone)))
    return Progress(
        facts, _strata(facts, cases, place), counts, outcome_rates(counts), outcome_rates(counted(classes)),
        hcahps_rate(by_status), hcahps_rate(weights), dict(sorted(by_status.items())),
        tuple(_slots(view, cases, table)),
        tuple(ArmProgress(*row) for row in attempt_rows.by_arm(view.rows, campaign, _contact_codes(table))),
        _kept(cases, rules, table), _punctuality(view, campaign, cases), _endings(cases), _by_code(cases, table), place,
        tuple(callback_languages.awaited(view, campaign)),
        callback_returns.returns(view, campaign), rules.policy,
    )  # fmt: skip


def _is_in(row: CaseRow, place: str, period: tuple[str, str]) -> bool:
    return (not place or row.institution == place) and (period == EVER or period[0] <= row.day <= period[1])


def _cases(view: View, campaign: bytes, rules: Campaign, table: Table) -> Iterator[_Case]:
    logs = attempt_rows.logs_of(view.rows, campaign)
    for row in stored.cases(view.rows, campaign):
        log = logs.get(row.call, []) if row.call else []
        about = Circumstances(row.numbers, rules.policy.conversions, rules.dialect, row.overruled_at)
        status = fold(log, table, about) if log else _UNWORKED
        merged = row.code == DUPLICATE and status.code not in (DONE, PARTLY_DONE)
        if row.closed and (merged or not status.final):
            status = ended(status, row.code, table)
        yield _Case(row, status, log)


def _strata(facts: CampaignFacts, cases: Sequence[_Case], place: str) -> tuple[StratumProgress, ...]:
    sizes = {one.name: one.size for one in facts.strata if place in ("", one.name.partition("/")[0])}
    groups: dict[str, list[_Case]] = {name: [] for name in sizes}
    for one in cases:
        groups.setdefault(one.row.stratum, []).append(one)
    return tuple(
        StratumProgress(
            name,
            sizes.get(name, len(group)),
            len(group),
            sum(one.row.released for one in group),
            sum(one.row.closed for one in group),
            sum(one.status.code == "110" for one in group),
            sum(one.status.code == "120" for one in group),
            sum(one.status.dials for one in group),
            sum(one.row.weight for one in group) / len(group) if group else 0.0,
        )
        for name, group in sorted(groups.items(), key=_by_name)
    )


def _by_name(one: tuple[str, object]) -> Order:
    return in_order(one[0])


def _contact_codes(table: Table) -> tuple[str, ...]:
    return tuple(one.code for one in table if one.contact)


def _slots(view: View, cases: Sequence[_Case], table: Table) -> Iterator[SlotContacts]:
    """Yield the share of contacts by weekday and slot: the heat map."""
    zone = callback_rules.slots_of(view).zone
    dials: Counter[tuple[int, Slot]] = Counter()
    contacts: Counter[tuple[int, Slot]] = Counter()
    for case in cases:
        for one in case.log:
            if not one.is_dial or one.slot is None or not one.code:
                continue
            place = (one.at.astimezone(zone).weekday(), one.slot)
            dials[place] += 1
            contacts[place] += table[one.code].contact
    for (weekday, slot), count in sorted(dials.items()):
        yield SlotContacts(weekday, slot, count, contacts[weekday, slot])


def _kept(cases: Sequence[_Case], rules: Campaign, table: Table) -> Kept:
    found: list[Compliance] = [
        compliance(one.log, table, rules.policy)
        for one in cases
        if one.status.final and {one.status.code, one.row.code} <= BY_ENGINE and one.row.released
    ]
    return Kept(
        len(found),
        sum(one.whole for one in found),
        sum(one.attempts for one in found),
        sum(one.slots for one in found),
        sum(one.at_home for one in found),
        sum(one.span for one in found),
    )


def _punctuality(view: View, campaign: bytes, cases: Sequence[_Case]) -> Punctuality:
    calls = {one.row.call: [attempt.at for attempt in one.log] for one in cases if one.row.call}
    found = [
        was_on_time(one, [at for at in calls[one.callback] if at > made], min(over or view.now, view.now))
        for one, made, over in attempt_rows.agreed_times(view.rows, campaign)
        if one.callback in calls
    ]
    told = [one for one in found if one is not None]
    return Punctuality(len(told), sum(told))


def _endings(cases: Sequence[_Case]) -> dict[str, int]:
    return dict(sorted(Counter(one.row.code for one in cases if one.row.closed).items()))


def _by_code(cases: Sequence[_Case], table: Table) -> dict[str, int]:
    return dict(sorted(Counter(aapor_code(one.status, table) for one in cases).items()))
