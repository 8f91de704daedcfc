"""Public holidays from the ``holidays`` library: off days with their names, and weekend days worked instead."""

from datetime import date
from functools import lru_cache
from typing import Any

from app.models.calendars import HolidayRule, HolidayYear
from app.models.errors import FieldWrong

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
    import holidays

    known = holidays.list_supported_countries().get(rule.country)
    if known is None or (rule.subdivision is not None and rule.subdivision not in known):
        raise HolidaysUnknown(field="holidays", value=" ".join(filter(None, (rule.country, rule.subdivision))))
    found: Any = holidays.country_holidays(
        rule.country, subdiv=rule.subdivision, years=year, language=_LANGUAGES.get(rule.country)
    )
    off: dict[date, str] = {day: name for day, name in found.items() if day.year == year}
    work = frozenset(day for day in found.weekend_workdays if day.year == year)
    return HolidayYear(off, work, estimated=rule.country in _PUBLISHED and not work)


class HolidayPlaces:
    """For which countries and parts of them the library knows public holidays."""

    def countries(self) -> tuple[str, ...]:
        """Return the countries (ISO 3166, two letters)."""
        import holidays

        return tuple(sorted(one for one in holidays.list_supported_countries(include_aliases=False) if len(one) == 2))

    def subdivisions(self, country: str) -> tuple[tuple[str, str], ...]:
        """Return code and name of each part of a country that has holidays of its own, by name."""
        import holidays

        codes = holidays.list_supported_countries(include_aliases=False).get(country, [])
        if not codes:
            return ()
        found: Any = holidays.country_holidays(country)
        names: dict[str, str] = {code: name for name, code in getattr(found, "subdivisions_aliases", {}).items()}
        return tuple(sorted(((code, names.get(code, code)) for code in codes), key=_name))


def _name(one: tuple[str, str]) -> tuple[str, str]:
    return one[1], one[0]
