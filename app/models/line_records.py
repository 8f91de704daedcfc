"""Calls as a telephone system recorded them: the columns that its file can fill, and how long each part took.

Numbers of callers are not kept: what is counted is whether and when a call was answered, and for how long.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.journal import Entity, Field, Kind


class LineField(StrEnum):
    """What a column of a file of call records can fill."""

    CALL_ID = "call_id"
    AT = "at"
    DIRECTION = "direction"
    RESULT = "result"
    WAIT = "wait"
    TALK = "talk"
    HOLD = "hold"
    WRAP_UP = "wrap_up"
    DURATION = "duration"
    AGENT = "agent"
    LINE = "line"


class LineReason(StrEnum):
    """Why a row of call records was not taken."""

    INVALID = "invalid"
    MISSING = "missing"
    TWICE = "twice"
    IN_THE_FUTURE = "in_the_future"
    OUTGOING = "outgoing"


#: Headings of usual systems (Asterisk, FreePBX, 3CX, Cisco, Chinese ones), by field; case and marks do not count.
HEADINGS: dict[LineField, str] = {
    LineField.CALL_ID: ("uniqueid|linkedid|callid|call id|sessionid|globalcallid|通话id|流水号|呼叫标识|话单号"),
    LineField.AT: (
        "calldate|start|starttime|start time|time|datetime|date|offered at|呼入时间|开始时间|来电时间|呼叫时间"
    ),
    LineField.DIRECTION: ("direction|call type|calltype|type|呼叫类型|呼叫方向|方向"),
    LineField.RESULT: ("disposition|result|status|answered|call status|状态|结果|是否接通|呼叫结果"),
    LineField.WAIT: (
        "wait|waittime|wait time|ring|ringtime|queue time|holdtime|ringing|等待时长|振铃时长|排队时长|等待秒数"
    ),
    LineField.TALK: ("talk|billsec|talktime|talk time|talking|通话时长|计费时长|通话秒数"),
    LineField.HOLD: ("hold|held|hold time|保持时长"),
    LineField.WRAP_UP: ("wrap|wrapup|wrap up|acw|after call work|事后处理时长|话后时长|整理时长"),
    LineField.DURATION: ("duration|total|total time|总时长|时长"),
    LineField.AGENT: ("agent|operator|extension|user|answered by|dstchannel|坐席|工号|接听人|分机"),
    LineField.LINE: ("line|queue|did|dst|called number|热线|队列|被叫号码|技能组"),
}
_ANSWERED = frozenset(
    [
        "answered",
        "answer",
        "yes",
        "true",
        "1",
        "connected",
        "completed",
        "接通",
        "已接",
        "已接听",
        "已接通",
        "是",
        "成功",
    ]
)
_UNANSWERED = frozenset(
    [
        "no answer",
        "noanswer",
        "busy",
        "failed",
        "abandoned",
        "abandon",
        "missed",
        "unanswered",
        "congestion",
        "cancel",
        "canceled",
        "no",
        "false",
        "0",
        "未接",
        "未接通",
        "未接听",
        "放弃",
        "已放弃",
        "忙",
        "失败",
        "否",
        "漏接",
    ]
)
_OUTGOING = frozenset(["out", "outbound", "outgoing", "outcoming", "呼出", "外呼", "去电"])
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:\.\d+)?")
_UNIT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:s|sec|seconds|秒)?")


@dataclass(frozen=True, slots=True)
class LineCall:
    """One incoming call: when it came, how long it waited, whether it was answered and how long it was handled."""

    key: str
    at: datetime
    answered: bool
    wait: timedelta
    talk: timedelta = timedelta()
    hold: timedelta = timedelta()
    wrap_up: timedelta = timedelta()
    agent: str = ""
    line: str = ""


def plain(text: str) -> str:
    """Return a heading or a code as it is compared."""
    return re.sub(r"[\s_\-./]+", " ", text.strip().casefold())


def guess(headings: list[str]) -> dict[LineField, str]:
    """Return which heading most likely fills which field; each heading once."""
    known = {name: one for one, names in HEADINGS.items() for name in names.split("|")}
    found: dict[LineField, str] = {}
    for heading in headings:
        one = known.get(plain(heading))
        if one is not None:
            found.setdefault(one, heading)
    return found


def seconds(text: str) -> timedelta:
    """Return a length: seconds, ``mm:ss`` or ``hh:mm:ss``; nothing for an empty text. Raises ``ValueError``."""
    told = text.strip()
    if not told:
        return timedelta()
    clock = _CLOCK.fullmatch(told)
    if clock:
        return timedelta(hours=int(clock[1] or 0), minutes=int(clock[2]), seconds=int(clock[3]))
    count = _UNIT.fullmatch(told.casefold())
    if not count:
        raise ValueError(text)
    return timedelta(seconds=float(count[1]))


def is_outgoing(text: str) -> bool:
    """Say whether a direction is that of a call that was made."""
    return plain(text) in _OUTGOING


def was_answered(text: str, talk: timedelta) -> bool:
    """Say whether a call was answered: as the result says, else by whether it was talked. Raises ``ValueError``."""
    told = plain(text)
    if not told:
        return talk > timedelta()
    if told in _ANSWERED or told in _UNANSWERED:
        return told in _ANSWERED
    raise ValueError(text)


LINE_RECORD = Entity(
    "line_record",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("batch", "REF"),
            ("at", "TEXT"),
            ("answered", "INTEGER"),
            ("wait_s", "INTEGER"),
            ("talk_s", "INTEGER"),
            ("hold_s", "INTEGER"),
            ("wrap_s", "INTEGER"),
            ("person", "REF"),
            ("line", "TEXT"),
        )
    ),
    fact=True,
)
