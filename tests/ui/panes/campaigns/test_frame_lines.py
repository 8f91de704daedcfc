"""The first lines stand as they are in the file, and any of them can be the headings."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from app.models.frames import FrameKind
from app.services.frame_sheets import FrameLook
from app.ui.panes.campaigns.frame_lines import FrameLines

LOOK = FrameLook(
    Path("a.csv"), "", (), "utf-8", ((1, ("Title",)), (2, ("Name", "Phone")), (3, ("Zhang", "138"))), 2,
    ("Name", "Phone"), {}, FrameKind.INPATIENT,
)  # fmt: skip


def test_the_headings_stand_out_and_another_line_can_be_taken(jobs, qtbot):
    made = FrameLines()
    qtbot.addWidget(made)
    made.show_lines(LOOK)
    assert [made.item(1, place).text() for place in range(2)] == ["Name", "Phone"]
    assert [made.item(row, 0).font().bold() for row in range(3)] == [False, True, False]
    made.show_lines(replace(LOOK, heading=3, two_lines=True))
    assert [made.item(row, 0).font().bold() for row in range(3)] == [False, True, True]
    made.setCurrentCell(2, 0)
    with qtbot.waitSignal(made.heading_wanted) as heard:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert heard.args == [3]
    assert made.item(0, 1).text() == ""
