"""A file is opened under its headings, counted, taken in once, and refused where it is another one by then."""

import gzip
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.models.errors import CannotNow, NotAllowed
from app.models.imports import ImportFate, ImportReason
from app.services import import_files, inquiries
from app.services.frame_sheets import FrameChanged, FrameNotCalculated
from app.services.import_files import ReportLine
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import sign_in

TITLED = "某县热线 2025 年,,,\n工单,,时间,\n工单编号,标题,受理时间,\nA1,咨询疫苗,2026-01-05 09:00,\nA2,问路,gestern,\n"


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    return office


def _file(folder: Path, text: str = TITLED) -> Path:
    path = folder / "old.csv"
    path.write_bytes(text.encode("gb18030"))
    return path


def test_headings_below_a_title_are_found_and_rows_counted(desk: Office, tmp_path: Path) -> None:
    table = desk.ask(import_files.open_table, _file(tmp_path))
    assert (table.rows, table.encoding.lower(), table.sheets) == (2, "gb18030", ())
    assert table.column_map == {"number": "工单编号", "opened_at": "受理时间", "summary": "标题"}
    seen = desk.ask(import_files.look, table, table.column_map)
    assert [row.refused is not None for row in seen.rows] == [False, True]
    assert (seen.refused, [one for one in seen.left_out if not one.startswith("#")]) == (1, [])


def test_a_packed_file_is_taken_in_with_how_far_it_is(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "old.csv.gz"
    path.write_bytes(gzip.compress(b"Number,Title\n" + b"".join(b"A%d,Asks\n" % one for one in range(2500))))
    told: list[tuple[int, int]] = []

    class Steps:
        def at(self, done: int, total: int = 0, note: str = "") -> None:
            told.append((done, total))

    table = desk.ask(import_files.open_table, path, progress=Steps())
    assert (table.rows, len(table.first), told) == (2500, 1000, [(2000, 0)])
    report = desk.do(import_files.take_in, table, table.column_map, source="old", progress=Steps()).value
    assert len(report.added) == 2500
    assert told[-1] == (2000, 2500)
    assert len(import_files.every_row(report)) - len(import_files.worth_a_look(report)) == 2500


def test_reading_can_be_stopped(desk: Office, tmp_path: Path) -> None:
    class Stops:
        def at(self, done: int, total: int = 0, note: str = "") -> None:
            raise CannotNow

    with pytest.raises(CannotNow):
        desk.ask(import_files.open_table, _file(tmp_path, "Title\n" + "x\n" * 4000), progress=Stops())


def test_a_file_that_was_written_since_is_not_taken_in(desk: Office, tmp_path: Path) -> None:
    table = desk.ask(import_files.open_table, _file(tmp_path))
    _file(tmp_path, TITLED + "A3,x,2026-01-05,\n")
    with pytest.raises(FrameChanged):
        desk.do(import_files.take_in, table, table.column_map, source="old")
    assert not desk.ask(inquiries.list_page, Wanted()).rows


def test_lines_that_a_quotation_mark_swallows_are_told(desk: Office, tmp_path: Path) -> None:
    table = desk.ask(
        import_files.open_table, _file(tmp_path, 'Number,Title\nA1,Asks\nA2,"never closed\n' + "A3,x\n" * 600)
    )
    assert [(one.line_no, one.reason, one.value) for one in table.odd] == [(3, "quote_open", "3-603")]
    assert "quotation mark" in import_files.told(table.odd[0], "en")


def test_formulas_that_nobody_calculated_are_refused(desk: Office, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(("Title", "Number"))
    book.active.append(("=1+1", "A1"))
    book.save(tmp_path / "old.xlsx")
    with pytest.raises(FrameNotCalculated):
        desk.ask(import_files.open_table, tmp_path / "old.xlsx")


def test_an_operator_opens_no_file_of_past_inquiries(desk: Office, tmp_path: Path) -> None:
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(import_files.open_table, _file(tmp_path))
    with pytest.raises(NotAllowed):
        desk.ask(import_files.imported)


@pytest.mark.parametrize(("language", "said"), [("en", "Opened cannot be read"), ("zh_CN", "受理时间无法识别")])
def test_a_field_and_what_is_wrong_with_it_stand_together(language: str, said: str) -> None:
    line = ReportLine(4, ImportFate.REFUSED, ("opened_at",), ImportReason.INVALID, "not a date")
    assert import_files.told(line, language) == said
