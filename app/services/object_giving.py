"""Giving the hub the contents that are no records, after the records of a sync: lists of people, source documents.

They go in sealed parts; one that was cut goes on where the hub says that it is.
"""

import secrets
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from app.models.objects import DOCUMENT, FRAME, SALT_BYTES, Begun, Given, HubKeepsNoObjects, There, framed, in_parts
from app.models.script_documents import DocumentDamaged, DocumentMissing
from app.models.sync_errors import OutOfStep
from app.store import frames as frame_rows
from app.store import objects as stored

if TYPE_CHECKING:
    from app.services.office import Office
    from app.services.script_documents import Documents

_TRIES = 2
#: Parts that one sync of a window gives: a slow line (half a minute for each) is free for the next pull in time.
PARTS_OF_A_SYNC = 8
Told = Callable[[str, int], None]


class ObjectHub(Protocol):
    """What a station asks of the hub, each in one round trip (``app.outside.hub_objects``)."""

    def lacks(self, wanted: Mapping[bytes, bytes]) -> set[bytes]:
        """Return which records (id → name) have no whole object. Raises ``HubKeepsNoObjects``."""
        ...

    def begin(self, name: bytes, about: bytes, salt: bytes, *, beside: bool = False) -> Begun | None:
        """Begin an object or go on; None where its record was redacted. Raises ``HubKeepsNoObjects``.

        Where another one of this name is whole, that one is told of instead, unless this is to lie ``beside`` it.
        """
        ...

    def keep(self, name: bytes, salt: bytes, number: int, sealed: bytes, *, is_last: bool) -> None:
        """Give the next part. Raises ``OutOfStep``."""
        ...

    def of(self, about: bytes) -> Sequence[There]:
        """Return the whole objects of a record. Raises ``HubKeepsNoObjects``."""
        ...

    def part(self, name: bytes, salt: bytes, number: int) -> bytes | None:
        """Return a part, or None."""
        ...


class Seal(Protocol):
    """How a center seals (``app.outside.object_seal``)."""

    def name(self, kind: str, sha256: str) -> bytes:
        """Return what a content is called at the hub."""
        ...

    def sealed(self, name: bytes, salt: bytes, number: int, part: bytes, *, is_last: bool) -> bytes:
        """Return a part sealed."""
        ...

    def opened(self, name: bytes, salt: bytes, number: int, part: bytes, *, is_last: bool) -> bytes | None:
        """Return what was sealed, None where it is something else."""
        ...


class Door(Protocol):
    """The way to the objects of a center."""

    def over(self, hub: Any) -> ObjectHub:
        """Return the objects of a hub that is connected."""
        ...

    def connected(self, login: Mapping[str, str]) -> AbstractContextManager[ObjectHub]:
        """Give the objects of a login's hub."""
        ...

    def seal(self, secret: bytes) -> Seal:
        """Return how a center seals."""
        ...


@dataclass(frozen=True)
class _Held:
    """A content that is on this station: the record that names it, its name at the hub, and how it is read."""

    about: bytes
    name: bytes
    read: Callable[[], Iterator[bytes]]


class Giving:
    """One sync's giving. ``given`` is what it has done, also when the line broke.

    ``told`` hears the parts given and may raise: what the hub has by then stays. A content that cannot be read here is
    left out (``doctor`` says which). An office without a way to objects gives none.
    """

    def __init__(self, office: "Office", hub: Any, told: Told) -> None:
        outside: dict[str, Any] = office.outside
        door: Door | None = outside.get("objects")
        self.given = Given()
        self._office, self._told = office, told
        self._way = (door.over(hub), door.seal(outside["center_secret"])) if door is not None else None
        self._most: int | None = None

    def run(self, *, check: bool = False, parts: int | None = PARTS_OF_A_SYNC) -> None:
        """Give what is owed, at most so many parts (None: all); ``check`` asks the hub again for what it was given.

        Raises what the line raises.
        """
        if self._way is None:
            return
        self._most = parts
        hub, seal = self._way
        with self._office.store.reading() as rows:
            given = stored.given(rows)
        held = list(self._held(seal, set() if check else given))
        owed = [one for one in held if one.about not in given]
        try:
            if check and len(owed) < len(held):
                owed += self._lacking(hub, [one for one in held if one.about in given])
            self._count(left=len(owed))
            for one in owed:
                if self._is_enough:
                    break
                if self._give(hub, seal, one):
                    self._count(left=-1)
        except HubKeepsNoObjects:
            self._count(waiting=len(owed), left=-self.given.left)

    def _held(self, seal: Seal, without: set[bytes]) -> Iterator[_Held]:
        """Yield what is on this station, but for these records."""
        outside: dict[str, Any] = self._office.outside
        documents: Documents | None = outside.get("documents")
        with self._office.store.reading() as rows:
            frames = stored.frames(rows)
            known = stored.documents(rows) if documents is not None else {}
        for about, sha256 in frames.items():
            if about not in without:
                yield _Held(about, seal.name(FRAME, sha256), _FrameReading(self._office, about))
        for about, sha256 in known.items():
            if documents is not None and about not in without and documents.holds(sha256):
                yield _Held(about, seal.name(DOCUMENT, sha256), _DocumentReading(documents, sha256))

    def _lacking(self, hub: ObjectHub, known: list[_Held]) -> list[_Held]:
        found = hub.lacks({one.about: one.name for one in known})
        self._count(trips=1)
        with self._office.store.write("", now=self._office.clock.now()) as tx:
            stored.note_lacking(tx, found)
        return [one for one in known if one.about in found]

    def _give(self, hub: ObjectHub, seal: Seal, held: _Held) -> bool:
        """Give one content; where another station came between, begin again, and else leave it to the next sync.

        Return whether nothing of it is left to give.
        """
        with self._office.store.write("", now=self._office.clock.now()) as tx:
            salt = stored.salt_of(tx, held.about, secrets.token_bytes(SALT_BYTES))
        for _ in range(_TRIES):
            with suppress(OutOfStep):
                try:
                    whole = self._give_from(hub, seal, held, salt)
                except (DocumentMissing, DocumentDamaged):
                    return True
                if whole:
                    with self._office.store.write("", now=self._office.clock.now()) as tx:
                        stored.note_given(tx, held.about, salt)
                return whole
        return False

    def _give_from(self, hub: ObjectHub, seal: Seal, held: _Held, salt: bytes) -> bool:
        begun = hub.begin(held.name, held.about, salt)
        self._count(trips=1)
        if begun is not None and begun.whole and begun.salt != salt and not self._is_there(hub, seal, held):
            begun = hub.begin(held.name, held.about, salt, beside=True)
            self._count(trips=1)
        if begun is None or begun.whole:
            return True
        for number, (part, is_last) in enumerate(in_parts(held.read())):
            if number < begun.parts:
                continue
            if self._is_enough:
                return False
            hub.keep(
                held.name, salt, number, seal.sealed(held.name, salt, number, part, is_last=is_last), is_last=is_last
            )
            self._count(trips=1, parts=1)
            self._told("objects", self.given.parts)
        self._count(objects=1)
        return True

    def _is_there(self, hub: ObjectHub, seal: Seal, held: _Held) -> bool:
        """Say whether what others gave under this name is our content, as far as its last part and its length tell."""
        ((number, (last, _)),) = deque(enumerate(in_parts(held.read())), maxlen=1)
        there = [one for one in hub.of(held.about) if one.name == held.name]
        self._count(trips=1)
        for one in there:
            if one.parts == number + 1:
                sealed = hub.part(one.name, one.salt, number)
                self._count(trips=1)
                if sealed is not None and seal.opened(one.name, one.salt, number, sealed, is_last=True) == last:
                    return True
        return False

    @property
    def _is_enough(self) -> bool:
        return self._most is not None and self.given.parts >= self._most

    def _count(self, **more: int) -> None:
        self.given = replace(self.given, **{name: getattr(self.given, name) + one for name, one in more.items()})


@dataclass(frozen=True)
class _FrameReading:
    office: "Office"
    frame: bytes

    def __call__(self) -> Iterator[bytes]:
        with self.office.store.reading() as rows:
            found = frame_rows.by_id(rows, self.frame)
            yield from framed(frame_rows.contents(rows, found)) if found else ()


@dataclass(frozen=True)
class _DocumentReading:
    documents: "Documents"
    sha256: str

    def __call__(self) -> Iterator[bytes]:
        return self.documents.read(self.sha256, self.sha256)
