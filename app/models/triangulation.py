"""What four measures of one key point say together: knowledge, the search, the script, or the pressure of calls."""

from dataclasses import dataclass
from enum import StrEnum

#: Below such a share something is weak; beyond such a mean place a script is hard to find.
WEAK = 0.70
FAR = 3.0
#: Fewer answers than this are shown and say nothing yet; of the best third two are enough.
LEAST, LEAST_STRONG = 3, 2


class Cause(StrEnum):
    """Where to look first."""

    KNOWLEDGE = "knowledge"
    SEARCH = "search"
    SCRIPT = "script"
    BEHAVIOR = "behavior"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards, answers in exams, answers of the best third and calls stand behind the shares."""

    drill: int = 0
    exam: int = 0
    strong: int = 0
    live: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """Recall in drills, points in exams, those of the best third, share without an error on calls, mean place found.

    None where nothing was measured. ``counts`` are the answers behind the four shares, None where they are enough.
    """

    drill: float | None = None
    exam: float | None = None
    strong: float | None = None
    live: float | None = None
    place: float | None = None
    counts: Counts | None = None

    def weak(self, share: float | None, count: int, least: int = LEAST) -> bool:
        """Say whether a share is low, from enough answers."""
        return share is not None and share < WEAK and count >= least


def cause(found: Measures) -> Cause:
    """Return where to look first; nothing where the measures do not show a weakness."""
    counts = found.counts or Counts(LEAST, LEAST, LEAST_STRONG, LEAST)
    if counts.exam >= LEAST and found.weak(found.strong, counts.strong, LEAST_STRONG):
        return Cause.SCRIPT
    if found.weak(found.drill, counts.drill) or found.weak(found.exam, counts.exam):
        return Cause.KNOWLEDGE
    if found.place is not None and found.place > FAR:
        return Cause.SEARCH
    return Cause.BEHAVIOR if found.weak(found.live, counts.live) else Cause.NONE
