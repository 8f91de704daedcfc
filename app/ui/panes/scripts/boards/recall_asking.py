"""Who was given a version, and what may be done about it, in one visit to the database."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.services import script_recalls
from app.services.office import View
from app.services.script_recalls import GivenTo

#: So many are listed, the newest; the others come when these are called.
MOST = 500


@dataclass(frozen=True)
class Given:
    """To whom a version was given, the newest first; ``size`` is how often it was given at all."""

    key: str
    number: int
    people: tuple[GivenTo, ...]
    size: int
    may_call: bool
    now: datetime
    zone: tzinfo


def may_see(view: View) -> bool:
    """Say whether the person at the desk may know to whom a version was given."""
    return view.by is not None and view.by.may(Permission.SEE_INQUIRIES) and view.by.may(Permission.APPROVE_SCRIPTS)


def given(view: View, script: str, number: int) -> Given:
    """Return to whom a version was given. Raises ``NotAllowed``, ``RecordGone``."""
    people = script_recalls.recall_list(view, script, number, limit=MOST)
    size = script_recalls.recall_size(view, script, number)
    may_call = view.person.may(Permission.REASSIGN_INQUIRIES)
    return Given(script, number, tuple(people), size, may_call, view.now, ZoneInfo(view.settings.time_zone))
