"""Clocks in words: a chip for each target, what it says exactly, and what a step made of the clocks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from PySide6.QtCore import QObject

from app.models.clocks import ClockState, Mark
from app.models.inquiries import DONE, InquiryRow
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.presenting_time import duration, exact, moment, relative
from app.ui.panes.work import presenting

_FIRST = (ClockState.MISSED, ClockState.RUNNING, ClockState.PAUSED, ClockState.MET)


@dataclass(frozen=True)
class ClockChip:
    """One clock at a glance: ``text`` with a word for how it stands, a tone, and a tip with exact times."""

    text: str
    tone: str
    tip: str


class ClockWords(QObject):
    """Says how clocks stand, in the language of the window."""

    def chips(self, row: InquiryRow, now: datetime, zone: tzinfo, *, owed_only: bool = False) -> list[ClockChip]:
        """Return the clocks of an inquiry, the most pressing first; ``owed_only`` leaves out those that are fulfilled.

        An inquiry from before there were clocks has one for its due time.
        """
        if row.state in DONE and owed_only:
            return []
        marks = sorted(row.clocks, key=_Pressing(now).of)
        shown = [mark for mark in marks if not (owed_only and mark.met_at)]
        if shown or row.due_at is None or row.clocks:
            return [self._chip(mark, now, zone) for mark in shown]
        done = row.state in DONE
        text = moment(row.due_at, now, languages.current(), zone) if done else self._left(row.due_at, now, zone)
        tone = presenting.due_tone(row.due_at, now, zone=zone, done=done)
        return [ClockChip(text, tone, exact(row.due_at, languages.current(), zone))]

    def tip(self, row: InquiryRow, now: datetime, zone: tzinfo) -> str:
        """Return all clocks with their exact times, one in a line."""
        return "\n".join(chip.tip for chip in self.chips(row, now, zone))

    def effects(self, said: Mapping[str, Any], now: datetime, zone: tzinfo) -> Iterator[str]:
        """Yield what a step made of the clocks: due times that it set, and how late what it ended was."""
        due: Mapping[str, str] = said.get("due", {})
        late: Mapping[str, int] = said.get("late", {})
        years: Sequence[int] = said.get("estimated", ())
        if years:
            text = self.tr("estimated: the schedule of {years} is not published yet")
            yield text.format(years=", ".join(map(str, years)))
        for name, seconds in late.items():
            yield self._result(name, timedelta(seconds=seconds))
        for name, text in due.items():
            if name not in late:
                when = moment(datetime.fromisoformat(text), now, languages.current(), zone)
                yield self.tr("{target} due {when}").format(target=_target(name), when=when)

    def _result(self, name: str, late: timedelta) -> str:
        if late <= timedelta():
            return self.tr("{target} in time").format(target=_target(name))
        span = duration(late, languages.current())
        return self.tr("{target} {span} late").format(target=_target(name), span=span)

    def _chip(self, mark: Mark, now: datetime, zone: tzinfo) -> ClockChip:
        state, name = mark.state_at(now), mark.target.value
        if mark.met_at is not None:
            text = self._result(name, mark.late)
            return ClockChip(text, "warning" if state is ClockState.MISSED else "", self._tip(mark, text, zone))
        if state is ClockState.PAUSED:
            text = self.tr("{target} paused").format(target=_target(name))
            return ClockChip(text, "", self._tip(mark, text, zone))
        text = f"{_target(name)} {self._left(mark.due_at, now, zone)}"
        tone = presenting.due_tone(mark.due_at, now, zone=zone) or "accent"
        return ClockChip(text, tone, self._tip(mark, text, zone))

    def _left(self, due_at: datetime, now: datetime, zone: tzinfo) -> str:
        language = languages.current()
        if due_at < now:
            return self.tr("{span} late").format(span=duration(now - due_at, language))
        return relative(due_at, now, language, zone)

    def _tip(self, mark: Mark, text: str, zone: tzinfo) -> str:
        language = languages.current()
        parts = [text, self.tr("due {when}").format(when=exact(mark.due_at, language, zone))]
        if mark.original_due_at != mark.due_at:
            when = exact(mark.original_due_at, language, zone)
            parts.append(self.tr("first promised for {when}").format(when=when))
        if mark.met_at is not None:
            parts.append(self.tr("fulfilled {when}").format(when=exact(mark.met_at, language, zone)))
        if mark.extended:
            parts.append(self.tr("extended"))
        return "; ".join(parts)


@dataclass(frozen=True)
class _Pressing:
    """Orders clocks as seen from a moment: late ones, then the soonest; what is fulfilled comes last."""

    now: datetime

    def of(self, mark: Mark) -> tuple[int, datetime]:
        over = mark.met_at is not None
        return (len(_FIRST) if over else _FIRST.index(mark.state_at(self.now)), mark.due_at)


def _target(name: str) -> str:
    return wording.label("target", name, languages.current())


def text_of(chips: Sequence[ClockChip]) -> str:
    """Return chips as a cell of a list takes them."""
    return " · ".join(chip.text for chip in chips)


def tones_of(chips: Sequence[ClockChip]) -> str:
    """Return the tones of chips as a cell of a list takes them."""
    return "|".join(chip.tone for chip in chips)
