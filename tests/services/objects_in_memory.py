"""Objects of one center at a hub in memory, which can be old, cut a line, lose or change what it has."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from app.models.objects import Begun, Given, HubKeepsNoObjects, There
from app.models.sync_errors import HubUnreachable, OutOfStep
from app.outside.object_seal import ObjectSeal
from app.services.object_giving import Giving, Told
from app.services.office import Office


def _quiet(_phase: str, _done: int) -> None:
    """Hear nothing."""


def push(office: Office, told: Told = _quiet, *, check: bool = False, parts: int | None = None) -> Given:
    """Give the hub what it does not have of an office, and return what was given."""
    giving = Giving(office, None, told)
    giving.run(check=check, parts=parts)
    return giving.given


@dataclass
class Kept:
    """One object, as far as it is there."""

    salt: bytes
    parts: list[bytes] = field(default_factory=list[bytes])
    whole: bool = False


@dataclass
class MemoryObjects:
    """A hub and the door to it. ``room`` parts are taken before the line is cut; -1 is no limit.

    ``kept`` are objects that lie alone under their name, ``beside`` those that whole ones had been found broken for.
    """

    kept: dict[bytes, Kept] = field(default_factory=dict[bytes, Kept])
    beside: dict[bytes, Kept] = field(default_factory=dict[bytes, Kept])
    uses: dict[bytes, list[bytes]] = field(default_factory=dict[bytes, list[bytes]])
    gone: set[bytes] = field(default_factory=set[bytes])
    old: bool = False
    room: int = -1
    trips: int = 0
    out_of_step: int = 0

    def over(self, _hub: Any) -> "MemoryObjects":
        return self

    @contextmanager
    def connected(self, _login: Mapping[str, str]) -> Generator["MemoryObjects"]:
        yield self

    def seal(self, secret: bytes) -> ObjectSeal:
        return ObjectSeal(secret)

    def lacks(self, wanted: Mapping[bytes, bytes]) -> set[bytes]:
        self._trip()
        there = {name for name, one in self.kept.items() if one.whole}
        return {about for about, name in wanted.items() if name not in there or name not in self.uses.get(about, ())}

    def begin(self, name: bytes, about: bytes, salt: bytes, *, beside: bool = False) -> Begun | None:
        self._trip()
        if about in self.gone:
            return None
        shelf = self.beside if beside or (name in self.beside and self.beside[name].salt == salt) else self.kept
        found = shelf.setdefault(name, Kept(salt))
        if not found.whole and found.salt != salt:
            found = shelf[name] = Kept(salt)
        self.uses.setdefault(about, []).append(name)
        return Begun(len(found.parts), found.whole, found.salt)

    def keep(self, name: bytes, salt: bytes, number: int, sealed: bytes, *, is_last: bool) -> None:
        self._trip()
        found = self._under(name, salt)
        if self.out_of_step or found.salt != salt or found.whole or len(found.parts) != number:
            self.out_of_step -= 1
            raise OutOfStep(code="SY003")
        if self.room == 0:
            raise HubUnreachable(reason="cut")
        self.room -= 1
        found.parts.append(sealed)
        found.whole = is_last

    def of(self, about: bytes) -> Sequence[There]:
        self._trip()
        names = dict.fromkeys(self.uses.get(about, ()))
        there = [(one, shelf[one]) for one in names for shelf in (self.kept, self.beside) if one in shelf]
        return [There(name, one.salt, len(one.parts)) for name, one in there if one.whole]

    def part(self, name: bytes, salt: bytes, number: int) -> bytes | None:
        self._trip()
        parts = self._under(name, salt).parts
        return parts[number] if number < len(parts) else None

    def _under(self, name: bytes, salt: bytes) -> Kept:
        return next(one[name] for one in (self.beside, self.kept) if name in one and one[name].salt == salt)

    def _trip(self) -> None:
        self.trips += 1
        if self.old:
            raise HubKeepsNoObjects
