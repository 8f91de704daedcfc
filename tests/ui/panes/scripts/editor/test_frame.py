"""The parts of the editor in their places."""

from datetime import UTC, timedelta

from PySide6.QtWidgets import QWidget

from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.frame import EditorFrame
from tests.desk import NOON
from tests.windows import put_up


def test_form_and_preview_stand_side_by_side_under_the_head(bare_jobs: Jobs, qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    frame = EditorFrame(bare_jobs, now=NOON, zone=UTC, parent=holder)
    holder.resize(1196, 632)
    frame.resize(1196, 600)
    put_up(qtbot, holder)
    assert frame.head.geometry().bottom() < frame.pages.geometry().top()
    assert frame.pages.geometry().right() < frame.side.geometry().left()
    assert frame.conflict.isHidden()


def test_dates_are_read_by_the_clock_of_the_window(bare_jobs: Jobs, qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    frame = EditorFrame(bare_jobs, now=NOON, zone=UTC, parent=holder)
    bare_jobs.ticked.emit(NOON + timedelta(days=1))
    line = frame.pages.about.form.editor("review_on")
    line.setText("today")
    assert line.value() == (NOON + timedelta(days=1)).date()
