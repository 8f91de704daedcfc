"""Rosters: one a day for a center, drawn by whichever station syncs first; in force while the hub is not reached."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.callbacks import OWED, Callback
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.rosters import SEEN, Roster, RosteredElsewhere, roster_of
from app.services.office import View, Work
from app.store import accounts, callbacks, rosters
from app.store import sync as sync_rows


@dataclass(frozen=True)
class InForce:
    """A roster by which the person who asks may call or not."""

    roster: Roster
    me: bytes

    def is_mine(self, callback: Callback) -> bool:
        """Say whether the person may make a call; a survey's is a matter of its lease."""
        return callback.reason not in OWED or self.roster.owner(callback.id, callback.owner) == self.me


def draw(work: Work) -> bool:
    """Write the day's roster of this station's center if none came yet; say whether it was written.

    On it are the people who may call and were at a desk lately; everybody who may call where nobody was. Two stations
    that draw at once write one row, and the earlier one stands for both.
    """
    login = sync_rows.login(work.tx)
    if login is None:
        return False
    day = work.now.astimezone(ZoneInfo(work.settings.time_zone)).date().isoformat()
    known = rosters.latest(work.tx, login.center)
    if known is not None and known.day >= day:
        return False
    values: dict[str, Value] = {
        "of_center": login.center,
        "day": day,
        "people": [one.hex() for one in roster_of(day, _people(work)).people],
        "at": work.now.isoformat(),
    }
    work.tx.add("roster", values, derived_id("roster", f"{login.center}/{day}"))
    return True


def _people(work: Work) -> list[bytes]:
    able = [
        one.id for one in accounts.everyone(work.tx) if one.may(Permission.TAKE_CONTACTS) and not one.has_left(work.now)
    ]
    since = (work.now - SEEN).isoformat()
    seen = [one for one in able if (last := accounts.last_state(work.tx, one)) and last[2] >= since]
    return seen or able


def latest(view: View) -> Roster | None:
    """Return the roster that this station's center goes by, None where it belongs to no hub or none has come."""
    login = sync_rows.login(view.rows)
    return rosters.latest(view.rows, login.center) if login is not None else None


def in_force(view: View) -> InForce | None:
    """Return the roster to go by now; None while the hub is reached, and where there is none."""
    door = view.outside.get("claims")
    found = latest(view) if door is not None and door.away else None
    return InForce(found, view.person.id) if found is not None else None


def refuse_others(view: View, callback_id: bytes) -> None:
    """Refuse a call that falls to somebody else, when the hub could not be asked. Raises ``RosteredElsewhere``."""
    found, callback = latest(view), callbacks.by_id(view.rows, callback_id)
    if found is None or callback is None or InForce(found, view.person.id).is_mine(callback):
        return
    owner = found.owner(callback.id, callback.owner)
    person = accounts.by_id(view.rows, owner) if owner else None
    raise RosteredElsewhere(person=person.display if person else "", day=found.day)
