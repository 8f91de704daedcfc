"""Tests are shared out by files, and the walls of the house as one."""

from types import SimpleNamespace

import pytest

from tests.whole_files import WALLS, group_of, pytest_collection_modifyitems


@pytest.mark.parametrize(
    ("nodeid", "group"),
    [
        ("tests/store/test_store.py::test_it[a::b]", "tests/store/test_store.py"),
        ("tests/house/test_bans.py::test_it", WALLS),
        ("tests/house/test_sizes.py::test_it", WALLS),
    ],
)
def test_a_test_stays_with_its_file_and_a_wall_with_all_walls(nodeid: str, group: str) -> None:
    assert group_of(nodeid) == group


def test_the_walls_begin_and_the_rest_keeps_its_order() -> None:
    names = ["tests/b.py::x", "tests/house/test_b.py::x", "tests/a.py::x", "tests/house/test_a.py::x"]
    items = [SimpleNamespace(nodeid=name) for name in names]
    pytest_collection_modifyitems(items)
    assert [item.nodeid for item in items] == [names[1], names[3], names[0], names[2]]
