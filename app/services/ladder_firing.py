"""The ladder at work: looks at the open inquiries that fall due, and records each rung that fires, once.

What is looked at is found by an index, so that a round costs what has changed or come due since the last one. A rung
that fires is a step of its inquiry with an id that is derived from the promise and the rung: it cannot be recorded
twice, not after a restart, not by another station, and not after the due time was moved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.models.ids import derived_id
from app.models.inquiries import InquiryEvent, InquiryRow
from app.models.ladders import KIND_OF, Firing, Ladder, LadderStep, Owed, Rung, choose, owed, plan, rungs_of
from app.models.policies import Target
from app.models.texts import moment
from app.models.working_time import DueOutOfReach, WorkingTime
from app.services import inquiry_steps, ladders
from app.services.inquiry_steps import text_of
from app.services.office import View, Work
from app.store import ladders as rows_of

#: Inquiries that one round looks at: whoever saves meanwhile waits for no longer than that.
A_ROUND = 50


@dataclass(frozen=True)
class Fired:
    """One rung that fired: for which inquiry, whose it is, which step, for which promise."""

    inquiry: bytes
    number: str
    unit: str | None
    owner: bytes | None
    step: LadderStep
    target: str
    due_at: datetime


@dataclass(frozen=True)
class Round:
    """What one round did: at how many inquiries it looked, what fired, and whether more wait."""

    looked: int
    fired: tuple[Fired, ...]
    more: bool


def is_due(view: View) -> bool:
    """Say whether a round would find anything to look at."""
    if view.by is None:
        return False
    changed = rows_of.computed_by(view.rows) != ladders.signature(view)
    return changed or rows_of.anything_to_look_at(view.rows, text_of(view.now))


def run(work: Work, *, limit: int = A_ROUND) -> Round:
    """Do one round: look at what is due to be looked at, and let rungs fire. Raises ``NotSignedIn``.

    It needs no permission: the ladder is the center's, whoever's window is open.
    """
    work.person  # noqa: B018 - refuses nobody who is signed in
    signature = ladders.signature(work)
    if rows_of.computed_by(work.tx) != signature:
        rows_of.look_again(work.tx)
        rows_of.compute_by(work.tx, signature)
    reading = _Reading(work)
    found = rows_of.to_look_at(work.tx, text_of(work.now), limit)
    fired = [one for row in found for one in reading.look_at(row)]
    return Round(len(found), tuple(fired), len(found) == limit)


class _Reading:
    """Reads inquiries by the ladders of today."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._listed = ladders.in_force(work)
        self._times: dict[str, WorkingTime] = {one.name: ladders.working_time(work, one.ladder) for one in self._listed}

    def look_at(self, row: InquiryRow) -> Iterator[Fired]:
        """Let the rungs of an inquiry fire that have been passed, and note when to look again."""
        ladder = choose((one.ladder for one in self._listed), row.category, row.urgency.value)
        if ladder is None:
            rows_of.looked(self._work.tx, row.id, None)
            return
        promises = [(one, self._rungs(ladder, one)) for one in owed(row.clocks, row.due_at)]
        ids = {
            (one.key, one.target, rung.code): _step_id(row.id, one, rung) for one, rungs in promises for rung in rungs
        }
        known = rows_of.known_steps(self._work.tx, ids.values())
        seen = _Seen(ids, known)
        came_at = moment(rows_of.imported_at(self._work.tx, row.id))
        found = plan(promises, seen.has_fired, row.opened_at, self._work.now, came_at)
        rows_of.looked(self._work.tx, row.id, text_of(found.look_at) if found.look_at else None)
        for firing in found.firings:
            yield self._fire(row, ladder, firing)

    def _rungs(self, ladder: Ladder, promise: Owed) -> tuple[Rung, ...]:
        try:
            return rungs_of(ladder, promise.target, promise.due_at, self._times[ladder.name])
        except DueOutOfReach:  # a calendar that has closed for good: nothing can be counted on it
            return ()

    def _fire(self, row: InquiryRow, ladder: Ladder, firing: Firing) -> Fired:
        promise, rung = firing.owed, firing.rung
        reference = next(one.reference for one in self._listed if one.ladder is ladder)
        kept = {"point": rung.code, "target": promise.target.value, "due": text_of(promise.due_at), "by": reference}
        step = _step_id(row.id, promise, rung)
        event = InquiryEvent(
            step,
            row.id,
            KIND_OF[rung.step],
            self._work.now,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            ladder=kept,
        )
        inquiry_steps.write(self._work, event)
        return Fired(row.id, row.number, row.unit, row.owner, rung.step, promise.target.value, promise.due_at)


@dataclass(frozen=True)
class _Seen:
    """Which rungs have been recorded."""

    ids: Mapping[tuple[str, Target, str], bytes]
    known: set[bytes]

    def has_fired(self, promise: Owed, rung: Rung) -> bool:
        return self.ids[promise.key, promise.target, rung.code] in self.known


def _step_id(inquiry: bytes, promise: Owed, rung: Rung) -> bytes:
    return derived_id("ladder", inquiry, promise.target.value, promise.key, rung.code)
