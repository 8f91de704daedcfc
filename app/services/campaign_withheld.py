"""Figures of a campaign that are not shown because others would tell them: of an institution, a quarter, the whole."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from app.models.interview_records import SurveyMode
from app.models.questionnaire_logic import number_of
from app.models.questionnaires import SCALED, Questionnaire
from app.models.withholding import WHOLE, Cell, withheld
from app.services import interviews
from app.services.office import View

#: First and last day of a period that has none.
EVER = ("", "9999-12-31")


def places(
    view: View, campaign: bytes, asked: Questionnaire, mode: SurveyMode, period: tuple[str, str]
) -> Mapping[str, frozenset[str]]:
    """Return the institutions that are withheld in a period (ISO days), by item; all quarters and the whole count."""
    items = [one for one in asked.items if one.kind in SCALED]
    counts: defaultdict[str, Counter[Cell]] = defaultdict(Counter)
    for row, ended in interviews.best(view, campaign, EVER, questionnaire=asked.id, mode=mode):
        cell = (row.asked.institution, _column(row.asked.day, period))
        for item in items:
            counts[item.id][cell] += number_of(item, ended.codes.get(item.id)) is not None
    column = WHOLE if period == EVER else _name(period)
    return {item: frozenset(row for row, one in withheld(cells) if one == column) for item, cells in counts.items()}


def _column(day: str, period: tuple[str, str]) -> str:
    inside = period != EVER and period[0] <= day <= period[1]
    return _name(period) if inside else f"{day[:4]}Q{(int(day[5:7] or 1) + 2) // 3}"


def _name(period: tuple[str, str]) -> str:
    """Return by what a period is known: a quarter by its own name, whichever period is looked at."""
    first, last = period
    whole = first[5:] in ("01-01", "04-01", "07-01", "10-01") and last[5:] in ("03-31", "06-30", "09-30", "12-31")
    is_quarter = whole and first[:4] == last[:4] and int(last[5:7]) - int(first[5:7]) == 2
    return f"{first[:4]}Q{int(last[5:7]) // 3}" if is_quarter else f"{first} {last}"
