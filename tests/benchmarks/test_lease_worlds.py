"""Nobody is called twice over partitions, crashes, wrong clocks, lost syncs and a lost hub; each defense is needed."""

import pytest

from benchmarks import lease_worlds


def test_nobody_is_called_twice_whatever_fails():
    failed, count = lease_worlds.failing_seeds(range(1, 21))
    assert failed == {}
    assert count["dials"] >= 10
    assert count["epochs dialed"] >= 5
    assert all(count[name] for name in ("hub lost", "hub restored", "crashed before dialing", "syncs cut"))
    assert all(count[name] for name in ("gone for good", "declared gone", "put back twice", "succeeded"))
    assert all(count[name] for name in ("releases", "authority restored", "station restored", "inherited"))


@pytest.mark.long
@pytest.mark.parametrize("name", lease_worlds.MUTANTS)
def test_a_defense_that_is_missing_is_noticed(name):
    assert lease_worlds.noticed(name, range(1, 600))


@pytest.mark.long
def test_nobody_is_called_twice_in_a_thousand_worlds():
    assert lease_worlds.failing_seeds(range(1, 1001))[0] == {}
