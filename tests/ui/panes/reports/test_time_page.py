"""The time of operators is listed and written, and call records are imported."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services.office import Office, Work
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import NOON, sign_in

CALLS = "calldate,duration,billsec,disposition,agent\n2026-03-01 09:00:00,70,60,ANSWERED,who\nsoon,9,0,NO ANSWER,\n"


def _worked(work: Work) -> None:
    for hours, state in ((-3, "ready"), (-2, "talking"), (-1, "signed_out")):
        at = (NOON + timedelta(hours=hours)).isoformat()
        work.tx.add("operator_state", {"person": work.person.id.hex(), "state": state, "at": at})


@pytest.fixture
def busy(desk: Office) -> Office:
    sign_in(desk, "wang")
    desk.do(_worked)
    sign_in(desk, "li")
    return desk


def test_a_supervisor_sees_everybody_and_writes_it_down(busy: Office, pane: ReportsPane, tmp_path: Path) -> None:
    pane.bar._buttons["time"].click()
    table = pane.time.model
    row = next(row for row in range(table.rowCount()) if table.index(row, 0).data() == "Wang")
    assert [table.index(row, column).data() for column in (1, 2, 4)] == ["1", "1:00:00", "1:00:00"]
    pane.time.show_shifts()
    shifts = pane.time.shifts
    row = next(row for row in range(shifts.rowCount()) if shifts.index(row, 1).data() == "Wang")
    assert [shifts.index(row, column).data() for column in (0, 4, 6)] == ["2026-03-02", "1:00:00", "1:00:00"]
    assert pane.time._stack.currentWidget() is pane.time.shift_table
    pane.time.export_to(str(tmp_path / "a.xlsx"))
    assert (tmp_path / "a.xlsx").stat().st_size > 1000


def test_call_records_are_imported_with_every_refusal_told(
    busy: Office, pane: ReportsPane, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "cdr.csv").write_text(CALLS)
    pane.bar._buttons["time"].click()
    pane.time._import.click()
    calls = pane.time.calls
    calls.read(str(tmp_path / "cdr.csv"))
    with qtbot.waitSignal(pane.time.counted):
        calls.go.click()
    assert "1 added, 0 known, 1 refused" in calls._text.text()
    assert "No account is called who" in calls._text.text()
    assert calls.row_model.row(0).line_no == 3
    assert pane.figures._cards["call_through"]._card.parts == "1 / 1"
    calls._close.click()
    assert pane.time._pages.currentIndex() == 0
