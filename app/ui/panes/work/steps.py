"""The steps that a person takes with an inquiry: from which states, to which, and what each must be told. Without Qt.

What follows on what is the table of ``app.models.inquiry_steps``; here only stands which of these steps the window
offers, under the command of the same name, and which of them is the likely next one.
"""

from app.models.inquiries import State
from app.models.inquiry_steps import BY_ID, Step

__all__ = ["BY_ID", "STEPS", "Step"]

_OFFERED = (
    *("accept", "start", "resume", "close", "answered", "dispatch", "wait_caller", "wait_third_party"),
    *("return_back", "reopen", "cancel"),
)
STEPS = tuple(BY_ID[name] for name in _OFFERED)
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
    possible = [step.id for step in STEPS if state in step.from_states]
    likely = [one for one in _NEXT.get(state, ()) if one in possible]
    return (*likely, *(one for one in possible if one not in likely))


def likely(state: State) -> tuple[str, ...]:
    """Return the steps that stand as buttons."""
    return tuple(one for one in _NEXT.get(state, ("reopen",)) if one in available(state))
