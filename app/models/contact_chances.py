"""How likely somebody is to answer in a slot, learned from past attempts: a logistic model with a ridge.

The model is a table of terms and what each adds to the logit, so that every chance can be explained and every station
computes the same. What is fitted are counts of patterns, not single dials: the order of the attempts cannot matter, and
the fit is plain Newton without any library. Coefficients are rounded before they are used.

Source: Hoerl and Kennard (1970) for the ridge; le Cessie and van Houwelingen, Applied Statistics 41 (1992), for its
logistic form. Why the chance now decides, and nothing about other slots: docs/decisions/0020-whom-to-call.md.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from app.models.logistic import likeliest, logistic

#: What holds coefficients back, in dials: a term that stands on fewer says little.
RIDGE = 20.0
#: Fewer dials than this teach nothing: people are called in turn.
LEAST = 300
#: A term that fewer dials have is left out.
LEAST_OF_TERM = 30
_PLACES = 6
VERSION = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person and a slot before the dial; "" is not known.

    ``here`` and ``elsewhere`` count the attempts without contact in this slot and in others, ``last`` is the code of
    the last outcome, ``days`` a band of days since the discharge.
    """

    slot: str
    age: str = ""
    area: str = ""
    department: str = ""
    here: int = 0
    elsewhere: int = 0
    last: str = ""
    days: str = ""
    institution: str = ""


@lru_cache(maxsize=50_000)
def terms(facts: Facts) -> tuple[str, ...]:
    """Return the terms that hold for these facts; those of a person's kind also together with the slot."""
    found = ["", f"slot={facts.slot}"]
    for name in ("age", "area"):
        value = getattr(facts, name)
        if value:
            found += [f"{name}={value}", f"{name}={value}&slot={facts.slot}"]
    for name in ("department", "last", "days", "institution"):
        value = getattr(facts, name)
        if value:
            found.append(f"{name}={value}")
    if facts.here:
        found.append(f"here={min(facts.here, 3)}")
    if facts.elsewhere:
        found.append(f"elsewhere={min(facts.elsewhere, 4)}")
    return tuple(found)


@dataclass(frozen=True)
class Chances:
    """A fitted model. ``weights`` is what each term adds to the logit, ``dials`` on how many it stands."""

    weights: Mapping[str, float]
    dials: int
    _known: dict[Facts, float] = field(default_factory=dict[Facts, float], compare=False, repr=False)

    def chance(self, facts: Facts) -> float:
        """Return the chance that somebody answers, 0 to 1."""
        known = self._known.get(facts)
        if known is None:
            known = self._known[facts] = logistic(sum(self.weights.get(one, 0.0) for one in terms(facts)))
        return known

    def to_bytes(self) -> bytes:
        """Return the model as it is kept."""
        return json.dumps({"dials": self.dials, "weights": dict(sorted(self.weights.items()))}).encode()


def from_bytes(body: bytes) -> Chances | None:
    """Return a kept model, None where nothing was learned yet."""
    if not body:
        return None
    kept = json.loads(body)
    return Chances(kept["weights"], kept["dials"])


def fit(examples: Iterable[tuple[Facts, bool]], *, ridge: float = RIDGE, least: int | None = None) -> Chances | None:
    """Return the model of past dials, each with whether somebody answered; None with too few of them."""
    return fit_counts(Counter(examples), ridge=ridge, least=least)


def fit_counts(
    counts: Mapping[tuple[Facts, bool], int], *, ridge: float = RIDGE, least: int | None = None
) -> Chances | None:
    """Return the model of dials that were counted already."""
    tried: Counter[Facts] = Counter()
    met: Counter[Facts] = Counter()
    for (facts, contact), count in counts.items():
        tried[facts] += count
        met[facts] += count * contact
    dials = tried.total()
    if dials < (LEAST if least is None else least):
        return None
    names = _names(tried)
    place = {name: at for at, name in enumerate(names)}
    patterns: Counter[tuple[int, ...]] = Counter()
    hits: Counter[tuple[int, ...]] = Counter()
    for facts, count in tried.items():
        pattern = tuple(place[one] for one in terms(facts) if one in place)
        patterns[pattern] += count
        hits[pattern] += met[facts]
    rows = [(pattern, float(patterns[pattern]), float(hits[pattern])) for pattern in sorted(patterns)]
    weights = likeliest(rows, [1e-3, *([ridge] * (len(names) - 1))])  # the intercept is hardly held back
    return Chances({name: round(one, _PLACES) for name, one in zip(names, weights, strict=True)}, dials)


def _names(tried: Counter[Facts]) -> list[str]:
    """Return the terms that enough dials have, the intercept ("") first."""
    counts: Counter[str] = Counter()
    for facts, count in tried.items():
        for one in terms(facts):
            counts[one] += count
    return sorted(name for name, count in counts.items() if count >= LEAST_OF_TERM)
