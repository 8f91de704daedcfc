"""Campaigns: a sample planned from a frame, drawn so that anybody can draw it again, released in replicates.

Planning takes its time and writes nothing (``planned`` is a question); drawing what was planned is one command.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models import sampling
from app.models.accounts import Permission
from app.models.campaigns import LONGEST_WINDOW, CampaignFacts, CampaignPlan, LeftOut, Stratum
from app.models.errors import CannotNow, FieldInvalid, FieldMissing, FieldWrong, RecordGone
from app.models.frames import Frame, FrameRow
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.retry_policy import OverHardLimit, RetryPolicy, from_table
from app.models.sampling import Allocation
from app.models.texts import Order, clean, in_order
from app.services import callback_sources, campaign_field, campaign_pools, questionnaires
from app.services.callback_sheets import text_of
from app.services.campaign_pools import Eligible, KeptEligible, id_of, key_of
from app.services.import_runs import Progress
from app.services.office import View, Work
from app.services.policies import today
from app.store import campaigns as stored
from app.store import frames as frame_rows
from app.store.bulk import Bulk

#: The longest field period in days; that of the rules for calling.
LONGEST_DAYS = 90


class CampaignNameTaken(CannotNow):
    """A campaign of this name is there. Facts: ``name``."""


class FieldPeriodOver(FieldWrong):
    """The last day of calling of a plan is over before anybody is drawn. Facts: ``field``, ``value``, ``ends_on``."""


class NobodyToDraw(CannotNow):
    """Nobody of a frame may be drawn. Facts: ``frame``, ``left_out`` (how many), ``left_out_by`` (why, most first)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One who was drawn: the encounter, its stratum and place there, its replicate, contact group, and weight N/n."""

    row: FrameRow
    stratum: str
    place: int
    replicate: int
    group: str
    weight: float


@dataclass(frozen=True)
class Planned:
    """A sample before it is drawn: who was chosen, the strata, how many gave way to another of their contact group
    (they share a person or a number), and how many of the frame were left out for which reason.
    """

    plan: CampaignPlan
    frame: Frame
    chosen: tuple[Chosen, ...]
    strata: tuple[Stratum, ...]
    gave_way: int
    left_out: Mapping[LeftOut, int]
    #: How many people of which age and sex stand on the list, by institution.
    kinds: Mapping[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])

    @property
    def censuses(self) -> tuple[str, ...]:
        """Return the strata of which everybody is drawn, though more were wanted or just as many: a warning."""
        return tuple(one.name for one in self.strata if one.is_census)


def planned(
    view: View, plan: CampaignPlan, *, progress: Progress | None = None, kept: KeptEligible | None = None
) -> Planned:
    """Return the sample of a plan; nothing is written, and the same plan on the same frame always gives the same.

    ``progress`` may stop it between any two steps; ``kept`` spares reading the frame again. Raises ``FieldMissing``,
    ``FieldInvalid``, ``FieldPeriodOver``, ``CampaignNameTaken``, ``RecordGone`` (frame or questionnaire),
    ``NobodyToDraw``, ``OverHardLimit``, ``FrameElsewhere``, ``FrameRedacted``.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    _check(view, plan)
    plan = _following(view, plan)
    frame = frame_rows.by_name(view.rows, plan.frame)
    if frame is None:
        raise RecordGone(entity="frame", id=plan.frame)
    found = campaign_pools.eligible(view, plan, frame, policy_of(plan), progress=progress, kept=kept)
    sizes = found.pool.sizes()
    if not sizes:
        reasons = tuple(why.value for why, _ in Counter(found.left_out).most_common())
        raise NobodyToDraw(frame=frame.name, left_out=sum(found.left_out.values()), left_out_by=reasons)
    if plan.after and not set(sizes) & set(plan.starts):
        raise FieldInvalid(field="after", value=plan.after)
    drawn = found.pool.draw(_wanted(plan, sizes), start=plan.start, starts=plan.starts)
    strata = [Stratum(one.name, one.size, one.wanted, one.drawn) for one in drawn.strata]
    if progress:
        progress.at(frame.rows)
    chosen = tuple(chosen_of(view, drawn, found))
    ordered = tuple(sorted(strata, key=_by_name))
    return Planned(plan, frame, chosen, ordered, drawn.gave_way, found.left_out, found.kinds)


def _following(view: View, plan: CampaignPlan) -> CampaignPlan:
    """Return a plan that draws after a campaign with the seed of that, each stratum behind whom it drew there."""
    if not plan.after:
        return plan
    former = stored.by_name(view.rows, plan.after)
    if former is None or not former.seed:
        raise RecordGone(entity="campaign", id=plan.after)
    seed = former.seed.encode()
    starts = {
        name: sampling.after_all(seed, persons, former.starts.get(name, former.start))
        for name, persons in stored.drawn_of(view.rows, former.id).items()
    }
    return replace(plan, seed=former.seed, start=0.0, starts=starts)


def _by_name(one: Stratum) -> Order:
    return in_order(one.name)


def _check(view: View, plan: CampaignPlan) -> None:
    for name in ("name", "frame", "seed"):
        if not clean(getattr(plan, name)):
            raise FieldMissing(field=name)
    answering = plan.response * (1 - plan.ineligible)
    sound = {
        "size": plan.size > 0,
        "begins_on": plan.begins_on <= date.max - timedelta(days=LONGEST_DAYS),
        "start": 0 <= plan.start < 1,
        "response": not plan.completes or 0 < answering <= 1,
    }
    for name in (name for name, fine in sound.items() if not fine):
        raise FieldInvalid(field=name, value=str(getattr(plan, name)))
    _check_bounds(plan)
    ends_on = last_day(plan)
    if ends_on < today(view):
        raise FieldPeriodOver(field="begins_on", value=plan.begins_on.isoformat(), ends_on=ends_on.isoformat())
    if plan.how is Allocation.NEYMAN and not plan.spreads:
        raise FieldMissing(field="spreads")
    if plan.questionnaire:
        questionnaires.current(view, plan.questionnaire)
    _check_window(plan)
    if stored.by_name(view.rows, clean(plan.name) or "") is not None:
        raise CampaignNameTaken(name=plan.name)


def _check_window(plan: CampaignPlan) -> None:
    """Refuse a plan whose rules leave people alone after the discharge until no first call is made any more."""
    if 0 < plan.window <= policy_of(plan).field_from_days:
        raise FieldInvalid(field="window", value=str(plan.window))


def _check_bounds(plan: CampaignPlan) -> None:
    for name, least, most in (("days", 1, LONGEST_DAYS), ("window", 0, LONGEST_WINDOW)):
        value = getattr(plan, name)
        if not least <= value <= most:
            raise OverHardLimit(field=name, value=value, least=least, most=most)


def last_day(plan: CampaignPlan) -> date:
    """Return the last day on which people of a plan may be called."""
    return plan.begins_on + timedelta(days=plan.days - 1)


def policy_of(plan: CampaignPlan) -> RetryPolicy:
    """Return the rules by which the people of a plan are called. Raises ``FieldInvalid``, ``OverHardLimit``."""
    return from_table({**plan.policy, "field_days": plan.days})


def _wanted(plan: CampaignPlan, sizes: Mapping[str, int]) -> dict[str, int]:
    spreads = [plan.spreads.get(name, 0.5) for name in sizes] if plan.how is Allocation.NEYMAN else None
    shares = sampling.allocate(list(sizes.values()), plan.draws, plan.how, minimum=plan.minimum, spreads=spreads)
    wanted = dict(zip(sizes, shares, strict=True))
    if plan.how is Allocation.FIXED:  # a stratum that is too small still says how many were wanted
        wanted = dict.fromkeys(sizes, max(plan.draws, plan.minimum))
    return wanted


def chosen_of(view: View, drawn: sampling.Draw, found: Eligible) -> Iterator[Chosen]:
    """Yield those who were drawn, in the order in which they are released."""
    taken = {one.id for one in drawn.drawn}
    by_id = {one.id: row for one, row in zip(found.encounters, found.there, strict=True) if one.id in taken}
    weights = {one.name: one.weight for one in drawn.strata}
    names = _group_names(view.outside["center_secret"], found, {one.group for one in drawn.drawn})
    for one in sorted(drawn.drawn, key=_order):
        yield Chosen(
            by_id[one.id], one.stratum, one.place, one.replicate, names[one.group], round(weights[one.stratum], 9)
        )


def _order(one: sampling.Drawn) -> tuple[int, int, str]:
    return one.replicate, one.place, one.stratum


def _group_names(secret: bytes, found: Eligible, wanted: set[int]) -> dict[int, str]:
    """Return a name for each contact group: a keyed hash of the least of its persons and numbers."""
    least: dict[int, str] = {}
    for group, one in zip(found.pool.groups, found.encounters, strict=True):
        if group in wanted:
            least[group] = min((least.get(group, "~"), one.person, *one.phones))
    return {group: key_of(secret, f"group:{text}")[:32] for group, text in least.items()}


def draw(work: Work, found: Planned, *, release: int = 1) -> bytes:
    """Keep a planned sample as a campaign with its cases, and let the first ``release`` replicates be called.

    Raises ``CampaignNameTaken``, and what the rules for calling refuse.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    plan = found.plan
    if stored.by_name(work.tx, clean(plan.name) or "") is not None:
        raise CampaignNameTaken(name=plan.name)
    policy: dict[str, Value] = {**plan.policy, "field_days": plan.days}
    campaign = callback_sources.open_campaign(work, plan.name, policy, plan=plan.slots, dialect=plan.dialect)
    work.tx.put("campaign", campaign, _values(work, found))
    write_cases(work, campaign, found)
    campaign_field.release(work, campaign, release)
    return campaign


def write_cases(work: Work, campaign: bytes, found: Planned) -> None:
    """Write the cases of those who were chosen."""
    zone = ZoneInfo(work.settings.time_zone)
    rest = policy_of(found.plan).field_from_days
    with Bulk(work.tx) as bulk:
        for one in found.chosen:
            begins = _begins(found.plan.begins_on, one.row, zone, rest)
            bulk.add("campaign_case", _case(campaign, one, found, begins), case_id(campaign, one.row))


def case_id(campaign: bytes, row: FrameRow) -> bytes:
    """Return the id of the case of an encounter: the same on every station."""
    return derived_id("campaign_case", campaign, id_of(row))


def _begins(begins_on: date, row: FrameRow, zone: ZoneInfo, rest: int) -> datetime:
    """Return when somebody may be called first: at the beginning, and some days after the discharge."""
    day = begins_on
    if row.day:
        day = max(day, date.fromisoformat(row.day) + timedelta(days=rest))
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _values(work: Work, found: Planned) -> dict[str, Value]:
    plan = found.plan
    asked = questionnaires.current(work, plan.questionnaire) if plan.questionnaire else None
    strata: list[Value] = [[one.name, one.size, one.wanted, one.drawn] for one in found.strata]
    places = {one.name.partition("/")[0] for one in found.strata}
    kinds: Counter[str] = Counter()
    for (place, kind), count in found.kinds.items():
        kinds[kind] += count if place in places else 0
    left_out: dict[str, Value] = {why.value: count for why, count in found.left_out.items()}
    return {
        "frame": found.frame.id.hex(),
        "seed": plan.seed,
        "start": plan.start,
        "starts": dict(plan.starts) or None,
        "window_days": plan.window or None,
        "how": plan.how.value,
        "strata": strata,
        "left_out": {**left_out, "gave_way": found.gave_way},
        "kinds": {name: count for name, count in sorted(kinds.items()) if count},
        "questionnaire": plan.questionnaire or None,
        "questionnaire_version": asked.version if asked else None,
        "begins_on": plan.begins_on.isoformat(),
        "ends_on": last_day(plan).isoformat(),
        "people": plan.people or None,
    }


def _case(campaign: bytes, one: Chosen, found: Planned, begins: datetime) -> dict[str, Value]:
    row = one.row
    about: dict[str, Value] = {**row.about(found.frame.kind)}
    return {
        "campaign": campaign.hex(),
        "person_key": row.person,
        "name": row.name or None,
        "numbers": list(row.phones),
        "stratum": one.stratum,
        "contact_group": one.group,
        "about": about,
        "begins_at": text_of(begins),
        "institution": row.institution,
        "encounter": row.encounter,
        "day": row.day or None,
        "place": one.place,
        "replicate": one.replicate,
        "weight": one.weight,
    }


def campaigns(view: View) -> list[CampaignFacts]:
    """Return every campaign, the newest first."""
    view.require(Permission.REASSIGN_INQUIRIES)
    return stored.all_campaigns(view.rows)


def named(view: View, name: str) -> CampaignFacts:
    """Return the newest campaign of a name. Raises ``RecordGone``."""
    view.require(Permission.REASSIGN_INQUIRIES)
    found = stored.by_name(view.rows, name)
    if found is None:
        raise RecordGone(entity="campaign", id=name)
    return found
