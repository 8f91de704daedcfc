"""What was asked and answered is a fact; a finding and a measure go on."""

from app.models.entities import ENTITIES
from app.models.findings import FindingState
from app.models.survey_records import EVERY, FINDING_RANKS


def test_interviews_are_facts_and_only_findings_and_measures_go_on() -> None:
    assert {one.name for one in EVERY if not one.fact} == {"finding", "measure"}
    assert {one.name for one in EVERY} <= set(ENTITIES)


def test_every_state_of_a_finding_has_its_rank() -> None:
    assert sorted(FINDING_RANKS) == sorted(FindingState)
