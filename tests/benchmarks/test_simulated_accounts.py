"""Machines that join with accounts of their own: the center keeps its people, and nobody else gets in."""

from collections.abc import Sequence
from typing import Any

import pytest

from app.models.newcomers import Stands, Told, stands
from app.models.sync import Hello
from app.services import newcomers as settling
from app.services.syncing import Exchange
from app.store import newcomers
from benchmarks import simulated_disks, simulation
from benchmarks.simulated_accounts import Staffed


@pytest.fixture(scope="module")
def template() -> Any:
    return simulated_disks.blank()


#: In the last one the hub goes back while a machine is about to read what its center wrote.
_SEEDS = (1, 2, 3, 4, 77)


@pytest.mark.parametrize("seed", _SEEDS)
def test_no_stranger_gets_in_and_no_center_is_locked_out_whatever_happens(template: Any, seed: int) -> None:
    count = Staffed(seed, template, simulation.Variant()).run()
    assert count["syncs"] > 0
    assert count["open"] > 0


def test_some_accounts_are_closed_on_the_way(template: Any) -> None:
    assert sum(Staffed(seed, template, simulation.Variant()).run()["closed"] for seed in range(1, 5)) > 0


class _PushesFirst(Exchange):
    """Asks nobody whom the center knows, as an older program does."""

    def _asked(self, hello: Hello) -> Hello:
        with self.station.write("") as tx:
            newcomers.end(tx)
        return hello


class _AsksLate(Exchange):
    """Asks once its own accounts are there."""

    def _asked(self, hello: Hello) -> Hello:
        self._push(hello)
        return super()._asked(self.greet())


def test_a_newcomer_that_says_what_it_likes_of_the_centers_accounts_is_noticed(
    template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "_stands", _as_it_likes)
    monkeypatch.setattr(settling, "marked", _without_a_mark)

    def noticed(seed: int) -> bool:
        try:
            Staffed(seed, template, simulation.Variant()).run()
        except simulation.Broken as broken:
            return "gave" in str(broken)
        return False

    assert any(noticed(seed) for seed in range(1, 30))


def _without_a_mark(*_: object) -> dict[str, Any]:
    """Let it be anybody's word."""
    return {}


def _as_it_likes(every: Sequence[Told], left: Sequence[Told]) -> Stands:
    """Take nothing back."""
    return stands(every, left)._replace(again={})


def test_a_center_whose_administrators_close_each_other_is_noticed_where_nothing_is_done(
    template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "keep_managed", _of_nobody)

    def noticed(seed: int) -> bool:
        try:
            Staffed(seed, template, simulation.Variant()).run()
        except simulation.Broken as broken:
            return "has nobody who manages accounts" in str(broken)
        return False

    assert any(noticed(seed) for seed in range(1, 60))


def test_newcomers_that_take_names_from_the_center_are_noticed_where_nobody_says_again_what_stands(
    template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "_say_again", _of_nobody)

    def noticed(seed: int) -> bool:
        try:
            Staffed(seed, template, simulation.Variant()).run()
        except simulation.Broken as broken:
            return "newcomer" in str(broken)
        return False

    assert any(noticed(seed) for seed in range(1, 60))


def _of_nobody(_: object) -> int:
    """Leave the center to itself."""
    return 0


@pytest.mark.parametrize("mutant", [_PushesFirst, _AsksLate])
def test_a_station_that_sends_before_it_asks_is_noticed(template: Any, mutant: type[Exchange]) -> None:
    def noticed(seed: int) -> bool:
        try:
            Staffed(seed, template, simulation.Variant(exchange=mutant)).run()
        except simulation.Broken as broken:
            return "of no center may sign in" in str(broken) or "never settled" in str(broken)
        return False

    assert any(noticed(seed) for seed in range(1, 30))
