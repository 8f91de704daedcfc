"""A frame whose numbers lost their zeros is remarked upon: which column, how many rows, the first of them."""

import pytest

from app.models.frames import FrameField, FrameKind, FrameReason
from app.services import frame_sheets, frames, units
from app.services.frames import Wishes
from tests.desk import sign_in
from tests.services.test_frames import COLUMNS, cells

NUMBERED = {**COLUMNS, "encounter": "encounter", "phone2": "phone2"}


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    office.do(units.save_unit, "H1", name="第一医院", name_en="First Hospital")
    return office


def remarks(desk, rows, **more):
    wishes = Wishes("Q1", FrameKind.INPATIENT, "h1.csv", NUMBERED, **more)
    found = desk.ask(frames.read_frame, rows, wishes)
    return [(one.reason, one.field, one.line, one.value, one.count) for one in found.remarks
            if one.reason is not FrameReason.AGE_UNKNOWN]  # fmt: skip


def test_numbers_without_the_zero_of_their_area_are_read_with_it_and_told(desk):
    rows = [
        cells(0, encounter="Z1"),
        cells(1, encounter="Z2", phone="2158881234"),
        cells(2, encounter="Z3", phone="51266668888", phone2="1012345678"),
        cells(3, encounter="Z4", phone="02158881235"),
        cells(4, encounter="Z5", phone="4008001234"),
    ]
    assert remarks(desk, rows) == [
        (FrameReason.AREA_ZERO_LOST, FrameField.PHONE, 3, "2158881234", 2),
        (FrameReason.AREA_ZERO_LOST, FrameField.PHONE2, 4, "1012345678", 1),
    ]
    wishes = Wishes("Q1", FrameKind.INPATIENT, "h1.csv", NUMBERED)
    found = desk.ask(frames.read_frame, rows, wishes)
    kept = desk.do(frames.keep, found).value
    numbers = [one.phones for one in desk.ask(lambda view: list(frames.rows_in(view, kept)))]
    assert numbers[1:3] == [("+862158881234",), ("+8651266668888", "+861012345678")]


def test_encounters_shorter_than_most_of_their_institution_are_told(desk):
    desk.do(units.save_unit, "H2", name="第二医院", name_en="Second Hospital")
    rows = [cells(n, encounter=text) for n, text in enumerate(("20261234", "20265678", "61234", "20261299"))]
    rows += [cells(n, institution="第二医院", encounter=f"{n:05}1"[-5:]) for n in range(10, 14)]
    assert remarks(desk, rows) == [(FrameReason.ZEROS_LOST, FrameField.ENCOUNTER, 4, "61234", 1)]


@pytest.mark.parametrize(
    "texts",
    [("0020261234", "0020265678", "0000061234"), ("1", "22", "333"), ("A123456", "B123456", "C12345"), ("", "", "")],
)
def test_numbers_of_one_width_short_ones_and_such_with_letters_are_no_matter(desk, texts):
    assert remarks(desk, [cells(n, encounter=text) for n, text in enumerate(texts)]) == []


def test_codes_of_institutions_that_are_in_no_directory_are_looked_at_too(desk):
    rows = [cells(n, institution=text) for n, text in enumerate(("330101", "10001", "330101", "450289"))]
    told = (FrameReason.ZEROS_LOST, FrameField.INSTITUTION, 3, "10001", 1)
    assert remarks(desk, rows, any_institution=True)[:-1] == [told]  # the last one names those that were taken


def test_the_report_says_where_the_first_one_stands(desk, tmp_path):
    rows = [cells(0, encounter="Z1"), cells(1, encounter="Z2", phone="2158881234")]
    found = desk.ask(frames.read_frame, rows, Wishes("Q1", FrameKind.INPATIENT, "h1.csv", NUMBERED))
    desk.ask(frame_sheets.save_report, found, tmp_path / "report.csv", language="en")
    line = (tmp_path / "report.csv").read_text("utf-8-sig").splitlines()[1]
    assert line.startswith("3,Telephone,")
    assert "2158881234 (× 1)" in line
    assert "format the column as text" in line
