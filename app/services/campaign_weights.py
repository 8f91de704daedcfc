"""Weights of a campaign's answers: for who did not answer, and raked to the age and sex of everybody on the list.

Whoever answered stands for the eligible of their stratum (N/n × drawn eligible/responding); those weights are raked to
the strata and to age by sex of the frame at the same institutions, and cut at five times their median.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.campaigns import CampaignFacts, age_and_sex
from app.models.intervals import Reliance, kish_effect, reliance
from app.models.interview_records import InterviewEnd, InterviewRow
from app.models.questionnaire_logic import number_of
from app.models.questionnaires import SCALED
from app.models.sample_weights import raked, trimmed
from app.models.scoring import SCALES
from app.services import campaign_eligible, frame_contents, interviews
from app.services.campaign_results import Results
from app.services.office import View


@dataclass(frozen=True)
class Weighed:
    """The interviews that count with their weights. ``effect`` is what unequal weights cost (Kish): 1 is nothing."""

    found: tuple[tuple[InterviewRow, InterviewEnd], ...]
    answered: tuple[float, ...]
    raked: tuple[float, ...]

    @property
    def effect(self) -> float:
        """Return Kish's design effect of the raked weights."""
        return kish_effect(self.raked)

    def by_interview(self) -> dict[bytes, tuple[float, float]]:
        """Return both weights of each interview by its id."""
        both = zip(self.answered, self.raked, strict=True)
        return {row.id: pair for (row, _), pair in zip(self.found, both, strict=True)}


def weighed(view: View, facts: CampaignFacts, found: Sequence[tuple[InterviewRow, InterviewEnd]]) -> Weighed:
    """Return interviews of a campaign with their weights; a campaign without a frame is not raked.

    Raises ``FrameElsewhere`` and ``FrameRedacted`` for a campaign of an older program, which asks the list itself.
    """
    names = [row.asked.stratum for row, _ in found]
    counts = Counter(names)
    worked = campaign_eligible.worked(view, facts, counts)
    answered = [(worked[name].weight if name in worked else None) or 1.0 for name in names]
    if facts.frame is None or not found:
        return Weighed(tuple(found), tuple(answered), tuple(answered))
    kinds = [age_and_sex(row.asked.fields.get("age"), row.asked.fields.get("sex")) for row, _ in found]
    sizes: dict[Hashable, float] = {name: worked[name].people for name in counts if name in worked}
    people = _totals(view, facts, frozenset(kinds), sum(answered))
    margins: list[tuple[Sequence[Hashable], Mapping[Hashable, float]]] = [(names, sizes), (kinds, people)]
    return Weighed(tuple(found), tuple(answered), tuple(trimmed(raked(answered, margins))))


def _totals(view: View, facts: CampaignFacts, answered: frozenset[str], total: float) -> dict[Hashable, float]:
    """Return how many people each kind stands for; kinds of whom nobody answered are left out."""
    counts = facts.kinds or _counted(view, facts)
    known = {name: count for name, count in counts.items() if name in answered}
    whole = sum(known.values())
    return {name: total * count / whole for name, count in known.items()}


def _counted(view: View, facts: CampaignFacts) -> Mapping[str, int]:
    """Count the kinds on the list itself, for a campaign of an older program, which does not say them."""
    places = {one.name.partition("/")[0] for one in facts.strata}
    rows = frame_contents.rows_in(view, facts.frame or b"")
    return Counter(age_and_sex(row.age, row.sex) for row in rows if row.institution in places)


@dataclass(frozen=True)
class RakedShare:
    """The share of the top box of an item with raked weights."""

    item: str
    answers: int
    top: float


def raked_shares(view: View, found: Results) -> tuple[tuple[RakedShare, ...], float]:
    """Return the raked share of the top box of every scaled item with 25 answers or more, and Kish's design effect.

    Left out where the whole is, and where any institution is not shown: beside the unweighted share it would be a
    second sum over the same answers.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    asked = found.questionnaire
    best = interviews.best(view, found.campaign.id, found.period, questionnaire=asked.id, mode=found.mode)
    told = weighed(view, found.campaign, best)
    shares: list[RakedShare] = []
    shown = {one.item for one in found.top if not found.unseen.get(one.item)}
    for item in (one for one in asked.items if one.kind in SCALED and one.id in shown):
        top = SCALES[SCALED[item.kind]].top_from
        steps = [(number_of(item, ended.codes.get(item.id)), w) for (_, ended), w in zip(best, told.raked, strict=True)]
        known = [(step >= top, weight) for step, weight in steps if step is not None]
        if reliance(len(known)) is not Reliance.SUPPRESSED:
            whole = sum(weight for _, weight in known)
            shares.append(RakedShare(item.id, len(known), sum(weight for hit, weight in known if hit) / whole))
    return tuple(shares), told.effect if best else 1.0
