"""Mock calls: what a simulated caller answers, and what of the script is proposed as said."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models import mock_calls as rules
from app.models.accounts import Permission
from app.models.errors import FieldMissing, FieldTooLong
from app.models.mock_calls import Answer, Heard, Scenario, Turn
from app.models.texts import clean
from app.scripts_library import answer_grading
from app.scripts_library.answer_grading import Verdict
from app.scripts_library.script import Script
from app.services import mock_scenarios
from app.services.drill_items import script_of
from app.services.office import View

#: Longest utterance, in characters.
LONGEST = 2000


@dataclass(frozen=True)
class Call:
    """A mock call as it goes on: who calls, in which language, by which seed, and what was said so far."""

    scenario: str
    language: str
    seed: int
    turns: tuple[Turn, ...] = ()


def begin(view: View, scenario: str, language: str, seed: int) -> Call:
    """Return a call with the caller's opening line. Raises ``RecordGone``."""
    view.require(Permission.PRACTICE)
    found = mock_scenarios.find(scenario)
    script_of(view, found.script)
    opening = Turn(False, found.opening[language], level=rules.begin(found).level)
    return Call(scenario, language, seed, (opening,))


def say(view: View, call: Call, text: str) -> tuple[Call, Answer]:
    """Say something to the caller; returns the call with both lines, and the answer.

    Raises ``FieldMissing``, ``FieldTooLong``, ``RecordGone``.
    """
    view.require(Permission.PRACTICE)
    said = clean(text)
    if not said:
        raise FieldMissing(field="say")
    if len(said) > LONGEST:
        raise FieldTooLong(field="say", limit=LONGEST)
    scenario = mock_scenarios.find(call.scenario)
    state = rules.fold(scenario, events_of(call.turns))
    heard = heard_in(script_of(view, scenario.script), said, call.language)
    answer = rules.hear(
        scenario, mock_scenarios.manner(call.language), state, heard, language=call.language, seed=call.seed
    )
    mine = Turn(True, said, answer.events, answer.state.level)
    theirs = Turn(False, answer.text, level=answer.state.level)
    return Call(call.scenario, call.language, call.seed, (*call.turns, mine, theirs)), answer


def heard_in(script: Script, text: str, language: str) -> Heard:
    """Return an utterance with the key points that it is proposed to hold."""
    grade = answer_grading.grade(text, script.key_points, language, forbidden=script.must_not_say)
    points = tuple(one.point for one in grade.points if one.verdict is Verdict.HIT)
    return Heard(text, points, grade.forbidden)


def events_of(turns: Sequence[Turn]) -> list[tuple[rules.Happened, ...]]:
    """Return the events of each utterance of the operator."""
    return [one.events for one in turns if one.by_operator]


def state_of(scenario: Scenario, turns: Sequence[Turn]) -> rules.CallState:
    """Return where a call stands after what was said."""
    return rules.fold(scenario, events_of(turns))
