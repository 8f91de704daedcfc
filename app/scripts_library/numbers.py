"""The figures in a text, as a set that can be compared between languages.

`33万` and `330,000` are the same figure. Digits that follow a Latin letter, directly or after a hyphen, are part of a
name (`HPV16`, `COVID-19`, `PM2.5`), not a figure.
"""

import re
import unicodedata
from decimal import Decimal

from app.scripts_library.rendering import PLACEHOLDER

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])(?<![A-Za-z]-)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?!\d)\s?([万亿千百]|million|billion)?"
)
_TIMES = {
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "亿": Decimal(10**8),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
}


def numbers_in(text: str) -> frozenset[Decimal]:
    """Every figure of the text; placeholders are left out."""
    plain = unicodedata.normalize("NFKC", PLACEHOLDER.sub(" ", text))
    return frozenset(_value(*found) for found in _NUMBER.findall(plain))


def figures_at(text: str) -> tuple[tuple[int, int, Decimal], ...]:
    """Where each figure of a text stands, as (start, end, figure), to be marked; none in a text whose characters change
    their number when they are folded."""
    blanked = PLACEHOLDER.sub(_blanks, text)
    plain = unicodedata.normalize("NFKC", blanked)
    if len(plain) != len(text):
        return ()
    return tuple((found.start(), found.end(), _value(*found.groups(""))) for found in _NUMBER.finditer(plain))


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _value(whole: str, fraction: str, times: str) -> Decimal:
    value = Decimal(whole.replace(",", "") + fraction) * _TIMES.get(times, Decimal(1))
    return value.normalize()


def written(numbers: frozenset[Decimal]) -> str:
    """A set of figures for people: ascending, without exponents."""
    return ", ".join(f"{number:f}" for number in sorted(numbers))
