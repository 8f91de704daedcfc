"""The hubs that a station does not talk to, and those from which it cannot read."""

from app.models.sync import Hello
from app.models.sync_errors import HubStandby, HubUnknown, NotEnrolled, OtherCenter, ProgramTooOld
from app.store.sync import Facts


def refuse(hello: Hello, facts: Facts) -> None:
    """Refuse a hub that is not ours, a copy that takes nothing, and one that takes us for another center's station.

    Raises NotEnrolled, HubStandby, HubUnknown or OtherCenter.
    """
    if not facts.hub_id:
        raise NotEnrolled
    if hello.standby:
        raise HubStandby
    refuse_other(hello.hub_id, facts.hub_id)
    if facts.center and hello.center != facts.center:
        raise OtherCenter(found=hello.center, expected=facts.center)


def refuse_other(found: str, expected: str) -> None:
    """Refuse a hub by its name. Raises HubUnknown where we belong to one of another name."""
    if expected and found != expected:
        raise HubUnknown(found=found, expected=expected)


def refuse_older(hello: Hello, protocol: int) -> None:
    """Refuse to read what this program may not understand. Raises ProgramTooOld where the hub wants a later version."""
    if hello.oldest_program > protocol:
        raise ProgramTooOld(found=protocol, wanted=hello.oldest_program)
