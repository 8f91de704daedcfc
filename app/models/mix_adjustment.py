"""Who was asked differs between institutions: shares as they would be if each had asked everybody (patient mix).

A logistic regression with an effect of each institution and of the traits of whoever answered; the adjusted share of an
institution is the mean chance over all who answered anywhere, as if they had been there. Raw and adjusted shares are
shown side by side. The way of asking is no trait: figures are of one mode only.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.models.intervals import SUPPRESSED_BELOW
from app.models.logistic import likeliest, logistic

#: Fewer answers than these in all adjust nothing; a trait that fewer have (or lack) is left out.
LEAST, LEAST_OF_TRAIT = 100, 15
#: What holds a trait back, in answers; an institution is hardly held back.
_RIDGE, _FREE = 2.0, 1e-3
_AGES = ((45, "18-44"), (65, "45-64"), (75, "65-74"))
_STAYS = ((4, "1-3"), (8, "4-7"), (15, "8-14"))
_LAGS = ((8, "0-7"), (15, "8-14"), (29, "15-28"))


@dataclass(frozen=True, slots=True)
class Respondent:
    """One answer: where, what is known of whoever gave it, and whether it was the top box."""

    institution: str
    traits: tuple[str, ...]
    top: bool


def traits_of(
    *, age: int | None, sex: str, department: str, stay: int | None, proxy: bool, lag: int | None
) -> tuple[str, ...]:
    """Return what is known of a respondent as traits: ``stay`` nights, ``lag`` days from the discharge to the talk."""
    told = {
        "age": _band(age, _AGES, "75+"),
        "sex": sex,
        "department": department,
        "stay": _band(stay, _STAYS, "15+"),
        "proxy": "yes" if proxy else "",
        "lag": _band(lag, _LAGS, "29+"),
    }
    return tuple(f"{name}={value}" for name, value in told.items() if value)


def _band(value: int | None, bands: Sequence[tuple[int, str]], last: str) -> str:
    return "" if value is None else next((name for below, name in bands if value < below), last)


def adjusted(answers: Sequence[Respondent]) -> dict[str, float]:
    """Return the adjusted share of the top box by institution; those with fewer than 25 answers are left out.

    Empty with fewer than 100 answers in all, or where only one institution has enough to be compared.
    """
    places = Counter(one.institution for one in answers)
    shown = [name for name, count in sorted(places.items()) if count >= SUPPRESSED_BELOW]
    if len(answers) < LEAST or len(shown) < 2:
        return {}
    kept = _kept(answers)
    terms = {name: at for at, name in enumerate((*sorted(places), *kept), 0)}
    seen, hits = Counter[tuple[int, ...]](), Counter[tuple[int, ...]]()
    mixes = Counter[tuple[int, ...]]()
    for one in answers:
        mix = tuple(sorted(terms[name] for name in one.traits if name in kept))
        pattern = (terms[one.institution], *mix)
        seen[pattern] += 1
        hits[pattern] += one.top
        mixes[mix] += 1
    rows = [(pattern, float(count), float(hits[pattern])) for pattern, count in sorted(seen.items())]
    weights = likeliest(rows, [*([_FREE] * len(places)), *([_RIDGE] * len(kept))])
    effects = [(sum(weights[at] for at in mix), count) for mix, count in sorted(mixes.items())]
    return {
        name: sum(count * logistic(weights[terms[name]] + effect) for effect, count in effects) / len(answers)
        for name in shown
    }


def _kept(answers: Sequence[Respondent]) -> dict[str, None]:
    """Return the traits that enough respondents have and enough lack."""
    counts = Counter(name for one in answers for name in one.traits)
    most = len(answers) - LEAST_OF_TRAIT
    return dict.fromkeys(name for name, count in sorted(counts.items()) if LEAST_OF_TRAIT <= count <= most)
