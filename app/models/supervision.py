"""What a supervisor sees at a glance: how much is open, and how it stands with its time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from app.models.inquiries import PAUSED, State


@dataclass(frozen=True, slots=True)
class Load:
    """Open inquiries by how they stand with their next due time; ``age`` is the sum of the times since each was opened.

    Undated: nothing is due, or the clock stands still.
    """

    late: int = 0
    soon: int = 0
    on_time: int = 0
    undated: int = 0
    age: timedelta = timedelta()

    def __add__(self, other: "Load") -> "Load":
        """Return both together."""
        return Load(
            self.late + other.late,
            self.soon + other.soon,
            self.on_time + other.on_time,
            self.undated + other.undated,
            self.age + other.age,
        )

    @property
    def total(self) -> int:
        """Return how many are open."""
        return self.late + self.soon + self.on_time + self.undated

    @property
    def average_age(self) -> timedelta:
        """Return how long they have been open on average; nothing where none is."""
        return self.age / self.total if self.total else timedelta()


@dataclass(frozen=True)
class Counted:
    """Open inquiries of one state, unit and owner."""

    state: State
    unit: str | None
    owner: bytes | None
    load: Load


@dataclass(frozen=True)
class Column:
    """One column of the board: the states that it counts together, under the first one's name."""

    name: str
    states: tuple[State, ...]


#: The columns of the board, in the order of an inquiry's life; both kinds of waiting stand in one.
COLUMNS = (
    *(
        Column(state.value, (state,))
        for state in (State.NEW, State.DISPATCHED, State.RETURNED, State.ACCEPTED, State.IN_PROGRESS, State.REDO)
    ),
    Column("waiting", tuple(sorted(PAUSED))),
    *(Column(state.value, (state,)) for state in (State.ANSWERED, State.IN_REVIEW, State.CALLBACK_DUE)),
)


@dataclass(frozen=True)
class BoardLine:
    """One unit or one person (``key``: its code, or an id in hex; None: nobody), with a load for each column."""

    key: str | None
    cells: Mapping[str, Load] = field(default_factory=dict[str, Load])

    @property
    def load(self) -> Load:
        """Return all of them together."""
        return together(self.cells.values())


def together(loads: Iterable[Load]) -> Load:
    """Return several loads as one."""
    found = Load()
    for one in loads:
        found = found + one
    return found


def by_unit(counted: Iterable[Counted]) -> tuple[BoardLine, ...]:
    """Return a line for each unit, those with the most late ones first."""
    return _lines((one.unit, one) for one in counted)


def by_owner(counted: Iterable[Counted]) -> tuple[BoardLine, ...]:
    """Return a line for each person who has any, those with the most late ones first."""
    return _lines((one.owner.hex() if one.owner else None, one) for one in counted)


def of_all(counted: Iterable[Counted]) -> BoardLine:
    """Return everything in one line."""
    found = _lines((None, one) for one in counted)
    return found[0] if found else BoardLine(None)


_COLUMN_OF = {state: column.name for column in COLUMNS for state in column.states}


def _lines(keyed: Iterable[tuple[str | None, Counted]]) -> tuple[BoardLine, ...]:
    cells: dict[str | None, dict[str, Load]] = {}
    for key, one in keyed:
        column = _COLUMN_OF.get(one.state)
        if column is not None:
            line = cells.setdefault(key, {})
            line[column] = line.get(column, Load()) + one.load
    return tuple(sorted((BoardLine(key, line) for key, line in cells.items()), key=_most_pressing))


def _most_pressing(line: BoardLine) -> tuple[int, int, int, str]:
    load = line.load
    return -load.late, -load.soon, -load.total, line.key or ""
