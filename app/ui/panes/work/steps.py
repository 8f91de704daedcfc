"""The steps that a person takes with an inquiry: from which states, to which, and what each must be told. Without Qt.

What follows on what is the table of ``app.models.inquiry_steps``; here only stands which of these steps the window
offers, under the command of the same name, and which of them is the likely next one.
"""

from app.models.accounts import Permission, Person
from app.models.extensions import pending
from app.models.inquiries import State
from app.models.inquiry_steps import BY_ID, TAKEN_UP_AGAIN, Step
from app.services.worklists import Dossier

__all__ = ["BY_ID", "STEPS", "Step"]

_OFFERED = (
    *("accept", "start", "resume", "close", "answered", "dispatch", "wait_caller", "wait_third_party"),
    *("return_back", "review", "ask_callback", "redo", "reopen", "ask_extension", "approve_extension"),
    *("refuse_extension", "remind", "urge", "supervise", "notify", "transfer", "cancel"),
)
_DECIDES = frozenset({"approve_extension", "refuse_extension"})
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
    State.ANSWERED: ("close", "review", "ask_callback"),
    State.IN_REVIEW: ("close", "ask_callback", "redo"),
    State.CALLBACK_DUE: ("close", "redo"),
    State.REDO: ("start", "dispatch", "close"),
}


def available(state: State, person: Person | None = None, *, asked: bool = False) -> tuple[str, ...]:
    """Return the steps that a person may take with an inquiry in this state, the likely ones first.

    ``asked``: an extension waits for a decision. Without a person the steps of everybody are returned.
    """
    possible = [
        step.id
        for step in STEPS
        if state in step.from_states
        and (person is None or person.may(step.permission))
        and (step.id not in _DECIDES or asked)
        and not (step.id == "ask_extension" and asked)
    ]
    likely = [one for one in (*(sorted(_DECIDES) if asked else ()), *_NEXT.get(state, ())) if one in possible]
    return (*likely, *(one for one in possible if one not in likely))


def offered(dossier: Dossier, person: Person) -> tuple[str, ...]:
    """Return the steps that a person may take with an inquiry as it stands, the likely ones first."""
    row = dossier.line.row
    without = set(TAKEN_UP_AGAIN) if row.moved_to else set[str]()
    if not dossier.centers or not person.may_with(Permission.HAND_OVER_INQUIRIES, owner=row.owner, unit=row.unit):
        without.add("transfer")
    found = available(row.state, person, asked=pending(dossier.detail.events) is not None)
    return tuple(one for one in found if one not in without)


def likely(state: State, offered: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return the steps that stand as buttons, of those that are ``offered``."""
    found = available(state) if offered is None else offered
    return tuple(one for one in found if one in _DECIDES or one in _NEXT.get(state, ("reopen",)))
