"""By which rules a call is made: the table of outcomes, the limits for its reason, the times of day of those called."""

from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.models import retry_policy, slots
from app.models.attempts import Circumstances
from app.models.calendars import Calendar, DayChange, HolidayRule, HolidayYear
from app.models.callbacks import OWED, Callback, CallbackReason
from app.models.campaign_cases import Campaign
from app.models.dispositions import Table
from app.models.dispositions import from_json as read_table
from app.models.retry_policy import RetryPolicy
from app.models.retry_rules import Judge
from app.models.slots import IsWorkday, Slots
from app.services import calendars
from app.services.calendars import HolidaySource
from app.services.office import View
from resources import FOLDER


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the outcomes that ship with the program."""
    text = FOLDER.joinpath("callbacks/dispositions.json").read_text(encoding="utf-8")
    return read_table(text, file="dispositions.json")


def policy_of(reason: CallbackReason, campaign: Campaign | None) -> RetryPolicy:
    """Return the limits for calls of a reason."""
    if reason in OWED:
        return retry_policy.OWED
    return campaign.policy if campaign else retry_policy.SATISFACTION


def judge_of(view: View, callback: Callback, campaign: Campaign | None) -> Judge:
    """Return who decides when a call may be made."""
    plan = campaign.slots if campaign and campaign.slots else view.settings.call_slots
    if callback.finding:
        policy = retry_policy.verification(view.settings.verify_per_day)
    else:
        policy = policy_of(callback.reason, campaign)
    return Judge(policy, slots_of(view, plan), table(), verifies=bool(callback.finding))


def circumstances(callback: Callback, campaign: Campaign | None) -> Circumstances:
    """Return what a case brings along for the fold of its attempts."""
    numbers = callback.numbers or (callback.number,)
    if campaign is None:
        return Circumstances(numbers, overruled_at=callback.overruled_at)
    return Circumstances(numbers, campaign.policy.conversions, campaign.dialect, callback.overruled_at)


def slots_of(view: View, plan: str = "") -> Slots:
    """Return the times of day in which people are called, by the calendar of the center; ``plan`` "" is the usual."""
    calendar = calendars.center_calendar(view).calendar
    return _slots(plan, view.settings.time_zone, calendar, view.settings.country, view.outside.get("holidays"))


@lru_cache(maxsize=16)
def _slots(plan: str, zone: str, calendar: Calendar, country: str, holidays: HolidaySource | None) -> Slots:
    return Slots(slots.from_text(plan, field="call_slots"), ZoneInfo(zone), workdays(calendar, country, holidays))


def workdays(calendar: Calendar, country: str, holidays: HolidaySource | None) -> IsWorkday:
    """Return which days people work on: weekdays but for public holidays, make-up days, and the calendar's exceptions.

    A calendar without holidays of its own (one that is always open) takes those of the country.
    """
    rule = calendar.holidays or HolidayRule(country)
    years: dict[int, HolidayYear] = {}

    def is_workday(day: date) -> bool:
        different = calendar.by_date.get(day)
        if different is not None:
            return different.kind is not DayChange.OFF
        if day.year not in years:
            years[day.year] = _year(holidays, rule, day.year)
        year = years[day.year]
        return day in year.work or (day.weekday() < 5 and day not in year.off)

    return is_workday


def _year(holidays: HolidaySource | None, rule: HolidayRule, year: int) -> HolidayYear:
    from app.models.errors import AppError

    try:
        return holidays(rule, year) if holidays else HolidayYear({})
    except AppError:  # nobody knows the holidays of this country: weekends are all that is off
        return HolidayYear({})
