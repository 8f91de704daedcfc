"""What a person is told about scripts that changed since she knew them, and what she has read of it.

A notice is no row: it follows from the events of the scripts, the answers to flags, and the facts that say who read
which of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.errors import CannotNow
from app.models.journal import Entity, Field, Kind

#: A change that nobody read for so long is the library that everybody knows.
TOLD_FOR = timedelta(days=30)
#: What was published urgently is asked for longer: by then its review has followed.
ASKED_FOR = timedelta(days=90)


class NoticeKind(StrEnum):
    """Why a person is told, the gravest first. Only an urgent one is asked about."""

    URGENT = "urgent"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Notice:
    """One script that changed, or one flag that was answered, as one person is told it.

    ``events`` are the rows that are read with it, the newest last; ``known`` is the version that the person knew (None:
    the script is new), ``version`` the one that counts since then, for a withdrawn one the version withdrawn. ``at`` is
    since when it is so, ``by`` who did it (a display name), ``note`` the reason or the answer, ``flagged`` the words of
    the flag that was answered, ``successor`` the key of the script to read instead.
    """

    kind: NoticeKind
    key: str
    events: tuple[bytes, ...]
    version: int
    at: datetime
    title_zh: str = ""
    title_en: str = ""
    known: int | None = None
    by: str = ""
    note: str = ""
    flagged: str = ""
    successor: str = ""

    @property
    def id(self) -> bytes:
        """The row that it is about."""
        return self.events[-1]

    @property
    def is_urgent(self) -> bool:
        """Whether it is read and answered before the next call."""
        return self.kind is NoticeKind.URGENT

    def title(self, language: str) -> str:
        """Return the script's title in a language of the program, else in the other one, else its key."""
        titles = (self.title_zh, self.title_en) if language.startswith("zh") else (self.title_en, self.title_zh)
        return titles[0] or titles[1] or self.key


class NoticeNotAnswered(CannotNow):
    """An urgent notice is read by the right answer to its question. Facts: ``key``."""


def in_order(notices: Sequence[Notice]) -> list[Notice]:
    """Return the gravest first, and of one kind the newest first."""
    kinds = list(NoticeKind)
    newest_first = sorted(notices, key=_time, reverse=True)
    return [one for kind in kinds for one in newest_first if one.kind is kind]


def _time(notice: Notice) -> datetime:
    return notice.at


SCRIPT_NOTICE = Entity(
    "script_notice",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("script", "REF"),
            ("event", "REF"),
            ("wrong", "INTEGER"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
