"""A copy and its keys file move so that, whenever the program is killed, every copy has its own keys file beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.models.errors import DiskFailed
from app.store import pairs
from tests.killed import Killed, kills


def put(path: Path, text: str) -> None:
    """A copy whose content says which keys file is its own."""
    path.write_text(text)
    pairs.keys_of(path).write_text(text)


def standing(folder: Path) -> dict[str, str]:
    """What stands in a folder: each copy has its own keys file."""
    copies = [one for one in folder.iterdir() if one.suffix not in (".keys", ".tmp")]
    assert [pairs.keys_of(one).read_text() for one in copies] == [one.read_text() for one in copies]
    return {one.name: one.read_text() for one in copies}


def test_a_copy_moves_with_its_keys_file_and_nothing_else_stays(tmp_path: Path) -> None:
    put(tmp_path / "a", "one")
    pairs.move(tmp_path / "a", tmp_path / "b")
    assert standing(tmp_path) == {"b": "one"}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["b", "b.keys"]


def test_a_copy_without_a_keys_file_gets_none_of_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    pairs.keys_of(tmp_path / "b").write_text("left")
    pairs.move(tmp_path / "a", tmp_path / "b")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["b"]


def test_the_log_of_another_database_is_never_read_into_a_copy(tmp_path: Path) -> None:
    put(tmp_path / "a", "one")
    (tmp_path / "b-wal").write_text("left")
    pairs.move(tmp_path / "a", tmp_path / "b")
    assert not (tmp_path / "b-wal").exists()


def test_a_copy_never_takes_the_place_of_another(tmp_path: Path) -> None:
    put(tmp_path / "a", "one")
    put(tmp_path / "b", "two")
    with pytest.raises(FileExistsError):
        pairs.move(tmp_path / "a", tmp_path / "b")
    assert standing(tmp_path) == {"a": "one", "b": "two"}


@pytest.mark.parametrize("keep", [1, 2, 3])
@pytest.mark.parametrize("places", [0, 1, 2, 3])
def test_killed_at_any_step_of_a_rotation_no_backup_is_torn_from_its_keys_file(
    tmp_path: Path, keep: int, places: int
) -> None:
    def begin(folder: Path) -> Callable[[], object]:
        target = folder / "day"
        for place in range(places):
            put(pairs.place(target, place), f"old {place}")
        put(folder / "day.new", "fresh")
        return lambda: pairs.rotate(folder / "day.new", target, keep=keep)

    wanted = {"fresh", *(f"old {place}" for place in range(min(places, keep - 1)))}
    for folder in kills(tmp_path, begin):
        found = standing(folder)
        assert wanted <= set(found.values()), (folder, found)
        put(folder / "day.new", "later")
        pairs.rotate(folder / "day.new", folder / "day", keep=keep)
        assert standing(folder)["day"] == "later"
    rotated = tmp_path / "whole"
    rotated.mkdir()
    begin(rotated)()
    assert set(standing(rotated)) >= {"day", *(f"day.{place}" for place in range(1, min(places + 1, keep)))}
    assert not (rotated / "day.old").exists()


def test_earlier_backups_beyond_those_that_are_kept_stay_as_they_are(tmp_path: Path) -> None:
    """Somebody who keeps one once has not said that six others may go."""
    for place in range(4):
        put(pairs.place(tmp_path / "day", place), f"old {place}")
    put(tmp_path / "day.new", "fresh")
    pairs.rotate(tmp_path / "day.new", tmp_path / "day", keep=1)
    assert standing(tmp_path) == {"day": "fresh", "day.1": "old 1", "day.2": "old 2", "day.3": "old 3"}


def test_a_gap_that_a_kill_left_is_filled_and_no_copy_is_lost_for_it(tmp_path: Path) -> None:
    put(tmp_path / "day.1", "old 0")
    put(tmp_path / "day.2", "old 1")
    put(tmp_path / "day.new", "fresh")
    pairs.rotate(tmp_path / "day.new", tmp_path / "day", keep=3)
    assert standing(tmp_path) == {"day": "fresh", "day.1": "old 0", "day.2": "old 1"}


def test_what_the_disk_refuses_is_said_with_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "a", "one")

    def refused(self: Path, to: Path) -> Path:
        raise OSError(5, "I/O error")

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(DiskFailed):
        pairs.rotate(tmp_path / "a", tmp_path / "day", keep=2)
    assert (tmp_path / "a").read_text() == "one"


def test_killed_is_no_error_that_anybody_catches() -> None:
    assert not issubclass(Killed, Exception)
