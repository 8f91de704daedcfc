"""Rows that are worth a look are shown, the gravest first; the file has every row."""

import csv
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.models.imports import ImportFate, ImportReason
from app.services.import_files import ImportReport, ReportLine
from app.services.import_runs import Differing, RefusedRow, Remarked
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.past_report import PastReport

REPORT = ImportReport(
    b"1" * 16,
    "old",
    (2, 3),
    (4,),
    (RefusedRow(9, "opened_at", ImportReason.INVALID, "gestern"),),
    (Remarked("unit", ImportReason.UNKNOWN, "X", 2, 2),),
    differs=(Differing(5, b"2" * 16, ("summary", "state")),),
)


def test_the_gravest_come_first_and_the_file_has_every_row(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    shown = PastReport(jobs)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_report(REPORT, [ReportLine(12, ImportFate.REFUSED, (), "quote_open", "12-14")])
    said = [shown.model.index(place, 2).data() for place in range(shown.model.rowCount())]
    assert said[0].startswith("a quotation mark is not closed")
    assert said[1:] == [
        "Opened cannot be read: gestern",
        "Summary, State",
        "Unit is not known here and stands as it was written: X (×2)",
    ]
    with qtbot.waitSignal(shown.saved) as waited:
        shown.save(str(tmp_path / "report.csv"))
    with (tmp_path / "report.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.reader(stream))
    assert waited.args[0] == len(rows) - 1 == 7
    assert rows[-1][:2] == ["4", "as before"]
