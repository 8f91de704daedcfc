"""What a command returns besides its value: the rows that it touched, for every pane that shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.models.journal import Value

T = TypeVar("T")


@dataclass(frozen=True)
class Touched:
    """One journal record of a command: the row, whether it is new, and the former values of what was set (for undo)."""

    entity: str
    row_id: bytes
    uid: bytes
    created: bool
    before: Mapping[str, Value]


@dataclass(frozen=True)
class Changes:
    """Every row that one transaction touched, in order; ``entities`` is for a quick look at what kinds.

    Not ``whole`` where a row stands for many of its kind that are not told, or others wrote them elsewhere.
    """

    touched: tuple[Touched, ...] = ()
    whole: bool = True

    @property
    def entities(self) -> frozenset[str]:
        """Return the names of the entities touched."""
        return frozenset(one.entity for one in self.touched)

    def of(self, entity: str) -> tuple[bytes, ...]:
        """Return the ids of the rows of one entity that were touched."""
        return tuple(one.row_id for one in self.touched if one.entity == entity)


@dataclass(frozen=True)
class Done(Generic[T]):
    """A command's value and what it changed. ``undoable`` says whether ``office.undo`` would take it back."""

    value: T
    changes: Changes
    undoable: bool = False
