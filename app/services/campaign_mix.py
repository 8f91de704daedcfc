"""The results of a campaign adjusted for who was asked where, beside the raw ones."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from app.models import mix_adjustment
from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.interview_records import InterviewEnd, InterviewRow
from app.models.mix_adjustment import Respondent
from app.models.questionnaire_logic import number_of
from app.models.questionnaires import SCALED
from app.models.scoring import SCALES
from app.services import interviews
from app.services.campaign_results import Results
from app.services.office import View

#: The item that says who answers; everybody but the patient is a proxy.
RESPONDENT, _SELF = "respondent", "self"


def adjusted(view: View, found: Results, item: str) -> Mapping[str, float]:
    """Return the adjusted share of the top box of an item by institution; empty where too few answered.

    Institutions whose own share is not shown are left out of the reckoning, so that it says nothing of them.
    Raises ``RecordGone`` for an item that is not scaled.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    asked = found.questionnaire.item(item)
    if asked is None or asked.kind not in SCALED:
        raise RecordGone(entity="item", id=item)
    top, zone = SCALES[SCALED[asked.kind]].top_from, ZoneInfo(view.settings.time_zone)
    counted = interviews.best(
        view, found.campaign.id, found.period, questionnaire=found.questionnaire.id, mode=found.mode
    )
    answers: list[Respondent] = []
    shown = _shown(found, item)
    for row, ended in (one for one in counted if one[0].asked.institution in shown):
        step = number_of(asked, ended.codes.get(item))
        if step is not None:
            answers.append(Respondent(row.asked.institution, _traits(row, ended, zone), step >= top))
    return mix_adjustment.adjusted(answers)


def _shown(found: Results, item: str) -> set[str]:
    """Return the institutions whose own share of an item is shown."""
    return {
        place
        for place, measures in found.institutions.items()
        for measure in measures
        for one in measure.items
        if one.item == item and one.interval is not None
    }


def _traits(row: InterviewRow, ended: InterviewEnd, zone: ZoneInfo) -> tuple[str, ...]:
    told, day = row.asked.fields, row.asked.day
    lag = (row.at.astimezone(zone).date() - date.fromisoformat(day)).days if day else None
    found = mix_adjustment.traits_of(
        age=_whole(told.get("age")),
        sex=told.get("sex", ""),
        department=told.get("department", ""),
        stay=_whole(told.get("stay_days")),
        proxy=ended.codes.get(RESPONDENT, _SELF) != _SELF,
        lag=lag,
    )
    admission = told.get("admission", "")
    return (*found, f"admission={admission}") if admission else found


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
