"""Response, cooperation, refusal, contact and location rates of a survey, as AAPOR and HCAHPS define them.

Sources: AAPOR, Standard Definitions, 10th edition (2023), and Outcome Rate Calculator 4.0 (2016) for the default of
``e``; CMS, HCAHPS Quality Assurance Guidelines, for its response rate. A rate keeps what it was made of, and a rate
without a denominator is undefined: it is shown as none, never as zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum


class OutcomeClass(StrEnum):
    """What became of a sampled person, in the eight classes from which AAPOR counts."""

    COMPLETE = "I"
    PARTIAL = "P"
    REFUSED = "R"
    NOT_CONTACTED = "NC"
    OTHER = "O"
    UNKNOWN = "UH"  # never reached: nobody knows whether the number is the person's
    UNKNOWN_OTHER = "UO"  # the number is dead, wrong or blocked
    NOT_ELIGIBLE = "NE"


#: Final HCAHPS status codes: an interview that counts, and those who do not belong to the survey.
HCAHPS_COMPLETE = 1
HCAHPS_INELIGIBLE = frozenset({2, 3, 4, 5})


@dataclass(frozen=True, slots=True)
class OutcomeCounts:
    """How many persons, or how much weight, each class has."""

    i: float = 0
    p: float = 0
    r: float = 0
    nc: float = 0
    o: float = 0
    uh: float = 0
    uo: float = 0
    ne: float = 0

    @property
    def interviewed(self) -> float:
        """Return completes and partial interviews."""
        return self.i + self.p

    @property
    def contacted(self) -> float:
        """Return those who were spoken to."""
        return self.interviewed + self.r + self.o

    @property
    def eligible(self) -> float:
        """Return A: those who are known to belong to the survey."""
        return self.contacted + self.nc

    @property
    def unknown(self) -> float:
        """Return U: those of whom that is not known."""
        return self.uh + self.uo

    @property
    def share_eligible(self) -> float | None:
        """Return the default of ``e``, A / (A + NE): the unknown are as often eligible as the known."""
        known = self.eligible + self.ne
        return self.eligible / known if known else None


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate with what it is made of; ``denominator`` is None where ``e`` is not known."""

    numerator: float
    denominator: float | None

    @property
    def share(self) -> float | None:
        """Return numerator over denominator; None where the rate is undefined."""
        return self.numerator / self.denominator if self.denominator else None


def counted(cases: Iterable[tuple[OutcomeClass, float]]) -> OutcomeCounts:
    """Return the counts of cases with their weights; a weight of 1 each counts persons."""
    found = {one.name: 0.0 for one in fields(OutcomeCounts)}
    for kind, weight in cases:
        found[kind.value.lower()] += weight
    return OutcomeCounts(**found)


def outcome_rates(counts: OutcomeCounts, e: float | None = None) -> dict[str, Rate]:
    """Return every AAPOR rate by its name, in the order of the standard.

    ``e`` is the assumed share of eligible persons among the unknown; None is ``counts.share_eligible``.
    """
    share = counts.share_eligible if e is None else e
    all_of, known = counts.eligible + counts.unknown, counts.eligible
    assumed = None if share is None else known + share * counts.unknown
    bottoms = {"1": all_of, "2": assumed, "3": known}
    without_other = counts.interviewed + counts.r
    response = {
        f"RR{place}": Rate(counts.interviewed if place % 2 == 0 else counts.i, bottoms[str((place + 1) // 2)])
        for place in range(1, 7)
    }
    cooperation = {
        "COOP1": Rate(counts.i, counts.contacted),
        "COOP2": Rate(counts.interviewed, counts.contacted),
        "COOP3": Rate(counts.i, without_other),
        "COOP4": Rate(counts.interviewed, without_other),
    }
    refusal = {f"REF{name}": Rate(counts.r, below) for name, below in bottoms.items()}
    contact = {f"CON{name}": Rate(counts.contacted, below) for name, below in bottoms.items()}
    location = {f"LOC{name}": Rate(known, bottoms[name]) for name in ("1", "2")}
    return {**response, **cooperation, **refusal, **contact, **location}


def hcahps_rate(by_status: Mapping[int, float]) -> Rate:
    """Return completed over (sampled − ineligible) of counts, or weights, by final HCAHPS status."""
    sampled = sum(by_status.values())
    ineligible = sum(count for status, count in by_status.items() if status in HCAHPS_INELIGIBLE)
    return Rate(by_status.get(HCAHPS_COMPLETE, 0), sampled - ineligible)
