"""Public holidays from the ``holidays`` library: off days with their names, and weekend days worked instead."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from importlib.util import find_spec, module_from_spec
from threading import Lock
from typing import Any

from app.models.calendars import HolidayRule, HolidayYear
from app.models.errors import FieldWrong

_PACKAGE = "holidays.countries"
_ALONE = Lock()
#: Countries whose schedule moves days about and is published year by year.
_PUBLISHED = frozenset({"CN"})
_LANGUAGES = {"CN": "zh_CN", "US": "en_US"}


class HolidaysUnknown(FieldWrong):
    """No public holidays are known for a country or a part of it. Facts: ``field``, ``value``."""


@lru_cache(maxsize=256)
def public_holidays(rule: HolidayRule, year: int) -> HolidayYear:
    """Return the holidays of one year, in the language of the country. Raises ``HolidaysUnknown``.

    Observed days are included: a holiday on a weekend is kept on a weekday where the law says so.
    """
    country = _country(rule.country)
    if country is None or (rule.subdivision is not None and rule.subdivision not in country.subdivisions):
        raise HolidaysUnknown(field="holidays", value=" ".join(filter(None, (rule.country, rule.subdivision))))
    found = country(subdiv=rule.subdivision, years=year, language=_LANGUAGES.get(rule.country))
    off: dict[date, str] = {day: name for day, name in found.items() if day.year == year}
    work = frozenset(day for day in found.weekend_workdays if day.year == year)
    return HolidayYear(off, work, estimated=rule.country in _PUBLISHED and not work)


class HolidayPlaces:
    """For which countries and parts of them the library knows public holidays."""

    def countries(self) -> tuple[str, ...]:
        """Return the countries (ISO 3166, two letters)."""
        return tuple(sorted(one for one in _codes(aliases=False) if len(one) == 2))

    def subdivisions(self, country: str) -> tuple[tuple[str, str], ...]:
        """Return code and name of each part of a country that has holidays of its own, by name."""
        found = _country(country) if country in _codes(aliases=False) else None
        if found is None:
            return ()
        names = {code: name for name, code in found.subdivisions_aliases.items()}
        return tuple(sorted(((code, names.get(code, code)) for code in found.subdivisions), key=_name))


def _codes(*, aliases: bool = True) -> frozenset[str]:
    from holidays.registry import EntityLoader

    return frozenset(EntityLoader.get_country_codes(aliases))


def _country(code: str) -> Any:
    """Return the library's class of a country, None where it knows none; no other country is loaded for it."""
    import holidays

    if code not in _codes():
        return None
    with _ALONE, _package_unread():
        return getattr(holidays, code).get_entity()


@contextmanager
def _package_unread() -> Generator[None]:
    """Let a module of the library's countries be loaded without its package, which loads all 250 of them.

    They take seven megabytes, and double the time for which somebody waits at the first due time.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or _PACKAGE in sys.modules:
        yield
        return
    sys.modules[_PACKAGE] = module_from_spec(spec)
    try:
        yield
    finally:
        del sys.modules[_PACKAGE]


def _name(one: tuple[str, str]) -> tuple[str, str]:
    return one[1], one[0]
