"""What the list of calls that wait for a supervisor asks in one go."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Person
from app.services import callback_languages, callback_referrals
from app.services.callback_languages import Spoken
from app.services.callback_referrals import Referred
from app.services.office import View


@dataclass(frozen=True)
class Referrals:
    """The calls that wait, to whom one can be given, and what people may speak."""

    now_at: datetime
    zone: ZoneInfo
    calls: tuple[Referred, ...]
    operators: tuple[Person, ...]
    spoken: tuple[Spoken, ...]


def referrals(view: View) -> Referrals:
    """Return everything that the list shows. Supervisors only."""
    return Referrals(
        view.now,
        ZoneInfo(view.settings.time_zone),
        tuple(callback_referrals.referred(view)),
        tuple(callback_referrals.operators(view)),
        tuple(callback_languages.listed(view)),
    )
