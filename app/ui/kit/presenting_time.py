"""Times, durations and numbers as people read them, in English and Chinese; pure, without Qt and without a clock.

Every `at` and `now` is an aware datetime; `zone` None is the zone of this computer. Languages are "en" and "zh_CN".
"""

from datetime import date, datetime, timedelta, tzinfo

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_NEAR = {-1: ("yesterday", "昨天"), 0: ("today", "今天"), 1: ("tomorrow", "明天")}
_WEEK_DAYS = 6


def is_chinese(language: str) -> bool:
    """Whether a language code means Chinese."""
    return language.lower().startswith("zh")


def relative(at: datetime, now: datetime, language: str, zone: tzinfo | None = None) -> str:
    """Return the distance to `at` ("in 2 h", "5 min ago"), from half a day on the day and time ("tomorrow 09:00")."""
    minutes = round((at - now).total_seconds() / 60)
    if abs(minutes) >= 12 * 60:
        return moment(at, now, language, zone)
    zh = is_chinese(language)
    if minutes == 0:
        return "现在" if zh else "now"
    span = duration(timedelta(minutes=_rounded(abs(minutes))), language)
    if zh:
        return f"{span}后" if minutes > 0 else f"{span}前"
    return f"in {span}" if minutes > 0 else f"{span} ago"


def moment(at: datetime, now: datetime, language: str, zone: tzinfo | None = None) -> str:
    """Return day and time as said in a sentence: "today 16:30", "Fri 09:00", "Mar 5 16:30", "Mar 5, 2024 16:30"."""
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    return f"{day(here.date(), today, language)} {here:%H:%M}"


def day(on: date, today: date, language: str) -> str:
    """Return a date as said in a sentence: today, a day of the week within six days, else month and day.

    In Chinese a day behind Sunday is one of the next week (下周一); without that word it would be the one that is past.
    """
    zh = is_chinese(language)
    distance = (on - today).days
    if distance in _NEAR:
        return _NEAR[distance][1 if zh else 0]
    if 0 < distance <= _WEEK_DAYS:
        name = (_DAYS_ZH if zh else _DAYS)[on.weekday()]
        return f"下{name}" if zh and on.weekday() < today.weekday() else name
    if zh:
        return f"{on.month}月{on.day}日" if on.year == today.year else f"{on.year}年{on.month}月{on.day}日"
    text = f"{_MONTHS[on.month - 1]} {on.day}"
    return text if on.year == today.year else f"{text}, {on.year}"


def exact(at: datetime, language: str, zone: tzinfo | None = None) -> str:
    """Return the whole time to the second with its weekday and offset, for a tool tip."""
    here = at.astimezone(zone)
    offset = here.strftime("%z")
    weekday = (_DAYS_ZH if is_chinese(language) else _DAYS)[here.weekday()]
    return f"{here:%Y-%m-%d} {weekday} {here:%H:%M:%S} (UTC{offset[:3]}:{offset[3:5]})"


def duration(span: timedelta, language: str) -> str:
    """Return a length of time in its two largest units: "3 d 4 h", "2 h 5 min". Less than a minute counts as one."""
    minutes = int(abs(span).total_seconds() // 60) or int(span != timedelta())
    days, hours = minutes // 1440, minutes // 60 % 24
    zh = is_chinese(language)
    units = ("天", "小时", "分钟") if zh else (" d", " h", " min")
    parts = [f"{count}{unit}" for count, unit in zip((days, hours, minutes % 60), units, strict=True) if count]
    return ("" if zh else " ").join(parts[:2]) or f"0{units[2]}"


def timer(span: timedelta) -> str:
    """Return a running time as on a telephone: "02:05", from an hour on "1:02:05"."""
    seconds = max(0, int(span.total_seconds()))
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes:02}:{seconds % 60:02}"


def number(value: float, decimals: int = 0) -> str:
    """Return a number with thousands separators, the same in both languages: "1,234,567", "0.8"."""
    return f"{value:,.{decimals}f}"


def percent(part: float, whole: float, decimals: int = 0) -> str:
    """Return a share in percent, "–" when the whole is 0: no cases is not 0 %."""
    return f"{100 * part / whole:.{decimals}f} %" if whole else "–"


def _rounded(minutes: int) -> int:
    # From three hours on nobody needs the minutes.
    return minutes if minutes < 180 else round(minutes / 60) * 60
