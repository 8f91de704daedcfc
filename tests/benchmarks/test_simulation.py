"""Machines that crash, are cloned and restored, and lose their line end up with the same records; defenses count."""

from typing import Any

import pytest

from app.store.sync_apply import Error
from benchmarks import simulated_disks, simulation
from benchmarks.mutants import MUTANTS

#: A seed in which each mutant is noticed; ``python -m benchmarks simulation --mutants`` searches for them.
NOTICED = {
    "the hub ignores duplicate addresses": 327,
    "trusts its own memory of what it pushed": 3,
    "remembers a push before it is made": 5,
    "sees no fork": 12,
    "verifies no marks": 15,
    "repairs nothing": 13,
    "moves its marks before the records": 1,
    "drops what it does not know": 1,
    "stamps with the clock alone": 1,
}


@pytest.fixture(scope="module")
def template() -> Any:
    return simulated_disks.blank()


@pytest.mark.parametrize("seed", range(1, 6))
def test_no_record_is_lost_whatever_happens(template: Any, seed: int) -> None:
    count = simulation.World(seed, template, simulation.Variant()).run()
    assert count["writes"] > 0
    assert count["syncs"] > 0


@pytest.mark.parametrize("name", NOTICED)
def test_a_missing_defense_is_noticed(template: Any, name: str) -> None:
    with pytest.raises((simulation.Broken, simulation.AppError, Error)):
        simulation.World(NOTICED[name], template, MUTANTS[name]).run()


@pytest.mark.parametrize("seed", sorted(set(NOTICED.values()) - set(range(1, 6))))
def test_with_every_defense_the_same_seed_loses_nothing(template: Any, seed: int) -> None:
    assert simulation.World(seed, template, simulation.Variant()).run()["syncs"] > 0


def test_every_mutant_has_its_seed() -> None:
    assert set(NOTICED) == set(MUTANTS)
