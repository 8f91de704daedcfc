"""Dates and times as people type them, in English and Chinese; pure, without Qt and without a clock."""

import re
from datetime import date, datetime, time, timedelta

_WORDS = {"today": 0, "tomorrow": 1, "tmr": 1, "yesterday": -1} | {
    "今天": 0,
    "明天": 1,
    "后天": 2,
    "大后天": 3,
    "昨天": -1,
    "前天": -2,
}
_WEEKDAYS = {name: place for place, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))} | {
    "周" + name: "一二三四五六日".index(name.replace("天", "日")) for name in "一二三四五六日天"
}
_WEEKS = {"这": 0, "本": 0, "下": 1, "下下": 2, "上": -1}
_OF_WEEK = re.compile(r"(这|本|下下|下|上)个?(周[一二三四五六日天])")
_FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
_SHIFT = re.compile(r"([+-]\d{1,4})d?")
_CLOCK = re.compile(r"(上午|下午|晚上|中午)?(\d{1,2})(?:[:：.点](\d{1,2}|半)?分?|(\d{2}))?\s*(am|pm)?")
_IN = re.compile(r"(?:in\s*|\+)(\d{1,4})\s*(min|m|h|d|分钟|小时|天)(?:后)?|(\d{1,4})\s*(分钟|小时|天)后")
#: Longest text that is read as a time, in characters; what is longer was pasted by mistake.
_LONGEST = 60
_UNITS = {"min": 1, "m": 1, "分钟": 1, "h": 60, "小时": 60, "d": 1440, "天": 1440}


def read_day(text: str, today: date) -> date | None:
    """Return the date meant by `text` ("2026-03-05", "3月5日", "+3", "fri", "明天", "下周一"), None for anything else.

    A day without a year is the nearest one: at most half a year back, else ahead. A weekday is the next one.
    """
    word = text.strip().lower()
    if word in _WORDS:
        return today + timedelta(days=_WORDS[word])
    if found := _OF_WEEK.fullmatch(_short(word)):
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(weeks=_WEEKS[found[1]], days=_WEEKDAYS[found[2]])
    if (place := _weekday(word)) is not None:
        return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)
    if found := _SHIFT.fullmatch(word):
        return today + timedelta(days=int(found[1]))
    if found := _FULL.fullmatch(word) or _PLAIN.fullmatch(word):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _SHORT.fullmatch(word):
        return _nearest(int(found[1]), int(found[2]), today)
    return None


def read_clock(text: str) -> time | None:
    """Return the time of day meant by `text` ("16:30", "1630", "4pm", "下午4点半"), None for anything else."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if not found or (found[3] is None and found[4] is None and not found[5] and "点" not in text and not found[1]):
        return None
    hour = int(found[2])
    minute = 30 if found[3] == "半" else int(found[3] or found[4] or 0)
    if (found[1] in ("下午", "晚上") or found[5] == "pm") and hour < 12:
        hour += 12
    if (found[1] == "上午" or found[5] == "am") and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_moment(text: str, now: datetime) -> datetime | None:
    """Return the time meant by `text`: "in 2 h", "30分钟后", "16:30" (the next one), "tomorrow 9:00", "3/5 14:00".

    `now` is aware and in the zone that the person thinks in; the answer is in that zone too. None for anything else,
    a day without a time of day included: nobody should be promised midnight.
    """
    if len(text) > _LONGEST:
        return None
    word = " ".join(text.lower().split())
    if found := _IN.fullmatch(word):
        return now + timedelta(minutes=int(found[1] or found[3]) * _UNITS[found[2] or found[4]])
    if clock := read_clock(word):
        later = now.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
        return later if later > now else later + timedelta(days=1)
    for split in range(len(word) - 1, 0, -1):
        on, clock = read_day(word[:split], now.date()), read_clock(word[split:])
        if on and clock:
            return datetime.combine(on, clock, now.tzinfo)
    return None


def _weekday(word: str) -> int | None:
    word = _short(word)
    if word in _WEEKDAYS:
        return _WEEKDAYS[word]
    return _WEEKDAYS.get(word[:3]) if word.endswith("day") and word.isascii() else None


def _short(word: str) -> str:
    return word.replace("星期", "周").replace("礼拜", "周")


def _nearest(month: int, day: int, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        found = _date(year, month, day)
        if found and (today - found).days <= 183:
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
