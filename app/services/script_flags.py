"""Open flags as a list of work: whose script it is, whether a critical point is meant, until when it is due, and which
versions several people doubt.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.script_flags import doubted_at, flag_due_on
from app.scripts_library.script import Script
from app.services.office import View
from app.services.scripts import load
from app.store import script_outline as flag_rows
from app.store import scripts as rows_of
from app.store.journal import Rows
from app.store.script_outline import OpenFlag


@dataclass(frozen=True)
class FlagToSee:
    """An open flag. ``owner`` is the script's; ``critical`` says that a critical key point is meant."""

    flag: OpenFlag
    owner: str
    critical: bool
    due_on: date
    overdue: bool


def flags_for_owner(view: View, owner: str | None = None) -> list[FlagToSee]:
    """Return the open flags of the scripts of an owner, of everybody without one; the first due comes first."""
    view.require(Permission.WRITE_SCRIPTS)
    zone = ZoneInfo(view.settings.time_zone)
    today = view.now.astimezone(zone).date()
    found: list[FlagToSee] = []
    for flag in flag_rows.open_flags(view.rows):
        script = _flagged(view, flag)
        if owner is not None and script.owner != owner:
            continue
        critical = any(one.critical and one.id == flag.key_point for one in script.key_points)
        due_on = flag_due_on(flag.at.astimezone(zone).date(), critical=critical)
        found.append(FlagToSee(flag, script.owner, critical, due_on, due_on < today))
    return sorted(found, key=_order)


def doubted(rows: Rows) -> set[tuple[str, int]]:
    """Return (key, number) of the versions whose review is due because several people flagged them."""
    found: dict[tuple[str, int], list[tuple[bytes, datetime]]] = {}
    for key, number, person, at in flag_rows.flags_since_review(rows):
        found.setdefault((key, number), []).append((person, at))
    return {version for version, flags in found.items() if doubted_at(flags) is not None}


def _flagged(view: View, flag: OpenFlag) -> Script:
    """Return the version that was flagged: its key points are those that were read."""
    row = next((one for one in rows_of.versions_of(view.rows, flag.key) if one.number == flag.number), None)
    if row is None:
        raise RecordGone(entity="script", id=f"{flag.key}@{flag.number}")
    return load(view.rows, row)


def _order(found: FlagToSee) -> tuple[date, bool, str]:
    return found.due_on, not found.critical, found.flag.key
