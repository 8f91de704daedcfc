import json
from dataclasses import fields, replace

import pytest

from app.models.frames import FrameKind, FrameRow, encounters_of, lines_of, packed, rows_of, written

ROW = FrameRow(
    "e1", "key", "张三", ("+8613800000001", "+8613800000002"), "m", 61, "H1", "内科", "2026-01-02", "2026-01-09", "", 7
)


def test_a_row_comes_back_from_a_part_as_it_was():
    other = FrameRow("e2", "k", "", ("+1",), "", None, "H2", "", "", "", "2026-02-03", 8)
    assert list(rows_of([packed([written(ROW), written(other)]), packed([written(ROW)])])) == [ROW, other, ROW]
    assert lines_of(packed([written(ROW)])) == [written(ROW)]
    known = replace(ROW, admission="planned", area="urban")
    assert list(rows_of([packed([written(known)])])) == [known]


@pytest.mark.parametrize("text", ['a"b', "back\\slash", "two\nlines\u2028", "患者 𠮷\x00", ""])
def test_a_row_is_written_as_one_list_of_json_on_one_line_whatever_stands_in_it(text):
    row = replace(ROW, encounter=text, person=text, name=text, phones=(text, text), sex=text, department=text, age=None)
    values = [*(getattr(row, one.name) for one in fields(row))]
    for one, told in ((row, values[:-2]), (replace(row, area="rural"), [*values[:-1], "rural"])):
        assert written(one) == json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        assert b"\n" not in written(one)


def test_an_interview_may_look_at_what_is_known_of_an_encounter():
    about = ROW.about(FrameKind.INPATIENT)
    assert (about["age"], about["stay_days"], about["kind"]) == ("61", "7", "inpatient")
    assert "visited_on" not in about
    assert "name" not in about


def test_the_day_that_counts_is_that_of_the_discharge():
    assert ROW.day == "2026-01-09"


def test_a_sample_is_drawn_from_keys():
    one = encounters_of([ROW], lambda row: row.institution)[0]
    assert (one.id, one.person, one.phones, one.stratum) == ("e1", "key", ROW.phones, "H1")
