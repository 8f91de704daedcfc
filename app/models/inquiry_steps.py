"""The steps of an inquiry: one table of what may follow on which state, what each step needs, and who may take it.

Every step that a service takes with an inquiry is a row here, those that leave the state as it is too.
"""

from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.inquiries import PAUSED, EventKind, ReturnReason, State


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``to_state`` None leaves the state; with ``back`` it is again what it was before the merge.

    ``needs`` must be told, ``offers`` may be. ``codes`` are the reasons that the step takes, where it takes only some.
    """

    id: str
    kind: EventKind
    from_states: frozenset[State]
    to_state: State | None = None
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    permission: Permission = Permission.WORK_INQUIRIES
    codes: frozenset[str] = frozenset()
    back: bool = False

    @property
    def at_once(self) -> bool:
        """Whether nothing has to be asked."""
        return not self.needs and not self.offers


#: Somebody works on it, or should: nothing has been answered yet.
UNANSWERED = frozenset(
    {
        State.NEW,
        State.DISPATCHED,
        State.ACCEPTED,
        State.RETURNED,
        State.IN_PROGRESS,
        State.WAITING_CALLER,
        State.WAITING_THIRD_PARTY,
        State.REDO,
    }
)
#: It has been answered, and somebody still looks at the answer.
ANSWERED = frozenset({State.ANSWERED, State.IN_REVIEW, State.CALLBACK_DUE})
EVERY = frozenset(State)
_STARTABLE = UNANSWERED - PAUSED - {State.IN_PROGRESS}
_SUPERVISOR = Permission.SUPERVISE_INQUIRIES
_DECIDER = Permission.DECIDE_EXTENSIONS

STEPS = (
    Step("accept", EventKind.ACCEPTED, frozenset({State.DISPATCHED}), State.ACCEPTED),
    Step("start", EventKind.STARTED, _STARTABLE, State.IN_PROGRESS),
    Step("resume", EventKind.RESUMED, PAUSED, State.IN_PROGRESS),
    Step("close", EventKind.CLOSED, UNANSWERED | ANSWERED, State.CLOSED, ("note",)),
    Step("answered", EventKind.ANSWERED, UNANSWERED, State.ANSWERED, (), ("note",)),
    Step("review", EventKind.REVIEWED, frozenset({State.ANSWERED}), State.IN_REVIEW),
    Step("ask_callback", EventKind.CALLBACK_ASKED, ANSWERED - {State.CALLBACK_DUE}, State.CALLBACK_DUE),
    Step("dispatch", EventKind.DISPATCHED, UNANSWERED, State.DISPATCHED, ("unit", "due_at"), ("reason",)),
    Step("wait_caller", EventKind.PAUSED, UNANSWERED - {State.WAITING_CALLER}, State.WAITING_CALLER, ("reason",)),
    Step(
        "wait_third_party",
        EventKind.PAUSED,
        UNANSWERED - {State.WAITING_THIRD_PARTY},
        State.WAITING_THIRD_PARTY,
        ("reason",),
    ),
    Step(
        "return_back",
        EventKind.RETURNED,
        frozenset({State.DISPATCHED, State.ACCEPTED}),
        State.RETURNED,
        ("reason",),
        ("note",),
        codes=frozenset(ReturnReason),
    ),
    Step("redo", EventKind.REDO, ANSWERED | {State.CLOSED}, State.REDO, ("reason",)),
    Step(
        "reopen",
        EventKind.REOPENED,
        frozenset({State.ANSWERED, State.IN_REVIEW, State.CLOSED, State.CANCELLED}),
        State.IN_PROGRESS,
        (),
        ("note", "reason"),
    ),
    Step("cancel", EventKind.CANCELLED, UNANSWERED, State.CANCELLED, ("reason",)),
    Step(
        "transfer",
        EventKind.CANCELLED,
        UNANSWERED,
        State.CANCELLED,
        ("center", "reason"),
        ("passed", "summary"),
        permission=Permission.HAND_OVER_INQUIRIES,
    ),
    Step("merge", EventKind.MERGED, UNANSWERED, State.MERGED, (), ("reason",)),
    Step("separate", EventKind.SEPARATED, frozenset({State.MERGED}), None, (), ("reason",), back=True),
    Step("ask_extension", EventKind.EXTENSION_ASKED, UNANSWERED, None, ("days", "basis", "reason")),
    Step("approve_extension", EventKind.EXTENSION_APPROVED, UNANSWERED, None, ("days",), ("told_at", "note"), _DECIDER),
    Step("refuse_extension", EventKind.EXTENSION_REFUSED, UNANSWERED, None, ("reason",), ("told_at",), _DECIDER),
    Step("remind", EventKind.REMINDED, UNANSWERED, None, (), ("note",)),
    Step("urge", EventKind.URGED, UNANSWERED, None, (), ("note",)),
    Step("supervise", EventKind.SUPERVISED, UNANSWERED, None, ("note",), (), _SUPERVISOR),
    Step("notify", EventKind.NOTIFIED, UNANSWERED, None, ("note",), (), _SUPERVISOR),
    Step("note", EventKind.NOTE, EVERY, None, ("note",)),
)
#: Steps that begin work anew; of an inquiry that went to another center it goes on there.
TAKEN_UP_AGAIN = frozenset({"reopen", "redo"})
BY_ID = {step.id: step for step in STEPS}


def _reached(state: State) -> frozenset[State]:
    """Return the states to which some step leads from this one."""
    found = {step.to_state for step in STEPS if state in step.from_states and step.to_state is not None}
    again = UNANSWERED if any(step.back and state in step.from_states for step in STEPS) else frozenset[State]()
    return frozenset(found) | again


#: From which state to which an inquiry may go.
TRANSITIONS: dict[State, frozenset[State]] = {state: _reached(state) for state in State}


def leading(state: State, wanted: State, kind: EventKind | None = None) -> Step | None:
    """Return the step from one state to another (of this kind, where one is named), or None."""
    return next(
        (step for step in STEPS if state in step.from_states and step.to_state is wanted and kind in (None, step.kind)),
        None,
    )
