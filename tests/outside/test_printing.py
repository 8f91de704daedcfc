import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from app.models.file_errors import FileNotWritten
from app.models.papers import Block, Letterhead, Paper, as_html
from app.outside.printing import write_pdf
from tests.disks import little_room

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = "<html><head><title>派单函</title></head><body><h1>派单函 260302</h1><p>Fußgänger</p></body></html>"
#: Points of a page as PDF tells them: width and height of A4 and of Letter.
SIZES = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.mark.parametrize("size", SIZES)
def test_a_pdf_has_its_size_and_its_fonts_in_it(qapp, tmp_path, size):
    path = tmp_path / "note.pdf"
    write_pdf(path, PAGE, size=size)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/FontFile" in content
    box = content.partition(b"/MediaBox [")[2].partition(b"]")[0].split()
    assert [round(float(one)) for one in box[2:]] == list(SIZES[size])


def test_a_program_without_a_window_writes_a_pdf_with_its_fonts_too(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    code = f"import app.outside.printing as p, pathlib; p.write_pdf(pathlib.Path({str(path)!r}), {PAGE!r}, size='A4')"
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)
    assert path.read_bytes().startswith(b"%PDF-")
    assert b"/FontFile" in path.read_bytes()


@pytest.mark.parametrize("size", SIZES)
def test_a_pdf_across_the_sheet_is_wider_than_tall(qapp, tmp_path, size):
    write_pdf(tmp_path / "x.pdf", PAGE, size=size, across=True, letterhead=Letterhead("Health line"))
    box = (tmp_path / "x.pdf").read_bytes().partition(b"/MediaBox [")[2].partition(b"]")[0].split()
    assert [round(float(one)) for one in box[2:]] == list(reversed(SIZES[size]))


def test_numbers_can_be_searched_for_and_copied_in_a_pdf(qapp, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write_pdf(path, as_html(Paper("Finding F261130-B829-0002", "en")), size="A4", letterhead=Letterhead("Line 12320"))
    read = QPdfDocument()
    read.load(str(path))
    text = read.getAllText(0).text()
    assert "F261130-B829-0002" in text
    assert "12320" in text


def test_a_folder_that_is_not_there_is_told(qapp, tmp_path):
    with pytest.raises(FileNotWritten):
        write_pdf(tmp_path / "absent" / "note.pdf", PAGE, size="A4")


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_long_list_takes_several_pages_with_head_and_logo(qapp, tmp_path: Path, size: str) -> None:
    logo = tmp_path / "logo.png"
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(logo))
    rows = tuple((f"单位 {one}", "一行文字 " * 12) for one in range(90))
    paper = Paper("台账", "zh_CN", blocks=(Block("清单", ("说明",), ("单位", "内容"), rows),))
    path = tmp_path / "x.pdf"
    write_pdf(path, as_html(paper), size=size, letterhead=Letterhead("卫生热线 12320", "地址", logo.read_bytes()))
    content = path.read_bytes()
    assert content.count(b"/Type /Page\n") >= 3
    assert b"/Subtype /Image" in content


def test_a_disk_that_takes_no_more_is_told_and_the_earlier_file_stays(qapp, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"earlier")
    with little_room(), pytest.raises(FileNotWritten):
        write_pdf(path, PAGE, size="A4")
    assert path.read_bytes() == b"earlier"
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]


def test_a_pdf_is_whole(qapp, tmp_path: Path) -> None:
    for letterhead in (None, Letterhead("Health line")):
        write_pdf(tmp_path / "x.pdf", PAGE, size="A4", letterhead=letterhead)
        assert (tmp_path / "x.pdf").read_bytes().rstrip().endswith(b"%%EOF")
