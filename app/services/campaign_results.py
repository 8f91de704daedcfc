"""Results of a campaign: per institution and quarter, over all strata, and before against after.

Interviews of one mode only; who answered stands for the eligible of their stratum, so that who did not answer is made
up for within it. What a figure may say stands in ``models/survey_results`` and ``models/intervals``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.models import comparisons
from app.models.accounts import Permission
from app.models.campaigns import CampaignFacts
from app.models.comparisons import Change
from app.models.errors import CannotNow, RecordGone
from app.models.intervals import SUPPRESSED_BELOW, Interval, Reliance
from app.models.interview_records import SurveyMode
from app.models.questionnaires import SCALED, Item, Questionnaire
from app.models.survey_results import Answered, ItemFigure, MeasureFigure, Overall, by_institution, overall, without
from app.models.texts import in_order
from app.services import campaign_eligible, campaign_withheld, interviews, questionnaires
from app.services.campaign_withheld import EVER
from app.services.office import View
from app.store import campaigns as stored

#: Institutions in the lowest so manieth part before were perhaps only unlucky: they rise by themselves.
_LOWEST = 4
#: So many quarters before are needed to tell a change of whoever was low from chance, and from what all others did.
QUARTERS_BEFORE = 2


class CampaignWithoutQuestions(CannotNow):
    """A campaign was drawn without a questionnaire, so nothing can be scored. Facts: ``name``."""


class SameAnswers(CannotNow):
    """Both sides of a comparison hold the same answers, so that nothing can have changed. Facts: ``name``."""


@dataclass(frozen=True)
class Results:
    """The results of a campaign in one mode and period (ISO days). ``institutions``: code → its measures.

    ``answers`` are the interviews that count by institution, ``sizes`` the eligible persons of each, ``quarters`` in
    how many quarters they lie. ``unseen``: item → institutions that are not shown; ``untold``: items of which the whole
    is left out, because fewer than 25 answers could be told from it (``campaign_withheld``).
    """

    campaign: CampaignFacts
    questionnaire: Questionnaire
    mode: SurveyMode
    period: tuple[str, str]
    answers: Mapping[str, int]
    sizes: Mapping[str, int]
    institutions: Mapping[str, tuple[MeasureFigure, ...]]
    top: tuple[Overall, ...]
    two: tuple[Overall, ...]
    quarters: Mapping[str, int]
    unseen: Mapping[str, frozenset[str]]
    untold: frozenset[str]

    def why_no_total(self, item: str) -> Reliance | None:
        """Return why an item has no figure over all institutions, None where it has one."""
        if any(one.item == item for one in self.top):
            return None
        return Reliance.WITHHELD if item in self.untold else Reliance.SUPPRESSED


def quarter(name: str) -> tuple[str, str]:
    """Return the first and last day of a quarter like 2026Q1 (ISO). Raises ``ValueError``."""
    year, number = int(name[:4]), int(name[5:])
    if len(name) != 6 or name[4] != "Q" or not 1 <= number <= 4:
        raise ValueError(name)
    last = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}[number]
    return f"{year:04}-{3 * number - 2:02}-01", f"{year:04}-{last}"


def overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether two periods (first and last ISO day) have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def stretch(name: str) -> tuple[str, str]:
    """Return the first and last day of a quarter, or of several like 2025Q3-2026Q1 (ISO). Raises ``ValueError``."""
    first, between, last = name.partition("-")
    days = (quarter(first)[0], quarter(last if between else first)[1])
    if days[0] > days[1]:
        raise ValueError(name)
    return days


def quarters(view: View, campaign: bytes) -> list[str]:
    """Return the quarters in which the encounters of a campaign lie, the earliest first."""
    view.require(Permission.REASSIGN_INQUIRIES)
    days = stored.days_of(view.rows, campaign)
    return sorted({_quarter_of(day) for day in days})


def _quarter_of(day: str) -> str:
    return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}"


def results(
    view: View, campaign: bytes, *, period: tuple[str, str] = EVER, mode: SurveyMode = SurveyMode.TELEPHONE
) -> Results:
    """Return the results of a campaign. Raises ``RecordGone``, ``CampaignWithoutQuestions``."""
    view.require(Permission.REASSIGN_INQUIRIES)
    facts = stored.by_id(view.rows, campaign)
    if facts is None:
        raise RecordGone(entity="campaign", id=campaign.hex())
    if not facts.questionnaire:
        raise CampaignWithoutQuestions(name=facts.name)
    asked = questionnaires.version_of(view, facts.questionnaire, facts.questionnaire_version or 1)
    said = interviews.best(view, campaign, period, questionnaire=facts.questionnaire, mode=mode)
    found = interviews.answers_of(said)
    worked = campaign_eligible.worked(view, facts, Counter(one.stratum for one in found))
    strata = {name: round(one.people) for name, one in worked.items()}
    sizes = _by_place(strata)
    scaled = [one for one in asked.items if one.kind in SCALED]
    hidden = campaign_withheld.hidden(view, campaign, asked, mode, period, said if period == EVER else None)
    whole = {item: unseen for item, unseen in hidden.unseen.items() if item not in hidden.totals}
    return Results(
        facts, asked, mode, period, Counter(one.institution for one in found), sizes,
        without(by_institution(asked, found, sizes), hidden.places),
        _overall(scaled, found, strata, whole), _overall(scaled, found, strata, whole, two=True), _quarters_of(found),
        hidden.unseen, hidden.totals,
    )  # fmt: skip


def _quarters_of(found: Sequence[Answered]) -> dict[str, int]:
    """Return in how many quarters each institution has answers."""
    known = {(one.institution, _quarter_of(one.day)) for one in found if one.day}
    return dict(Counter(place for place, _ in known))


def _by_place(strata: Mapping[str, int]) -> dict[str, int]:
    """Return the size of each institution: that of its strata together."""
    found: Counter[str] = Counter()
    for name, size in strata.items():
        found[name.partition("/")[0]] += size
    return dict(found)


def _overall(
    items: Iterable[Item],
    found: Sequence[Answered],
    strata: Mapping[str, int],
    unseen: Mapping[str, frozenset[str]],
    *,
    two: bool = False,
) -> tuple[Overall, ...]:
    """Return the items over all strata of which the whole is shown (item → institutions that are not)."""
    known = (overall(one, found, strata, two=two, together=unseen[one.id]) for one in items if one.id in unseen)
    return tuple(one for one in known if one is not None)


#: Hits and answers; the hits are None where they are not shown.
Side = tuple[int | None, int]
NOBODY: Side = (None, 0)
_Shown = tuple[int, int]


@dataclass(frozen=True)
class Compared:
    """One institution before and after, each side as hits and answers; the hits are None where they are not shown,
    and ``change`` is None where either side's are.

    ``holm`` is the p value adjusted for the number of institutions, ``others`` the difference in differences against
    all the others, ``detectable`` the least rise that so many answers would show. ``may_regress``: it was among the
    lowest before, so a part of a rise would have come by itself. ``washout``: the day on which a measure of it took
    effect inside one of the two periods; its quarter is left out (``campaign_washout``). ``quarters`` has answers
    before: with fewer than two, ``others`` is None, and ``holm``, too, where it was among the lowest: such a change is
    not judged.
    """

    institution: str
    before: Side
    after: Side
    change: Change | None
    holm: float | None
    others: Interval | None
    detectable: float | None
    may_regress: bool
    washout: str = ""
    quarters: int = QUARTERS_BEFORE

    @property
    def is_judged(self) -> bool:
        """Say whether the change may be judged: whoever was low is so by two quarters or more."""
        return not self.may_regress or self.quarters >= QUARTERS_BEFORE

    @property
    def why_no_change(self) -> Reliance | None:
        """Return why no change is shown: too few answers on a side, or a side that is withheld; None where one is."""
        if self.change is not None:
            return None
        few = min(self.before[1], self.after[1]) < SUPPRESSED_BELOW
        return Reliance.SUPPRESSED if few else Reliance.WITHHELD


def check_sides(before: Results, after: Results) -> None:
    """Raise ``SameAnswers`` where two sides hold answers in common."""
    if before.campaign.id == after.campaign.id and overlap(before.period, after.period):
        raise SameAnswers(name=after.campaign.name)


def compared(before: Results, after: Results, item: str, *, two: bool = False) -> list[Compared]:
    """Return every institution's share of the top box (``two``: top two) of an item, before and after.

    Raises ``RecordGone`` for an item that is not scaled in both, ``SameAnswers``.
    """
    check_sides(before, after)
    sides = [_hits(one, item, two=two) for one in (before, after)]
    names = sorted(set(sides[0]) | set(sides[1]), key=in_order)
    pairs = {name: (sides[0].get(name, NOBODY), sides[1].get(name, NOBODY)) for name in names}
    enough = _enough(pairs)
    changes = {name: comparisons.before_after(*pair) for name, pair in enough.items()}
    low, long = _lowest(sides[0]), {name for name, count in before.quarters.items() if count >= QUARTERS_BEFORE}
    tested = [name for name, one in changes.items() if one.p is not None and (name not in low or name in long)]
    adjusted = dict(zip(tested, comparisons.holm([changes[name].p or 0.0 for name in tested]), strict=True))
    return [
        Compared(
            name,
            *pairs[name],
            changes.get(name),
            adjusted.get(name),
            _against_others(name, enough) if name in long else None,
            _detectable(*enough[name]) if name in enough else None,
            name in low,
            quarters=before.quarters.get(name, 0),
        )
        for name in names
    ]


def whole_change(before: Results, after: Results, item: str, *, two: bool = False) -> Change | None:
    """Return how the weighted share of an item over all strata changed, by the design; None with too few answers.

    None, too, where the two sides are not about the same institutions: then it is others that changed it.
    """
    if set(before.sizes) != set(after.sizes):
        return None
    sides = [
        next((one for one in (each.two if two else each.top) if one.item == item), None) for each in (before, after)
    ]
    first, second = sides
    if first is None or second is None:
        return None
    return comparisons.designed_change(
        (first.weighted.estimate, first.variance), (second.weighted.estimate, second.variance)
    )


def _detectable(before: _Shown, after: _Shown) -> float | None:
    return comparisons.detectable_rise(before[0] / before[1], min(before[1], after[1]))


def _enough(pairs: Mapping[str, tuple[Side, Side]]) -> dict[str, tuple[_Shown, _Shown]]:
    """Return the pairs of which both sides are shown."""
    return {
        name: ((before, before_of), (after, after_of))
        for name, ((before, before_of), (after, after_of)) in pairs.items()
        if before is not None and after is not None
    }


def _hits(found: Results, item: str, *, two: bool) -> dict[str, Side]:
    asked = found.questionnaire.item(item)
    if asked is None or asked.kind not in SCALED:
        raise RecordGone(entity="item", id=item)
    figures = {
        name: next((one for measure in measures for one in measure.items if one.item == item), None)
        for name, measures in found.institutions.items()
    }
    return {name: (_hits_of(one, two=two), one.boxes.answers) for name, one in figures.items() if one}


def _hits_of(one: ItemFigure, *, two: bool) -> int | None:
    hits = one.boxes.two if two else one.boxes.top
    return hits if one.interval is not None else None


def _lowest(before: Mapping[str, Side]) -> frozenset[str]:
    shares = {name: hits / answers for name, (hits, answers) in before.items() if hits is not None}
    ranked = sorted(shares, key=lambda name: (shares[name], name))
    return frozenset(ranked[: len(ranked) // _LOWEST])


def _against_others(name: str, enough: Mapping[str, tuple[_Shown, _Shown]]) -> Interval | None:
    others = [pair for other, pair in enough.items() if other != name]
    if name not in enough or not others:
        return None
    pooled = [(sum(pair[side][0] for pair in others), sum(pair[side][1] for pair in others)) for side in (0, 1)]
    sides = (*enough[name], *pooled)
    shares = [hits / answers for hits, answers in sides]
    found, _ = comparisons.did((shares[0], shares[1]), (shares[2], shares[3]), [answers for _, answers in sides])
    return found
