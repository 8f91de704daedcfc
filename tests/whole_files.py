"""How xdist shares the tests out: each file stays in one process, and so do all walls of the house, which come first.

What a file prepares for all its tests is made once then, and the source of the project is parsed once for its walls.
"""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

WALLS = "tests/house/"


class WholeFiles(LoadScopeScheduling):
    """Gives each process one file after the other, in the order of the day."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False  # the largest files first would be the same order every day

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """Name what stays in one process with a test."""
    return WALLS if nodeid.startswith(WALLS) else nodeid.split("::", 1)[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> WholeFiles | None:
    """Share whole files out, unless another way was asked for."""
    return WholeFiles(config, log) if config.getoption("dist") == "load" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the walls, the longest piece of work; everything else stays in its order."""
    items.sort(key=lambda item: group_of(item.nodeid) != WALLS)
