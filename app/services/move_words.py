"""Words for what stations hold and what moves where; for the window and the command line."""

from app.models.lease_moves import LeaseStanding
from app.services.callback_moves import Holding, Place
from app.services.wording import label


def place(one: Place, language: str) -> str:
    """Return a station as people read it: its label; this one says that it is."""
    if not one.here:
        return one.shown
    here = label("lease_standing", LeaseStanding.HERE.value, language)
    return f"{one.label} ({here})" if one.label else here


def standing(one: Holding, language: str) -> str:
    """Return how it stands: waits for another station, given back, should move because of a speaker, or simply held.

    What a lost station holds says so first.
    """
    if one.quiet is not None and not one.free:
        moving = LeaseStanding.LOST if one.wanted is None else LeaseStanding.LOST_MOVING
        return _text(moving, one.wanted or one.at, one, language)
    if one.wanted is not None:
        return _text(LeaseStanding.MOVING, one.wanted, one, language)
    if one.free:
        return label("lease_standing", LeaseStanding.FREE.value, language)
    if one.proposed is not None:
        return _text(LeaseStanding.PROPOSED, one.proposed, one, language)
    return label("lease_standing", LeaseStanding.HELD.value, language)


def _text(code: LeaseStanding, to: Place, one: Holding, language: str) -> str:
    names = ", ".join(one.speakers)
    return label("lease_standing", code.value, language).format(station=place(to, language), names=names)
