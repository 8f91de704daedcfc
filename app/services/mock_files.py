"""Scenario files of mock calls: read, and checked with file, line, what is wrong and how to mend it.

The file is YAML; its table is in docs/formats/mock_calls.md. A scenario with a mistake is never played.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from app.models.callers import CallerKind
from app.models.contacts import Outcome
from app.models.mock_calls import LANGUAGES, FactToAsk, Literacy, MockService, Mood, Question, Scenario
from app.scripts_library.fields import Fields
from app.scripts_library.findings import Finding, Lines, error, located
from app.scripts_library.front_matter import read_head
from app.scripts_library.script import KEY_PATTERN, Script
from app.services import script_findings
from resources import FOLDER

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class ReadScenario:
    """What stands in a file: the scenario (None where it cannot be played) and what is wrong with it."""

    scenario: Scenario | None
    findings: tuple[Finding, ...] = ()
    lines: Lines | None = None


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, dict[str, str]]]:
    return json.loads(FOLDER.joinpath("i18n/mock_findings.json").read_text(encoding="utf-8"))


def told(finding: Finding, language: str) -> tuple[str, str]:
    """Return what is wrong in a scenario, and how to mend it."""
    words = _words().get(finding.code, {}).get(language)
    if words is None:
        return script_findings.told(finding, language)
    facts = {**finding.facts, "place": finding.where()}
    return words["says"].format(**facts), words["next"].format(**facts)


def read(text: str, source: str = "") -> ReadScenario:
    """Read one scenario file."""
    head = read_head(text)
    found = list(head.findings)
    if found:
        return ReadScenario(None, tuple(located(one, head.lines, source) for one in found), head.lines)
    fields = Fields(dict(head.values), (), found)
    scenario = _scenario(fields, found)
    fields.close()
    found += _inner(scenario)
    lines = {(): 1, **head.lines}  # what is missing is told at the beginning of the file
    findings = tuple(located(one, lines, source) for one in found)
    return ReadScenario(None if findings else scenario, findings, head.lines)


def against(read_one: ReadScenario, scripts: Mapping[str, Script], source: str = "") -> tuple[Finding, ...]:
    """Return what does not fit the script that a scenario is tied to."""
    scenario = read_one.scenario
    if scenario is None:
        return ()
    script = scripts.get(scenario.script)
    if script is None:
        found = [error("mock-script-unknown", "script", script=scenario.script)]
    else:
        known = {one.id for one in script.key_points}
        asked = ((one.point, ("questions", str(at))) for at, one in enumerate(scenario.questions, 1))
        wanted = [*((one, ("must",)) for one in scenario.must), *asked]
        found = [
            error("mock-point-unknown", *place, point=point, script=script.key)
            for point, place in wanted
            if point not in known
        ]
    return tuple(located(one, read_one.lines or {}, source) for one in found)


def _scenario(fields: Fields, sink: list[Finding]) -> Scenario:
    key = fields.line("id")
    if not KEY_PATTERN.fullmatch(key):
        sink.append(error("mock-id-unfit", "id", id=key))
    return Scenario(
        id=key,
        version=fields.whole_number("version", 1),
        service=_required(fields, "service", MockService.COUNTY),
        script=_line(fields, "script"),
        title=_texts(fields, "title"),
        name=_texts(fields, "name"),
        kind=_required(fields, "kind", CallerKind.PUBLIC),
        number=_texts(fields, "number"),
        literacy=_required(fields, "literacy", Literacy.USUAL),
        mood=_required(fields, "mood", Mood.CALM),
        opening=_texts(fields, "opening"),
        facts=tuple(_fact(one) for one in fields.each("facts")),
        questions=tuple(_question(one) for one in fields.each("questions")),
        must=fields.words("must"),
        outcome=_required(fields, "outcome", Outcome.ANSWERED),
        must_not=fields.word_lists("must_not"),
        better=fields.word_lists("better"),
        worse=fields.word_lists("worse"),
    )


def _fact(fields: Fields) -> FactToAsk:
    key = _line(fields, "id")
    asked = fields.word_lists("asked_by")
    for language in LANGUAGES:
        if not asked.get(language):
            fields.note("mock-words-missing", "asked_by", language=language)
    made = FactToAsk(key, asked, _texts(fields, "says"), fields.truth("must"))
    fields.close()
    return made


def _question(fields: Fields) -> Question:
    made = Question(_line(fields, "point"), _texts(fields, "says"))
    fields.close()
    return made


def _line(fields: Fields, name: str) -> str:
    text = fields.line(name)
    if not text:
        fields.note("mock-missing", name, field=name)
    return text


def _texts(fields: Fields, name: str) -> dict[str, str]:
    """Return a text in both languages; what lacks one is noted."""
    if not fields.has(name):
        fields.note("mock-missing", name, field=name)
        return {}
    found = fields.texts(name)
    for language in LANGUAGES:
        if not found.get(language):
            fields.note("mock-words-missing", name, language=language)
    return found


def _required(fields: Fields, name: str, default: E) -> E:
    if not fields.has(name):
        fields.note("mock-missing", name, field=name)
    return fields.choice(name, default)


def _inner(scenario: Scenario) -> list[Finding]:
    """What contradicts itself inside one scenario."""
    found: list[Finding] = []
    if not scenario.must:
        found.append(error("mock-must-empty", "must"))
    if not any(one.must for one in scenario.facts):
        found.append(error("mock-facts-empty", "facts"))
    for name, ids in (
        ("facts", [one.id for one in scenario.facts]),
        ("questions", [one.point for one in scenario.questions]),
    ):
        seen: set[str] = set()
        for at, one in enumerate(ids, 1):
            if not one or one in seen:
                found.append(error("mock-twice", name, str(at), id=one))
            seen.add(one)
    return found
