"""Sealed objects at the hub: contents that are no records, in parts, and what can be wrong with one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.models.errors import CannotNow
from app.models.sync import Outcome

#: Kinds of contents: each is named at the hub apart from the other.
FRAME, DOCUMENT = "frame", "document"
#: Bytes of a part before it is sealed: short enough for a slow line to give one in half a minute.
PART_BYTES = 256 * 1024
SALT_BYTES = 16
_LENGTH = 4


class HubKeepsNoObjects(CannotNow):
    """The hub's tables are of an older program, which keeps no lists and documents."""


class ObjectMissing(CannotNow):
    """The hub does not have the content of a frame or document. Facts: ``name``."""


class ObjectForeign(CannotNow):
    """The hub has the content, sealed under another secret than this station's. Facts: ``name``."""


class ObjectBroken(CannotNow):
    """What the hub gave is not the content that was asked for; nothing of it was kept. Facts: ``name``."""


class Begun(NamedTuple):
    """How much of an object the hub has: parts, whether that is all, and the salt of its key.

    It is another salt than one's own where somebody else has given an object of the same name whole.
    """

    parts: int
    whole: bool
    salt: bytes


class There(NamedTuple):
    """A whole object: what it is called, the salt of its key, how many parts it has."""

    name: bytes
    salt: bytes
    parts: int


@dataclass(frozen=True)
class Given:
    """What a sync gave the hub. ``waiting``: contents that the hub cannot take, being older.

    ``left``: contents that the hub does not have whole yet: the next sync goes on.
    """

    trips: int = 0
    objects: int = 0
    parts: int = 0
    waiting: int = 0
    left: int = 0

    def added_to(self, outcome: Outcome) -> Outcome:
        """Return what a sync did in all."""
        return replace(
            outcome,
            trips=outcome.trips + self.trips,
            objects=self.objects,
            objects_waiting=self.waiting,
            objects_left=self.left,
        )


def in_parts(content: Iterable[bytes], size: int = PART_BYTES) -> Iterator[tuple[bytes, bool]]:
    """Yield a content in parts of one size, each with whether it is the last; at least one, which may be empty."""
    rest = bytearray()
    for piece in content:
        rest += piece
        while len(rest) > size:
            yield bytes(rest[:size]), False
            del rest[:size]
    yield bytes(rest), True


def framed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces one after another, each with its length before it."""
    for piece in pieces:
        yield len(piece).to_bytes(_LENGTH, "big") + piece


def unframed(content: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces that ``framed`` put together. Raises ``ValueError`` where the content ends in one."""
    rest = bytearray()
    for piece in content:
        rest += piece
        while len(rest) >= _LENGTH and len(rest) >= (end := _LENGTH + int.from_bytes(rest[:_LENGTH], "big")):
            yield bytes(rest[_LENGTH:end])
            del rest[:end]
    if rest:
        raise ValueError("cut")
