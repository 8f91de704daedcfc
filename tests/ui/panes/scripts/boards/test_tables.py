"""Boards as tables: every row, in codes."""

from pathlib import Path

import pytest

from app.models.errors import NotAllowed
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.boards import tables
from tests.desk import sign_in


def test_every_board_has_its_rows(full: Jobs, office: Office) -> None:
    found = {name: office.ask(tables.table_of, name, "en") for name in ("review", "expiring", "gaps", "phrasings")}
    assert all(len(row) == len(one.columns) for one in found.values() for row in one.rows)
    assert found["review"].rows[0][:4] == ("flu", 2, "Who needs the flu vaccine", "Chen")
    assert {row[3] for row in found["expiring"].rows} == {"review_overdue", "ended"}
    assert found["gaps"].rows[0][:3] == ("parking fee", 2, 2)
    assert found["phrasings"].rows[0][0] == "flu"


def test_only_one_s_own_boards_are_written(full: Jobs, office: Office, tmp_path: Path) -> None:
    written: list[object] = []
    sign_in(office, "li")
    assert office.ask(tables.write_board, "review", "en", tmp_path / "a.csv", lambda *told: written.append(told)) == 1
    assert written[0][0] == tmp_path / "a.csv"  # type: ignore[index]
    with pytest.raises(NotAllowed):
        office.ask(tables.table_of, "gaps", "en")
