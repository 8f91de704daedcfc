"""What lies behind a cell of the board, and what a cell shows: without Qt."""

from app.models.supervision import COLUMNS, BoardLine, Load
from app.services.supervision import Board
from app.services.worklists import Listing

#: Columns of the board that count no state of their own.
WHOLE = ("name", "all", "age")
_STATES = {column.name: column.states for column in COLUMNS}
#: What parts the numbers of a cell, as the painter of chips wants it.
PARTED = " · "


def listing_of(line: BoardLine, column: str, *, by: str) -> Listing | None:
    """Return the list of My work behind a cell; None where none can show exactly these (no unit, no owner).

    ``by`` says whether the lines are units or people (``unit``, ``owner``); "" is the line of all.
    """
    if by and line.key is None:
        return None
    states = _STATES.get(column, ())
    state = states[0].value if len(states) == 1 else ""
    unit, owner = (line.key or "" if by == one else "" for one in ("unit", "owner"))
    due = "paused" if len(states) > 1 else ""
    return Listing(mine=False, due=due, state=state, order="oldest", unit=unit, owner=owner)


def numbers(load: Load) -> tuple[tuple[int, str], ...]:
    """Return the numbers of a cell with their tones: late, soon, all others; those that are 0 are left out."""
    every = ((load.late, "danger"), (load.soon, "warning"), (load.on_time + load.undated, ""))
    return tuple((count, tone) for count, tone in every if count)


def shown_columns(lines: tuple[BoardLine, ...]) -> frozenset[str]:
    """Return the columns in which anything stands."""
    return frozenset(name for line in lines for name, load in line.cells.items() if load.total)


def counts_of(board: Board) -> dict[str, int]:
    """Return how much waits under each tab."""
    returned = board.everything.cells.get("returned", Load())
    without = next((line.load.total for line in board.by_unit if line.key is None), 0)
    load = board.everything.load
    return {
        "late": load.late,
        "soon": load.soon,
        "returned": returned.total,
        "extensions": board.to_decide,
        "no_unit": without,
    }
