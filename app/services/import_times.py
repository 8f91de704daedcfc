"""Dates and times of a foreign table, read leniently and never guessed at silently.

In this order: ISO 8601; Chinese with 年, 月 and 日; eight or fourteen digits; Excel's day numbers, Unix seconds; year,
month and day, or day, month and year, with points or slashes; then whatever python-dateutil understands, provided year,
month and day are all there. A time without a zone is the center's own. A date without a time opens at 00:00 and is due
or closed at 23:59.

The ambiguity of ``03/04/2015``: where one of the two numbers is above 12 it is the day; otherwise ``day_first``
decides, which by default is true everywhere but in the countries of ``MONTH_FIRST``.
"""

import re
import unicodedata
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

#: Countries in which 03/04 is the fourth of March (ISO 3166).
MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "MH"})
#: Years that an import takes; anything else is a misread number.
YEARS = range(1950, 2101)
#: What a date without a time ends at, where it is the end of something.
END_OF_DAY = time(23, 59)

_EXCEL = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's day numbers have no zone; the center's is put in afterwards
_CHINESE = re.compile(
    r"(\d{2,4})年(\d{1,2})月(\d{1,2})[日号]?\s*(上午|下午|晚上|凌晨|中午|早上)?\s*"
    r"(?:(\d{1,2})[时点:](?:(\d{1,2})分?)?(?::?(\d{1,2})秒?)?)?"
)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?|\d{10}|\d{13}")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?!\d)(.*)", re.DOTALL)
_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)(.*)", re.DOTALL)
_HAS_TIME = re.compile(r"\d\s*[:：时点T]|\d\s*[ap]\.?m", re.IGNORECASE)
_HOURS = {
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "AKST": -9,
    "AKDT": -8,
    "HST": -10,
}


@dataclass(frozen=True)
class Reading:
    """How times of one table are read: in the center's zone, day or month first, CST as China's or America's.

    A year of two digits is of this century, or of the last one where ``years`` has no such year.
    """

    zone: tzinfo
    day_first: bool
    country: str = ""
    years: range = YEARS

    def at(self, text: str, *, end: bool = False) -> datetime:
        """Return the moment in UTC. ``end``: a date alone means its end. Raises ``ValueError``."""
        plain = unicodedata.normalize("NFKC", text).strip().strip("'\"")
        found, whole_day = self._read(plain)
        if found.year not in self.years:
            raise ValueError(text)
        if end and whole_day:
            found = datetime.combine(found.date(), END_OF_DAY)
        try:
            return (found if found.tzinfo else found.replace(tzinfo=self.zone)).astimezone(UTC)
        except OverflowError:
            raise ValueError(text) from None

    def _read(self, text: str) -> tuple[datetime, bool]:
        """Return the moment, perhaps without a zone, and whether it is a date alone."""
        try:
            return datetime.fromisoformat(text), len(text) <= len("2026-W01-1")
        except ValueError:
            pass
        for read in (self._chinese, self._digits, self._number, self._numbers, self._words):
            try:
                found = read(text)
            except (ValueError, OverflowError):
                raise ValueError(text) from None
            if found is not None:
                return found
        raise ValueError(text)

    def _chinese(self, text: str) -> tuple[datetime, bool] | None:
        match = _CHINESE.fullmatch(text)
        if not match:
            return None
        half = match[4] or ""
        hour = int(match[5] or 0)
        if hour < 12 and (half in ("下午", "晚上") or (half == "中午" and hour < 3)):
            hour += 12
        found = datetime(  # noqa: DTZ001 - the zone is put in by ``at``
            self._year(match[1]), int(match[2]), int(match[3]), hour, int(match[6] or 0), int(match[7] or 0)
        )
        return found, match[5] is None

    def _digits(self, text: str) -> tuple[datetime, bool] | None:
        match = _DIGITS.fullmatch(text)
        if not match or int(match[1]) not in self.years:
            return None
        return datetime(*(int(part or 0) for part in match.groups())), match[4] is None  # type: ignore[arg-type]  # noqa: DTZ001

    def _number(self, text: str) -> tuple[datetime, bool] | None:
        if not _NUMBER.fullmatch(text):
            return None
        if len(text) in (10, 13) and "." not in text:
            return datetime.fromtimestamp(int(text[:10]), UTC), False
        days = float(text)
        return _EXCEL + timedelta(seconds=round(days * 86_400)), days.is_integer()

    def _numbers(self, text: str) -> tuple[datetime, bool] | None:
        if match := _YEAR_FIRST.fullmatch(text):
            return self._dated((int(match[1]), int(match[2]), int(match[3])), match[4])
        match = _NUMBERS.fullmatch(text)
        if not match:
            return None
        first, second = int(match[1]), int(match[2])
        year = self._year(match[3])
        day_first = first > 12 or (self.day_first and second <= 12)
        return self._dated((year, second, first) if day_first else (year, first, second), match[4])

    def _year(self, digits: str) -> int:
        if len(digits) != 2:
            return int(digits)
        year = 2000 + int(digits)
        return year if year in self.years else year - 100

    def _dated(self, on: tuple[int, int, int], rest: str) -> tuple[datetime, bool]:
        year, month, day = on
        time_text = rest.strip(" T,")
        if not time_text:
            return datetime(year, month, day), True  # noqa: DTZ001 - the zone is put in by ``at``
        return self._words(f"{year}-{month:02d}-{day:02d} {time_text}")

    def _words(self, text: str) -> tuple[datetime, bool]:
        from dateutil import parser

        read: list[datetime] = []
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            # What the text leaves open is filled from the default; two that share nothing show it.
            for default in (datetime(2000, 1, 1), datetime(2003, 2, 2)):  # noqa: DTZ001 - the zone is put in by ``at``
                try:
                    read.append(
                        parser.parse(
                            text,
                            default=default,
                            dayfirst=False if _YEAR_FIRST.match(text) else self.day_first,
                            tzinfos=self._zone_of,
                        )
                    )
                except (RuntimeWarning, TypeError, AttributeError) as error:
                    raise ValueError(text) from error
        if read[0] != read[1]:
            raise ValueError(text)
        return read[0], not _HAS_TIME.search(text)

    def _zone_of(self, name: str | None, offset: int | None) -> tzinfo | None:
        if offset is not None:
            return timezone(timedelta(seconds=offset))
        if name == "CST":
            return timezone(timedelta(hours=8 if self.country in ("CN", "TW", "HK", "MO") else -6))
        hours = _HOURS.get(name or "")
        return None if hours is None else timezone(timedelta(hours=hours))


def leaves_open(value: str) -> bool:
    """Whether a time is written as ``03/04/2015``: its column or country alone says which number is the day."""
    return _NUMBERS.match(value.strip()) is not None


def day_comes_first(values: Iterable[str], country: str) -> bool:
    """Say how ``03/04/2015`` is to be read: as the column's unambiguous dates are written, or as in the country."""
    for value in values:
        match = _NUMBERS.match(value.strip())
        if match and int(match[1]) > 12 >= int(match[2]):
            return True
        if match and int(match[2]) > 12 >= int(match[1]):
            return False
    return country not in MONTH_FIRST
