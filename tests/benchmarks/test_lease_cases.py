"""Each course of events calls nobody twice, and does without the defense that it is for."""

import pytest

from benchmarks import lease_cases
from benchmarks.lease_stations import Variant
from benchmarks.lease_worlds import mutant


@pytest.mark.parametrize("name", lease_cases.CASES)
def test_a_course_of_events_is_harmless_with_every_defense_and_noticed_without_its_own(name: str) -> None:
    assert lease_cases.called_twice(name, Variant()) == ""
    assert lease_cases.called_twice(name, mutant(name))
