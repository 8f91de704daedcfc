"""What interviews, calls that we owe, findings, reviews, searches, exams and days on duty say to the questions of KPIs.

Each function is pure: what is known of one thing → what it says, with how much of it (points, seconds). The day on
which something is counted is that of the thing itself, given by who asks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.models.accounts import OperatorState
from app.models.evaluations import CRITICAL, MOST, Evaluation, SampleKind, standing
from app.models.findings import ENDED, RECURS_WITHIN, FindingState
from app.models.kpi_questions import Question
from app.models.kpis import FigureMark

MET, MISSED, WAITING, LEFT_OUT = FigureMark.MET, FigureMark.MISSED, FigureMark.WAITING, FigureMark.LEFT_OUT
#: A missed call is recovered when the caller was reached within this time.
RECOVERED_WITHIN = timedelta(hours=1)
#: A message that somebody waits for is answered within this time.
CHAT_WITHIN = timedelta(minutes=3)
#: A state that nobody ended for longer says nothing: the program was left open, or the machine was switched off.
LONGEST = timedelta(hours=12)
#: Steps of a five-point answer.
STEPS = {"very_satisfied": 5, "satisfied": 4, "neutral": 3, "dissatisfied": 2, "very_dissatisfied": 1}
_MOST_STEP, _TWO = 5, 4
_TIMES = {
    OperatorState.READY: Question.TIME_READY,
    OperatorState.RINGING: Question.TIME_RINGING,
    OperatorState.TALKING: Question.TIME_TALKING,
    OperatorState.HOLD: Question.TIME_HOLD,
    OperatorState.WRAP_UP: Question.TIME_WRAP_UP,
    OperatorState.AWAY: Question.TIME_AWAY,
}


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One answer to one question, and how much of it."""

    question: Question
    mark: FigureMark
    amount: int = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing with what it says, the day and groups in which it is counted, and when to look at it again."""

    id: bytes
    day: date
    said: tuple[Said, ...]
    person: bytes | None = None
    unit: str | None = None
    channel: str | None = None
    category: str | None = None
    inquiry: bytes | None = None
    looks_at: datetime | None = None


def _yes(question: Question, met: bool) -> Said:
    return Said(question, MET if met else MISSED)


def of_interview(codes: Mapping[str, object]) -> tuple[Said, ...]:
    """Return what an ended interview after an inquiry says: what it counts as by item.

    An item that was not answered is left out: it is no valid answer.
    """
    solved = codes.get("solved")
    known = solved in ("solved", "partly", "explained", "unsolved")
    said = [_yes(Question.SOLVED, solved == "solved") if known else Said(Question.SOLVED, LEFT_OUT)]
    unit, line = (STEPS.get(str(codes.get(name))) for name in ("unit_satisfaction", "line_satisfaction"))
    said.append(Said(Question.SATISFIED, LEFT_OUT) if unit is None else _yes(Question.SATISFIED, unit >= _TWO))
    if line is None:
        return (*said, *(Said(one, LEFT_OUT) for one in (Question.LINE_TOP, Question.LINE_TWO)))
    said += [_yes(Question.LINE_TOP, line == _MOST_STEP), _yes(Question.LINE_TWO, line >= _TWO)]
    return (*said, *_amounts(Question.LINE_MEAN, line, _MOST_STEP))


def _amounts(question: Question, met: int, most: int) -> tuple[Said, ...]:
    both = (Said(question, MET, met), Said(question, MISSED, most - met))
    return tuple(one for one in both if one.amount)


def by_time(question: Question, done_at: datetime | None, due_at: datetime, now: datetime) -> Said:
    """Return whether something was done by its time, or may still be."""
    if done_at is not None:
        return _yes(question, done_at <= due_at)
    return Said(question, WAITING if now <= due_at else MISSED)


def of_finding(
    state: FindingState, times: tuple[datetime | None, datetime | None], again_at: datetime | None, now: datetime
) -> tuple[Said, ...]:
    """Return what a finding says. ``times``: when it is due to be closed, when it was.

    ``again_at``: when one of the same kind at the same place was opened after this one was closed.
    """
    due_at, closed_at = times
    said: list[Said] = []
    if state is FindingState.UNFOUNDED:
        said.append(Said(Question.FINDING_ON_TIME, LEFT_OUT))
    elif due_at is not None:
        said.append(by_time(Question.FINDING_ON_TIME, closed_at if state in ENDED else None, due_at, now))
    if state is FindingState.CLOSED and closed_at is not None:
        until = closed_at + RECURS_WITHIN
        if again_at is not None and again_at <= until:
            said.append(Said(Question.RECURRED, MET))
        else:
            said.append(Said(Question.RECURRED, WAITING if now <= until else MISSED))
    return tuple(said)


def of_evaluation(one: Evaluation, *, is_first: bool) -> tuple[Said, ...]:
    """Return what a review of a contact says. Only random samples count, and of a contact the first review."""
    if not is_first or one.sample is not SampleKind.RANDOM:
        return tuple(Said(question, LEFT_OUT) for question in (Question.QA_CLEAN,))
    points, errors = standing(one)
    given = [value for value in points.values() if value is not None]
    clean = not any(error.kind in CRITICAL for error in errors)
    whole = sum(value == MOST for value in given)
    return (
        *_amounts(Question.QA_POINTS, sum(given) if clean else 0, MOST * len(given)),
        _yes(Question.QA_CLEAN, clean),
        *_amounts(Question.POLICY_KEPT, whole, len(given)),
    )


def of_sitting(share: float, passed: bool | None, *, is_out: bool) -> tuple[Said, ...]:
    """Return what a sitting of an exam says, once its results are out."""
    if not is_out or passed is None:
        return (Said(Question.EXAM_PASSED, WAITING),)
    return (_yes(Question.EXAM_PASSED, passed), *_amounts(Question.EXAM_POINTS, round(share * 100), 100))


@dataclass(frozen=True, slots=True)
class StateRow:
    """One state of an operator from a moment on."""

    state: OperatorState
    reason: str
    at: datetime


def spans(rows: Sequence[StateRow], day: tuple[datetime, datetime], until: datetime) -> list[tuple[StateRow, float]]:
    """Return each state with its seconds within a day. ``rows`` in order; the last before the day may stand first.

    A state lasts until the next; the last one until ``until``. What lasted longer than ``LONGEST`` says nothing.
    """
    start, end = day
    found: list[tuple[StateRow, float]] = []
    for one, following in zip(rows, [*(row.at for row in rows[1:]), until], strict=True):
        if one.state is OperatorState.SIGNED_OUT or following - one.at > LONGEST:
            continue
        seconds = (min(following, end) - max(one.at, start)).total_seconds()
        if seconds > 0:
            found.append((one, seconds))
    return found


def of_shift(rows: Sequence[StateRow], day: tuple[datetime, datetime], *, practiced: bool) -> tuple[Said, ...]:
    """Return what a day of an operator on duty says: seconds in each state that ended, and whether they practiced."""
    if not rows:
        return ()
    came = any(day[0] <= one.at < day[1] and one.state is not OperatorState.SIGNED_OUT for one in rows)
    last = rows[-1].at  # what is still running is counted when it ends
    seconds = dict.fromkeys(_TIMES.values(), 0.0)
    for one, length in spans(rows, day, last):
        if one.state in _TIMES:
            seconds[_TIMES[one.state]] += length
    said = [Said(question, MET, round(length)) for question, length in seconds.items() if round(length)]
    return (*((_yes(Question.PRACTICED, practiced),) if came else ()), *said)


def renewed(ended_at: datetime, followed_at: Iterable[datetime]) -> Said:
    """Return whether something followed a version (a newer one approved, or its withdrawal) before it ended."""
    return _yes(Question.RENEWED, any(at <= ended_at for at in followed_at))


def of_saves(saves: int, decisions: int) -> tuple[Said, ...]:
    """Return what the records of a day say: how many decided between values that stations had set unseen."""
    return _amounts(Question.SAVED_ALONE, saves - decisions, saves)


#: A call that was given up within this time is stated and not counted: nobody could have answered it.
SHORT = timedelta(seconds=5)
_IN_TIME = {Question.CALL_IN_15: timedelta(seconds=15), Question.CALL_IN_20: timedelta(seconds=20)}


def of_call(wait: timedelta, answered: bool, handled: timedelta) -> tuple[Said, ...]:
    """Return what an incoming call of the telephone system says: how long it waited, whether it was answered.

    ``handled``: how long it was talked, held and wrapped up. Short abandons are left out of every figure.
    """
    asked = (Question.CALL_ANSWERED, *_IN_TIME)
    if not answered and wait <= SHORT:
        return tuple(Said(question, LEFT_OUT) for question in asked)
    said = [_yes(Question.CALL_ANSWERED, answered)]
    said += [_yes(question, answered and wait <= most) for question, most in _IN_TIME.items()]
    if answered:
        amounts = ((Question.CALL_WAIT, wait), (Question.CALL_HANDLED, handled))
        said += [Said(question, MET, round(length.total_seconds())) for question, length in amounts if length]
    return tuple(said)
