"""Mock calls after they were played: kept, seen by the operator and by those who train, scored by a person."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models import evaluations as rules
from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.evaluations import EvaluatedBefore, EvaluatesSelf
from app.models.mock_calls import MockEvent, Scenario
from app.models.mock_records import MockEnd, PlayedCall, PracticeScore, Review, Written, review
from app.models.texts import clean
from app.services import evaluations, mock_scenarios
from app.services.drill_items import script_of
from app.services.evaluations import Scored
from app.services.mock_calls import Call
from app.services.office import View, Work
from app.services.quality_desk import GivenPoint
from app.store import accounts as people_rows
from app.store import mock_records as rows_of

#: Those who train see calls so far back.
REACH = timedelta(days=92)


@dataclass(frozen=True)
class CallLine:
    """A mock call in a list: whose it is, the title of its scenario, and the score that stands (None: none yet)."""

    call: PlayedCall
    operator: str
    title: str
    score: PracticeScore | None = None
    scored_by_me: bool = False


@dataclass(frozen=True)
class SeenCall:
    """A mock call as it is reviewed: what is proposed, the key points of its script, and every score."""

    line: CallLine
    scenario: Scenario | None
    proposed: Review
    points: tuple[GivenPoint, ...]
    scores: tuple[PracticeScore, ...]


def keep(work: Work, call: Call, *, started_at: datetime, written: Written | None = None) -> bytes:
    """Keep a mock call that was played, and return its id. Raises ``RecordGone``, ``NotAllowed``."""
    person = work.require(Permission.PRACTICE)
    scenario = mock_scenarios.find(call.scenario)
    script = script_of(work, scenario.script)
    made = PlayedCall(
        b"", person.id, scenario.id, scenario.version, script.key, script.version, call.language, call.seed,
        started_at, work.now, _ended(call, written), call.turns, written,
    )  # fmt: skip
    return rows_of.write(work.tx, made)


def _ended(call: Call, written: Written | None) -> MockEnd:
    happened = {one.event for turn in call.turns for one in turn.events}
    if MockEvent.HUNG_UP in happened:
        return MockEnd.HUNG_UP
    if written is not None:
        return MockEnd.SAVED
    return MockEnd.GOODBYE if MockEvent.GOODBYE in happened else MockEnd.STOPPED


def mine(view: View, language: str) -> list[CallLine]:
    """Return one's own mock calls, the newest first: people see all that is recorded about them."""
    person = view.require(Permission.PRACTICE)
    return [
        _line(view, one, {person.id: person.display}, language) for one in rows_of.of_operator(view.rows, person.id)
    ]


def everyone(view: View, language: str) -> list[CallLine]:
    """Return the mock calls of the last quarter for those who train: first what nobody scored, then the others."""
    view.require(Permission.EVALUATE)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    found = [_line(view, one, names, language) for one in rows_of.since(view.rows, view.now - REACH)]
    return sorted(found, key=_is_scored)


def _is_scored(line: CallLine) -> bool:
    return line.score is not None


def _line(view: View, call: PlayedCall, names: dict[bytes, str], language: str) -> CallLine:
    scores = rows_of.scores_of(view.rows, call.id)
    mine = any(one.by == view.person.id for one in scores)
    return CallLine(call, names.get(call.operator, ""), _title(call, language), scores[-1] if scores else None, mine)


def _scenario(call: PlayedCall) -> Scenario | None:
    try:
        return mock_scenarios.find(call.scenario)
    except RecordGone:
        return None


def _title(call: PlayedCall, language: str) -> str:
    scenario = _scenario(call)
    return scenario.title.get(language, call.scenario) if scenario else call.scenario


def seen(view: View, call: bytes, language: str) -> SeenCall:
    """Return a mock call with what is proposed. Its operator may see it, and those who evaluate.

    Raises ``RecordGone``, ``NotAllowed``.
    """
    found = rows_of.find(view.rows, call)
    if found is None:
        raise RecordGone(entity="practice_call", id=call.hex())
    if found.operator != view.person.id:
        view.require(Permission.EVALUATE)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    scenario = _scenario(found)
    proposed = review(scenario, found.turns) if scenario else Review()
    scores = tuple(rows_of.scores_of(view.rows, call))
    line = _line(view, found, names, language)
    return SeenCall(line, scenario, proposed, tuple(_points(view, found, proposed)), scores)


def _points(view: View, call: PlayedCall, proposed: Review) -> list[GivenPoint]:
    try:
        script = script_of(view, call.script)
    except RecordGone:
        return []
    title = script.title.get(call.language, script.key)
    return [
        GivenPoint(
            script.key, title, one.id, one.texts.get(call.language, one.id), one.id in proposed.said, one.critical
        )
        for one in script.key_points
    ]


def score(work: Work, scored: Scored) -> bytes:
    """Score a mock call (``scored.contact`` is its id) on the sheet of real contacts, and return the score's id.

    It is practice: it enters no figure of quality review. Raises ``EvaluatesSelf``, ``EvaluatedBefore``,
    ``FieldInvalid``, ``RecordGone``, ``NotAllowed``.
    """
    person = work.require(Permission.EVALUATE)
    call = rows_of.find(work.tx, scored.contact)
    if call is None:
        raise RecordGone(entity="practice_call", id=scored.contact.hex())
    if call.operator == person.id:
        raise EvaluatesSelf
    if any(one.by == person.id for one in rows_of.scores_of(work.tx, call.id)):
        raise EvaluatedBefore(contact=call.id.hex())
    used = evaluations.sheet()
    rules.check(used, scored.points)
    made = PracticeScore(
        b"", call.id, person.id, work.now, scored.points, scored.errors, clean(scored.note) or "", used.id, used.version
    )
    return rows_of.write_score(work.tx, made)
