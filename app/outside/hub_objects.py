"""Objects at the hub as one station's login gives and takes them; each method is one round trip."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from app.models.objects import Begun, HubKeepsNoObjects, There
from app.models.sync_errors import HubEmpty
from app.outside.object_seal import ObjectSeal

if TYPE_CHECKING:
    from app.outside.hub import PostgresHub


@contextmanager
def _said() -> Generator[None]:
    """Say of a hub that does not know what was asked that it is older; it was greeted before."""
    try:
        yield
    except HubEmpty as error:
        raise HubKeepsNoObjects from error


class HubObjects:
    """The objects of one connection."""

    def __init__(self, hub: "PostgresHub") -> None:
        self._hub = hub

    def lacks(self, wanted: Mapping[bytes, bytes]) -> set[bytes]:
        """Return which records (id → name of their object) have no whole object. Raises ``HubKeepsNoObjects``."""
        with _said():
            found = self._hub.ask(
                "SELECT hub.lacks_objects(%s::uuid[], %s::bytea[])",
                [about.hex() for about in wanted],
                list(wanted.values()),
            )
        return {one.bytes for one in found[0]}

    def begin(self, name: bytes, about: bytes, salt: bytes, *, beside: bool = False) -> Begun | None:
        """Begin an object or go on with it; None where its record was redacted. Raises ``HubKeepsNoObjects``."""
        asked = "hub.begin_beside(%s, %s::uuid, %s, true)" if beside else "hub.begin_object(%s, %s::uuid, %s)"
        with _said():
            found = self._hub.ask(f"SELECT salt, parts, whole FROM {asked}", name, about.hex(), salt)
        return Begun(int(found[1]), bool(found[2]), bytes(found[0])) if found and found[0] is not None else None

    def keep(self, name: bytes, salt: bytes, number: int, sealed: bytes, *, is_last: bool) -> None:
        """Give the next part. Raises ``OutOfStep``."""
        self._hub.ask("SELECT hub.keep_part(%s, %s, %s, %s, %s)", name, salt, number, sealed, is_last)

    def of(self, about: bytes) -> Sequence[There]:
        """Return the whole objects of a record. Raises ``HubKeepsNoObjects``."""
        with _said():
            found = self._hub.ask_all("SELECT name, salt, parts FROM hub.object_of(%s::uuid)", about.hex())
        return [There(bytes(name), bytes(salt), int(parts)) for name, salt, parts in found]

    def part(self, name: bytes, salt: bytes, number: int) -> bytes | None:
        """Return a part, or None."""
        try:
            found = self._hub.ask("SELECT hub.part_under(%s, %s, %s)", name, salt, number)
        except HubEmpty:  # an older hub, which has one object of a name
            found = self._hub.ask("SELECT hub.part_of(%s, %s)", name, number)
        return bytes(found[0]) if found and found[0] is not None else None


class ObjectDoor:
    """The way to the objects of a center."""

    def over(self, hub: "PostgresHub") -> HubObjects:
        """Return the objects of a hub that is connected."""
        return HubObjects(hub)

    @contextmanager
    def connected(self, login: Mapping[str, str]) -> Generator[HubObjects]:
        """Give the objects of a login's hub, over a connection of their own."""
        from app.outside.hub import connected

        with closing(connected(login)) as hub:
            yield HubObjects(hub)

    def seal(self, secret: bytes) -> ObjectSeal:
        """Return how a center seals."""
        return ObjectSeal(secret)
