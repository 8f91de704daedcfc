"""Half-years of remeasurements that are not shown: they overlap with quarters, and a few answers would be left over.

The page of results shows quarters of a campaign, other findings of the place other half-years. A half-year is shown
unless a sum or a difference of all of them would be a figure with fewer than 25 answers. Findings come in the order in
which their measures took effect, so that the same is shown to everybody.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from app.models.accounts import Permission
from app.models.intervals import SUPPRESSED_BELOW
from app.models.interview_records import SurveyMode
from app.models.remeasuring import Stretch, stretches
from app.models.withholding import Told, runs, tells_more
from app.services import campaign_withheld, questionnaires
from app.services.office import View
from app.services.policies import today
from app.store import findings as finding_rows
from app.store import interviews as interview_rows

#: A part of the time of a campaign (None: asked outside of campaigns).
_Part = tuple[bytes | None, int]


@dataclass(frozen=True)
class Reply:
    """Somebody who answered what a rule looks at: when (ISO day), in which campaign, and whether all was well."""

    day: str
    campaign: bytes | None
    fine: bool


@dataclass(frozen=True)
class Rule:
    """What is measured again: a rule of a questionnaire at an institution, and the items that it looks at."""

    questionnaire: str
    institution: str
    id: str
    items: Sequence[str]


def shown(view: View, rule: Rule, replies: Sequence[Reply]) -> Set[tuple[date, date]]:
    """Return the half-years (first and last day) of every finding of a rule that are shown."""
    view.require(Permission.SEE_FINDINGS)
    wanted = [(one.first_on, one.last_on) for each in _effective(view, rule) for one in _halves(view, each)]
    wanted = list(dict.fromkeys(wanted))
    starts = _starts(wanted, replies)
    counts = Counter((one.campaign, bisect_right(starts, one.day)) for one in replies)
    of_campaigns = list(_of_campaigns(view, rule, counts, starts))
    told = Told(*(parts for is_shown, parts in of_campaigns if is_shown))
    secrets = [parts for is_shown, parts in of_campaigns if not is_shown]
    secrets += _secrets(counts, len(starts))
    found: set[tuple[date, date]] = set()
    for first, last in wanted:
        between = range(bisect_right(starts, first.isoformat()), bisect_right(starts, last.isoformat()) + 1)
        parts = [part for part in counts if part[1] in between]
        enough = sum(counts[part] for part in parts) >= SUPPRESSED_BELOW
        if enough and not tells_more(told, parts, secrets):
            told.show(parts)
            found.add((first, last))
    return found


def _effective(view: View, rule: Rule) -> Iterator[date]:
    for one in finding_rows.measured_at(view.rows, rule.institution):
        begun = interview_rows.by_id(view.rows, one.finding.interview) if one.finding.interview else None
        if begun is not None and one.trigger == rule.id and begun.asked.questionnaire == rule.questionnaire:
            yield date.fromisoformat(one.finding.effective_on)


def _halves(view: View, effective: date) -> list[Stretch]:
    before, after = stretches(effective, today(view))
    return [before, *after]


def _starts(wanted: Sequence[tuple[date, date]], replies: Sequence[Reply]) -> list[str]:
    """Return every day on which a quarter or a half-year begins, or the day after it."""
    days = {day for first, last in wanted for day in (first.isoformat(), (last + timedelta(days=1)).isoformat())}
    years = {one.day[:4] for one in replies if one.day}
    return sorted(days | {f"{year}-{month}-01" for year in years for month in ("01", "04", "07", "10")})


def _of_campaigns(
    view: View, rule: Rule, counts: Counter[_Part], starts: Sequence[str]
) -> Iterator[tuple[bool, list[_Part]]]:
    """Yield the parts of every quarter, and of the whole, and whether the results of a campaign show them.

    What is withheld there would tell few answers of other institutions beside the total of all.
    """
    asked = questionnaires.current(view, rule.questionnaire)
    for campaign in {one for one, _ in counts if one is not None}:
        mode = SurveyMode.TELEPHONE
        known = campaign_withheld.shown_of(view, campaign, asked, mode, rule.institution, rule.items)
        own = [part for part in counts if part[0] == campaign]
        yield known.whole, own
        quarters: dict[str, list[_Part]] = {}
        for part in (part for part in own if part[1]):
            quarters.setdefault(_quarter(starts[part[1] - 1]), []).append(part)
        for name, parts in sorted(quarters.items()):
            yield name in known.quarters, parts


def _quarter(day: str) -> str:
    return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}"


def _secrets(counts: Counter[_Part], parts: int) -> Iterator[list[_Part]]:
    """Yield what is not to be told: neighboring parts with too few answers, of one campaign and of all together."""
    for campaign in {one for one, _ in counts}:
        line = [counts.get((campaign, place), 0) for place in range(parts + 1)]
        yield from ([(campaign, place) for place in one if line[place]] for one in runs(line))
    together = [sum(count for (_, at), count in counts.items() if at == place) for place in range(parts + 1)]
    yield from ([part for part in counts if part[1] in one] for one in runs(together))
