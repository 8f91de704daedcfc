"""When somebody may be called again: gaps, slots and the spread of attempts, each refusal with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.appointments import LEAD
from app.models.attempts import SESSION, Attempt, CaseStatus, busy_dials, sessions
from app.models.dispositions import DIALECT, NextStep, Table
from app.models.retry_policy import HARD_LIMITS, RetryPolicy
from app.models.slots import ALL_SLOTS, AT_HOME, Slot, Slots, mask


class Hindrance(StrEnum):
    """Why somebody may not be called now, or why a queue has nobody to call."""

    CLOSED = "closed"
    DO_NOT_CALL = "do_not_call"
    NO_NUMBER = "no_number"
    OUTCOME_MISSING = "outcome_missing"
    NOT_HELD = "not_held"
    HELD_NO_LONGER = "held_no_longer"
    STOPPED = "stopped"
    NOT_RELEASED = "not_released"
    SUPERVISOR = "supervisor"
    LANGUAGE = "language"
    ATTEMPTS_USED = "attempts_used"
    LEASE_USED = "lease_used"
    FIELD_NOT_BEGUN = "field_not_begun"
    FIELD_OVER = "field_over"
    WINDOW_OVER = "window_over"
    NOT_DUE = "not_due"
    APPOINTMENT_LATER = "appointment_later"
    DAY_CAP = "day_cap"
    GAP = "gap"
    RESTING = "resting"
    OTHER_OPERATOR = "other_operator"
    SLOT_CLOSED = "slot_closed"
    SAME_SLOT = "same_slot"
    EVENING_DUE = "evening_due"
    NEW_SLOT_DUE = "new_slot_due"
    SPREAD = "spread"
    LINES_BUSY = "lines_busy"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason against calling now; ``until`` is when it ends by itself, None where nobody knows."""

    why: Hindrance
    until: datetime | None = None


@dataclass(frozen=True)
class Situation:
    """What is known of a case and of the number to dial, at the moment of the question.

    ``log`` are the attempts of the case in order, ``on_number`` those of every case on the number; ``appointment``
    begins and ends a time agreed with the person. ``begun_at`` starts the field period; from ``too_late_at`` on nobody
    is called for the first time. ``decided``: a supervisor said how it goes on. ``counted`` and ``redial`` (the next
    dial continues a session on a busy line) are filled in by the judge.
    """

    log: Sequence[Attempt]
    on_number: Sequence[Attempt]
    status: CaseStatus
    begun_at: datetime | None = None
    appointment: tuple[datetime, datetime] | None = None
    operator: str = ""
    lines_busy: bool = False
    decided: bool = False
    too_late_at: datetime | None = None
    counted: list[Attempt] = field(default_factory=list[Attempt], compare=False)
    redial: bool = False


@dataclass(frozen=True)
class Readiness:
    """What a queue keeps of a case, so that a whole queue is looked through without folding every log.

    ``blocked`` stands until something happens to the case; ``not_before_at`` passes by itself. ``tried``, ``allowed``
    and ``last_slot`` are sets of slots as numbers (``slots.mask``); from ``must_at`` on the protocol needs an attempt.
    From ``redial_at`` to ``redial_until`` a busy line is dialed again whatever else is said.
    """

    blocked: Hindrance | None
    not_before_at: datetime | None
    used: int
    last_at: datetime | None
    tried: int
    allowed: int
    last_slot: int
    must_at: datetime | None
    redial_at: datetime | None = None
    redial_until: datetime | None = None


#: How soon another slot has to open after an outcome that asks for one; else the same one will do.
OTHER_SLOT_WITHIN = timedelta(days=3)
#: No case is dialed more often than this, whatever its outcomes; a redial of a busy line is no further dial.
MOST_DIALS = 10
#: Over so many reasons after one another (a day's limit, then the night) the next free time is looked for.
_TURNS = 8
#: Minutes after which a number may be dialed again where its person asked for just that time.
AGREED_GAP_MIN = 20


@dataclass(frozen=True)
class Judge:
    """Decides by a policy, the slots of a place and the table of dispositions.

    ``verifies``: the call verifies a finding. Such calls and all others have a limit of a day each, beside one another.
    """

    policy: RetryPolicy
    slots: Slots
    table: Table
    verifies: bool = False

    def refusals(self, at: datetime, case: Situation) -> list[Refusal]:
        """Return every reason of time and number against a dial now, the most lasting first; none: it is allowed."""
        case = replace(case, counted=sessions(case.log, self.table), redial=self.redials(at, case))
        return [*self._ended(at, case), *self._cautions(at, case), *self._slot(at, case)]

    def free_at(self, at: datetime, case: Situation) -> datetime:
        """Return the first time from ``at`` on at which nothing speaks against a dial that passes by itself."""
        for _ in range(_TURNS):
            ends = [one.until for one in self.refusals(at, case) if one.until is not None]
            if not ends:
                break
            at = max(ends)
        return at

    def resting_until(self, case: Situation) -> datetime | None:
        """Return until when the last outcome alone lets a case rest, None where it does not."""
        last = _last_dial(case.log)
        if last is None or not last.code:
            return None
        after = self.table[last.code].next
        if after.step is NextStep.REDIAL:
            minutes = max(after.minutes, self.policy.busy_gap_min) if case.redial else self.policy.gap_min
            return last.at + timedelta(minutes=minutes)
        if after.days:
            return self.slots.midnight(last.at, after.days)
        return last.at + timedelta(minutes=after.minutes) if after.minutes else None

    def allowed_slots(self, case: Situation) -> frozenset[Slot]:
        """Return in which slots the next attempt may be: the case keeps to the protocol and to its last outcome.

        An outcome with ``other_slot`` (201, 202, 203, 231) leaves out the slot of its dial, as long as another one
        opens soon: where only one slot is ever open, people are called in that one.
        """
        kept = self._protocol_slots(case)
        last = _last_dial(case.log)
        if case.redial or last is None or last.slot is None or not last.code:
            return kept
        others = kept - {last.slot}
        turns = self.table[last.code].next.other_slot
        return others if turns and others & self.slots.opening(last.at, OTHER_SLOT_WITHIN) else kept

    def _protocol_slots(self, case: Situation) -> frozenset[Slot]:
        tried = tried_slots(sessions(case.log, self.table))
        left = self._limit(case) - case.status.used
        untried = ALL_SLOTS - tried
        if case.redial:
            return ALL_SLOTS
        if self.policy.at_home_by and case.status.used + 1 >= self.policy.at_home_by and not tried & AT_HOME:
            return AT_HOME
        if self.policy.slots and left > 0 and len(tried) + left <= self.policy.slots:
            return untried
        return ALL_SLOTS

    def spread_until(self, case: Situation) -> datetime | None:
        """Return before when the last attempt would come too soon after the first."""
        counted = case.counted or sessions(case.log, self.table)
        if not self.policy.span_days or not counted or self._limit(case) - len(counted) != 1 or case.redial:
            return None
        return counted[0].at + timedelta(days=self.policy.span_days)

    def readiness(self, at: datetime, case: Situation) -> Readiness:
        """Return what a queue keeps of a case; ``at`` is when it is written down, after whatever has happened."""
        case = replace(case, counted=sessions(case.log, self.table), redial=False)
        found = [*self._ended(at, case), *self._cautions(at, case)]
        waits = [one.until for one in found if one.until is not None]
        spread = self.spread_until(case)
        if spread is not None and self.policy.slots_only:
            waits.append(spread)
        redial_until = self._redial_until(case)
        redial = replace(case, redial=redial_until is not None)
        return Readiness(
            next((one.why for one in found if one.until is None and one.why is not Hindrance.OTHER_OPERATOR), None),
            max(waits, default=None),
            case.status.used,
            case.counted[-1].at if case.counted else None,
            mask(tried_slots(case.counted)),
            mask(self.allowed_slots(case)),
            self._last_slot(case),
            self._must_at(case),
            self.resting_until(redial) if redial_until else None,
            redial_until,
        )

    def _last_slot(self, case: Situation) -> int:
        turning = self.policy.rotate_days and case.counted and not case.redial
        last = case.counted[-1].slot if turning else None
        return last.bit if last else 0

    def _must_at(self, case: Situation) -> datetime | None:
        """Return from when on the protocol can only be kept by an attempt a day: the day before it would be missed."""
        if case.begun_at is None or not self.policy.field_days:
            return None
        left = max(0, self._limit(case) - case.status.used)
        days = max(-(-left // self.policy.per_day), self.policy.span_days if not case.counted else 0)
        return case.begun_at + timedelta(days=self.policy.field_days - days - 1)

    def _limit(self, case: Situation) -> int:
        return self.policy.attempts + (self.policy.with_appointment if case.appointment else 0)

    def redials(self, at: datetime, case: Situation) -> bool:
        """Say whether a dial now would continue a session on a busy line."""
        until = self._redial_until(case)
        return until is not None and at <= until

    def _redial_until(self, case: Situation) -> datetime | None:
        """Return until when a dial would continue a session on a busy line, None where there is none to continue."""
        last = _last_dial(case.log)
        going = last is not None and 0 < busy_dials(case.log, self.table) < self.policy.busy_dials
        return last.at + SESSION if last is not None and going else None

    def _ended(self, at: datetime, case: Situation) -> Iterator[Refusal]:
        if case.status.final:
            yield Refusal(Hindrance.CLOSED)
        if case.status.pending is not None:
            yield Refusal(Hindrance.OUTCOME_MISSING)
        most = len(sessions(case.log, self.table, every=True)) >= MOST_DIALS
        if (most or case.status.used >= self._limit(case)) and not case.redial:
            yield Refusal(Hindrance.ATTEMPTS_USED)
        begins = case.begun_at
        if begins is not None and self.policy.field_days:
            if at < begins:
                yield Refusal(Hindrance.FIELD_NOT_BEGUN, begins)
            if at >= begins + timedelta(days=self.policy.field_days):
                yield Refusal(Hindrance.FIELD_OVER)
        if case.too_late_at is not None and at >= case.too_late_at and not case.log:
            yield Refusal(Hindrance.WINDOW_OVER)

    def _cautions(self, at: datetime, case: Situation) -> Iterator[Refusal]:
        due = _agreed(at, case)
        if case.appointment is not None and not due:
            yield Refusal(Hindrance.APPOINTMENT_LATER, case.appointment[0] - LEAD)
        last = _last_dial(case.log)
        since = case.appointment is not None and last is not None and last.at >= case.appointment[0]
        if last is not None and last.code and (since or not due):
            said = self.table[last.code]
            step = said.next
            spoken = said.open_if == DIALECT and bool(case.status.language)
            if step.step is NextStep.SUPERVISOR and not (spoken or case.decided):
                yield Refusal(Hindrance.SUPERVISOR)
            if step.other_operator and last.operator == case.operator != "":
                yield Refusal(Hindrance.OTHER_OPERATOR)
        yield from self._number(at, case, due=due)
        rests = self.resting_until(case)
        if rests is not None and at < rests and not due:
            yield Refusal(Hindrance.RESTING, rests)

    def _number(self, at: datetime, case: Situation, *, due: bool) -> Iterator[Refusal]:
        """Yield what other dials of the number forbid, whichever case they belong to."""
        alike = (one for one in case.on_number if one.exempt is self.verifies)
        today = [one for one in alike if self.slots.same_day(one.at, at)]
        most = min(self.policy.per_day + due, HARD_LIMITS["per_day"][1])
        redials = case.redial
        if len(sessions(today, self.table, every=True)) >= most and not redials:
            yield Refusal(Hindrance.DAY_CAP, self.slots.midnight(at, 1))
        last = _last_dial(case.on_number)
        if last is not None:
            own = redials and last.key == _key_of(_last_dial(case.log))
            minutes = self.policy.busy_gap_min if own else AGREED_GAP_MIN if due else self.policy.gap_min
            free = last.at + timedelta(minutes=minutes)
            if at < free:
                yield Refusal(Hindrance.GAP, free)

    def _slot(self, at: datetime, case: Situation) -> Iterator[Refusal]:
        now = self.slots.at(at)
        if _agreed(at, case) or not self.policy.slots_only:
            if not self.slots.is_decent(at):
                yield Refusal(Hindrance.SLOT_CLOSED, self.slots.decent_from(at))
            return
        if now is None:
            yield Refusal(Hindrance.SLOT_CLOSED, self._opens(at, ALL_SLOTS))
            return
        if now is Slot.OFF_PEAK and case.lines_busy:
            yield Refusal(Hindrance.LINES_BUSY)
        allowed = self.allowed_slots(case)
        if now not in allowed:
            turned = now in self._protocol_slots(case)
            due = Hindrance.EVENING_DUE if allowed <= AT_HOME else Hindrance.NEW_SLOT_DUE
            why = Hindrance.SAME_SLOT if turned else due
            yield Refusal(why, self._opens(at, allowed))
        elif self._turns(at, now, case):
            yield Refusal(Hindrance.SAME_SLOT, self._opens(at, ALL_SLOTS - tried_slots(case.counted)))
        spread = self.spread_until(case)
        if spread is not None and at < spread:
            yield Refusal(Hindrance.SPREAD, spread)

    def _turns(self, at: datetime, now: Slot, case: Situation) -> bool:
        """Say whether another slot has to be tried first."""
        if not self.policy.rotate_days or not case.counted or case.redial or case.counted[-1].slot is not now:
            return False
        untried = ALL_SLOTS - tried_slots(case.counted) - {now}
        return bool(untried & self.slots.opening(at, timedelta(days=self.policy.rotate_days)))

    def _opens(self, at: datetime, wanted: frozenset[Slot]) -> datetime | None:
        found = (start for start, _, slot in self.slots.stretches(at, 30) if slot in wanted and start > at)
        return next(found, None)


def _agreed(at: datetime, case: Situation) -> bool:
    """Say whether the person agreed to be called at this time."""
    return case.appointment is not None and case.appointment[0] - LEAD <= at


def tried_slots(counted: Sequence[Attempt]) -> frozenset[Slot]:
    """Return the slots in which there was an attempt."""
    return frozenset(one.slot for one in counted if one.slot is not None)


def _last_dial(log: Sequence[Attempt]) -> Attempt | None:
    return next((one for one in reversed(log) if one.is_dial), None)


def _key_of(one: Attempt | None) -> tuple[str, int] | None:
    return one.key if one else None


@dataclass(frozen=True)
class Compliance:
    """Whether a closed case kept to the protocol, part by part; a case that ended with an outcome needs none of it."""

    attempts: bool
    slots: bool
    at_home: bool
    span: bool

    @property
    def whole(self) -> bool:
        """Say whether every part was kept."""
        return self.attempts and self.slots and self.at_home and self.span


def compliance(log: Sequence[Attempt], table: Table, policy: RetryPolicy) -> Compliance:
    """Return how the attempts of a case compare with the protocol (≥ 5 attempts, ≥ 3 slots, ≥ 8 days apart)."""
    counted = sessions(log, table)
    tried = tried_slots(counted)
    span = counted[-1].at - counted[0].at if counted else timedelta()
    return Compliance(
        len(counted) >= policy.attempts,
        len(tried) >= policy.slots,
        bool(tried_slots(counted[: policy.at_home_by]) & AT_HOME) or not policy.at_home_by,
        span >= timedelta(days=policy.span_days),
    )
