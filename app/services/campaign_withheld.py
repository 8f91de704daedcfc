"""Figures of a campaign that are not shown because others would tell them: of an institution, a quarter, the whole."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from app.models.intervals import SUPPRESSED_BELOW
from app.models.interview_records import InterviewEnd, InterviewRow, SurveyMode
from app.models.questionnaire_logic import number_of
from app.models.questionnaires import SCALED, Questionnaire
from app.models.withholding import WHOLE, Cell, may_stretch, withheld
from app.services import interviews
from app.services.office import View

#: First and last day of a period that has none.
EVER = ("", "9999-12-31")


def places(
    view: View, campaign: bytes, asked: Questionnaire, mode: SurveyMode, period: tuple[str, str]
) -> Mapping[str, frozenset[str]]:
    """Return the institutions that are withheld in a period (ISO days), by item; all quarters and the whole count."""
    said = interviews.best(view, campaign, EVER, questionnaire=asked.id, mode=mode)
    column = WHOLE if period == EVER else _name(period)
    found: dict[str, frozenset[str]] = {}
    for item, cells in _counts(asked, said, period).items():
        also = _stretched(_counts(asked, said, EVER)[item], period) if _is_stretch(period) else frozenset[str]()
        hidden = withheld(cells, {(row, column) for row in also})
        found[item] = frozenset(row for row, one in hidden if one == column)
    return found


@dataclass(frozen=True)
class ShownQuarters:
    """What a page of results shows of an institution: which quarters, and whether all of them together."""

    quarters: frozenset[str]
    whole: bool


def shown_of(
    view: View, campaign: bytes, asked: Questionnaire, mode: SurveyMode, institution: str, items: Iterable[str]
) -> ShownQuarters:
    """Return which quarters of an institution are shown for any of some items of a campaign."""
    said = interviews.best(view, campaign, EVER, questionnaire=asked.id, mode=mode)
    counts, quarters = _counts(asked, said, EVER), set[str]()
    for cells in (counts[item] for item in items if item in counts):
        quarters |= _shown(cells, institution)
    return ShownQuarters(frozenset(quarters - {WHOLE}), WHOLE in quarters)


def _counts(
    asked: Questionnaire, said: Sequence[tuple[InterviewRow, InterviewEnd]], period: tuple[str, str]
) -> Mapping[str, Counter[Cell]]:
    items = [one for one in asked.items if one.kind in SCALED]
    counts: defaultdict[str, Counter[Cell]] = defaultdict(Counter)
    for row, ended in said:
        cell = (row.asked.institution, _column(row.asked.day, period))
        for item in items:
            counts[item.id][cell] += number_of(item, ended.codes.get(item.id)) is not None
    return counts


def _shown(cells: Mapping[Cell, int], row: str) -> set[str]:
    """Return the quarters of an institution that are shown by themselves, and the whole where it is."""
    own = {column: count for (name, column), count in cells.items() if name == row}
    hidden = {column for name, column in withheld(cells) if name == row}
    own[WHOLE] = sum(own.values())
    return {column for column, count in own.items() if count >= SUPPRESSED_BELOW and column not in hidden}


def _stretched(cells: Mapping[Cell, int], period: tuple[str, str]) -> frozenset[str]:
    """Return the institutions of which several quarters must not be shown as one figure."""
    ends = (_column(period[0], EVER), _column(period[1], EVER))
    return frozenset(row for row in {row for row, _ in cells} if not _may(cells, row, ends))


def _may(cells: Mapping[Cell, int], row: str, ends: tuple[str, str]) -> bool:
    counts = {column: count for (name, column), count in cells.items() if name == row}
    known: Set[str] = _shown(cells, row)
    return may_stretch(counts, known, whole=WHOLE in known, stretch=ends)


def _column(day: str, period: tuple[str, str]) -> str:
    inside = period != EVER and period[0] <= day <= period[1]
    return _name(period) if inside else f"{day[:4]}Q{(int(day[5:7] or 1) + 2) // 3}"


def _whole_quarters(period: tuple[str, str]) -> bool:
    first, last = period
    return first[5:] in ("01-01", "04-01", "07-01", "10-01") and last[5:] in ("03-31", "06-30", "09-30", "12-31")


def _is_stretch(period: tuple[str, str]) -> bool:
    """Say whether a period is several quarters."""
    return period != EVER and _whole_quarters(period) and "Q" not in _name(period)


def _name(period: tuple[str, str]) -> str:
    """Return by what a period is known: a quarter by its own name, whichever period is looked at."""
    first, last = period
    is_quarter = _whole_quarters(period) and first[:4] == last[:4] and int(last[5:7]) - int(first[5:7]) == 2
    return f"{first[:4]}Q{int(last[5:7]) // 3}" if is_quarter else f"{first} {last}"
