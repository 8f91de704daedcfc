"""When so many people fail one key point that the script is to be doubted before the people."""

from collections.abc import Iterable
from dataclasses import dataclass

#: Who answers less than this right fails; such a share of at least so many people makes a proposal.
RIGHT, SHARE, PEOPLE = 0.6, 0.3, 5


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one person was tested on a key point, and how much of it was right."""

    answers: int = 0
    right: float = 0.0

    def plus(self, answers: int, right: float) -> "Tally":
        """Return the tally with more answers."""
        return Tally(self.answers + answers, self.right + right)

    @property
    def fails(self) -> bool:
        """Say whether too little was right."""
        return self.right < RIGHT * self.answers


def proposed(people: Iterable[Tally]) -> tuple[int, int] | None:
    """Return how many of how many people fail, None where these are too few to doubt the script."""
    tested = [one for one in people if one.answers]
    failing = sum(one.fails for one in tested)
    return (failing, len(tested)) if len(tested) >= PEOPLE and failing >= SHARE * len(tested) else None
