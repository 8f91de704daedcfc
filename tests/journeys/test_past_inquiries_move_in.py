"""What the former system knew moves in: a strange list is looked at, mapped by hand, imported, found, taken back."""

from openpyxl import load_workbook
from PySide6.QtCore import Qt

from app.services import inquiries
from app.services.inquiries import Wanted
from tests.journeys.whole_window import Station, whole_window

#: A title, headings in two lines whose groups are merged, a heading that nobody knows, and two bad rows.
TABLE = (
    "某县卫生热线2025年台账,,,,\n"
    "工单,,,时间,\n"
    "工单编号,市民说了什么,所属区域,受理时间,办结时间\n"
    "G-1,家长询问九价疫苗何时到货,东城镇,2025-11-03 09:10,2025-11-04 16:00\n"
    "G-2,反映预约挂号排队两小时,西城镇,昨天,\n"
    "G-3,化验单看不懂,西城镇,2025-11-05 10:00,2025-11-04 10:00\n"
    "G-4,老人询问流感疫苗免费政策,东城镇,2025-11-06 08:00,\n"
)


def _found(office, text=""):
    return sorted(one.number for one in office.ask(inquiries.list_page, Wanted(text)).rows if not one.deleted)


def _goes_there(operator):
    settings = operator.window.desk.show_pane("settings")
    settings.show_section("past")
    return settings.page("past")


def _maps_by_hand(operator, page, field, heading):
    choice = page.file.columns.choices[field]
    choice.setFocus()
    while choice.currentText() != heading:
        operator.qtbot.keyClick(choice, Qt.Key.Key_Down)
    operator.rests()


def test_a_strange_list_moves_in_and_out_again(qtbot, office, tmp_path):
    office.sign_in(None)
    (tmp_path / "old.csv").write_bytes(TABLE.encode("gb18030"))
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("li")
        page = _goes_there(operator)
        page.open_file(str(tmp_path / "old.csv"))
        operator.rests()
        assert not page.go.isEnabled()
        _maps_by_hand(operator, page, "summary", "市民说了什么")
        assert [row.refused is None for row in page.file._seen.rows] == [True, False, False, True]
        qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
        operator.rests()
        page.report.save(str(tmp_path / "report.xlsx"))
        operator.rests()
        told = load_workbook(tmp_path / "report.xlsx").active.iter_rows(min_row=2, values_only=True)
        assert [(row[0], row[1]) for row in told if row[1] in ("added", "not taken")] == [
            *((5, "not taken"), (6, "not taken"), (4, "added"), (7, "added")),
        ]
        assert (_found(office, "疫苗"), _found(office, "挂号")) == (["G-1", "G-4"], [])
        page.batches.view.select(0)
        for _ in range(2):
            qtbot.mouseClick(page.batches.undo, Qt.MouseButton.LeftButton)
        operator.rests()
        assert _found(office, "疫苗") == []
        assert page.batches.model.row(0).undone_at is not None
