"""Quarters put together: the top box and the linear mean of each institution over up to four campaigns.

Each quarter counts by how many people the institution had in its list (callbacks.md 7: eligible discharges).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.errors import FieldInvalid
from app.models.intervals import Reliance, reliance
from app.models.interview_records import SurveyMode
from app.models.scoring import rolling
from app.models.survey_results import ItemFigure
from app.models.texts import in_order
from app.services import campaign_results
from app.services.campaign_results import Results
from app.services.office import View

#: So many quarters at most are put together.
MOST = 4


@dataclass(frozen=True)
class Rolled:
    """One item at one institution over all campaigns: its share of the top box and its linear mean, 0 to 100 in whole
    numbers; both None where they are not shown.
    """

    item: str
    answers: int
    top: float | None
    mean: int | None
    reliance: Reliance


def rolled(
    view: View, campaigns: Sequence[bytes], *, mode: SurveyMode = SurveyMode.TELEPHONE
) -> Mapping[str, tuple[Rolled, ...]]:
    """Return the figures of every institution over campaigns that asked the same.

    Raises ``FieldInvalid`` for more than four or different questionnaires, and what ``campaign_results.results`` does.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    found = [campaign_results.results(view, one, mode=mode) for one in dict.fromkeys(campaigns)]
    asked = {one.questionnaire.id for one in found}
    if not 0 < len(found) <= MOST or len(asked) > 1:
        raise FieldInvalid(field="campaign", value=", ".join(sorted(asked)))
    places = sorted({place for one in found for place in one.institutions}, key=in_order)
    return {place: _of_place(found, place) for place in places}


def _of_place(found: Sequence[Results], place: str) -> tuple[Rolled, ...]:
    parts: dict[str, list[tuple[ItemFigure, float]]] = {}
    for one in found:
        for measure in one.institutions.get(place, ()):
            for figure in measure.items:
                if figure.boxes.answers:
                    size = one.sizes.get(place) or figure.boxes.answers
                    parts.setdefault(figure.item, []).append((figure, size))
    return tuple(_rolled(item, each) for item, each in parts.items())


def _rolled(item: str, parts: Sequence[tuple[ItemFigure, float]]) -> Rolled:
    answers = sum(figure.boxes.answers for figure, _ in parts)
    how = reliance(answers)
    hidden = any(figure.interval is None for figure, _ in parts)
    if how is not Reliance.SUPPRESSED and hidden:  # from other choices of quarters it could be told
        how = Reliance.WITHHELD
    if how in (Reliance.SUPPRESSED, Reliance.WITHHELD):
        return Rolled(item, answers, None, None, how)
    top = rolling((figure.boxes.top_share or 0.0, size) for figure, size in parts)
    mean = rolling((figure.boxes.mean or 0.0, size) for figure, size in parts)
    return Rolled(item, answers, top, None if mean is None else round(mean), how)
