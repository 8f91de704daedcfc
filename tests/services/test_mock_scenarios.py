"""The scenarios that ship: twelve callers in both languages, each tied to a shipped script, and playable to its end."""

from pathlib import Path

import pytest

from app.models import mock_calls
from app.models.errors import RecordGone
from app.models.mock_calls import LANGUAGES, OCCASIONS, MockService, Scenario
from app.scripts_library.parser import parse
from app.scripts_library.script import Script
from app.services import mock_calls as service
from app.services import mock_scenarios
from app.services.office import Office
from tests.services.drilled import publish

ROOT = Path(__file__).resolve().parents[2]
ALL = mock_scenarios.shipped()


def script_of(scenario: Scenario) -> Script:
    (path,) = (ROOT / "resources" / "scripts").rglob(f"{scenario.script}.md")
    found = parse(path.read_text(encoding="utf-8")).script
    assert found is not None
    return found


def test_twelve_callers_of_both_services_ship():
    assert len(ALL) >= 12
    assert len(mock_scenarios.texts()) == len(ALL)
    assert {one.service for one in ALL} == set(MockService)
    assert len({one.script for one in ALL}) == len(ALL)


@pytest.mark.parametrize("scenario", ALL, ids=[one.id for one in ALL])
def test_every_caller_fits_its_script_and_is_content_when_all_is_said(scenario: Scenario):
    script = script_of(scenario)
    assert {*scenario.must} <= {one.id for one in script.key_points}
    for language in LANGUAGES:
        manner, state = mock_scenarios.manner(language), mock_calls.begin(scenario)
        for fact in scenario.facts:
            asked = mock_calls.Heard(fact.asked_by[language][0])
            answer = mock_calls.hear(scenario, manner, state, asked, language=language, seed=7)
            assert fact.says[language] in answer.text, fact.id
            state = answer.state
        for point in script.key_points:
            said = service.heard_in(script, point.texts[language], language)
            assert point.id in said.points, (point.id, language)
            assert not said.forbidden
            state = mock_calls.hear(scenario, manner, state, said, language=language, seed=7).state
        assert state.level >= 0
        assert not state.over


@pytest.mark.parametrize("language", LANGUAGES)
def test_callers_have_lines_for_every_occasion(language: str):
    manner = mock_scenarios.manner(language)
    assert set(manner.lines) == set(OCCASIONS)
    assert all(manner.lines[one]["steady"] for one in OCCASIONS)
    assert all(set(by) <= {one.value for one in mock_calls.Temper} for by in manner.lines.values())


def test_a_scenario_that_is_not_there_is_gone():
    with pytest.raises(RecordGone):
        mock_scenarios.find("nobody")


@pytest.fixture
def bites(office: Office) -> Script:
    script = script_of(mock_scenarios.find("bite-grandmother"))
    publish(office, script)
    return script


def test_only_callers_whose_script_counts_here_are_offered(office: Office, bites: Script):
    (offer,) = office.ask(mock_scenarios.offered, "en")
    assert (offer.scenario.id, offer.script_title) == ("bite-grandmother", bites.title["en"])


def test_files_are_checked_against_the_scripts_that_count_here(office: Office, bites: Script):
    good = next(one for one in mock_scenarios.texts() if one[0] == "bite-grandmother.yml")
    assert office.ask(mock_scenarios.check, [good]) == []
    (twice,) = office.ask(mock_scenarios.check, [good, ("again.yml", good[1])])
    assert (twice.code, twice.source, twice.line) == ("mock-id-twice", "again.yml", 1)
    (missing,) = office.ask(mock_scenarios.check, [next(one for one in mock_scenarios.texts() if one[0] != good[0])])
    assert missing.code == "mock-script-unknown"
