from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from app.ui.kit import theme
from app.ui.kit.timeline import Entry, Timeline

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)


def now():
    return NOW


@pytest.fixture
def timeline(qtbot):
    theme.of_app().apply(mode="light")
    timeline = Timeline("caller.timeline", now)
    qtbot.addWidget(timeline)
    timeline.resize(360, 400)
    timeline.show()
    timeline.show_entries(
        [
            Entry("old", NOW - timedelta(days=40), "Asked about vaccines", "九价疫苗 😷 " * 60),
            Entry("new", NOW - timedelta(minutes=12), "Dispatched", "", "danger"),
        ]
    )
    return timeline


def test_the_newest_entry_is_first(timeline):
    assert [entry.key for entry in timeline.entries] == ["new", "old"]


def test_times_are_those_of_the_zone_that_is_named(timeline):
    timeline.show_entries([Entry("old", datetime(2026, 2, 3, 20, 15, tzinfo=UTC), "Called")], ZoneInfo("Asia/Shanghai"))
    index = timeline.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Feb 4 04:15 · Called"
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("2026-02-04 Wed 04:15")


def test_an_entry_says_when_and_what_to_screen_readers(timeline):
    index = timeline.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "12 min ago · Dispatched"
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("2026-03-05")


def test_enter_opens_an_entry(timeline, qtbot):
    timeline.setCurrentIndex(timeline.model().index(1, 0))
    with qtbot.waitSignal(timeline.opened) as told:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert told.args == ["old"]


def test_a_long_detail_is_cut_after_three_lines(timeline):
    short, long = timeline.sizeHintForRow(0), timeline.sizeHintForRow(1)
    line = timeline.fontMetrics().lineSpacing()
    assert 2 * line < long - short < 4 * line


def test_a_dot_has_the_color_of_its_tone(timeline):
    image = timeline.viewport().grab(timeline.visualRect(timeline.model().index(0, 0))).toImage()
    painted = {image.pixelColor(x, y).name() for x in range(24) for y in range(image.height())}
    assert theme.of_app().hex("danger").lower() in painted


def test_other_entries_replace_the_former(timeline, qtmodeltester):
    timeline.show_entries([])
    qtmodeltester.check(timeline.model())
    assert timeline.model().rowCount() == 0


def test_a_time_that_does_not_fit_beside_its_title_takes_a_line_of_its_own(timeline):
    wide = timeline.sizeHintForRow(0)
    timeline.show_entries([Entry("new", NOW - timedelta(minutes=12), "Phone (in) · Answered on the line, at length")])
    timeline.resize(230, 400)
    narrow = timeline.sizeHintForRow(0)
    assert 10 < narrow - wide < timeline.fontMetrics().lineSpacing() + 4
    timeline.resize(900, 400)
    assert timeline.sizeHintForRow(0) == wide
