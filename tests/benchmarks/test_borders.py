"""Inquiries that go about between centers: none is worked on twice or lost, and a never-call holds in all of them."""

from pathlib import Path

import pytest

from app.services import center_news
from benchmarks import borders


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return borders.template(tmp_path_factory.mktemp("borders"))


@pytest.mark.parametrize("seed", [3, 7])
def test_whatever_is_decided_and_lost_each_matter_ends_in_one_place(kept: Path, tmp_path: Path, seed: int) -> None:
    with borders.world(seed, kept, tmp_path) as world:
        count = world.run(80)
    assert count["matters"] + count["conflicts"] > 0
    assert count["cards"] > 0


def test_a_wish_that_is_told_to_nobody_is_noticed(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(center_news, "tell_never_call", _told_nobody)
    with borders.world(7, kept, tmp_path) as world, pytest.raises(borders.Broken, match="never to be called"):
        world.run(80)


def _told_nobody(*_: object) -> None:
    """Say nothing."""
