"""What the campaigns pane asks at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.campaigns import CampaignPlan
from app.models.effort import Effort
from app.models.frames import Frame
from app.models.questionnaires import Texts, in_language
from app.services import campaign_effort, campaigns, frames, questionnaires
from app.services.campaign_effort import Forecast
from app.services.campaign_pools import KeptEligible
from app.services.campaigns import Planned
from app.services.import_runs import Progress
from app.services.office import View
from app.ui.panes.campaigns import asking_results


@dataclass(frozen=True)
class Choices:
    """What a plan is made from: the frames, the questionnaires (id and title), today's date, the institutions of the
    directory (code and name), the hours in which the center calls (as ``slots.to_text`` writes them), and the campaigns
    that were drawn.
    """

    frames: tuple[Frame, ...]
    questionnaires: tuple[tuple[str, str], ...]
    today: date
    places: tuple[tuple[str, str], ...] = ()
    slots: str = ""
    drawn: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """A plan checked: who would be drawn, and what it costs."""

    planned: Planned
    forecast: Forecast


def choices(view: View, language: str) -> Choices:
    """Return what a plan is made from; questionnaires that speak the language of the window come first."""
    view.require(Permission.REASSIGN_INQUIRIES)
    listed = sorted(questionnaires.listed(view), key=lambda one: language not in one.questionnaire.languages)
    asked = tuple((one.questionnaire.id, in_language(one.questionnaire.title, language)) for one in listed)
    today = view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()
    places = tuple(asking_results.names(view, language).items())
    drawn = tuple(dict.fromkeys(one.name for one in campaigns.campaigns(view) if one.seed))
    return Choices(tuple(frames.frames(view)), asked, today, places, view.settings.call_slots, drawn)


def titles(view: View) -> Mapping[str, Texts]:
    """Return what every questionnaire is called, by its id."""
    return {one.questionnaire.id: one.questionnaire.title for one in questionnaires.listed(view)}


def preview(
    view: View, plan: CampaignPlan, *, progress: Progress | None = None, kept: KeptEligible | None = None
) -> Preview:
    """Return a plan checked; nothing is written. ``kept``: as in ``campaigns.planned``.

    Raises what ``campaigns.planned`` raises, and ``FieldInvalid``.
    """
    found = campaigns.planned(view, plan, progress=progress, kept=kept)
    cases: dict[str, int] = {}
    for one in found.chosen:
        cases[one.row.institution] = cases.get(one.row.institution, 0) + 1
    effort = campaign_effort.kept_to(Effort(plan.people), campaigns.policy_of(plan))
    told = campaign_effort.foreseen(view, cases, plan.begins_on, plan.days, effort=effort, slots=plan.slots)
    return Preview(found, told)
