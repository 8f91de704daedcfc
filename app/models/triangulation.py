"""What four measures of one key point say together: knowledge, the search, the script, or the pressure of calls."""

from dataclasses import dataclass
from enum import StrEnum

#: Below such a share something is weak; beyond such a mean place a script is hard to find.
WEAK = 0.70
FAR = 3.0


class Cause(StrEnum):
    """Where to look first."""

    KNOWLEDGE = "knowledge"
    SEARCH = "search"
    SCRIPT = "script"
    BEHAVIOR = "behavior"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Measures:
    """Recall in drills, points in exams, those of the best third, share without an error on calls, mean place found.

    None where nothing was measured.
    """

    drill: float | None = None
    exam: float | None = None
    strong: float | None = None
    live: float | None = None
    place: float | None = None


def cause(found: Measures) -> Cause:
    """Return where to look first; nothing where the measures do not show a weakness."""
    if _weak(found.strong):
        return Cause.SCRIPT
    if _weak(found.drill) or _weak(found.exam):
        return Cause.KNOWLEDGE
    if found.place is not None and found.place > FAR:
        return Cause.SEARCH
    return Cause.BEHAVIOR if _weak(found.live) else Cause.NONE


def _weak(share: float | None) -> bool:
    return share is not None and share < WEAK
