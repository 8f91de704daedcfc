"""What the page of results asks at once: the figures of one item, and what they are held against."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.models.campaigns import CampaignFacts
from app.models.comparisons import Change
from app.models.interview_records import SurveyMode
from app.services import (
    campaign_mix,
    campaign_pooled,
    campaign_progress,
    campaign_results,
    campaign_washout,
    campaigns,
    units,
)
from app.services.campaign_pooled import PooledChange
from app.services.campaign_progress import Progress
from app.services.campaign_results import Compared, Results
from app.services.campaign_withheld import EVER
from app.services.office import View

_CAMPAIGN, _QUARTER, _STRETCH = "campaign:", "quarter:", "stretch:"


@dataclass(frozen=True)
class Wanted:
    """Which figures: ``item`` "" is the first, ``quarter`` "" all, ``against`` "" nothing, else a quarter of the same
    campaign (``quarter:2026Q1``), several of its quarters (``stretch:2025Q3-2026Q1``) or another campaign
    (``campaign:`` and its id).
    """

    campaign: bytes
    item: str = ""
    quarter: str = ""
    mode: SurveyMode = SurveyMode.TELEPHONE
    against: str = ""
    two: bool = False


@dataclass(frozen=True)
class Shown:
    """The figures. ``names``: code → name of each institution; ``others`` campaigns that asked the same.

    ``adjusted``: code → share of the top box as if every institution had asked the same mix of people.
    ``whole``: the change over all strata by the design.
    """

    wanted: Wanted
    results: Results
    item: str
    quarters: tuple[str, ...]
    others: tuple[CampaignFacts, ...]
    names: Mapping[str, str]
    progress: Progress
    before: Results | None
    compared: tuple[Compared, ...]
    pooled: PooledChange | None
    adjusted: Mapping[str, float]
    whole: Change | None = None


def against_quarter(name: str) -> str:
    """Return what stands for a quarter of the same campaign."""
    return f"{_QUARTER}{name}"


def quarters_before(shown: "Shown") -> str:
    """Return all quarters before the chosen one; "" where no two are, or none is chosen."""
    known = shown.quarters
    if shown.wanted.quarter not in known:
        return ""
    before = known[: known.index(shown.wanted.quarter)]
    return f"{before[0]}-{before[-1]}" if len(before) >= campaign_results.QUARTERS_BEFORE else ""


def against_stretch(name: str) -> str:
    """Return what stands for several quarters of the same campaign."""
    return f"{_STRETCH}{name}"


def against_campaign(campaign: bytes) -> str:
    """Return what stands for another campaign."""
    return f"{_CAMPAIGN}{campaign.hex()}"


def names(view: View, language: str) -> dict[str, str]:
    """Return the name of every institution by its code."""
    chinese = language.startswith("zh")
    return {one.code: one.name if chinese else one.name_en or one.name for one in units.list_units(view)}


def shown(view: View, wanted: Wanted, language: str) -> Shown:
    """Return the figures that are wanted. Raises ``RecordGone``, ``CampaignWithoutQuestions``."""
    period = campaign_results.quarter(wanted.quarter) if wanted.quarter else EVER
    found = campaign_results.results(view, wanted.campaign, period=period, mode=wanted.mode)
    item = wanted.item or _main(found)
    others = _others(view, found)
    before = _before(view, wanted, period, others)
    wanted = wanted if before else replace(wanted, against="")
    compared = campaign_washout.compared(view, before, found, item, two=wanted.two) if before and item else []
    return Shown(
        wanted, found, item, tuple(campaign_results.quarters(view, wanted.campaign)), others,
        names(view, language), campaign_progress.progress(view, wanted.campaign, period=period), before,
        tuple(compared), campaign_pooled.pooled(compared), campaign_mix.adjusted(view, found, item) if item else {},
        campaign_results.whole_change(before, found, item, two=wanted.two) if before and item else None,
    )  # fmt: skip


def items_of(found: Results) -> list[str]:
    """Return the scaled items that a measure counts, in the order of the measures."""
    items = [one for measures in found.institutions.values() for each in measures for one in each.items]
    if items:
        return list(dict.fromkeys(one.item for one in items))
    asked = (name for measure in found.questionnaire.measures for name in measure.items)
    return list(dict.fromkeys(name for name in asked if found.questionnaire.item(name) is not None))


def _main(found: Results) -> str:
    """Return the item that is shown first: the one that most people answered, of equals the one on the whole."""
    counts: Counter[str] = Counter()
    for measures in found.institutions.values():
        counts.update({one.item: one.boxes.answers for each in measures for one in each.items})
    return max(items_of(found), key=lambda name: (counts[name], "overall" in name), default="")


def _before(view: View, wanted: Wanted, period: tuple[str, str], others: Sequence[CampaignFacts]) -> Results | None:
    """Return what is held against; None where nothing is, or where it is nothing that was before."""
    kind, _, key = wanted.against.partition(":")
    if not key:
        return None
    if f"{kind}:" != _CAMPAIGN:
        days = campaign_results.stretch(key)
        if days[1] >= period[0]:
            return None
        return campaign_results.results(view, wanted.campaign, period=days, mode=wanted.mode)
    campaign = bytes.fromhex(key)
    if campaign not in [one.id for one in others]:
        return None
    return campaign_results.results(view, campaign, mode=wanted.mode)


def _others(view: View, found: Results) -> tuple[CampaignFacts, ...]:
    """Return the campaigns that asked the same and began no later: a later one is nothing that was before."""
    own = found.campaign
    last = own.begins_on or date.max
    return tuple(
        one
        for one in campaigns.campaigns(view)
        if one.id != own.id and one.questionnaire == own.questionnaire and (one.begins_on or date.min) <= last
    )
