"""The steps that a person takes with an inquiry: from which states, to which, and what each must be told. Without Qt.

Which states follow each other is the table of ``app.models.inquiries``; here only stands which of these moves the
window offers, under which command, and which of them is the likely next one.
"""

from dataclasses import dataclass

from app.models.inquiries import DONE, PAUSED, TRANSITIONS, EventKind, State


@dataclass(frozen=True)
class Step:
    """One step. ``asks`` must be filled, ``offers`` may be; a step that asks and offers nothing is taken at once.

    ``only_from`` narrows the table of transitions to the states in which the step's own word is right.
    """

    id: str
    state: State
    asks: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    kind: EventKind | None = None
    only_from: frozenset[State] = frozenset()

    @property
    def at_once(self) -> bool:
        """Whether nothing has to be asked."""
        return not self.asks and not self.offers


_STARTED = frozenset({State.NEW, State.DISPATCHED, State.ACCEPTED, State.RETURNED, State.REDO, State.IN_REVIEW})

STEPS = (
    Step("accept", State.ACCEPTED),
    Step("start", State.IN_PROGRESS, only_from=_STARTED),
    Step("resume", State.IN_PROGRESS, kind=EventKind.RESUMED, only_from=PAUSED),
    Step("close", State.CLOSED, asks=("note",)),
    Step("answered", State.ANSWERED, offers=("note",)),
    Step("dispatch", State.DISPATCHED, asks=("unit", "due_at"), offers=("reason",)),
    Step("wait_caller", State.WAITING_CALLER, asks=("reason",)),
    Step("wait_third_party", State.WAITING_THIRD_PARTY, asks=("reason",)),
    Step("return_back", State.RETURNED, asks=("return_reason",), offers=("note",)),
    Step(
        "reopen",
        State.IN_PROGRESS,
        offers=("note",),
        kind=EventKind.REOPENED,
        only_from=DONE | {State.ANSWERED},
    ),
    Step("cancel", State.CANCELLED, asks=("reason",)),
)
BY_ID = {step.id: step for step in STEPS}
#: What is done next, most likely first; the first one is the primary button, all others are in the menu.
_NEXT: dict[State, tuple[str, ...]] = {
    State.NEW: ("start", "dispatch", "close"),
    State.DISPATCHED: ("accept", "return_back", "close"),
    State.ACCEPTED: ("start", "close", "return_back"),
    State.RETURNED: ("dispatch", "start", "close"),
    State.IN_PROGRESS: ("close", "wait_caller", "dispatch"),
    State.WAITING_CALLER: ("resume", "close"),
    State.WAITING_THIRD_PARTY: ("resume", "close"),
    State.ANSWERED: ("close", "reopen"),
    State.REDO: ("start", "dispatch", "close"),
}


def available(state: State) -> tuple[str, ...]:
    """Return the steps that an inquiry in this state may take, the likely ones first."""
    possible = [
        step.id
        for step in STEPS
        if step.state in TRANSITIONS[state]
        and (not step.only_from or state in step.only_from)
        and (step.state is not state or step.id == "dispatch")
    ]
    likely = [one for one in _NEXT.get(state, ()) if one in possible]
    return (*likely, *(one for one in possible if one not in likely))


def likely(state: State) -> tuple[str, ...]:
    """Return the steps that stand as buttons."""
    return tuple(one for one in _NEXT.get(state, ("reopen",)) if one in available(state))
