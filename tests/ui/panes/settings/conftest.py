"""A desk with units, and jobs that run at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import units
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.world import SettingsWorld
from tests.desk import sign_in


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    """Jobs that run at once, in an English window, an administrator at the desk."""
    theme.of_app().apply(mode="light", text_size="normal", density="comfortable")
    languages.of_app().ensure("en")
    sign_in(office, "admin")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()
    languages.of_app().ensure("en")


@pytest.fixture
def directory(office: Office) -> None:
    """Three units, one of them inactive."""
    sign_in(office, "admin")
    for code, name, english in (
        ("C11", "疾控中心", "Disease Control"),
        ("H01", "县人民医院", None),
        ("H02", "中医院", None),
    ):
        office.do(units.save_unit, code, name=name, name_en=english, phone="0531-1")
    office.do(units.deactivate, "H02")


class Rows:
    """A table as the world would read it."""

    def __init__(self, *rows: tuple[str, str]) -> None:
        self.columns = ("单位编码", "名称", "备注")
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        for place, (code, name) in enumerate(self._rows, start=2):
            yield place, {"单位编码": code, "名称": name, "备注": ""}


def read_rows(path: Path) -> Rows:
    """Read four rows of which one has no code."""
    return Rows(("H01", "县第一人民医院"), ("N01", "妇幼保健院"), ("", "谁"), ("C11", "疾控中心"))


@pytest.fixture
def world(tmp_path: Path) -> SettingsWorld:
    """A world with a file of four rows."""
    return SettingsWorld(read_rows, tmp_path, "fake keys")
