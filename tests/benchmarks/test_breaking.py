"""Changes break files in the same way for the same chance, and never make more of them than they were told to."""

import random

import pytest

from benchmarks.breaking import CHANGES, Change, broken

FILE = "---\nid: a\ntitle: {zh: 几点开门}\n---\n## zh\n八点。\n".encode()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_the_same_for_the_same_chance(change: Change) -> None:
    assert change(FILE, random.Random(3)) == change(FILE, random.Random(3))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_takes_one_byte_and_mostly_changes_a_file(change: Change) -> None:
    assert all(isinstance(change(b"a", random.Random(seed)), bytes) for seed in range(50))
    assert sum(change(FILE, random.Random(seed)) != FILE for seed in range(50)) > 20


def test_a_file_that_is_cut_to_nothing_stays_nothing() -> None:
    assert broken(b"", random.Random(1)) == b""


def test_files_are_broken_in_bounds() -> None:
    assert max(len(broken(FILE, random.Random(seed))) for seed in range(300)) < 200_000
