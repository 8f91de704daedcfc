"""The callers that can be played: scenarios that ship with the program, each tied to a script that counts now."""

import json
from dataclasses import dataclass
from functools import lru_cache

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.mock_calls import Manner, MockService, Scenario
from app.scripts_library.findings import Finding, error, located
from app.scripts_library.script import Script
from app.services import mock_files
from app.services.drill_items import script_of
from app.services.office import View
from resources import FOLDER

_FOLDER = "mock_calls"


@dataclass(frozen=True)
class Offer:
    """A scenario that can be played here, with the title of its script."""

    scenario: Scenario
    script_title: str


@lru_cache(maxsize=1)
def shipped() -> tuple[Scenario, ...]:
    """Return the scenarios that ship with the program, by service and id."""
    found = [mock_files.read(text, name).scenario for name, text in texts()]
    return tuple(sorted((one for one in found if one is not None), key=_order))


def _order(scenario: Scenario) -> tuple[int, str]:
    return list(MockService).index(scenario.service), scenario.id


def texts() -> list[tuple[str, str]]:
    """Return name and text of each shipped scenario file."""
    folder = FOLDER.joinpath(_FOLDER)
    found = [one for one in folder.iterdir() if one.name.endswith(".yml")]
    return [(one.name, one.read_text(encoding="utf-8")) for one in sorted(found, key=lambda one: one.name)]


@lru_cache(maxsize=2)
def manner(language: str) -> Manner:
    """Return how callers of a language speak. Raises KeyError for one that no caller speaks."""
    said = json.loads(FOLDER.joinpath(f"{_FOLDER}/manner.json").read_text(encoding="utf-8"))[language]
    lines = {
        occasion: {temper: tuple(words) for temper, words in by_temper.items()}
        for occasion, by_temper in said["lines"].items()
    }
    comfort, rude, greeting, goodbye = (tuple(said[name]) for name in ("comfort", "rude", "greeting", "goodbye"))
    return Manner(comfort, rude, greeting, goodbye, lines)


def find(scenario: str) -> Scenario:
    """Return a scenario by its id. Raises ``RecordGone``."""
    for one in shipped():
        if one.id == scenario:
            return one
    raise RecordGone(entity="scenario", id=scenario)


def offered(view: View, language: str) -> list[Offer]:
    """Return the scenarios whose script counts now with every key point that they need, by service and id."""
    view.require(Permission.PRACTICE)
    found: list[Offer] = []
    for one in shipped():
        script = _script(view, one.script)
        if script is not None and {*one.must} <= {point.id for point in script.key_points}:
            found.append(Offer(one, script.title.get(language) or next(iter(script.title.values()), "")))
    return found


def _script(view: View, key: str) -> Script | None:
    try:
        return script_of(view, key)
    except RecordGone:
        return None


def check(view: View, sources: list[tuple[str, str]]) -> list[Finding]:
    """Return what is wrong with scenario files, each (name, text), against the scripts that count here."""
    view.require(Permission.READ_SCRIPTS)
    found: list[Finding] = []
    seen: dict[str, str] = {}
    for name, text in sources:
        made = mock_files.read(text, name)
        found += made.findings
        if made.scenario is None:
            continue
        script = _script(view, made.scenario.script)
        found += mock_files.against(made, {script.key: script} if script else {}, name)
        if made.scenario.id in seen:
            found.append(located(error("mock-id-twice", "id", id=made.scenario.id), made.lines or {}, name))
        seen[made.scenario.id] = name
    return found
