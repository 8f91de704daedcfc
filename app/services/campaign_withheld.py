"""Figures of a campaign that are not shown because others would tell them: of an institution, a quarter, the whole."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from app.models.intervals import SUPPRESSED_BELOW
from app.models.interview_records import InterviewEnd, InterviewRow, SurveyMode
from app.models.questionnaire_logic import numbers_of
from app.models.questionnaires import SCALED, Questionnaire
from app.models.withholding import WHOLE, Cell, may_stretch, months_told, total_is_shown, withheld
from app.services import interviews
from app.services.office import View

#: First and last day of a period that has none.
EVER = ("", "9999-12-31")


#: Interviews that count, each with its end.
Said = Sequence[tuple[InterviewRow, InterviewEnd]]


@dataclass(frozen=True)
class Hidden:
    """What is not shown of a period, by item: institutions that have enough answers (``places``), all institutions
    that are not shown (``unseen``), and whether the whole is left out (``totals``: the items of which it is).
    """

    places: Mapping[str, frozenset[str]]
    unseen: Mapping[str, frozenset[str]]
    totals: frozenset[str]


def hidden(
    view: View,
    campaign: bytes,
    asked: Questionnaire,
    mode: SurveyMode,
    period: tuple[str, str],
    said: Said | None = None,
) -> Hidden:
    """Return what is withheld in a period (ISO days), because fewer than 25 answers could be told from it and from
    all that is shown of other periods and of the whole. ``said``: the interviews of all periods, where they were read.
    """
    said = interviews.best(view, campaign, EVER, questionnaire=asked.id, mode=mode) if said is None else said
    places: dict[str, frozenset[str]] = {}
    unseen: dict[str, frozenset[str]] = {}
    totals: set[str] = set()
    is_whole = period == EVER or _whole_quarters(period)
    months = None if is_whole else _counts(asked, said, _month)
    for item, cells in _counts(asked, said, _quarter).items():
        inside = _inside(cells, period)
        few = {row for row, count in inside.items() if 0 < count < SUPPRESSED_BELOW}
        rows = _rows_hidden(cells, period) if months is None else _without_months(cells, months[item], period)
        places[item] = frozenset(row for row in rows if inside[row] >= SUPPRESSED_BELOW)
        unseen[item] = places[item] | few
        if months is not None or not total_is_shown(cells, {one for _, one in cells if _is_in(one, period)}):
            totals |= {item} if sum(inside.values()) >= SUPPRESSED_BELOW else set()
    return Hidden(places, unseen, frozenset(totals))


def _inside(cells: Mapping[Cell, int], period: tuple[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for (row, column), count in cells.items():
        if count and _is_in(column, period):
            found[row] += count
    return found


def _is_in(quarter: str, period: tuple[str, str]) -> bool:
    """Say whether a quarter lies in a period, or a part of it does."""
    return period == EVER or _quarter(period[0]) <= quarter <= _quarter(period[1])


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
    counts, quarters = _counts(asked, said, _quarter), set[str]()
    for cells in (counts[item] for item in items if item in counts):
        quarters |= _shown(cells, institution)
    return ShownQuarters(frozenset(quarters - {WHOLE}), WHOLE in quarters)


def _counts(asked: Questionnaire, said: Said, column: Callable[[str], str]) -> Mapping[str, Counter[Cell]]:
    items = [one for one in asked.items if one.kind in SCALED]
    cells = [(row.asked.institution, column(row.asked.day)) for row, _ in said]
    counts: dict[str, Counter[Cell]] = {}
    for item in items:
        numbers = numbers_of(item, [ended.codes.get(item.id) for _, ended in said])
        counts[item.id] = Counter(dict.fromkeys(cells, 0))
        counts[item.id].update(cell for cell, one in zip(cells, numbers, strict=True) if one is not None)
    return counts


def _shown(cells: Mapping[Cell, int], row: str) -> set[str]:
    """Return the quarters of an institution that are shown by themselves, and the whole where it is."""
    own = {column: count for (name, column), count in cells.items() if name == row}
    hidden = {column for name, column in withheld(cells) if name == row}
    own[WHOLE] = sum(own.values())
    return {column for column, count in own.items() if count >= SUPPRESSED_BELOW and column not in hidden}


def _rows_hidden(cells: Mapping[Cell, int], period: tuple[str, str]) -> set[str]:
    """Return the institutions that are withheld in a quarter, in several or in all of them."""
    first, last = (_quarter(day) for day in period)
    if period == EVER or first == last:
        column = WHOLE if period == EVER else first
        return {row for row, one in withheld(cells) if one == column}
    return {row for row in {row for row, _ in cells} if not _may(cells, row, (first, last))}


def _may(cells: Mapping[Cell, int], row: str, ends: tuple[str, str]) -> bool:
    counts = {column: count for (name, column), count in cells.items() if name == row}
    known: Set[str] = _shown(cells, row)
    return may_stretch(counts, known, whole=WHOLE in known, stretch=ends)


def _without_months(cells: Mapping[Cell, int], months: Mapping[Cell, int], period: tuple[str, str]) -> set[str]:
    """Return the institutions that are withheld in a period that is no quarter: all but those of a month whose
    quarter is shown, and tells of no month fewer than 25 answers beside the months before.
    """
    first, last = period
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    every = {row for row, _ in cells}
    if (first[8:], after[8:]) != ("01", "01") or first[:7] != last[:7]:
        return every
    return {row for row in every if not _may_month(cells, months, row, first[:7])}


def _may_month(cells: Mapping[Cell, int], months: Mapping[Cell, int], row: str, month: str) -> bool:
    name = _quarter(f"{month}-01")
    own = {one: count for (of, one), count in months.items() if of == row}
    counts = {one: count for one, count in own.items() if _quarter(f"{one}-01") == name}
    if name not in _shown(cells, row):
        return False
    return not months_told(counts).cut([month])


def _month(day: str) -> str:
    return day[:7]


def _quarter(day: str) -> str:
    return f"{day[:4]}Q{(int(day[5:7] or 1) + 2) // 3}"


def _whole_quarters(period: tuple[str, str]) -> bool:
    first, last = period
    return first[5:] in ("01-01", "04-01", "07-01", "10-01") and last[5:] in ("03-31", "06-30", "09-30", "12-31")
