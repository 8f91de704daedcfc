"""Logistic regression with a ridge, by plain Newton without any library, on patterns of terms that hold or do not.

Sources: Hoerl and Kennard (1970) for the ridge; le Cessie and van Houwelingen, Applied Statistics 41 (1992), for its
logistic form.
"""

import math
from collections.abc import Sequence

_ROUNDS, _NEAR = 12, 1e-7
#: The places of the terms that hold, ascending; how often the pattern was seen; how often it came true.
Row = tuple[tuple[int, ...], float, float]


def logistic(logit: float) -> float:
    """Return the chance of a logit."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def likeliest(rows: Sequence[Row], penalty: Sequence[float]) -> list[float]:
    """Return the weights of the terms that the patterns make most likely; ``penalty`` holds each of them back."""
    size = len(penalty)
    weights = [0.0] * size
    for _ in range(_ROUNDS):
        slope = [-one * weight for one, weight in zip(penalty, weights, strict=True)]
        curve = [[0.0] * (at + 1) for at in range(size)]  # the lower half of a symmetric table
        for at in range(size):
            curve[at][at] = penalty[at]
        for pattern, count, hit in rows:
            _add(slope, curve, pattern, (count, hit, logistic(sum(weights[at] for at in pattern))))
        step = _solved(curve, slope)
        weights = [weight + one for weight, one in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _NEAR:
            break
    return weights


def _add(
    slope: list[float], curve: list[list[float]], pattern: tuple[int, ...], what: tuple[float, float, float]
) -> None:
    """Add what one pattern (count, came true, its chance) says to the slope and the curve. Places of it ascend."""
    count, hit, chance = what
    pull, bend = hit - count * chance, count * chance * (1 - chance)
    for at in pattern:
        slope[at] += pull
        line = curve[at]
        for other in pattern:
            if other <= at:
                line[other] += bend


def _solved(curve: list[list[float]], slope: Sequence[float]) -> list[float]:
    """Return x of curve · x = slope by Cholesky's factors; ``curve`` is overwritten."""
    size = len(slope)
    for at in range(size):
        line = curve[at]
        for other in range(at):
            above = curve[other]
            line[other] = (line[other] - sum(map(float.__mul__, line[:other], above[:other]))) / above[other]
        line[at] = math.sqrt(line[at] - sum(one * one for one in line[:at]))
    found = list(slope)
    for at in range(size):
        found[at] = (found[at] - sum(map(float.__mul__, curve[at][:at], found[:at]))) / curve[at][at]
    for at in reversed(range(size)):
        found[at] /= curve[at][at]
        for other in range(at):
            found[other] -= curve[at][other] * found[at]
    return found
