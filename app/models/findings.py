"""Findings: what is to be put right, from an interview, an inquiry or a check, until somebody else has verified it.

The states are those of a ledger that is struck off line by line: sent to the institution, cause found, measure planned
with owner and deadline, done with evidence, verified, closed; or unfounded; and reopened from any end.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.errors import CannotNow, FieldMissing
from app.models.questionnaires import Severity


class FindingState(StrEnum):
    """Where a finding stands."""

    OPENED = "opened"
    TRIAGED = "triaged"
    SENT = "sent"
    CAUSE_FOUND = "cause_found"
    PLANNED = "planned"
    DONE = "done"
    VERIFIED = "verified"
    CLOSED = "closed"
    UNFOUNDED = "unfounded"
    REOPENED = "reopened"


class FindingSource(StrEnum):
    """What a finding came from."""

    INTERVIEW = "interview"
    INQUIRY = "inquiry"
    EVALUATION = "evaluation"
    OTHER = "other"


_S = FindingState
_PUT_RIGHT = (_S.CAUSE_FOUND, _S.PLANNED, _S.DONE, _S.UNFOUNDED)
#: From where to where a finding may go.
STEPS: Mapping[FindingState, tuple[FindingState, ...]] = {
    _S.OPENED: (_S.TRIAGED, _S.SENT, _S.UNFOUNDED),
    _S.TRIAGED: (_S.SENT, _S.UNFOUNDED),
    _S.SENT: _PUT_RIGHT,
    _S.CAUSE_FOUND: (_S.PLANNED, _S.DONE, _S.UNFOUNDED),
    _S.PLANNED: (_S.PLANNED, _S.DONE, _S.UNFOUNDED),
    _S.DONE: (_S.VERIFIED, _S.REOPENED),
    _S.VERIFIED: (_S.CLOSED, _S.REOPENED),
    _S.CLOSED: (_S.REOPENED,),
    _S.UNFOUNDED: (_S.REOPENED,),
    _S.REOPENED: (_S.SENT, *_PUT_RIGHT),
}
#: What has to be said with a step.
NEEDED: Mapping[FindingState, tuple[str, ...]] = {
    _S.SENT: ("institution",),
    _S.CAUSE_FOUND: ("note",),
    _S.PLANNED: ("measure", "owner", "due_at"),
    _S.DONE: ("evidence",),
    _S.VERIFIED: ("note",),
    _S.UNFOUNDED: ("note",),
    _S.REOPENED: ("note",),
}
ENDED = frozenset({_S.CLOSED, _S.UNFOUNDED})
#: With these there is nothing to be heard any more from whoever said it: over, or to be put right anew.
NOT_TO_VERIFY = frozenset({*ENDED, _S.REOPENED})
#: A finding of the same kind at the same place this long after the last was closed is a recurrence.
RECURS_WITHIN = timedelta(days=90)
#: What is done with a finding without leading anywhere, by what is said with it, which nobody is told beside it.
LED_NOWHERE = {"verify_by": "verification_asked", "taken_back": "sending_taken_back"}
#: So many numbers are said in one sentence.
_TOLD = 4
#: By when an institution answers and by when a finding is closed, by severity (working days of the center).
REPLY_WITHIN = {Severity.URGENT: "1bd", Severity.NORMAL: "5bd"}
CLOSE_WITHIN = {Severity.URGENT: "5bd", Severity.NORMAL: "15bd"}


class FindingOver(CannotNow):
    """A finding is struck off or unfounded: there is nothing to be heard about it any more. Facts: ``number``."""


class FindingStepRefused(CannotNow):
    """A finding cannot go from its state to the wanted one. Facts: ``number``, ``from_state``, ``to_state``."""


class NoMeasureYet(CannotNow):
    """Findings are not sent to their institution yet, or put right already: no measure can be planned.

    Facts: ``numbers``.
    """


class NotToBeSent(CannotNow):
    """Findings were sent to their institution already, or are over: they cannot be sent. Facts: ``numbers``."""


class NoInstitutionNamed(CannotNow):
    """Nobody can be sent findings that name no institution. Facts: ``numbers``."""


class SendingStands(CannotNow):
    """That findings were sent is not taken back: somebody else sent them, or went on. Facts: ``numbers``."""


class MeasureElsewhere(CannotNow):
    """One measure is for one institution; findings are of another than the first. Facts: ``numbers``, ``first``."""


class VerifiedBySelf(CannotNow):
    """Who put something right verifies it themselves. Facts: ``number``."""


@dataclass(frozen=True)
class Finding:
    """A finding as it stands. ``named``: the person allowed the name to be passed on; nothing names them otherwise."""

    id: bytes
    number: str
    title: str
    category: str
    severity: Severity
    institution: str
    source: FindingSource
    opened_at: datetime
    reply_due_at: datetime
    close_due_at: datetime
    state: FindingState = FindingState.OPENED
    measure: str = ""
    owner: str = ""
    due_at: datetime | None = None
    effective_on: str = ""
    closed_at: datetime | None = None
    done_by: bytes | None = None
    named: bool = False
    interview: bytes | None = None
    inquiry: bytes | None = None

    @property
    def is_said(self) -> bool:
        """Say whether somebody who was asked or called said it; in one that is written by hand nobody stands."""
        return self.named or self.interview is not None or self.inquiry is not None

    @property
    def is_open(self) -> bool:
        """Say whether something is still to be done."""
        return self.state not in ENDED

    def next_due(self) -> datetime | None:
        """Return by when the next thing is due: the answer, the measure, then the end; None once it is over.

        A time that was set later (the measure's, or that of a finding that was reopened) puts the others off, never on.
        """
        if not self.is_open:
            return None
        if self.state is FindingState.PLANNED and self.due_at:
            return self.due_at
        replies = (FindingState.OPENED, FindingState.TRIAGED, FindingState.SENT, FindingState.REOPENED)
        due = self.reply_due_at if self.state in replies else self.close_due_at
        return max(due, self.due_at) if self.due_at else due

    def is_late(self, now: datetime) -> bool:
        """Say whether the next thing is overdue."""
        due = self.next_due()
        return due is not None and now > due


@dataclass(frozen=True)
class FindingEvent:
    """One step: where it led, what was said with it, when and by whom."""

    state: FindingState
    note: str
    said: Mapping[str, str]
    at: datetime
    by: bytes

    @property
    def told(self) -> tuple[str, str]:
        """Return set and code of its words: where it led, or what was done that led nowhere."""
        other = next((code for name, code in LED_NOWHERE.items() if name in self.said), "")
        return ("finding_column", other) if other else ("finding_state", self.state.value)


def heard_no_more(steps: Sequence[FindingEvent]) -> bool:
    """Say whether a finding, its steps the oldest first, ended or was reopened since a call to verify it was asked for.

    Without such a call among its steps nothing is owed that could end.
    """
    calls = [place for place, one in enumerate(steps) if "verify_by" in one.said]
    since = steps[calls[-1] + 1 :] if calls else ()
    return any(one.state in NOT_TO_VERIFY for one in since)


def check_step(finding: Finding, wanted: FindingState, said: Mapping[str, str], by: bytes) -> None:
    """Raise what keeps a finding from a step: ``FindingStepRefused``, ``FieldMissing``, ``VerifiedBySelf``."""
    if wanted not in STEPS.get(finding.state, ()):
        raise FindingStepRefused(number=finding.number, from_state=finding.state.value, to_state=wanted.value)
    known = {"institution": finding.institution}
    for name in NEEDED.get(wanted, ()):
        if not (said.get(name, "").strip() or known.get(name)):
            raise FieldMissing(field=name)
    if wanted is FindingState.VERIFIED and by == finding.done_by:
        raise VerifiedBySelf(number=finding.number)


def check_together(findings: Sequence[Finding]) -> None:
    """Raise what keeps findings from one measure, and which they are: ``MeasureElsewhere``, ``NoMeasureYet``."""
    elsewhere = [one for one in findings if one.institution != findings[0].institution]
    if elsewhere:
        raise MeasureElsewhere(numbers=_numbers(elsewhere), first=findings[0].number)
    waiting = [one for one in findings if _S.PLANNED not in STEPS.get(one.state, ())]
    if waiting:
        raise NoMeasureYet(numbers=_numbers(waiting))


def check_sending(findings: Sequence[Finding]) -> None:
    """Raise what keeps findings from being sent to their institutions: ``NotToBeSent``, ``NoInstitutionNamed``."""
    standing = [one for one in findings if _S.SENT not in STEPS.get(one.state, ())]
    if standing:
        raise NotToBeSent(numbers=_numbers(standing))
    nowhere = [one for one in findings if not one.institution]
    if nowhere:
        raise NoInstitutionNamed(numbers=_numbers(nowhere))


def before_sending(events: Sequence[FindingEvent], by: bytes) -> FindingState | None:
    """Return where a finding stood before a person sent it as the last thing that was done; None: it was not so."""
    if len(events) < 2 or events[-1].state is not _S.SENT or events[-1].by != by:
        return None
    former = events[-2].state
    return former if _S.SENT in STEPS.get(former, ()) else None


def check_taken_back(findings: Sequence[Finding], former: Sequence[FindingState | None]) -> None:
    """Raise ``SendingStands`` where a finding did not stand as sent, or was sent otherwise than said by ``former``."""
    stands = [one for one, was in zip(findings, former, strict=True) if was is None or one.state is not _S.SENT]
    if stands:
        raise SendingStands(numbers=_numbers(stands))


def _numbers(findings: Sequence[Finding]) -> str:
    """Return the numbers of findings; of many the first ones, and how many they are."""
    told = ", ".join(one.number for one in findings[:_TOLD])
    return told if len(findings) <= _TOLD else f"{told} … ({len(findings)})"


def recurrences(findings: Iterable[Finding]) -> list[tuple[Finding, Finding]]:
    """Return pairs (closed, recurring): of the same category and institution, within 90 days after it was closed."""
    found: list[tuple[Finding, Finding]] = []
    closed: dict[tuple[str, str], Finding] = {}
    for one in sorted(findings, key=_opened):
        key = (one.category, one.institution)
        last = closed.get(key)
        if last is not None and last.closed_at and last.closed_at <= one.opened_at <= last.closed_at + RECURS_WITHIN:
            found.append((last, one))
        if one.state is FindingState.CLOSED:
            closed[key] = one
    return found


def _opened(one: Finding) -> datetime:
    return one.opened_at
