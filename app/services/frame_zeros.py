"""Leading zeros that a spreadsheet took from numbers of a frame: noticed as the rows are read, and remarked upon.

A cell that a spreadsheet takes for a number has no zeros before it. Numbers of telephones without the zero of their
area code are understood all the same. Of other numbers nobody can tell for sure; those that are shorter than most of
their institution are named, for whoever handed the table over to look at.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.models.frames import FrameField, FrameReason, FrameRow
from app.services import phone_numbers
from app.services.frame_rows import FrameRemark

#: Digits from which a number is taken for one of a fixed width.
_WIDE = 6
#: A number of a table: its line, and what stands there.
_Place = tuple[int, str]


@dataclass
class _Short:
    """How many digits numbers have that belong together, and the first one of each length."""

    lengths: Counter[int] = field(default_factory=Counter[int])
    first: dict[int, _Place] = field(default_factory=dict[int, _Place])

    def see(self, line: int, text: str) -> None:
        size = len(text)
        self.lengths[size] += 1
        if size not in self.first:
            self.first[size] = line, text

    def found(self) -> tuple[int, _Place] | None:
        """Return how many are shorter than more than half of all, with the first of them; None: there are none."""
        if not self.lengths:
            return None
        usual, count = self.lengths.most_common(1)[0]
        short = [size for size in self.lengths if size < usual]
        if usual < _WIDE or not short or count * 2 <= self.lengths.total():
            return None
        return sum(self.lengths[size] for size in short), min(self.first[size] for size in short)


class ZerosLost:
    """Sees every row that was taken, and says at the end where zeros are missing."""

    def __init__(self, country: str, columns: Mapping[str, str], *, any_institution: bool) -> None:
        self._country, self._any_institution = country, any_institution
        self._phones = [(one, columns[one.value]) for one in _PHONES if one.value in columns and _has_zeros(country)]
        self._numbered = "encounter" in columns
        self._without: dict[FrameField, tuple[int, _Place]] = {}
        self._encounters: dict[str, _Short] = {}
        self._institutions: dict[str, int] = {}

    def see(self, row: FrameRow, cells: Mapping[str, str]) -> None:
        """Look at a row that was taken, and at the cells in which it stood."""
        if self._numbered and row.encounter.isdecimal():
            self._encounters.setdefault(row.institution, _Short()).see(row.line, row.encounter)
        for name, heading in self._phones:
            text = (cells.get(heading) or "").strip()
            if text and text[0] not in "0+" and self._lacks_zero(text):
                count, first = self._without.get(name, (0, (row.line, text)))
                self._without[name] = count + 1, first
        if self._any_institution:
            self._institutions.setdefault(row.institution, row.line)

    def remarks(self) -> tuple[FrameRemark, ...]:
        """Return what is to be looked at, each with how many rows it concerns and the first of them."""
        found = [
            FrameRemark(FrameReason.AREA_ZERO_LOST, name, *first, count)
            for name, (count, first) in self._without.items()
        ]
        found += _shorter(FrameField.ENCOUNTER, self._encounters.values())
        codes = _Short()
        for name, line in self._institutions.items():
            if name.isdecimal():
                codes.see(line, name)
        return (*found, *_shorter(FrameField.INSTITUTION, [codes]))

    def _lacks_zero(self, text: str) -> bool:
        if len(text) == 11 and text[0] == "1":  # a mobile number, as nearly all are
            return False
        digits = "".join(one for one in text.removesuffix(".0") if one.isdigit())
        shown = phone_numbers.understood(text.removesuffix(".0"), self._country).shown
        return "".join(one for one in shown if one.isdigit()) == f"0{digits}"


_PHONES = (FrameField.PHONE, FrameField.PHONE2)


def _has_zeros(country: str) -> bool:
    """Say whether numbers of a country are dialed with a zero before the area code."""
    import phonenumbers as library

    known = library.PhoneMetadata.metadata_for_region(country, None)
    return known is not None and known.national_prefix == "0"


def _shorter(name: FrameField, groups: Iterable[_Short]) -> list[FrameRemark]:
    found = [one for group in groups if (one := group.found()) is not None]
    if not found:
        return []
    return [FrameRemark(FrameReason.ZEROS_LOST, name, *min(first for _, first in found), sum(n for n, _ in found))]
