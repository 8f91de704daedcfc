"""A center is founded: its first administrator, and what follows from the place that was named for it."""

from collections.abc import Mapping

from app.models.accounts import Role
from app.services import accounts, settings
from app.services.office import Office

_ROLES = (Role.ADMINISTRATOR, Role.SUPERVISOR, Role.OPERATOR)


def center(country: str, time_zone: str = "", *, language: str, zone_here: str) -> dict[str, str]:
    """Return what is set of a center whose place is named: the rest follows from the computer and from who speaks.

    Where nothing is named nothing is set: a station that joins a hub takes what its center has set, and whatever it had
    set itself would stand against that. Which form a line asks follows from no country: each is in both languages.
    Raises ``FieldInvalid`` for a place that there is not, before anything is made.
    """
    zone = time_zone or (zone_here if country else "")
    values = {"time_zone": zone} if zone else {}
    if country:
        values |= {"country": country.upper(), "language": language}
    settings.check(**values)
    return values


def found(office: Office, name: str, display: str, password: str, center: Mapping[str, str]) -> None:
    """Create the first account of an empty desk and set, in its name, what is known of the center."""
    office.do(accounts.create, name, display, password, _ROLES)
    if center:
        office.sign_in(office.ask(accounts.sign_in, name, password))
        office.do(settings.change, **center)
        office.sign_in(None)
