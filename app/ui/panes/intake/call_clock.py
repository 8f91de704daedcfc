"""The states of a call as spans of time: ringing, talking, hold, wrap-up. Pure; every time is aware."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.models.contacts import CallSpan

RINGING, TALKING, HOLD, WRAP_UP, READY = "ringing", "talking", "hold", "wrap_up", "ready"
#: Somebody is on the line.
ON_LINE = frozenset({TALKING, HOLD})
#: What may follow a state; "" is a call that has not begun.
NEXT: dict[str, frozenset[str]] = {
    "": frozenset({RINGING, TALKING}),
    RINGING: frozenset({TALKING, WRAP_UP}),
    TALKING: frozenset({HOLD, WRAP_UP}),
    HOLD: frozenset({TALKING, WRAP_UP}),
    WRAP_UP: frozenset({TALKING}),
}


def state_of(spans: tuple[CallSpan, ...]) -> str:
    """Return the state that is running, "" before the call and after it."""
    return spans[-1].state if spans and spans[-1].to_at is None else ""


def may(spans: tuple[CallSpan, ...], state: str) -> bool:
    """Say whether the call can go to this state now. A call that was ended is over."""
    now = state_of(spans)
    return state in NEXT[now] and not (spans and not now)


def moved(spans: tuple[CallSpan, ...], state: str, at: datetime) -> tuple[CallSpan, ...]:
    """Return the spans with the running one ended and another begun; unchanged where the state cannot follow."""
    if not may(spans, state):
        return spans
    return (*ended(spans, at), CallSpan(state, at))


def ended(spans: tuple[CallSpan, ...], at: datetime) -> tuple[CallSpan, ...]:
    """Return the spans with the running one ended; a clock that was set back never makes a span end before it began."""
    if not state_of(spans):
        return spans
    last = spans[-1]
    return (*spans[:-1], replace(last, to_at=max(at, last.from_at)))


def spent(spans: tuple[CallSpan, ...], now: datetime, states: frozenset[str]) -> timedelta:
    """Return how long the call has been in these states."""
    parts = [(span.to_at or max(now, span.from_at)) - span.from_at for span in spans if span.state in states]
    return sum(parts, timedelta())


def resumed(spans: tuple[CallSpan, ...], now: datetime) -> tuple[CallSpan, ...]:
    """Return the spans of a draft that a killed window left behind: the call is over, its work is not."""
    if not spans:
        return ()
    return (*ended(spans, spans[-1].to_at or spans[-1].from_at), CallSpan(WRAP_UP, now))


def foremost(states: list[str]) -> str:
    """Return what an operator with several conversations is doing: talking counts before hold, ringing and wrap-up."""
    return next((state for state in (TALKING, HOLD, RINGING, WRAP_UP) if state in states), READY)
