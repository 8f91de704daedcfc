"""Settings of the center: each one field of ``Settings``, checked when it is set, the same for every station."""

from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache

from app.models import clusters, letterheads, retry_policy, slots
from app.models.accounts import Permission
from app.models.durations import parse
from app.models.errors import CannotNow, FieldInvalid, FieldTooLong
from app.models.journal import Value
from app.models.retention import read_days, write_days
from app.models.settings import PAPERS, Settings
from app.models.texts import clean
from app.services import calendars, reference, wording
from app.services.office import View, Work
from app.store import settings as rows_of

#: Longest idle time after which a window locks (8 hours, a shift); 0 never locks.
LONGEST_LOCK_S = 8 * 3600
#: Shortest idle time: a window that locks sooner cannot be read to the end.
SHORTEST_LOCK_S = 60
LONGEST_TEXT = 120
#: Most working hours before its due time at which something counts as due soon: two weeks.
LONGEST_SOON_H = 80
#: Most hours that a clinical conflict may wait before supervisors are told: two weeks.
LONGEST_CONFLICT_H = 336
_TEXTS = ("organization", "line", "report_head", "report_foot")
#: Numbers with the least and the most that they can be, and whether 0 stands for never.
_NUMBERS = {
    "lock_after_s": (SHORTEST_LOCK_S, LONGEST_LOCK_S, True),
    "due_soon_h": (1, LONGEST_SOON_H, False),
    "conflict_hours": (0, LONGEST_CONFLICT_H, False),
    "off_peak_below": (0, 1000, False),
    "calls_an_hour": (1, 120, False),
    "verify_per_day": (*retry_policy.HARD_LIMITS["per_day"], False),
    "satisfaction_share": (0, 100, False),
}


def _steps(text: str) -> str:
    return ", ".join(str(one) for one in clusters.steps(text))


def _retention(text: str) -> str:
    return write_days(read_days(text))


#: Texts with a spelling of their own, each with what spells it anew.
_SPELLED = {"cluster_steps": _steps, "retention": _retention}
_CALLING = frozenset({"call_slots", "satisfaction_categories", "satisfaction_after"})


@dataclass(frozen=True)
class Choices:
    """What the settings can be: countries (ISO 3166), time zones (IANA), intake forms with their titles, calendars.

    ``usual_calendar`` is the one that counts while none is set; ``refused`` says which forms cannot be read here.
    """

    countries: tuple[str, ...]
    time_zones: tuple[str, ...]
    forms: tuple[tuple[str, str, str], ...]  # id, English title, Chinese title
    calendars: tuple[str, ...] = ()
    usual_calendar: str = ""
    refused: tuple[CannotNow, ...] = ()


def countries() -> tuple[str, ...]:
    """Return the codes (ISO 3166) of the countries in which a center can be."""
    return _countries()


def current(view: View) -> Settings:
    """Return the settings as they stand."""
    return view.settings


def choices(view: View) -> Choices:
    """Return what can be chosen."""
    found = reference.forms(view)
    titled = [(name, form.title.en, form.title.zh_cn) for name in found.ids() if (form := found.newest(name))]
    usual = replace(view, settings=replace(view.settings, calendar=""))
    names_of = tuple(one.name for one in calendars.listed(view))
    own = calendars.center_calendar(usual).name
    return Choices(_countries(), _time_zones(), tuple(titled), names_of, own, found.refused)


def change(work: Work, **values: Value) -> tuple[str, ...]:
    """Set settings, and return the names of those that changed.

    Raises ``NotAllowed``, ``FieldInvalid`` (unknown name, country, zone, form, language, time), ``FieldTooLong``.
    """
    work.require(Permission.CHANGE_SETTINGS)
    known = asdict(rows_of.read_settings(work.tx))
    checked: dict[str, Value] = {}
    for name, value in values.items():
        if name not in known:
            raise FieldInvalid(field=name, value=str(value))
        if name in _CALLING:
            checked[name] = _calling(name, value)
        else:
            checked[name] = _text(name, value) if name in _TEXTS else _checked(work, name, value)
    changed = tuple(name for name, value in checked.items() if value != known[name])
    for name in changed:
        rows_of.write_setting(work.tx, name, checked[name])
    return changed


def check(**values: str) -> None:
    """Refuse a country, a time zone or a language that no center can have, before there is one.

    Raises ``FieldInvalid``.
    """
    for name, value in values.items():
        if value not in _PLACES[name]():
            raise FieldInvalid(field=name, value=value)


def names() -> tuple[str, ...]:
    """Return the name of every setting."""
    return tuple(one.name for one in fields(Settings))


def _text(name: str, value: Value) -> str:
    text = clean(value if isinstance(value, str) else "") or ""
    if len(text) > LONGEST_TEXT:
        raise FieldTooLong(field=name, limit=LONGEST_TEXT)
    if name == "organization" and not text:
        raise FieldInvalid(field=name, value="")
    return text


def _checked(work: Work, name: str, value: Value) -> Value:
    if name in _NUMBERS:
        return _number(name, value)
    if name == "logo":
        return _logo(value)
    if name in _SPELLED:
        try:
            return _SPELLED[name](str(value or ""))
        except ValueError:
            raise FieldInvalid(field=name, value=str(value)) from None
    if name in ("notes_with_caller", "mask_numbers"):
        if not isinstance(value, bool):
            raise FieldInvalid(field=name, value=str(value))
        return value
    if value not in _allowed(work, name):
        raise FieldInvalid(field=name, value=str(value))
    return value


def _logo(value: Value) -> str:
    text = value if isinstance(value, str) else ""
    picture = letterheads.to_picture(text)
    if text and not picture:
        raise letterheads.LogoUnusable(field="logo", value="0 KB")
    return letterheads.to_text(picture)


def _number(name: str, value: Value) -> int:
    least, most, zero = _NUMBERS[name]
    number = value if isinstance(value, int) and not isinstance(value, bool) else -1
    if not (least <= number <= most or (zero and number == 0)):
        raise FieldInvalid(field=name, value=str(value))
    return number


def _calling(name: str, value: Value) -> Value:
    """Return a setting of calling as it is kept. Raises ``FieldInvalid`` and what a plan of slots raises."""
    text = clean(value if isinstance(value, str) else "") or ""
    if name == "call_slots":
        return slots.to_text(slots.from_text(text, field=name)) if text else ""
    if name == "satisfaction_after":
        return str(parse(text))
    known = reference.categories()
    codes = [one.strip() for one in text.replace("，", ",").split(",") if one.strip()]
    wrong = [one for one in codes if not known.under(one)]
    if wrong:
        raise FieldInvalid(field=name, value=wrong[0])
    return ", ".join(codes)


def _allowed(view: View, name: str) -> tuple[str, ...]:
    if name == "calendar":
        return ("", *(one.name for one in calendars.listed(view)))
    if name == "paper":
        return PAPERS
    if name == "form":
        return reference.forms(view).ids()
    return _PLACES[name]()


def _languages() -> tuple[str, ...]:
    return wording.LANGUAGES


@lru_cache(maxsize=1)
def _countries() -> tuple[str, ...]:
    import phonenumbers as library

    return tuple(sorted(str(one) for one in library.SUPPORTED_REGIONS))


@lru_cache(maxsize=1)
def _time_zones() -> tuple[str, ...]:
    from zoneinfo import available_timezones

    return tuple(sorted(available_timezones()))


#: What a center can be before it is made, each with what it can be.
_PLACES = {"country": _countries, "time_zone": _time_zones, "language": _languages}
