"""More people for a campaign that is under way: the next of each stratum by the same permanent numbers.

The former sample stays whole, and every weight of a stratum becomes N/n of what is drawn then, so that estimates stay
unbiased. Nobody is drawn beside somebody of the same contact group.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.models import sampling
from app.models.accounts import Permission
from app.models.campaigns import CampaignFacts, CampaignPlan, LeftOut, Strata
from app.models.errors import CannotNow, FieldInvalid, RecordGone
from app.models.frames import Frame, FrameRow
from app.models.journal import Value
from app.models.retry_policy import RetryPolicy
from app.models.sampling import REPLICATES
from app.services import campaign_field, campaign_pools, campaigns, frame_contents
from app.services.campaign_field import CampaignOver
from app.services.campaign_pools import Eligible
from app.services.campaigns import Planned
from app.services.office import View, Work
from app.services.policies import today
from app.store import campaign_cases as rules_rows
from app.store import campaigns as stored
from app.store import frames as frame_rows


class NobodyMore(CannotNow):
    """Nobody else of the frame may be drawn for a campaign. Facts: ``name``."""


@dataclass(frozen=True)
class TopUp:
    """People to be added to a campaign; ``strata`` as they stand with them, ``added`` how many by stratum."""

    campaign: CampaignFacts
    found: Planned
    added: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """Return how many are added."""
        return len(self.found.chosen)


def planned(view: View, campaign: bytes, more: int, *, from_on: date | None = None, to_on: date | None = None) -> TopUp:
    """Return who comes next by the numbers of a campaign; nothing is written, and the same is found by anybody.

    ``more`` people are shared out as the first sample was. A campaign that was drawn of some days only names them again
    (``from_on``, ``to_on``); other days than those of the first draw are refused. Raises ``RecordGone``,
    ``CampaignOver``, ``FieldInvalid`` (more, from_on), ``NobodyMore``.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    facts, frame = _drawn_from(view, campaign)
    if more < 1:
        raise FieldInvalid(field="more", value=str(more))
    plan, rules = _plan_of(facts, frame, from_on, to_on), _rules_of(view, campaign)
    plan = replace(plan, policy={"field_from_days": rules.field_from_days})
    there = _left(view, facts, frame, plan, rules)
    shares = sampling.largest_remainder(sampling.quotas([one.wanted for one in facts.strata], more))
    room = {one.name: max(0, min(share, one.size - one.drawn)) for one, share in zip(facts.strata, shares, strict=True)}
    encounters = [campaign_pools.encounter_of(plan, row) for row in there]
    pool = sampling.Pool(encounters, facts.seed.encode())
    drawn = pool.draw(room, start=facts.start, starts=facts.starts)
    if not drawn.drawn:
        raise NobodyMore(name=facts.name)
    taken = {one.name: one.drawn for one in drawn.strata}
    strata = tuple(
        replace(one, wanted=one.wanted + share, drawn=one.drawn + taken.get(one.name, 0))
        for one, share in zip(facts.strata, shares, strict=True)
    )
    before = {one.name: (one.drawn, new.weight) for one, new in zip(facts.strata, strata, strict=True)}
    chosen = tuple(
        replace(one, place=before[one.stratum][0] + one.place, replicate=REPLICATES, weight=before[one.stratum][1])
        for one in campaigns.chosen_of(view, drawn, Eligible(there, encounters, pool))
    )
    return TopUp(facts, Planned(plan, frame, chosen, strata, drawn.gave_way, {}), tuple(taken.items()))


def add(work: Work, found: TopUp) -> int:
    """Add these people to their campaign; those of the released replicates can be called. Return how many they are.

    Raises ``RecordGone``, ``CampaignOver``, and ``FieldInvalid`` where the campaign has changed since it was planned.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    facts, _ = _drawn_from(work, found.campaign.id)
    if facts.strata != found.campaign.strata:
        raise FieldInvalid(field="more", value=str(found.count))
    strata: list[Value] = [[one.name, one.size, one.wanted, one.drawn] for one in found.found.strata]
    weights = {one.name: one.weight for one in found.found.strata}
    for case in list(stored.cases(work.tx, facts.id)):
        if case.stratum in weights:
            work.tx.put("campaign_case", case.id, {"weight": weights[case.stratum]})
    campaigns.write_cases(work, facts.id, found.found)
    work.tx.put("campaign", facts.id, {"strata": strata})
    campaign_field.release(work, facts.id, facts.released)
    return found.count


def _drawn_from(view: View, campaign: bytes) -> tuple[CampaignFacts, Frame]:
    rows = view.rows
    facts = stored.by_id(rows, campaign)
    frame = frame_rows.by_name(rows, facts.frame_name) if facts and facts.seed else None
    if facts is None or frame is None or facts.begins_on is None:
        raise RecordGone(entity="campaign", id=campaign.hex())
    if facts.closed_at is not None or (facts.ends_on is not None and facts.ends_on < today(view)):
        raise CampaignOver(name=facts.name)
    return facts, frame


def _plan_of(facts: CampaignFacts, frame: Frame, from_on: date | None, to_on: date | None) -> CampaignPlan:
    """Return what the campaign was planned by, as far as drawing more needs it."""
    by_department = any("/" in one.name for one in facts.strata)
    return CampaignPlan(
        facts.name,
        frame.name,
        facts.seed,
        1,
        facts.begins_on or date.min,
        strata=Strata.DEPARTMENT if by_department else Strata.INSTITUTION,
        start=facts.start,
        starts=facts.starts,
        window=facts.window,
        from_on=from_on,
        to_on=to_on,
        places=tuple(dict.fromkeys(one.name.partition("/")[0] for one in facts.strata)),
    )


def _rules_of(view: View, campaign: bytes) -> RetryPolicy:
    found = rules_rows.campaign(view.rows, campaign)
    if found is None:
        raise RecordGone(entity="campaign", id=campaign.hex())
    return found.policy


def _left(view: View, facts: CampaignFacts, frame: Frame, plan: CampaignPlan, rules: RetryPolicy) -> Sequence[FrameRow]:
    """Return who of the frame may still be drawn: nobody of the campaign, nor of the contact group of one of it."""
    everybody = list(frame_contents.rows_in(view, frame.id))
    drawn = {one.id for one in stored.cases(view.rows, facts.id)}
    own = frozenset(key for row in everybody if campaigns.case_id(facts.id, row) in drawn for key in row.keys)
    oldest = plan.oldest(today(view))
    bars = campaign_pools.barred(view, rules, campaign_pools.since_of(plan, oldest))
    bars = replace(bars, alone=((LeftOut.IN_CAMPAIGN, "", own), *bars.alone))
    found = campaign_pools.sift(everybody, plan, bars, oldest)
    if found.left_out[LeftOut.OUT_OF_DATES] != facts.left_out.get(LeftOut.OUT_OF_DATES.value, 0):
        raise FieldInvalid(field="from_on", value=plan.from_on.isoformat() if plan.from_on else "")
    return found.there
