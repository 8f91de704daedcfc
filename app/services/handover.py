"""The hand-over sheet of a shift: what somebody else must know when one goes home, for a person or the whole team.

Due inquiries and call-backs are read by their index of due times, a page of each; promises are those of the inquiries
on the sheet. Conversations that are not finished are the drafts of this station.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.inquiries import PAUSED
from app.models.papers import Block, Named, Paper
from app.models.promises import Promise, PromiseState
from app.services import calendars, drafts, phone_numbers, wording, worklists
from app.services.office import View
from app.services.papers import exactly, said
from app.services.worklists import Line, Listing
from app.store import callbacks as callback_rows

#: Most lines of one kind on a sheet; where there are more, it says so.
MOST = 100
_LONGEST = 120


def sheet(view: View, *, language: str, team: bool = False) -> Paper:
    """Return the sheet of the person who asks, or of the whole team. Raises ``NotAllowed``.

    Due is what is late and what is due until the end of the next working day of the center.
    """
    person = view.require(Permission.REASSIGN_INQUIRIES if team else Permission.SEE_INQUIRIES)
    writing = _Writing(view, language, team=team)
    due = [line for line in writing.lines(order="due") if line.row.due_at and line.row.due_at < writing.until]
    waiting = [line for state in sorted(PAUSED) for line in writing.lines(state=state.value)]
    calls, talks = writing.calls(), writing.talks()
    named = len(calls.rows) + len(talks.rows)
    title = said("handover_team", language) if team else said("handover", language, person=person.display)
    return Paper(
        title,
        language,
        f"{view.settings.organization} · {said('made', language, at=exactly(view.now, writing.zone, language))}",
        (),
        (
            writing.inquiries("due_items", due, until=True),
            calls,
            writing.promises([*due, *waiting]),
            talks,
            writing.inquiries("waiting", waiting),
            writing.signed(),
        ),
        named=Named("caller", named) if named else None,
    )


def end_of_next_working_day(view: View) -> datetime:
    """Return the end (the center's midnight) of the first working day after today."""
    midnight = worklists.end_of_day(view)
    arithmetic = calendars.working_time(view, calendars.center_calendar(view).name)
    opens = arithmetic.next_opening(midnight).astimezone(ZoneInfo(view.settings.time_zone))
    return (opens + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


class _Writing:
    """Writes the parts of a sheet in one language."""

    def __init__(self, view: View, language: str, *, team: bool) -> None:
        self._view, self._language, self._team = view, language, team
        self.zone = ZoneInfo(view.settings.time_zone)
        self.until = end_of_next_working_day(view)

    def lines(self, *, order: str = "oldest", state: str = "") -> list[Line]:
        listing = Listing(mine=not self._team, order=order, state=state)
        return list(worklists.page(self._view, listing, limit=MOST))

    def inquiries(self, code: str, lines: Sequence[Line], *, until: bool = False) -> Block:
        names = ("number", "due", "state", "unit", "what", "who")
        rows = [
            (
                line.row.number,
                self._at(line.row.due_at),
                wording.state_of(line.row, self._language),
                line.unit[0] if self._language.startswith("zh") else line.unit[1],
                _short(line.row.summary),
                line.owner,
            )
            for line in lines
        ]
        heading = self._said("handover_until", until=self._at(self.until)) if until else ""
        return self._list(code, names, rows, (heading,) if heading else ())

    def calls(self) -> Block:
        me = self._view.person.id
        found = [
            one
            for one in worklists.owed_calls(self._view, limit=MOST)
            if one.callback.due_at < self.until and (self._team or one.callback.owner in (None, me))
        ]
        rows = [
            (
                self._at(one.callback.due_at),
                wording.label(*one.callback.told, self._language),
                " ".join(part for part in (one.callback.caller_name, one.number) if part),
                _short(one.callback.what),
                one.owner or one.promised_by,
            )
            for one in found
        ]
        return self._list("calls", ("due", "state", "caller", "what", "who"), rows)

    def promises(self, lines: Sequence[Line]) -> Block:
        numbers = {line.row.id: line.row.number for line in lines}
        found = [(number, one) for key, number in numbers.items() for one in _open_promises(self._view, key)]
        rows = [(number, self._at(one.due_at), _short(one.what), one.by_name or "") for number, one in found]
        return self._list("promises", ("number", "due", "what", "who"), rows)

    def talks(self) -> Block:
        names = {one.id: one.display for one in worklists.desk(self._view).people}
        rows = [
            (
                wording.label("channel", one.draft.channel.value, self._language),
                self._at(one.draft.opened_at),
                " ".join(part for part in (one.draft.caller_name, self._told(one.draft.number)) if part),
                _short(one.draft.summary),
                names.get(one.operator or b"", ""),
            )
            for one in drafts.unfinished(self._view, team=self._team)
        ]
        return self._list("talks", ("channel", "since", "caller", "what", "who"), rows)

    def _told(self, number: str | None) -> str:
        return phone_numbers.told(self._view, number or "")

    def signed(self) -> Block:
        blanks = tuple(self._said(name) for name in ("handed_told", "handed_by", "handed_to"))
        return Block(self._said("handed"), blanks=blanks, cut=True)

    def _list(
        self, code: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]], texts: tuple[str, ...] = ()
    ) -> Block:
        more = (self._said("more"),) if len(rows) >= MOST else ()
        texts = (*texts, *(more if rows else (self._said("nothing"),)))
        return Block(
            self._said(code), texts, tuple(self._said(f"column_{name}") for name in columns), tuple(rows[:MOST])
        )

    def _at(self, at: datetime | None) -> str:
        return exactly(at, self.zone, self._language).partition(" (")[0] if at else ""

    def _said(self, code: str, **facts: object) -> str:
        return said(code, self._language, **facts)


def _open_promises(view: View, inquiry: bytes) -> list[Promise]:
    found = callback_rows.promises_of_inquiry(view.rows, inquiry)
    return [one for one in found if one.state is PromiseState.OPEN]


def _short(text: str | None) -> str:
    plain = " ".join((text or "").split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
