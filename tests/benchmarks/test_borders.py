"""Inquiries that go about between centers: none is worked on twice or lost, and a never-call holds in all of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.models.transfers import News
from app.services import center_decisions, center_news
from benchmarks import borders


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return borders.template(tmp_path_factory.mktemp("borders"))


@pytest.mark.parametrize("seed", [12, 22])
def test_whatever_is_decided_and_lost_each_matter_ends_in_one_place(kept: Path, tmp_path: Path, seed: int) -> None:
    with borders.world(seed, kept, tmp_path) as world:
        count = world.run(80)
    assert count["matters"] + count["conflicts"] == count["take"]
    assert count["decided"] + count["cards"] > 0


def test_a_wish_that_is_told_to_nobody_is_noticed(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(center_news, "tell_never_call", _told_nobody)
    with borders.world(22, kept, tmp_path) as world, pytest.raises(borders.Broken, match="never to be called"):
        world.run(80)


def test_a_center_that_counts_every_decision_is_noticed(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(center_decisions, "given_up_by", _by_any)
    assert any(_breaks(kept, tmp_path / str(attempt)) for attempt in range(8))


def _breaks(kept: Path, folder: Path) -> bool:
    """Let the same happen once more: ids differ, and with them which of two decisions comes first."""
    folder.mkdir()
    try:
        with borders.world(12, kept, folder) as world:
            world.run(240)
    except borders.Broken as broken:
        return "is worked on in" in str(broken)
    return False


def _by_any(news: list[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Give up whatever was ever decided for another center."""
    return tuple(one for one in news if one.get(News.TAKEN_OVER))


def _told_nobody(*_: object) -> None:
    """Say nothing."""
