"""A list is looked at, read, reported and kept; nothing is written before that."""

import pytest
from PySide6.QtCore import Qt

from app.outside.sheet_writing import write_csv
from app.services import frames
from app.ui.kit.progress import Stopped
from app.ui.panes.campaigns.frame_page import FramePage
from tests.windows import put_up

ROWS = [
    ("姓名", "身份证号", "手机号", "机构", "出院日期"),
    ("张三", "ID1", "13800000001", "H1", "2026-02-20"),
    ("李四", "ID2", "", "", "2026-02-21"),
]


@pytest.fixture
def page(desk, jobs, qtbot):
    made = FramePage(jobs)
    qtbot.addWidget(made)
    made.resize(860, 600)
    made.show()
    made.begin()
    return made


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "list.csv"
    write_csv(path, ["2026年第一季度"], rows=ROWS)
    return path


def test_a_list_is_read_and_kept(desk, page, table, qtbot):
    page.open_file(str(table))
    assert page.lines.rowCount() == 4
    assert page.columns.map.value("phone") == "手机号"
    page.columns.about.set_values({"any": "yes", "fill": "yes"}, clear=False)
    page.read()
    assert not page.reading
    assert "1 rows taken, 1 refused" in page.report.said.text()
    assert [one.name for one in desk.ask(frames.frames)] == ["2026Q1"]
    with qtbot.waitSignal(page.kept) as heard:
        page.keep()
    assert heard.args == ["list"]
    assert [one.name for one in desk.ask(frames.frames)] == ["list", "2026Q1"]


def test_the_report_is_written_for_the_institution(page, table, qtbot):
    page.open_file(str(table))
    page.columns.about.set_values({"any": "yes"}, clear=False)
    page.read()
    with qtbot.waitSignal(page.told) as heard:
        page.report.save_report(str(table.with_name("report.csv")))
    assert heard.args == ["1 refused rows written"]
    assert table.with_name("report.csv").exists()


def test_headings_in_two_lines_are_told_before_and_after_reading(page, tmp_path):
    path = tmp_path / "list.csv"
    rows = [("姓名", "电话", "姓名", "电话", "出院日期"), ("王五", "13800000009", "张三", "13800000001", "2026-02-20")]
    write_csv(path, ["联系人", "", "患者", "", ""], rows=rows)
    page.open_file(str(path))
    assert page.where.text().endswith("headings in rows 1-2")
    assert page.columns.map.value("phone") == "患者电话"
    page.columns.about.set_values({"any": "yes"}, clear=False)
    page.read()
    assert "the headings stand in two lines" in page.report.said.text()
    assert "(1-2)" in page.report.said.text()


def test_esc_leads_from_the_report_to_the_columns_and_away(page, table, qtbot):
    page.open_file(str(table))
    page.columns.about.set_values({"any": "yes"}, clear=False)
    page.read()
    assert page.keep_button.isVisible()
    page.leave()
    assert page.read_button.isVisible()
    with qtbot.waitSignal(page.left):
        page.leave()


def test_a_list_without_telephones_says_so(page, table, qtbot):
    page.open_file(str(table))
    page.columns.map.set_values({"phone": ""}, clear=False)
    with qtbot.waitSignal(page.refused) as heard:
        page.read()
    assert type(heard.args[0]).__name__ == "FrameWithoutPhones"
    assert page.columns.map._rows["phone"]._error == "Choose its column"
    page.columns.map.set_values({"phone": "手机号"}, clear=False)
    page.columns.about.set_values({"any": "yes"}, clear=False)
    page.read()
    assert page.columns.map._rows["phone"]._error == ""
    page.leave()
    page.columns.map.set_values({"phone": ""}, clear=False)
    page.lines.heading_wanted.emit(1)
    assert page.columns.wishes().columns == {}
    with qtbot.waitSignal(page.refused):
        page.open_file(str(table.with_name("gone.csv")))


def test_a_list_that_changed_meanwhile_is_shown_again_before_it_is_read(page, table, qtbot):
    page.open_file(str(table))
    page.columns.about.set_values({"any": "yes", "fill": "yes"}, clear=False)
    write_csv(table, ["2026年第一季度"], rows=[*ROWS, ROWS[1]])
    with qtbot.waitSignal(page.refused) as heard:
        page.read()
    assert type(heard.args[0]).__name__ == "FrameChanged"
    assert page.lines.rowCount() == 5
    page.read()
    assert "1 rows taken, 2 refused" in page.report.said.text()


def test_the_keys_go_on_to_reading_once_a_file_is_shown_and_an_old_refusal_goes(page, table, qtbot):
    put_up(qtbot, page)
    assert page.choose.hasFocus()
    with qtbot.waitSignal(page.began):
        page.open_file(str(table))
    assert page.read_button.hasFocus()
    with qtbot.waitSignal(page.began):
        qtbot.keyClick(page.read_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_reading_that_is_stopped_says_so(page, table, qtbot):
    page.open_file(str(table))
    with qtbot.waitSignal(page.told) as heard:
        page._fail(Stopped())
    assert heard.args == ["Stopped: nothing was kept."]


def test_the_bar_shows_the_share_of_the_list_that_was_read_and_turns_again_for_the_next(page, table):
    page.open_file(str(table))
    page.columns.about.set_values({"any": "yes", "fill": "yes"}, clear=False)
    page.read()
    assert (page.bar.value(), page.bar.maximum()) == (2, 2)
    page.leave()
    page.columns.map.set_values({"phone": ""}, clear=False)
    page.read()  # refused before the first row
    assert page.bar.maximum() == 0


def test_the_share_that_was_read_is_said_where_it_is_known(page):
    page._move(26_000, 330_000, "")
    assert page.said.text() == "26,000 rows read · 7 %"
    page._move(500, 0, "")
    assert page.said.text() == "500 rows read"
    assert page.bar.maximum() == 0
